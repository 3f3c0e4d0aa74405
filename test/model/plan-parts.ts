import { readPlan, type PlanIssue } from '../../src/model/read-plan.js';

export type Fields = Record<string, unknown>;
export const step = { target: '#a', title: 'Un' };
export const tour = (more: Fields = {}, content: Fields = {}) => ({
  id: 't',
  kind: 'tour',
  content: { steps: [step], ...content },
  ...more,
});
export const banner = (content: unknown = { title: 'x' }, more: Fields = {}) => ({
  id: 'b',
  kind: 'banner',
  content,
  ...more,
});
export const survey = (...questions: unknown[]) => ({ id: 's', kind: 'survey', content: { questions } });
export const checklist = (...tasks: unknown[]) => ({ id: 'l', kind: 'checklist', content: { tasks } });
export const read = (fields: Fields) => readPlan({ version: 1, ...fields });
export const brief = (issues: readonly PlanIssue[]) => issues.map((i) => `${i.severity} ${i.code} ${i.path}`);
