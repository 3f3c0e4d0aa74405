import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveText } from '../../../src/model/text.js';
import type { Plan } from '../../../src/model/schema/plan.js';
import type { SurveyContent } from '../../../src/model/schema/survey.js';
import type { Text } from '../../../src/model/schema/common.js';

/** What the plan calls the things that rows name by their ids. */
export interface PlanWords {
  campaign(id: string): string;
  /** A question and an answer to it, in words. */
  answer(campaign: string, question: string, value: unknown): string;
}

const inFrench = (text: Text | undefined): string => resolveText(text, ['fr']).value;

/** Reads the plan anew each time: it may have been edited since. */
export function planWords(site: string): PlanWords {
  const read = (name: string) => JSON.parse(readFileSync(join(site, name), 'utf8')) as unknown;
  const { campaigns = [] } = read('plan.json') as Plan;
  const contents = (id: string): SurveyContent[] =>
    campaigns
      .filter((campaign) => campaign.id === id && campaign.kind === 'survey')
      .flatMap(({ content, variants = [] }) => [content, ...variants.map((variant) => variant.content)])
      .map((content) => ('src' in content ? read(String(content.src)) : content) as SurveyContent);
  return {
    campaign(id) {
      if (id === 'help') return 'Aide';
      const title = inFrench(campaigns.find((campaign) => campaign.id === id)?.title);
      return title || id;
    },
    answer(id, question, value) {
      const asked = contents(id)
        .flatMap(({ questions }) => questions)
        .find((one) => one.id === question);
      const options = asked?.options ?? [];
      const chosen = options.find((option) => typeof option !== 'string' && option.id === value);
      const said =
        typeof chosen === 'object'
          ? inFrench(chosen.label)
          : typeof value === 'string'
            ? value
            : JSON.stringify(value);
      return `${inFrench(asked?.title) || question} ${said}`;
    },
  };
}
