import base from './web-test-runner.config.mjs';
export default { ...base, testFramework: { config: { timeout: 4000, ...(process.env.GREP ? { grep: process.env.GREP } : {}) } }, testsFinishTimeout: 20000 };
