import { isRecord } from '../../model/format.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { ReadPlan } from '../../model/read-plan.js';
import { RESPONSES } from '../intake/increments.js';
import type { Db } from '../store/database.js';
import { CHECK_WORDS, type Language } from './check-words.js';
import { readEditions } from './editions.js';
import { factsOf, type CampaignFacts, type QuestionFacts } from './facts.js';

/** Would answers be read as what they were not? A label that stands for another id, a question of another kind. */
function isConfused(was: QuestionFacts, is: QuestionFacts): boolean {
  if (was.kind !== is.kind) return true;
  return is.options.some(
    ({ id, label }) =>
      label !== was.options.find((one) => one.id === id)?.label &&
      was.options.some((one) => one.id !== id && one.label === label),
  );
}

/** Titles of questions that are not as they were; `confused` where old answers would be misread. */
function changesOf(was: CampaignFacts, is: CampaignFacts): { titles: string[]; confused: boolean } {
  const titles: string[] = [];
  let confused = false;
  for (const before of was.questions) {
    const now = is.questions.find(({ id }) => id === before.id);
    if (JSON.stringify(now) === JSON.stringify(before)) continue;
    titles.push(before.title || before.id);
    confused ||= now !== undefined && isConfused(before, now);
  }
  for (const { id, title } of is.questions)
    if (!was.questions.some((one) => one.id === id)) titles.push(title || id);
  return { titles, confused };
}

/**
 * What changes in surveys that people have answered, while the version stays: a warning, or an error where old answers
 * would be read as others.
 */
export async function checkAnswered(
  db: Db,
  tenant: string,
  document: unknown,
  { campaigns, settings }: ReadPlan,
  language: Language,
): Promise<PlanIssue[]> {
  const surveys = campaigns.filter(({ kind }) => kind === 'survey');
  if (!surveys.length) return [];
  const editions = await readEditions(
    db,
    tenant,
    surveys.map(({ id }) => id),
  );
  const issues: PlanIssue[] = [];
  const words = CHECK_WORDS[language];
  for (const campaign of surveys) {
    const is = factsOf(campaign, settings);
    // In its last words: an option that went and came back is what it was.
    const was = (editions.get(campaign.id) ?? []).filter(({ version }) => version === is.version).at(-1);
    const changes = was && changesOf(was, is);
    if (!changes?.titles.length) continue;
    const answered = await db
      .selectFrom('rollup')
      .select('n')
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign.id)
      .where('version', '=', is.version)
      .where('cut', '=', '')
      .where('school', '=', '')
      .where('value', '=', '')
      .where('metric', '=', RESPONSES)
      .executeTakeFirst();
    if (!answered) continue;
    const list = isRecord(document) && Array.isArray(document['campaigns']) ? document['campaigns'] : [];
    const path = `campaigns[${list.findIndex((one) => isRecord(one) && one['id'] === campaign.id)}].version`;
    const [fault, remedy] = words.answered(changes.titles, changes.confused, is.version + 1);
    issues.push({
      severity: changes.confused ? 'error' : 'warning',
      code: 'version',
      path,
      message: `${path}${words.plan.colon}${fault}. ${remedy}`,
      remedy,
      campaign: campaign.id,
    });
  }
  return issues;
}
