import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import type { Envelope } from '../../src/core/ports.js';
import { CONTEXT, page as pageOf, PLAN, routes as siteOf } from './support/pages.js';
import type { Answer, TestServer } from './support/server.js';
import { useBrowser } from './support/site.js';

const { visit } = useBrowser();
const SURVEY = {
  ...PLAN,
  help: {},
  campaigns: [
    { ...PLAN.campaigns[2], when: {}, content: { ...PLAN.campaigns[2].content, dimensions: ['profile'] } },
  ],
};
const tag =
  '<script src="/sentier/sentier.js" data-plan="/plan.json" data-collect="/collect" defer></script>';

/** A collector that keeps each envelope once; `fault` may answer, or act, instead. */
function collector(
  fault: (body: string, request: IncomingMessage) => Answer | 'lost' | undefined = () => undefined,
) {
  const kept = new Map<string, Envelope>();
  /** Under whose session each came: the cookie, as the browser sent it. */
  const under = new Map<string, string>();
  let tries = 0;
  return {
    kept,
    under,
    tries: () => tries,
    responses: () => [...kept.values()].filter(({ type }) => type === 'response'),
    setup: ({ routes }: TestServer) => {
      routes.set('/collect', (request, body) => {
        tries++;
        const answer = fault(body, request);
        if (answer && answer !== 'lost') return answer;
        const receipt = { accepted: [] as string[], known: [] as string[], refused: [] };
        for (const envelope of (JSON.parse(body) as { envelopes: Envelope[] }).envelopes) {
          receipt[kept.has(envelope.id) ? 'known' : 'accepted'].push(envelope.id);
          kept.set(envelope.id, envelope);
          under.set(envelope.id, request.headers.cookie ?? '');
        }
        return answer === 'lost'
          ? { broken: true }
          : { body: JSON.stringify(receipt), type: 'application/json' };
      });
    },
  };
}

type Page = Awaited<ReturnType<typeof visit>>['page'];
async function answer(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Oui' }).click();
  await page.getByRole('button', { name: /Envoyer|Terminer/ }).click();
}
const waiting = `new Promise((resolve) => {
  const open = indexedDB.open('sentier-outbox');
  open.onsuccess = () => {
    const all = open.result.transaction('rows').objectStore('rows').getAll();
    all.onsuccess = () => (open.result.close(), resolve(all.result.map((row) => row.envelope.type)));
  };
})`;

/** Until what is left in the outbox is as wanted. */
async function outboxIs(page: Pick<Page, 'evaluate'>, wanted: (types: string[]) => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const types = (await page.evaluate(waiting)) as string[];
    if (wanted(types)) return;
    if (Date.now() > end) assert.fail(`the outbox has ${types.join() || 'nothing'}`);
  }
}
const hasAnswer = (types: string[]) => types.includes('response');
const isEmpty = (types: string[]) => !types.length;

