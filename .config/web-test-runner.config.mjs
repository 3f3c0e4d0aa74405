// Real-browser tests. WTR=chromium,firefox,webkit chooses engines; FILES=a,b chooses files.
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { tourCases } from './tour-cases-reporter.mjs';
import { esbuildPlugin } from '@web/dev-server-esbuild';

const wanted = (process.env.WTR ?? 'chromium').split(',');
const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const launchers = {
  // Contexts of their own, so that files may run side by side.
  chromium: async () => (await import('@web/test-runner-playwright')).playwrightLauncher({ product: 'chromium', concurrency: 2, launchOptions: { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: CHROMIUM_ARGS } }),
  firefox: async () => (await import('./wtr-firefox.mjs')).firefox(process.env.FIREFOX_PATH ? { executablePath: process.env.FIREFOX_PATH } : {}),
  webkit: async () => {
    const { startWebKitDriver, stopWebKitDriver } = await import('./webkit-driver.mjs');
    const { webdriver } = await import('./wtr-webdriver.mjs');
    const port = await startWebKitDriver();
    return webdriver({ name: 'WebKitGTK', url: `http://127.0.0.1:${port}`, stop: stopWebKitDriver, capabilities: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: process.env.WEBKIT_PATH ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', args: ['--automation'] } } });
  },
};

/** The plain closing line that test/run.ts adds up, and the name of each test that failed, which it repeats at its end. */
const totals = () => ({
  onTestRunFinished({ sessions }) {
    const n = { passed: 0, failed: 0, skipped: 0 };
    const failed = [];
    const walk = (s, path) => {
      for (const t of s?.tests ?? []) { n[t.skipped ? 'skipped' : t.passed ? 'passed' : 'failed']++; if (!t.skipped && !t.passed) failed.push(`${path} › ${t.name}`); }
      s?.suites?.forEach((suite) => walk(suite, `${path} › ${suite.name}`));
    };
    for (const s of sessions) {
      const file = s.testFile?.replace(/^.*(?=test\/)/, '').replace(/\?.*$/, '') ?? s.browser?.name;
      walk(s.testResults, file);
      if (!s.passed && !s.testResults?.suites.length && !s.testResults?.tests?.length) { n.failed++; failed.push(`${file}: did not run`); }
    }
    console.log(`\n${n.passed} passed, ${n.failed} failed, ${n.skipped} skipped`);
    for (const name of failed) console.log(`failed: ${name}`);
  },
});

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: process.env.FILES ? process.env.FILES.split(',') : ['test/{model,core,platform,engine,elements,importers,studio}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [esbuildPlugin({ ts: true, json: false, target: 'es2022', tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })],
  browsers: await Promise.all(wanted.map((w) => launchers[w]())),
  filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(String(args[0])),
  testFramework: { config: { timeout: 10000 } },
  testsStartTimeout: 60000, testsFinishTimeout: 180000, browserStartTimeout: 60000,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), totals(), tourCases()],
};
