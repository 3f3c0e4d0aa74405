import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';

const SCRIPT = '/dist/cdn/sentier.js';
// Not 'self', which Firefox takes for the frame's own "about:srcdoc".
const CSP = `default-src 'none'; script-src ${location.origin}; style-src ${location.origin}; img-src ${location.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
const STEPS = [
  { id: 'un', target: '#ecrire', title: 'Écrire' },
  { id: 'deux', target: '#dossiers', title: 'Ranger' },
];

interface Page {
  /** What the tour says; empty without one. */
  said(): string;
  press(words: string): void;
  frame: HTMLIFrameElement;
  view: Window & { sentier: { replay(id: string): void; reset(): void } };
}

let plans = 0;

/** A page of an ENT with the built script, in a frame: another one with the same plan is a reload. */
async function visit(
  campaign: object,
  { key = 'a', profile = 'National_ENS', plan = `case-${plans}`, head = '' } = {},
): Promise<Page> {
  const json = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c');
  const content = {
    version: 1,
    id: plan,
    campaigns: [{ id: 'visite', kind: 'tour', content: { steps: STEPS }, ...campaign }],
  };
  const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8">${head}<title>ENT</title>
    <script type="application/json" id="sentier-context">${json({ user: { key, profiles: [profile] } })}</script>
    <script type="application/json" id="sentier-plan">${json(content)}</script>
    <script src="${SCRIPT}" defer></script></head>
    <body><main><button id="ecrire">Nouveau message</button><p id="dossiers">Dossiers</p></main></body></html>`;
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe width="800" height="500" title="ENT" srcdoc=${page}></iframe>`,
  );
  const card = () =>
    frame.contentDocument?.querySelector('sentier-tour')?.shadowRoot?.querySelector<HTMLElement>('.card');
  await waitUntil(() => (frame.contentWindow as Page['view'] | null)?.sentier?.replay, 'no script', {
    timeout: 8000,
  });
  return {
    frame,
    view: frame.contentWindow as Page['view'],
    said: () => card()?.textContent ?? '',
    press(words) {
      const buttons = [...(card()?.querySelectorAll('button') ?? [])];
      const found = buttons.find((button) => button.textContent === words);
      if (!found) throw new Error(`no "${words}" in "${card()?.textContent}"`);
      found.click();
    },
  };
}

const says = (page: Page, words: string): Promise<void> =>
  waitUntil(() => page.said().includes(words), `never "${words}", but "${page.said()}"`, { timeout: 8000 });

/** The time that a tour which is due takes to come, twice over. */
const saysNothing = async (page: Page): Promise<void> => {
  await aTimeout(600);
  expect(page.said()).to.equal('');
};

describe('neutral cases: the built script', () => {
  before(async function () {
    // A run of these tests alone may come before a build; `npm test` builds first.
    if (!(await fetch(SCRIPT, { method: 'HEAD' })).ok) this.skip();
  });
  beforeEach(() => plans++);
  after(() => sessionStorage.clear());

  it('case 19: a reload at step 2 resumes there for the same person, not for another; a step that is gone falls back once', async () => {
    const first = await visit({});
    await says(first, 'Étape 1 sur 2');
    first.press('Suivant');
    await says(first, 'Étape 2 sur 2');
    first.frame.remove();
    const again = await visit({});
    await says(again, 'Étape 2 sur 2');
    again.frame.remove();
    const other = await visit({}, { key: 'b' });
    await says(other, 'Étape 1 sur 2');
    other.frame.remove();
    const steps = [STEPS[0], { id: 'trois', title: 'Nouvelle' }];
    const changed = await visit({ content: { steps } });
    await says(changed, 'Étape 1 sur 2');
    changed.press('Suivant');
    await says(changed, 'Nouvelle');
    changed.frame.remove();
    await says(await visit({ content: { steps } }), 'Nouvelle');
  });

  it('case 20: a "no" is kept over reloads, a replay brings the tour back, a reset forgets', async () => {
    const campaign = { content: { intro: { title: 'Une visite\u202f?' }, steps: STEPS } };
    const first = await visit(campaign);
    await says(first, 'Une visite\u202f?');
    first.press('Non merci');
    first.frame.remove();
    const again = await visit(campaign);
    await saysNothing(again);
    again.view.sentier.replay('visite');
    await says(again, 'Une visite\u202f?');
    again.press('Non merci');
    again.view.sentier.reset();
    await says(again, 'Une visite\u202f?');
  });

  it('case 22: by profile and by address: a pupil sees it there, a teacher does not, and nobody elsewhere', async () => {
    const audience = { profiles: ['pupil'] };
    const here = { audience, when: { pages: ['**'] } };
    const pupil = await visit(here, { profile: 'National_ELV' });
    await says(pupil, 'Écrire');
    await saysNothing(await visit(here, { profile: 'National_ENS', key: 'c' }));
    const elsewhere = { audience, when: { pages: ['/messages/**'] } };
    await saysNothing(await visit(elsewhere, { profile: 'National_ELV', key: 'd' }));
  });

  it('case 25: a strict policy with Trusted Types is not violated, and markup in a text is text', async () => {
    const steps = [
      {
        ...STEPS[0],
        title: '<img src=x onerror=parent.hit=1>',
        body: '<script>parent.hit=1</script> [lien](javascript:parent.hit=1)',
        why: '<svg onload=parent.hit=1>',
        spotlight: { padding: 12, radius: 20 },
      },
      { id: 'deux', title: 'Fin' },
    ];
    const head = `<meta http-equiv="Content-Security-Policy" content="${CSP}">`;
    const page = await visit({ content: { steps } }, { head });
    const violations: string[] = [];
    page.frame.contentDocument!.addEventListener('securitypolicyviolation', (event) =>
      violations.push(`${event.violatedDirective} ${event.sample}`),
    );
    await says(page, '<img src=x onerror=parent.hit=1>');
    await says(page, 'À quoi ça sert');
    page.press('Suivant');
    await says(page, 'Fin');
    expect(violations).to.deep.equal([]);
    expect((window as { hit?: number }).hit).to.equal(undefined);
  });
});
