import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { audienceRefusal } from '../../src/core/audience.js';
import { decide } from '../../src/core/director.js';
import { slotOf } from '../../src/core/slot.js';
import type { Context, Decision, Page } from '../../src/core/types.js';
import { contentFor } from '../../src/core/variant.js';
import { parseLocal } from '../../src/core/zoned-time.js';
import { indexPlan } from '../../src/model/index-plan.js';
import { readPlan } from '../../src/model/read-plan.js';
import type { Campaign } from '../../src/model/schema/campaign.js';
import type { Target } from '../../src/model/schema/common.js';
import { SurveyContent } from '../../src/model/schema/survey.js';
import type { TourContent } from '../../src/model/schema/tour.js';
import { PRESETS } from '../../stories/demo/server/dates.js';
import { PAGES } from '../../stories/demo/server/pages.js';
import { PERSONAS, type Persona } from '../../stories/demo/server/personas.js';
import { pageFor, SITE } from './demo-visit.js';

const text = readFileSync(join(SITE, 'plan.json'), 'utf8');
const raw: unknown = JSON.parse(text);
const { plan: full, issues } = readPlan(raw);
const { plan } = indexPlan(raw);
const ZONE = 'Europe/Paris';
const DATES = [
  ...PRESETS.flatMap(({ id, now }) => (now ? [{ id, now }] : [])),
  { id: '2026-11-23T12:00', now: '2026-11-23T12:00' },
  { id: '2027-01-26T18:05', now: '2027-01-26T18:05' },
  { id: '2027-06-22T18:05', now: '2027-06-22T18:05' },
];

const contextOf = ({ id, user }: Persona, locale = 'fr'): Context => ({ user: { key: id, ...user }, locale });

