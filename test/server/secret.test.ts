/** The secret of the pseudonyms: the same for ever, or nothing starts. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openServices, type Services } from '../../src/server/services.js';
import { readSettings, SettingsError } from '../../src/server/settings.js';
import { tempFolder } from '../temp-folder.js';
import { endPostgres, ENGINES, thePostgres } from './support/bench.js';

after(endPostgres);

const ONE = 'one secret of the tests, longer than 32 characters';
const OTHER = 'the other secret of the tests, which is as long';

for (const engine of ENGINES)
  describe(`the secret on ${engine}`, () => {
    const place = async (): Promise<(secret?: string, tenant?: string) => Promise<Services>> => {
      const data = tempFolder('sentier-secret');
      const databaseUrl = engine === 'postgres' ? (await thePostgres()).database() : undefined;
      return (secret, tenant) =>
        openServices(
          readSettings(
            {},
            {
              data,
              log: 'silent',
              ...(secret && { secret }),
              ...(tenant && { tenant }),
              ...(databaseUrl && { databaseUrl }),
            },
          ),
        );
    };
    const ends = async (starting: Promise<Services>): Promise<void> => (await starting).close();

    it('is refused where it is another than the database was written with', async () => {
      const open = await place();
      await ends(open(ONE));
      await ends(open(`  ${ONE}\n`));
      await assert.rejects(open(OTHER), (error: Error) => {
        assert.ok(error instanceof SettingsError);
        assert.match(error.message, /^secret \(SENTIER_SECRET\): not the one/);
        return true;
      });
      // Another ENT in the same database may have its own.
      await ends(open(OTHER, 'autre'));
      await ends(open(ONE));
    });

    it('is taken as it is by a database of before there were fingerprints', async () => {
      const open = await place();
      const first = await open(ONE);
      await first.store.db.deleteFrom('secret').execute();
      await first.close();
      await ends(open(OTHER));
      await assert.rejects(open(ONE), SettingsError);
    });

    // SQLite has one writer: who starts second is made to wait, and reads what the first wrote.
    it('is one for processes that start at once', { skip: engine === 'sqlite' }, async () => {
      const open = await place();
      const started = await Promise.allSettled([ONE, OTHER, ONE, OTHER].map((secret) => open(secret)));
      for (const one of started) if (one.status === 'fulfilled') await one.value.close();
      assert.equal(started.filter(({ status }) => status === 'fulfilled').length, 2);
    });
  });

describe('the secret in a folder', () => {
  const open = (data: string): Promise<Services> => openServices(readSettings({}, { data, log: 'silent' }));

  it('is drawn for a new database, and never beside one that has something', async () => {
    const data = tempFolder('sentier-secret');
    const file = join(data, 'secret');
    const first = await open(data);
    await first.progress.merge(first.keys.user('anna'), { campaigns: {} });
    // As the database of before there were fingerprints.
    await first.store.db.deleteFrom('secret').execute();
    await first.plans.note({ actor: 'x', role: 'admin' }, 'all', 'publish');
    await first.close();
    const secret = readFileSync(file, 'utf8');
    rmSync(file);
    await assert.rejects(open(data), /secret is not there.*put it back from its backup/);
    assert.equal(existsSync(file), false);
    const settings = readSettings({ SENTIER_SECRET: secret }, { data, log: 'silent' });
    await (await openServices(settings)).close();
    await assert.rejects(open(data), /secret is not there/);
  });

  it('is long without its spaces, too', () => {
    assert.throws(() => readSettings({ SENTIER_SECRET: `short${' '.repeat(40)}` }), /at least 32 characters/);
  });
});
