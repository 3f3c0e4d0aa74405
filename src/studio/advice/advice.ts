import { accentFor } from '../../core/colour.js';
import { readingEase } from '../../core/reading-ease.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { BannerContent } from '../../model/schema/banner.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { languagesOf, textIn, textsIn } from '../fields/authored.js';
import type { PlanDocument } from '../store/studio-store.js';
import { languageName } from '../words/lists.js';
import { surveyAdvice } from './survey-advice.js';
import { tourAdvice } from './tour-advice.js';

/** A friend's remark: nothing here keeps anything from being published. */
export interface Advice {
  code:
    | 'length'
    | 'reading'
    | 'translation'
    | 'simplified'
    | 'contrast'
    | 'interrupts'
    | 'no-end'
    | 'link'
    | 'capitals'
    | 'twice'
    | 'alt'
    | 'pages';
  /** Where in the campaign: a field's name. */
  path: string;
  /** In which the text is missing. */
  lang?: string;
  text: string;
}

const LONGEST = { title: 70, body: 320, label: 28 };
/** Scores of Kandel and Moles below which a text asks too much, and longest sentence in words. */
const READERS = { pupil: [75, 15], guardian: [60, 22] } as const;

/** Languages that the plan is written in: those of at least a tenth of its campaigns; the plan's own first. */
export function planLanguages(plan: PlanDocument): string[] {
  const main = plan.settings?.locale ?? 'fr';
  const count = new Map<string, number>();
  const campaigns = plan.campaigns ?? [];
  for (const { title, content } of campaigns) {
    const { title: inner } = (content ?? {}) as { title?: typeof title };
    for (const tag of new Set([...languagesOf(title, main), ...languagesOf(inner, main)]))
      count.set(tag, (count.get(tag) ?? 0) + 1);
  }
  const used = [...count].filter(([, n]) => n * 10 >= campaigns.length).map(([tag]) => tag);
  return [main, ...used.filter((tag) => tag !== main && !tag.includes('-x-')).sort()];
}

const readersOf = (campaign: Campaign, plan: PlanDocument, part: readonly (string | number)[]): string[] => {
  const variant = part[0] === 'variants' ? campaign.variants?.[part[1] as number] : undefined;
  const wanted = (variant?.audience ?? campaign.audience)?.profiles ?? [];
  const profiles = resolveProfiles(wanted, plan.settings?.profileAliases);
  return profiles.length ? profiles : ['pupil', 'guardian'];
};

function lengths(content: Partial<BannerContent>, at: string, main: string, advice: Advice[]): void {
  const writing = { lang: main, main };
  const measure = (path: string, text: string, limit: number) => {
    const extra = text.length - limit;
    if (extra > 0)
      advice.push({
        code: 'length',
        path: `${at}.${path}`,
        text: msg(str`${text.length} caractères\u00a0: au-delà de ${limit}, on ne lit plus jusqu’au bout.`, {
          id: 'studio-advice-length',
        }),
      });
  };
  const title = textIn(content.title, writing);
  measure('title', title, LONGEST.title);
  measure('body', textIn(content.body, writing), LONGEST.body);
  content.actions?.forEach(({ label, do: act, to }, i) => {
    const words = textIn(label, writing);
    measure(`actions[${i}].label`, words, LONGEST.label);
    if (/^(cliquez|clique|ici|en savoir plus|lire la suite)\b/i.test(words) && act === 'link')
      advice.push({
        code: 'link',
        path: `actions[${i}].label`.replace(/^/, `${at}.`),
        text: msg(
          'Dites où mène ce bouton\u00a0: «\u00a0Voir le calendrier\u00a0» plutôt que «\u00a0Cliquez ici\u00a0».',
          {
            id: 'studio-advice-link',
          },
        ),
      });
    if (!to && act !== 'acknowledge' && act !== 'calendar')
      advice.push({
        code: 'link',
        path: `${at}.actions[${i}].to`,
        text: msg('Ce bouton ne mène nulle part\u00a0: il ne sera pas montré.', {
          id: 'studio-advice-no-link',
        }),
      });
  });
  if (title.length > 8 && title === title.toUpperCase() && title !== title.toLowerCase())
    advice.push({
      code: 'capitals',
      path: `${at}.title`,
      text: msg('Tout en capitales se lit lentement, et les lecteurs d’écran peuvent l’épeler.', {
        id: 'studio-advice-capitals',
      }),
    });
  if (content.image?.src && !textIn(content.image.alt, writing))
    advice.push({
      code: 'alt',
      path: `${at}.image.alt`,
      text: msg(
        'Sans texte de remplacement, cette image est invisible pour qui ne la voit pas. Laissez vide si elle décore.',
        { id: 'studio-advice-alt' },
      ),
    });
}