/** What stands in a page that was served: enough of CSS for ids, classes, attributes, tags and descendants. */
function isIn(selector: string, html: string): boolean {
  const [host = '', inner] = selector.split('>>>').map((part) => part.trim());
  if (inner !== undefined)
    return (
      isIn(host, html) && readFileSync(join(SITE, 'assets/ent.js'), 'utf8').includes(`'${inner.slice(1)}'`)
    );
  return host.split(/\s+/).every((compound) =>
    (compound.match(/[#.]?[\w-]+|\[[^\]]+\]/g) ?? []).every((simple) => {
      const name = simple.slice(1);
      if (simple.startsWith('#')) return html.includes(` id="${name}"`);
      if (simple.startsWith('.')) return new RegExp(`class="[^"]*\\b${name}\\b`).test(html);
      if (simple.startsWith('[')) return html.includes(` ${name.slice(0, -1).replace(/=(.*)/, '="$1"')}`);
      return html.includes(`<${simple}`);
    }),
  );
}
const selectorsOf = (target: Target | undefined): string[] =>
  [target ?? []].flat().filter((part) => typeof part === 'string');

/** A page on which everything has had its time to come. */
function decideOn(
  persona: Persona,
  path: string,
  now: string,
  html?: string,
  events: readonly string[] = [],
): Decision {
  const at = parseLocal(now, ZONE);
  const page: Page = {
    path,
    since: at - 60_000,
    isPresent: (target) => html === undefined || selectorsOf(target).some((selector) => isIn(selector, html)),
    events: new Map(events.map((name) => [name, at - 60_000])),
    showing: new Map(),
  };
  return decide(plan, contextOf(persona), { campaigns: {} }, page, at);
}

describe('the demo’s plan', () => {
  it('has not one issue under the full schema', () => assert.deepEqual(issues, []));

  it('is no token: 12 campaigns, 20 articles, 4 hints, contacts for both schools', () => {
    assert.ok(full.campaigns.length >= 12, `${full.campaigns.length} campaigns`);
    assert.ok((full.help.articles?.length ?? 0) >= 20);
    assert.ok((full.help.hints?.length ?? 0) >= 4);
    const schools = new Set(full.help.contacts?.flatMap((contact) => contact.schools ?? []));
    assert.deepEqual([...schools].sort(), ['0999001A', '0999002B']);
  });

  it('uses every lever, place, profile and kind', () => {
    const seen = (of: (campaign: Campaign) => unknown) =>
      [...new Set(plan.campaigns.flatMap((c) => of(c)).filter(Boolean))].sort();
    assert.deepEqual(
      seen((c) => c.kind),
      ['banner', 'checklist', 'survey', 'tour'],
    );
    assert.deepEqual(
      seen((c) => c.lever),
      ['communication', 'support', 'training'],
    );
    assert.deepEqual(
      seen((c) => (c.content as { place?: string }).place),
      ['bottom', 'corner', 'inline', 'modal', 'top'],
    );
    assert.deepEqual(
      seen((c) => c.audience?.profiles).filter((p) => typeof p === 'string').length,
      new Set(PERSONAS.map((p) => p.profile)).size,
    );
  });

  it('keeps the content that is apart as valid as what is inline', () => {
    for (const { content } of plan.campaigns) {
      const { src } = content as { src?: string };
      if (src) v.parse(SurveyContent, JSON.parse(readFileSync(join(SITE, src), 'utf8')));
    }
  });

  it('says what the ends of a scale are in one place: a help beside them is a second scale', () => {
    const twice = plan.campaigns.flatMap(({ content }) => {
      const { src } = content as { src?: string };
      const survey = (src ? JSON.parse(readFileSync(join(SITE, src), 'utf8')) : content) as SurveyContent;
      return (survey.questions ?? []).filter(
        ({ kind, help }) => kind === 'nps' && /10/.test(JSON.stringify(help ?? '')),
      );
    });
    assert.deepEqual(twice, []);
  });

  it('speaks to parents in Arabic and English wherever it speaks to them alone', () => {
    const missing = plan.campaigns
      .filter(({ audience }) => audience?.profiles?.length === 1 && audience.profiles[0] === 'guardian')
      .filter(({ content }) => typeof content.title !== 'object' || !('ar' in (content.title as object)));
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });
});

describe('the French of the demo', () => {
  const french: string[] = [];
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (
        /^(fr|fr-x-simple|title|body|label|intro|thanks|help|hours|purpose|controller|signature|location)$/.test(
          key,
        )
      )
        french.push(value);
    } else if (Array.isArray(value)) value.forEach((item) => collect(item, key === 'options' ? 'label' : ''));
    else if (value && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) collect(inner, name);
  };
  collect(raw);

  const RULES: readonly [name: string, fault: RegExp][] = [
    ['a straight apostrophe', /\w'\w/],
    ['a plain space before : ; ! ?', / [;!?]| :(\s|$)/],
    ['quotes without their no-break spaces', /«[^\u00a0\u202f]|[^\u00a0\u202f]»/],
    ['three dots for an ellipsis', /\.\.\./],
    ['an hour that may break', /\d h\b/],
  ];
  for (const [name, fault] of RULES)
    it(`has no ${name}`, () =>
      assert.deepEqual(
        french.filter((one) => fault.test(one)),
        [],
      ));

  it('says tu to pupils and vous to the others', () => {
    for (const { id, content, variants = [], audience } of plan.campaigns) {
      const toPupils = [
        ...variants.filter((one) => one.audience.profiles?.join() === 'pupil').map((one) => one.content),
        ...(audience?.profiles?.join() === 'pupil' ? [content] : []),
      ];
      for (const one of toPupils)
        assert.doesNotMatch(JSON.stringify(one), /\b(vous|votre|vos)\b/i, `${id} says vous to pupils`);
    }
  });
});

describe('the demo’s tours', () => {
  const tours = plan.campaigns.filter(({ kind }) => kind === 'tour');

  for (const tour of tours) {
    it(`${tour.id} finds what it shows, for each who takes it`, async () => {
      const at = parseLocal('2026-09-15T18:05', ZONE);
      const alive = new Set<string>();
      const known = new Set<string>();
      let takers = 0;
      for (const persona of PERSONAS) {
        if (audienceRefusal(tour, plan, contextOf(persona), at)) continue;
        takers++;
        const { steps } = contentFor(tour, plan, contextOf(persona), at) as TourContent;
        let path = tour.when?.pages?.[0]?.replace('**', '') ?? '/accueil/';
        for (const step of steps) {
          path = step.page ?? path;
          const html = await pageFor(persona.id, path, '15-septembre');
          const selectors = selectorsOf(step.target);
          const found = selectors.filter((selector) => isIn(selector, html));
          selectors.forEach((selector) => known.add(selector));
          found.forEach((selector) => alive.add(selector));
          assert.ok(
            found.length || step.missing === 'skip' || !step.target,
            `${persona.id}, step ${step.id}: nothing of ${selectors.join(', ')} on ${path}`,
          );
        }
      }
      assert.ok(takers, 'nobody takes it');
      assert.deepEqual(
        [...known].filter((selector) => !alive.has(selector)),
        [],
        'targets that nobody ever meets',
      );
    });
  }

  it('has one step in a shadow root, one in a native dialog, one on another page', () => {
    const steps = tours.flatMap(({ content }) => (content as TourContent).steps);
    const has = (test: (step: TourContent['steps'][number]) => boolean) => assert.ok(steps.some(test));
    has(({ target }) => selectorsOf(target).some((selector) => selector.includes('>>>')));
    has(({ target }) => selectorsOf(target).includes('#destinataire'));
    has(({ page }) => page === '/cahier-de-textes/');
  });
});

