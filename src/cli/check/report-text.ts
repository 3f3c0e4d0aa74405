import { profileWords, stateWords, targetWords } from './finding.js';
import type { Finding } from './finding.js';

const MARKS = { good: '✓', warning: '!', error: '✗' } as const;

/** For a terminal or a log: faults in full, what is well in one line a campaign. */
export function textReport(findings: readonly Finding[], isWhole = false): string {
  const lines: string[] = [];
  for (const [heading, some] of grouped(findings)) {
    const bad = some.filter(({ severity }) => severity !== 'good');
    lines.push(`${bad.length ? '' : '✓ '}${heading} — ${some.length - bad.length} sur ${some.length}`);
    for (const finding of isWhole ? some : bad) {
      const { severity, label, page, state, message, path, target } = finding;
      lines.push(`  ${MARKS[severity]} ${label} (${page || 'aucune page'})\u00a0: ${stateWords(state)}`);
      if (message) lines.push(`      ${message}`);
      if (severity !== 'good') lines.push(`      ${path} = ${targetWords(target)}`);
    }
  }
  return [...lines, '', summary(findings), ''].join('\n');
}

export function* grouped(findings: readonly Finding[]): Generator<[heading: string, Finding[]]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.title} [${finding.campaign}], ${profileWords(finding.profile)}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  yield* groups;
}

export const countOf = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((one) => one.severity === severity).length;

export function summary(findings: readonly Finding[]): string {
  const errors = countOf(findings, 'error');
  const warnings = countOf(findings, 'warning');
  return `${findings.length} cible(s) vérifiée(s)\u00a0: ${countOf(findings, 'good')} bonne(s), ${errors} en faute, ${warnings} à voir.`;
}