describe('an answer', () => {
  it('is sent once, with the day and coarse dimensions and nothing of the person', async () => {
    const server = collector();
    const { page } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await page.getByText('Merci.').waitFor();
    const [response, ...more] = server.responses();
    assert.equal(more.length, 0);
    assert.match(response?.day ?? '', /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(response?.audience, { profile: 'teacher' });
    const sent = JSON.stringify([...server.kept.values()]);
    assert.doesNotMatch(sent, /b1946ac9|"at"|user|T\d\d:\d\d/);
  });

  it('outcomes say profile and degree only', async () => {
    const server = collector();
    const { page } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await page.getByText('Merci.').waitFor();
    const outcomes = [...server.kept.values()].filter(({ type }) => type === 'outcome');
    assert.ok(outcomes.length > 0);
    for (const { audience, data } of outcomes) {
      assert.deepEqual(audience, { profile: 'teacher' });
      assert.ok(typeof data['type'] === 'string');
    }
  });

  it('is kept while the server is down, and sent by a later page', async () => {
    let isDown = true;
    const server = collector(() => (isDown ? { status: 503 } : undefined));
    const { page } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await outboxIs(page, hasAnswer);
    isDown = false;
    await page.reload();
    await outboxIs(page, isEmpty);
    assert.equal(server.responses().length, 1);
  });

  it('is sent by a later page on which nothing is due', async () => {
    let isDown = true;
    const server = collector(() => (isDown ? { broken: true } : undefined));
    const visited = await visit(SURVEY, { tag, setup: server.setup });
    const { page } = visited;
    await answer(page);
    await outboxIs(page, hasAnswer);
    isDown = false;
    visited.server.routes.set('/plan.json', siteOf({ ...SURVEY, campaigns: [] })['/plan.json'] ?? '');
    await page.reload();
    await outboxIs(page, isEmpty);
    assert.equal(server.responses().length, 1);
  });

  it('is stored once when only the acknowledgement is lost', async () => {
    let isLost = true;
    const server = collector((body) => (body.includes('"response"') && isLost ? 'lost' : undefined));
    const { page } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await outboxIs(page, hasAnswer);
    // Each page tries once, and pauses when it hears nothing. (A browser may repeat a request by itself.)
    const tried = page.waitForRequest('**/collect');
    await page.reload();
    await tried;
    await outboxIs(page, hasAnswer);
    // What was asked may have been the page before, as it went: this one, or the next, is heard.
    isLost = false;
    await page.reload();
    await outboxIs(page, isEmpty);
    assert.ok(server.tries() >= 2);
    assert.equal(server.responses().length, 1);
  });

  it('is not tried again before the server wants it', async () => {
    const server = collector(() => ({ status: 429, headers: { 'retry-after': '3600' } }));
    const { page } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await outboxIs(page, hasAnswer);
    assert.ok(server.tries() <= 2, String(server.tries()));
  });

  it('that the server will never take is taken out, and said', async () => {
    const server = collector(() => ({ status: 422 }));
    const { page } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await outboxIs(page, isEmpty);
    assert.ok(
      page.complaints.some((line) => /collect: \d+ not sent: 422/.test(line)),
      page.complaints.join('\n'),
    );
  });

  it('survives the tab that is closed before the server answered', async () => {
    let isSlow = true;
    const server = collector(() => (isSlow ? { delayMs: 60_000, status: 503 } : undefined));
    const { page, context, url } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await outboxIs(page, hasAnswer);
    isSlow = false;
    const next = await context.newPage();
    await page.close();
    await next.goto(url);
    await outboxIs(next, isEmpty);
    assert.equal(server.responses().length, 1);
  });

  it('is sent by one of ten tabs', async () => {
    let isDown = true;
    const server = collector(() => (isDown ? { status: 503 } : undefined));
    const { page, context, url } = await visit(SURVEY, { tag, setup: server.setup });
    await answer(page);
    await outboxIs(page, hasAnswer);
    isDown = false;
    await page.close();
    const tabs = await Promise.all(Array.from({ length: 10 }, () => context.newPage()));
    await Promise.all(tabs.map((tab) => tab.goto(url)));
    await outboxIs(tabs[0]!, isEmpty);
    assert.equal(server.responses().length, 1);
  });
});

describe('two people on one machine', () => {
  const of = (key: string): string =>
    pageOf({ tag, context: { ...CONTEXT, user: { ...CONTEXT.user, key } } });

  /** Anna answers while the server is down; then Bela signs in, on a page where the same is asked. */
  async function annaThenBela(withoutSession?: Answer) {
    let isDown = true;
    const asked: string[] = [];
    const server = collector((_, { headers }) => {
      if (isDown) return { broken: true };
      asked.push(headers.cookie ?? '');
      return headers.cookie ? undefined : withoutSession;
    });
    const visited = await visit(SURVEY, { tag, path: '/host.css', setup: server.setup });
    const { page, context, url } = visited;
    const signIn = async (name: string): Promise<void> => {
      await context.addCookies([{ name: 'session', value: name, url }]);
      visited.server.routes.set('/', of(name));
      await page.goto(url);
    };
    await signIn('anna');
    await answer(page);
    await outboxIs(page, hasAnswer);
    isDown = false;
    await signIn('bela');
    await answer(page);
    await page.getByText('Merci.').waitFor();
    return { server, page, signIn, asked };
  }
  const sessions = (server: ReturnType<typeof collector>): string[] =>
    server.responses().map(({ id }) => server.under.get(id) ?? '?');

  it('the answer of the first goes under no session while the second is here', async () => {
    const { server, page } = await annaThenBela();
    await outboxIs(page, isEmpty);
    assert.deepEqual(sessions(server).sort(), ['', 'session=bela']);
    const sent = JSON.stringify([...server.kept.values()]);
    assert.doesNotMatch(sent, /anna|bela|"who"/);
  });

  for (const [name, refusal] of [
    ['401', { status: 401 }],
    ['the way to sign in elsewhere', { status: 302, headers: { location: 'https://connexion.invalid/' } }],
  ] as const)
    it(`and waits for the first where what comes without is answered with ${name}`, async () => {
      const { server, page, signIn, asked } = await annaThenBela(refusal);
      await outboxIs(page, (types) => types.filter((type) => type === 'response').length === 1);
      assert.deepEqual(sessions(server), ['session=bela']);
      assert.deepEqual(
        page.complaints.filter((line) => /not sent/.test(line)),
        [],
      );
      // Asked for once, and not again by each page.
      const without = asked.filter((cookie) => !cookie).length;
      await page.reload();
      await page.waitForLoadState('networkidle');
      assert.equal(asked.filter((cookie) => !cookie).length, without);
      await signIn('anna');
      await outboxIs(page, isEmpty);
      assert.deepEqual(sessions(server), ['session=bela', 'session=anna']);
    });
});

describe('nothing to send', () => {
  it('loads nothing of the delivery, and opens no database', async () => {
    const { page } = await visit({ ...SURVEY, campaigns: [] }, { tag });
    await page.waitForLoadState('networkidle');
    assert.equal(
      page.asked.some((path) => path.includes('deliver')),
      false,
    );
    assert.deepEqual(
      await page.evaluate(`indexedDB.databases().then((all) => all.map(({ name }) => name))`),
      [],
    );
  });
});