describe('the demo’s hints', () => {
  for (const { id, target, pages = [], audience } of full.help.hints ?? []) {
    it(`${id} stands by something that is there`, async () => {
      const at = parseLocal('2026-09-15T18:05', ZONE);
      for (const persona of PERSONAS) {
        if (audienceRefusal({ id, audience }, plan, contextOf(persona), at)) continue;
        const html = await pageFor(persona.id, pages[0]?.replace('**', '') ?? '/accueil/', '15-septembre');
        if (html.includes('class="card empty"')) continue;
        assert.ok(
          selectorsOf(target).some((selector) => isIn(selector, html)),
          `${persona.id} does not have it`,
        );
      }
    });
  }
});

describe('what the director makes of it', () => {
  it('shows each campaign to somebody on one of the demo’s dates', () => {
    const reached = new Set<string>();
    for (const persona of PERSONAS)
      for (const { now } of DATES)
        for (const path of PAGES) {
          // Those that another one outranks come in their turn: once the first is done.
          const progress = {
            campaigns: {} as Record<
              string,
              { version: number; status: 'completed'; shown: number; at: number }
            >,
          };
          for (let round = 0; round < 4; round++) {
            const at = parseLocal(now, ZONE);
            const page: Page = {
              path,
              since: at - 60_000,
              isPresent: () => true,
              events: new Map([['messagerie:envoye', at - 60_000]]),
              showing: new Map(),
            };
            for (const { id, version = 1 } of decide(plan, contextOf(persona), progress, page, at).show) {
              reached.add(id);
              progress.campaigns[id] = { version, status: 'completed', shown: 1, at };
            }
          }
        }
    assert.deepEqual(
      plan.campaigns
        // What people come for by themselves, from the help page.
        .filter(({ id, when }) => !reached.has(id) && when?.start !== 'manual')
        .map(({ id }) => id),
      [],
    );
  });

  it('never piles up: at most two things on any page, at most one interrupting', async () => {
    for (const persona of PERSONAS)
      for (const { id: date, now } of DATES)
        for (const path of PAGES) {
          const { show } = decideOn(persona, path, now, await pageFor(persona.id, path, date));
          const where = `${persona.id}, ${date}, ${path}: ${show.map(({ id }) => id).join(', ')}`;
          assert.ok(show.length <= 2, where);
          const interrupting = show.filter(
            (c) =>
              slotOf(c, contentFor(c, plan, contextOf(persona), parseLocal(now, ZONE))) === 'interruption',
          );
          assert.ok(interrupting.length <= 1, where);
        }
  });

  it('has something for each person on the first day’s home page', async () => {
    for (const persona of PERSONAS) {
      const html = await pageFor(persona.id, '/accueil/', 'rentree');
      assert.ok(decideOn(persona, '/accueil/', '2026-09-01T08:05', html).show.length, persona.id);
    }
  });

  it('leaves pupils alone in class', () => {
    const pupil = PERSONAS[0] as Persona;
    const { show, refusals } = decideOn(pupil, '/accueil/', '2026-09-10T10:00');
    assert.ok(show.every((c) => c.kind === 'banner'));
    assert.ok(refusals.some(({ code }) => code === 'pace.quiet'));
  });

  it('helps each person on each of their pages', () => {
    const at = parseLocal('2026-09-15T18:05', ZONE);
    for (const persona of PERSONAS) {
      const mine =
        full.help.articles?.filter((article) => !audienceRefusal(article, plan, contextOf(persona), at)) ??
        [];
      for (const service of ['accueil', 'messagerie', 'agenda', 'classeur', 'blog', 'mon-compte'])
        assert.ok(
          mine.some(({ services }) => services?.includes(service)),
          `${persona.id} has no article for ${service}`,
        );
    }
  });
});
