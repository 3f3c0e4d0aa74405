import { expect, fixture, html, waitUntil } from '@open-wc/testing';

const SCRIPT = '/dist/cdn/sentier.js';
const PLAN = {
  version: 1,
  id: 'built',
  campaigns: [{ id: 'b', kind: 'banner', content: { place: 'top', title: 'Bonjour' } }],
};

/** The built script in a page of its own: its chunks are found beside it, from a classic script, in every engine. */
describe('the built script', () => {
  it('finds its chunks beside itself and shows what is due', async function () {
    // A run of these tests alone may come before a build; `npm test` builds first.
    if (!(await fetch(SCRIPT, { method: 'HEAD' })).ok) return this.skip();
    const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>ENT</title>
      <script type="application/json" id="sentier-plan">${JSON.stringify(PLAN)}</script>
      <script src="${SCRIPT}" data-store="memory" defer></script></head><body><p>Un ENT</p></body></html>`;
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe width="800" height="400" srcdoc=${page}></iframe>`,
    );
    const banner = () =>
      frame.contentDocument?.querySelector('sentier-banner')?.shadowRoot?.textContent ?? '';
    await waitUntil(() => banner().includes('Bonjour'), 'the banner is there', { timeout: 8000 });
    const api = frame.contentWindow!.sentier as { version: string; destroy(): void };
    expect(api.version).to.match(/^\d+\.\d+/);
    api.destroy();
    await waitUntil(() => !frame.contentDocument?.querySelector('sentier-banner'));
  });
});
