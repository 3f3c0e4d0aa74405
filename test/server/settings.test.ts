/** What is wrong in the settings is told at the start, with its key. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSettings, SettingsError } from '../../src/server/settings.js';
import { tempFolder } from '../temp-folder.js';

const faults = (env: Record<string, string>): readonly string[] => {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.lines;
    throw error;
  }
  return [];
};
const ES256 = {
  SENTIER_JWT_ALGORITHM: 'ES256',
  SENTIER_JWT_ISSUER: 'https://ent.example',
  SENTIER_JWT_AUDIENCE: 'sentier',
};

describe('settings', () => {
  it('take the public address without its last slash, and no other scheme', () => {
    assert.equal(
      readSettings({ SENTIER_PUBLIC_URL: 'https://ent.example/sentier/' }).publicUrl,
      'https://ent.example/sentier',
    );
    for (const wrong of [
      'ent.example',
      'ent.example:443',
      'ftp://ent.example',
      'javascript:alert(1)',
      '/sentier',
    ])
      assert.match(
        faults({ SENTIER_PUBLIC_URL: wrong })[0] ?? '',
        /^publicUrl \(SENTIER_PUBLIC_URL\): an address such as/,
        wrong,
      );
    assert.match(
      faults({ ...ES256, SENTIER_JWT_JWKS_URL: 'file:///etc/jwks.json' })[0] ?? '',
      /^jwt\.jwksUrl \(SENTIER_JWT_JWKS_URL\): an address such as/,
    );
  });

  it('name the variable of a list, not of its item', () => {
    assert.match(
      faults({ SENTIER_ORIGINS: 'https://ent.example,ent.example' })[0] ?? '',
      /^origins\.1 \(SENTIER_ORIGINS\): origins such as/,
    );
  });

  it('look at folders and files before anything starts', () => {
    const folder = tempFolder('sentier-settings');
    const file = join(folder, 'jwks.json');
    assert.match(
      faults({ SENTIER_SCRIPTS: join(folder, 'cdn') })[0] ?? '',
      /^scripts \(SENTIER_SCRIPTS\): .*cdn is no folder\.$/,
    );
    mkdirSync(join(folder, 'cdn'));
    assert.deepEqual(faults({ SENTIER_SCRIPTS: join(folder, 'cdn') }), []);
    const jwks = (): string => faults({ ...ES256, SENTIER_JWT_JWKS_FILE: file })[0] ?? '';
    assert.match(jwks(), /^jwt\.jwksFile \(SENTIER_JWT_JWKS_FILE\): .*jwks\.json: there is no such file\.$/);
    for (const [text, said] of [
      ['{', /SENTIER_JWT_JWKS_FILE\): .*: no JSON\.$/],
      ['{"keys":[]}', /SENTIER_JWT_JWKS_FILE\): .*: a key set is expected/],
      ['{"kty":"EC"}', /SENTIER_JWT_JWKS_FILE\): .*: a key set is expected/],
    ] as const) {
      writeFileSync(file, text);
      assert.match(jwks(), said);
    }
    writeFileSync(file, '{"keys":[{"kty":"EC"}]}');
    assert.equal(jwks(), '');
  });
});
