import rows from './cases.json';

/** The table that the test run wrote, for the page beside. */
export const CASES = rows as readonly {
  number: string;
  names: string[];
  engines: Partial<Record<'chromium' | 'firefox' | 'webkit', 'passed' | 'failed' | 'skipped'>>;
  notes: string[];
}[];

const WORDS = { passed: 'réussi', failed: 'échoué', skipped: 'non essayé' } as const;

export const wordFor = (result: keyof typeof WORDS | undefined): string =>
  result ? WORDS[result] : 'non essayé';
