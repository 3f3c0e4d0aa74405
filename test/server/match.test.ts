/** What was read is named again by its tag, as a proxy in between has left it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { matchDraft } from '../../src/server/plans/match.js';

it('a tag is known again after a proxy that compresses, and no other is', () => {
  const row = { version: 3, document: '{}', contents: '{}' };
  for (const tag of ['"d3"', 'W/"d3"', '"d3-gzip"', '"d3-br"', '"d2", "d3-gzip"']) matchDraft(tag, row);
  for (const tag of ['', '*', '"d2"', '"d2-gzip"', '"d3-other"', '"d33"'])
    assert.throws(() => matchDraft(tag, row), /The draft has changed since it was read/, tag);
});
