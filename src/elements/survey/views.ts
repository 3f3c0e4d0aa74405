import closeIcon from 'lucide/dist/esm/icons/x.mjs';
import { answerTo, otherOf, textOf } from '../../core/survey/answer.js';
import type { placeOf, Survey, SurveyState } from '../../core/survey/survey-machine.js';
import type { Question, SurveyContent } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { bodyNodes } from '../primitives/body-nodes.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { waymarkNodes } from '../primitives/waymark-nodes.js';
import type * as done from './done-view.js';
import { infoField } from './fields/field.js';
import type { Draw, Field, Write } from './fields/field.js';
import { noticeOf } from './notice.js';
import { closeWords } from './words.js';
import { POPOVER } from '../primitives/top-layer.js';

/** All that a page is drawn from. */
export interface ViewContext {
  content: Partial<SurveyContent>;
  survey: Survey;
  machine: SurveyState;
  place: ReturnType<typeof placeOf>;
  isPupil: boolean;
  /** Laid over the page, so that it can be closed or put off. */
  isCard: boolean;
  dimensions: Readonly<Record<string, string>>;
  resolve(text: Text | undefined): ResolvedText;
  /** Puts answers where a text quotes them. */
  fill?: ((text: string, isMarkdown?: boolean) => string) | undefined;
  /** How the question on screen is drawn; undefined while that is not here yet. */
  draw: Draw | undefined;
  /** What the last page is made with, likewise. */
  done: typeof done | undefined;
  say(words: string): void;
}

type Children = readonly (Node | undefined)[];

/** What fills the card's form. Buttons carry in `value` what they do. */
export interface View {
  page: Children;
  foot: Children;
  field?: Field;
}

/** The card, empty: a live region that is there before it is needed, the way out, and the form that pages fill. */
export function cardOf(display: string): HTMLElement {
  const close = { type: 'button', class: 'icon close', value: 'close', 'aria-label': closeWords() };
  return h(
    display === 'modal' ? 'dialog' : 'section',
    {
      class: `card enter ${display}`,
      'aria-labelledby': 'name',
      popover: display === 'corner' ? POPOVER : undefined,
    },
    h('div', { class: 'sr', role: 'status' }),
    display !== 'inline' && h('button', close, icon(closeIcon)),
    h(
      'form',
      { novalidate: '', autocomplete: 'off' },
      h('div', { class: 'page' }),
      h('div', { class: 'actions' }),
    ),
  );
}

const writer =
  ({ resolve, fill }: ViewContext): Write =>
  (tag, attributes, text) => {
    const { value, lang, dir } = resolve(text);
    return h(tag, { ...attributes, lang, dir }, fill?.(value) ?? value);
  };

const body = ({ resolve, fill }: ViewContext, text: Text | undefined): Node | undefined => {
  const { value, lang, dir } = resolve(text);
  return value
    ? h('div', { class: 'body', lang, dir }, ...bodyNodes(fill?.(value, true) ?? value))
    : undefined;
};

/** The survey's title: what names the card. */
function nameOf(context: ViewContext, tag: 'p' | 'h2', attributes: Record<string, string>): HTMLElement {
  const { title } = context.content;
  const name = title
    ? writer(context)('span', { id: 'name' }, title)
    : h('span', { id: 'name' }, msg('Votre avis', { id: 'sv-name' }));
  return h(tag, { ...attributes, dir: name.dir || undefined }, name);
}

const TITLE = { id: 'title', tabindex: '-1' };

const button = (value: string, label: string): HTMLElement => h('button', { type: 'button', value }, label);

const primary = (label: string): HTMLElement => h('button', { class: 'primary' }, label);

export function viewOf(context: ViewContext): View {
  const { machine, content, place, survey, isCard } = context;
  const later = isCard ? button('later', msg('Plus tard', { id: 'later' })) : undefined;
  const notice = (): HTMLElement =>
    noticeOf({
      ...context,
      privacy: content.privacy ?? {},
      sendUnfinished: !!content.sendUnfinished,
      write: writer(context),
    });
  if (machine.phase === 'intro')
    return {
      page: [nameOf(context, 'h2', TITLE), body(context, content.intro), notice()],
      foot: [later, primary(msg('Commencer', { id: 'sv-start' }))],
    };
  const over = nameOf(context, 'p', { class: 'over' });
  if (machine.phase === 'done') {
    const told = context.done?.deliveryWords(machine.delivery);
    const page =
      machine.delivery === 'refused'
        ? [h('h2', TITLE, told)]
        : [
            h('h2', TITLE, context.done?.thanksWords()),
            body(context, content.thanks),
            h('p', { class: 'delivery' }, told),
          ];
    if (context.done?.canCopy(machine.delivery))
      page.push(...context.done.copyOf(survey.questions, machine.answers, context.resolve, context.say));
    return { page: [over, ...page], foot: [isCard ? primary(closeWords()) : undefined] };
  }
  const { question, route, index } = place;
  const field = (context.draw ?? infoField)({
    question,
    value: answerTo(machine.answers, question.id),
    other: textOf(answerTo(machine.answers, otherOf(question.id))),
    freeText: !context.isPupil || !!content.freeTextForPupils,
    write: writer(context),
    say: context.say,
  });
  const isFirst = !index && !survey.intro;
  return {
    field,
    page: [over, isFirst ? notice() : undefined, ...field.nodes, h('p', { id: 'error' })],
    foot: [
      progressOf(context),
      index ? button('back', msg('Retour', { id: 'back' })) : isFirst ? later : undefined,
      primary(route[index + 1] ? msg('Suivant', { id: 'next' }) : msg('Envoyer', { id: 'sv-send' })),
    ],
  };
}

/** Waymarks, and the same in words. Pages without a question are on the path, but not counted. */
function progressOf({ place: { route, index } }: ViewContext): HTMLElement | undefined {
  if (!route[1]) return undefined;
  const count = (part: readonly Question[]): number => part.filter(({ kind }) => kind !== 'info').length;
  const number = count(route.slice(0, index + 1));
  return h(
    'p',
    { id: 'progress' },
    waymarkNodes(index, route.length),
    route[index]!.kind !== 'info' &&
      msg(str`Question ${number} sur ${count(route)}`, { id: 'sv-question-of' }),
  );
}
