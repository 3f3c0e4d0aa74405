import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { audienceRefusal } from '../../src/core/audience.js';
import { articleFor } from '../../src/core/help/article-for.js';
import { documentOf } from '../../src/core/help/documents.js';
import { buildIndex, searchWith } from '../../src/core/help/search-index.js';
import type { Search } from '../../src/core/help/search-index.js';
import type { Context } from '../../src/core/types.js';
import { readPlan } from '../../src/model/read-plan.js';

/** What people typed, who they are, and the article that answers. */
const questions = JSON.parse(readFileSync('test/core/help/questions.json', 'utf8')) as [
  string,
  string,
  string,
][];
const { plan } = readPlan(JSON.parse(readFileSync('stories/demo/site/plan.json', 'utf8')));
const TABLE = 'stories/help/search-table.json';

/** As the page does it for a person of the demo's primary school. */
function searchFor(profile: string): Search {
  const profiles = profile === 'head' ? ['teacher', 'head'] : [profile];
  const context: Context = { user: { key: profile, profiles, schools: ['0999001A'], degrees: ['1d'] } };
  const isFor = (item: Parameters<typeof audienceRefusal>[0]) => !audienceRefusal(item, plan, context, 0);
  const reading = { locales: ['fr'], planLocale: 'fr', services: {} };
  const mine = plan.help.articles.filter(isFor).map((one) => ({ ...articleFor(one, isFor), variants: [] }));
  return searchWith(
    buildIndex(mine.map((one) => documentOf(one, reading))),
    (plan.help as { synonyms?: string[][] }).synonyms,
  );
}

describe('the search, asked as people ask', () => {
  const searches = new Map<string, Search>();
  const rows = questions.map(([profile, question, expected]) => {
    const search = searches.get(profile) ?? searchFor(profile);
    searches.set(profile, search);
    const found = search(question).map(({ id }) => id);
    return { profile, question, expected, rank: found.indexOf(expected) + 1, found: found.slice(0, 3) };
  });

  it('has 60 questions or more, each with an article that exists', () => {
    assert.ok(questions.length >= 60);
    const ids = new Set(plan.help.articles.map(({ id }) => id));
    assert.deepEqual(
      rows.filter(({ expected }) => !ids.has(expected)),
      [],
    );
  });

  it('gives the right article among the first three for 90 % of them', () => {
    const right = rows.filter(({ rank }) => rank > 0 && rank <= 3).length;
    assert.ok(right / rows.length >= 0.9, `${right} of ${rows.length}`);
  });

  it('has its table in the stories, as it is now', () => {
    const table = `${JSON.stringify(rows, null, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(TABLE, table);
    assert.deepEqual(JSON.parse(readFileSync(TABLE, 'utf8')), rows, `UPDATE=1 writes ${TABLE} anew`);
  });
});
