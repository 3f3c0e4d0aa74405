/** What the command writes: whole or not at all, and told where it cannot be written. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { cli } from '../server/support/process.js';
import { tempFolder } from '../temp-folder.js';

const PLAN = {
  version: 1,
  settings: { locale: 'fr' },
  campaigns: [{ id: 'a', kind: 'banner', content: { title: 'Bonjour', body: 'x'.repeat(40_000) } }],
  help: { articles: [{ id: 'un', title: 'Écrire', body: 'Ici.' }] },
};

describe('what the command writes', () => {
  let command = '';
  before(async () => {
    command = await cli();
  });
  /** By a shell, which can send the output elsewhere and bound what is written. */
  const shell = (script: string, ...args: string[]) =>
    spawnSync('bash', ['-c', script, process.execPath, command, ...args], { encoding: 'utf8' });
  const run = (...args: string[]) => shell('"$0" "$@"', ...args);
  const planIn = (folder: string): string => {
    const file = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify(PLAN));
    return file;
  };

  it('is the plan as it was where there is no room for the new one', () => {
    const folder = tempFolder('sentier-build');
    const file = planIn(folder);
    const before = readFileSync(file, 'utf8');
    // 20 KiB a file: the index has room, the plan has not.
    const { status, stderr } = shell(`trap '' XFSZ; ulimit -f 20; "$0" "$@"`, 'build', file);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /écriture impossible/);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.equal(readFileSync(file, 'utf8'), before);
    assert.deepEqual(readdirSync(folder).sort(), ['help-index.fr.txt', 'plan.json']);
  });

  it('is the plan last, with its rights, through a link', () => {
    const folder = tempFolder('sentier-build');
    const file = planIn(tempFolder('sentier-build'));
    chmodSync(file, 0o640);
    symlinkSync(file, join(folder, 'plan.json'));
    const { status, stdout } = run(
      'build',
      join(folder, 'plan.json'),
      '--url',
      'https://ent.example/sentier/',
    );
    assert.equal(status, 0);
    assert.match(stdout.trim().split('\n').at(-1) ?? '', /plan\.json \(/);
    assert.ok(lstatSync(join(folder, 'plan.json')).isSymbolicLink());
    assert.match(readFileSync(file, 'utf8'), /help-index\.fr\.txt/);
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('is told where the output is full, without a stack', { skip: !existsSync('/dev/full') }, () => {
    const folder = tempFolder('sentier-build');
    const file = planIn(folder);
    const tour = join(folder, 'tour.json');
    writeFileSync(
      tour,
      JSON.stringify({
        name: 'Une visite',
        pathmatch: '/my/%',
        configdata: '{}',
        version: 1,
        steps: [{ title: 'Un', content: 'Ici.', targettype: '2', targetvalue: '', configdata: '{}' }],
      }),
    );
    for (const args of [
      ['validate', file],
      ['import', 'moodle', tour],
    ]) {
      const { status, stderr } = shell('"$0" "$@" > /dev/full', ...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /la sortie ne peut pas être écrite/);
      assert.doesNotMatch(stderr, /\n\s+at /);
    }
    const { stderr } = shell('"$0" "$@" | true', 'validate', file);
    assert.equal(stderr, '');
  });

  it('ends with 2 for a word that is none of ours, and 0 for help', () => {
    assert.equal(run('valider').status, 2);
    assert.equal(run('validate').status, 2);
    assert.equal(run('build', 'plan.json', '--colour').status, 2);
    assert.equal(run('--help').status, 0);
    assert.equal(run('--version').status, 0);
  });

  it('goes beside a file: an address is refused with words', () => {
    const { status, stderr } = run('build', 'https://ent.example/plan.json');
    assert.equal(status, 2);
    assert.match(stderr, /c’est une adresse, et il faut un fichier/);
  });

  it('is read in UTF-8 and UTF-16 alone, and said so of another encoding', () => {
    const folder = tempFolder('sentier-build');
    const text = JSON.stringify({ ...PLAN, campaigns: [{ ...PLAN.campaigns[0], title: 'Été' }] });
    const file = join(folder, 'plan.json');
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const good of [Buffer.from(`\ufeff${text}`), little, Buffer.from(little).swap16()]) {
      writeFileSync(file, good);
      assert.equal(run('validate', file).status, 0);
    }
    writeFileSync(file, Buffer.from(text, 'latin1'));
    const { status, stderr } = run('validate', file);
    assert.equal(status, 2);
    assert.match(stderr, /ce n’est pas de l’UTF-8\u00a0: enregistrez-le en UTF-8/);
    const serving = spawnSync(process.execPath, [command, 'serve', '-d', folder, '-p', '0', '--plan', file], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', SENTIER_LOG: 'silent' },
    });
    assert.equal(serving.status, 1);
    assert.match(serving.stderr, /plan\.json: not UTF-8; save it as UTF-8\./);
  });

  it('tells a key that is written twice in one object, with its path', () => {
    const folder = tempFolder('sentier-build');
    const file = join(folder, 'plan.json');
    const content = '{"title":"{\\"a\\":1,\\"a\\":2}","body":"x"}';
    writeFileSync(
      file,
      `{"version":1,"settings":{"locale":"fr","l\\u006fcale":"en"},"campaigns":[{"id":"a","kind":"banner","content":${content}},{"id":"b","kind":"banner","content":${content},"content":{"src":"c.json"}}]}`,
    );
    writeFileSync(join(folder, 'c.json'), '{"title":"a","body":"b","title":"c"}');
    const { status, stdout } = run('validate', file);
    assert.equal(status, 1);
    assert.deepEqual(
      [...stdout.matchAll(/^Erreur — (.*)\u00a0: cette clé est écrite deux fois/gm)].map(([, path]) => path),
      ['settings.locale', 'campaigns[1].content', `${join(folder, 'c.json')}\u00a0: title`],
    );
  });
});
