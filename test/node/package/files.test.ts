/** What is packed: all that the package needs and README speaks of, and nothing that was built for something else. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { json, packed } from './packed.js';

const { files, root } = packed();

describe('what is packed', () => {
  it('is these, and no other', () => {
    const kinds = new Set(
      files.map((file) => file.replace(/^((?:dist|stories)\/[\w-]+(?:\.[\w.]+)?).*/, '$1')),
    );
    assert.deepEqual([...kinds].sort(), [
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/cdn',
      'dist/custom-elements.json',
      'dist/esm',
      'dist/node',
      'dist/plan.schema.json',
      'dist/types',
      'package.json',
      'stories/guides',
    ]);
  });

  it('has what README links to, and the guides that it names', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)|`(stories\/guides\/[\w.-]+)`/g)];
    assert.ok(named.length > 4);
    for (const [, link, guide] of named)
      assert.ok(existsSync(join(root, link ?? guide ?? '')), link ?? guide);
  });

  it('has the command', () => {
    const { bin } = json<{ bin: Record<string, string> }>(join(root, 'package.json'));
    for (const file of Object.values(bin)) assert.ok(existsSync(join(root, file)), file);
  });
});
