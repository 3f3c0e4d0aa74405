import { expect } from '@open-wc/testing';
import { fetchContent } from '../../src/platform/content-source.js';

const plan = new URL('/test/fixtures/plan.json', location.href).href;
const failureOf = (src: string): Promise<string> =>
  fetchContent(src, plan).then(
    () => '',
    (error: Error) => error.message,
  );

describe('what a plan keeps in a file of its own', () => {
  it('is read beside the plan', async () => {
    expect(await fetchContent('/package.json', plan)).to.include({ name: 'sentier' });
    expect(await failureOf('content/nowhere.json')).to.contain('/test/fixtures/content/nowhere.json: 404');
  });
  for (const src of [
    'https://evil.example/a.json',
    '//evil.example/a.json',
    '/\\evil.example/a.json',
    'data:,{}',
  ])
    it(`is not asked for at ${src}`, async () => {
      expect(await failureOf(src)).to.equal(`${src}: not where the plan comes from; put the file beside it`);
    });
});
