import { isRecord } from '../model/format.js';
import type { TourStep } from '../model/schema/tour.js';
import { htmlToMarkdown, htmlToText } from './html-to-markdown.js';
import { Notes, slug, textOf } from './import-report.js';
import type { Imported, TourCampaign } from './import-report.js';

/*
 * Didacticiel-ENT (GIP-RECIA): one JSON file per ENT, on top of driver.js. A pre-tour that asks, then the steps.
 */

const SIDES: Readonly<Record<string, TourStep['placement']>> = {
  __proto__: null as never,
  top: 'top',
  bottom: 'bottom',
  left: 'start',
  right: 'end',
  over: 'center',
};

/** What our tour says by itself: a file that says the same loses nothing. */
const OWN_WORDS =
  /^(suivant|pr[ée]c[ée]dent|terminer|commencer|non,? merci|retour|next|previous|back|done)$/i;
const KNOWN_STEP = new Set(
  'title description element side sideMobile align alignMobile clickOnNextCssSelector clickOnPrevCssSelector showButtons'.split(
    ' ',
  ),
);

/** Selectors of this tool go through every open shadow root. */
const targetOf = (selector: string): string[] => [selector, `* >>> ${selector}`];

export function importDidacticiel(raw: unknown): Imported {
  const notes = new Notes();
  if (!isRecord(raw) || !Array.isArray(raw['stepsConfig'])) {
    notes.lost(
      '',
      'Ce fichier n’est pas une configuration Didacticiel-ENT\u00a0: "stepsConfig" (la liste des étapes) manque.',
    );
    return { campaign: undefined, notes: notes.list };
  }
  const steps = (raw['stepsConfig'] as unknown[]).flatMap((step, i) => stepOf(step, i, notes) ?? []);
  linkClicks(raw['stepsConfig'] as unknown[], steps, notes);
  if (!steps.length) {
    notes.lost('stepsConfig', 'Aucune étape n’a de titre ni de texte\u00a0: il n’y a rien à importer.');
    return { campaign: undefined, notes: notes.list };
  }
  const intro = introOf(raw['pretourStepConfig'], notes);
  wordsOf(raw, notes);
  const title = intro?.title ?? 'Didacticiel importé';
  notes.check(
    '',
    'Ce format ne dit ni à qui, ni quand, ni sur quelle page\u00a0: choisissez l’audience, les dates et les pages.',
  );
  const campaign: TourCampaign = {
    id: slug(title, 'didacticiel'),
    kind: 'tour',
    lever: 'training',
    title,
    frequency: frequencyOf(raw['pretourCustomConfig']),
    content: { ...(intro && { intro }), steps: steps.map(({ step }) => step) },
  };
  return { campaign, notes: notes.list };
}

interface PlacedStep {
  step: TourStep;
  /** Where it stood in the file. */
  index: number;
}

function stepOf(raw: unknown, index: number, notes: Notes): PlacedStep | undefined {
  const path = `stepsConfig[${index}]`;
  if (!isRecord(raw))
    return void notes.lost(path, 'Cette étape n’est pas un objet\u00a0: elle n’a pas été reprise.');
  const title = htmlToText(textOf(raw['title']));
  const { markdown, losses } = htmlToMarkdown(textOf(raw['description']));
  notes.html(`${path}.description`, losses);
  const element = textOf(raw['element']).trim();
  if (!title && !markdown)
    return void notes.lost(path, 'Cette étape n’a ni titre ni texte\u00a0: elle n’a pas été reprise.');
  const side = textOf(raw['side']);
  const placement = SIDES[side];
  if (side && !placement)
    notes.lost(`${path}.side`, 'Ce côté n’existe pas dans Sentier, qui choisira le sien.');
  if (raw['sideMobile'] !== undefined && raw['sideMobile'] !== raw['side'])
    notes.lost(
      `${path}.sideMobile`,
      'Le côté propre aux téléphones n’est pas repris\u00a0: Sentier choisit le côté où il y a de la place.',
    );
  if (/^(start|end)$/.test(textOf(raw['align'])) || /^(start|end)$/.test(textOf(raw['alignMobile'])))
    notes.lost(`${path}.align`, 'L’alignement n’est pas repris\u00a0: Sentier place la carte lui-même.');
  if (Array.isArray(raw['showButtons']) && !raw['showButtons'].includes('previous') && index > 0)
    notes.lost(
      `${path}.showButtons`,
      'Les boutons ne se retirent pas\u00a0: on peut toujours revenir en arrière.',
    );
  for (const name of Object.keys(raw))
    if (!KNOWN_STEP.has(name)) notes.lost(`${path}.${name}`, `«\u00a0${name}\u00a0» n’a pas d’équivalent.`);
  if (element)
    notes.check(
      `${path}.element`,
      'Les sélecteurs sont repris tels quels\u00a0: ouvrez la page dans l’éditeur et vérifiez les cibles.',
    );
  return {
    index,
    step: {
      id: slug(title, `etape-${index + 1}`).slice(0, 40) + (title ? `-${index + 1}` : ''),
      ...(element && { target: targetOf(element) }),
      ...(title && { title }),
      ...(markdown && { body: markdown }),
      ...(placement && { placement }),
      // One missing target took the whole tutorial down; here the step waits, then goes on.
      ...(element && { missing: 'wait' as const }),
    },
  };
}

/** Clicks that the tutorial made by itself between two steps. */
function linkClicks(raws: readonly unknown[], steps: readonly PlacedStep[], notes: Notes): void {
  for (const { index } of steps) {
    const raw = raws[index] as Record<string, unknown>;
    if (textOf(raw['clickOnNextCssSelector']))
      notes.lost(
        `stepsConfig[${index}].clickOnNextCssSelector`,
        'Le clic automatique avant l’étape suivante n’est pas repris\u00a0: demandez le clic à la personne, ou ouvrez ce qu’il faut avant la visite.',
      );
    if (textOf(raw['clickOnPrevCssSelector']))
      notes.lost(
        `stepsConfig[${index}].clickOnPrevCssSelector`,
        'Le clic automatique au retour en arrière n’est pas repris.',
      );
  }
}

function introOf(raw: unknown, notes: Notes): { title?: string; body?: string } | undefined {
  if (!isRecord(raw)) return undefined;
  const title = htmlToText(textOf(raw['title']));
  const { markdown, losses } = htmlToMarkdown(textOf(raw['description']));
  notes.html('pretourStepConfig.description', losses);
  return title || markdown ? { ...(title && { title }), ...(markdown && { body: markdown }) } : undefined;
}

/** Texts of buttons are ours, in the person's language. */
function wordsOf(raw: Record<string, unknown>, notes: Notes): void {
  for (const part of ['pretourConfig', 'tourConfig']) {
    const config = raw[part];
    if (!isRecord(config)) continue;
    for (const name of ['nextBtnText', 'prevBtnText', 'doneBtnText']) {
      const words = htmlToText(textOf(config[name]));
      if (words && !OWN_WORDS.test(words))
        notes.lost(
          `${part}.${name}`,
          'Les mots des boutons ne se changent pas\u00a0: Sentier a les siens, dans la langue de la personne.',
        );
    }
    if (config['allowClose'] === false)
      notes.lost(
        `${part}.allowClose`,
        'Une visite se quitte toujours\u00a0: l’interdiction de fermer n’est pas reprise.',
      );
  }
}

const frequencyOf = (custom: unknown): TourCampaign['frequency'] =>
  isRecord(custom) && custom['askEachTimeUntilCompleted'] === true
    ? { until: 'completed', every: 'P1D' }
    : { until: 'completed', max: 3, every: 'P1D' };