function reading(
  content: unknown,
  at: string,
  readers: readonly string[],
  main: string,
  advice: Advice[],
): void {
  if (!/^fr\b/.test(main)) return;
  for (const reader of ['pupil', 'guardian'] as const) {
    if (!readers.includes(reader)) continue;
    const [least, longest] = READERS[reader];
    for (const { path, text } of textsIn(content)) {
      if (!/body|intro|thanks/.test(path)) continue;
      const simple = reader === 'pupil' ? textIn(text, { lang: `${main}-x-simple`, main }) : '';
      const measured = readingEase(simple || textIn(text, { lang: main, main }));
      const who =
        reader === 'pupil'
          ? msg('des élèves', { id: 'studio-of-pupils' })
          : msg('des parents', { id: 'studio-of-guardians' });
      if (measured.longest > longest)
        advice.push({
          code: 'reading',
          path: `${at}.${path}`,
          text: msg(
            str`Une phrase de ${measured.longest} mots est longue pour ${who}\u00a0: coupez-la en deux.`,
            {
              id: 'studio-advice-sentence',
            },
          ),
        });
      else if (measured.score !== undefined && measured.score < least)
        advice.push({
          code: 'reading',
          path: `${at}.${path}`,
          text: msg(
            str`Lisibilité ${Math.round(measured.score)} sur 100\u00a0: difficile pour ${who}. Des mots plus courts aideront.`,
            { id: 'studio-advice-ease' },
          ),
        });
      else continue;
      // Once is enough: who writes for pupils writes for their parents.
      if (reader === 'pupil') return;
    }
  }
}

function translations(
  content: unknown,
  at: string,
  plan: PlanDocument,
  simple: boolean,
  advice: Advice[],
): void {
  const languages = planLanguages(plan);
  const main = languages[0]!;
  const texts = textsIn(content);
  const lacking = (tag: string) => texts.filter(({ text }) => !languagesOf(text, main).includes(tag));
  for (const tag of languages.slice(1)) {
    const missing = lacking(tag);
    if (missing.length)
      advice.push({
        code: 'translation',
        path: `${at}.${missing[0]!.path}`,
        lang: tag,
        text: msg(
          str`Pas encore en ${languageName(tag)}\u00a0: ${missing.length} sur ${texts.length} textes.`,
          {
            id: 'studio-advice-translation',
          },
        ),
      });
  }
  if (
    simple &&
    texts.length &&
    texts.every(({ text }) => !languagesOf(text, main).includes(`${main}-x-simple`))
  )
    advice.push({
      code: 'simplified',
      path: `${at}.${texts[0]!.path}`,
      lang: `${main}-x-simple`,
      text: msg('Une version en langage simplifié aiderait les plus jeunes.', {
        id: 'studio-advice-simplified',
      }),
    });
}

/** What could be better in one content of a campaign. `part` is its path: ["content"], ["variants", 0, "content"]. */
export function adviceFor(
  campaign: Campaign,
  plan: PlanDocument,
  content: unknown,
  part: readonly (string | number)[],
): Advice[] {
  const advice: Advice[] = [];
  const at = part
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
  const main = plan.settings?.locale ?? 'fr';
  const readers = readersOf(campaign, plan, part);
  if (typeof content !== 'object' || content === null || 'src' in content) return advice;
  if (campaign.kind === 'banner') {
    const banner = content as BannerContent;
    lengths(banner, at, main, advice);
    if (banner.place === 'modal' && !/warning|maintenance/.test(banner.kind ?? ''))
      advice.push({
        code: 'interrupts',
        path: `${at}.place`,
        text: msg(
          'Par-dessus la page, elle interrompt tout le monde. Le haut de la page suffit presque toujours.',
          { id: 'studio-advice-modal' },
        ),
      });
    if (!campaign.schedule?.end && part[0] === 'content')
      advice.push({
        code: 'no-end',
        path: 'schedule.end',
        text: msg('Sans date de fin, elle reste\u00a0: une annonce vieillit vite.', {
          id: 'studio-advice-end',
        }),
      });
  }
  if (campaign.kind === 'tour') advice.push(...tourAdvice(campaign, content, at));
  if (campaign.kind === 'survey') advice.push(...surveyAdvice(content, at, main));
  reading(content, at, readers, main, advice);
  translations(content, at, plan, readers.includes('pupil'), advice);
  return [...advice, ...themeAdvice(plan)];
}

/**
 * An accent that is not readable is corrected by the widgets; whoever chose it should know. On dark cards nearly every
 * colour is made lighter, which surprises nobody: only the light ones are spoken of.
 */
export function themeAdvice({ settings }: PlanDocument): Advice[] {
  const accent = settings?.theme?.accent;
  const colours = accent ? accentFor(accent, 'light') : undefined;
  if (!accent || !colours?.corrected) return [];
  return [
    {
      code: 'contrast',
      path: 'settings.theme.accent',
      text: msg(
        str`La couleur ${accent} manque de contraste\u00a0: elle est assombrie toute seule en ${colours.accent}.`,
        { id: 'studio-advice-contrast' },
      ),
    },
  ];
}
