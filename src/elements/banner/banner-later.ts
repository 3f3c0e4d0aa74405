import { addDuration, parseDuration } from '../../core/duration.js';
import { DAY_MS, parseLocal, wallOf } from '../../core/zoned-time.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { h } from '../primitives/dom.js';
import { css } from '../styles/css.js';

export const styles = css`
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    flex-basis: 100%;
    gap: 0 4px;
    padding-block-start: 8px;
  }
  .choices span {
    padding-inline-end: 4px;
    color: var(--_soft);
  }
`;

/** What "later" offers where the plan does not say. */
const USUAL = ['PT1H', 'P1D', 'P7D'];

const first = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** "Dans 1 heure", "Demain", "La semaine prochaine", "Le jeudi 17 septembre à 08:00". */
export function choiceWords(choice: string, locale: string, zone: string | undefined): string {
  if (!choice.startsWith('P')) {
    const format = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(choice.includes('T') && { hour: 'numeric', minute: '2-digit' }),
      timeZone: 'UTC',
    });
    return first(format.format(wallOf(parseLocal(choice, zone), zone)));
  }
  const { months, days, ms } = parseDuration(choice);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [count, unit] = (
    months
      ? [months, 'month']
      : days
        ? days % 7
          ? [days, 'day']
          : [days / 7, 'week']
        : ms % 36e5
          ? [Math.round(ms / 6e4), 'minute']
          : [ms / 36e5, 'hour']
  ) as [number, Intl.RelativeTimeFormatUnit];
  return first(relative.format(count, unit));
}

/** The choices that lie ahead, as epoch ms; a bare date is its morning, at 8. The usual ones where none is left. */
export function choicesOf(
  wanted: readonly string[] = USUAL,
  now: number,
  zone?: string,
): { choice: string; until: number }[] {
  const ahead = wanted
    .map((choice) => ({
      choice,
      until: choice.startsWith('P')
        ? addDuration(now, choice, zone)
        : parseLocal(choice, zone, (DAY_MS / 24) * 8),
    }))
    .filter(({ until }) => until > now);
  return ahead.length || wanted === USUAL ? ahead : choicesOf(USUAL, now, zone);
}

/**
 * "Later": takes the one choice there is, else offers them in a row under the buttons, where the focus goes. Escape, or
 * the button again, takes them away.
 */
export function offerLater(
  actions: HTMLElement,
  choices: ReturnType<typeof choicesOf>,
  zone: string | undefined,
  take: (until: number) => void,
): void {
  const opener = actions.querySelector<HTMLElement>('[value=later]');
  const [only, another] = choices;
  if (only && !another) return take(only.until);
  const there = actions.querySelector('.choices');
  const fold = () => {
    actions.querySelector('.choices')?.remove();
    opener?.setAttribute('aria-expanded', 'false');
    opener?.focus();
  };
  if (there) return fold();
  const locale = interfaceLocale();
  const group = h(
    'div',
    { class: 'choices', role: 'group', 'aria-labelledby': 'remind' },
    h('span', { id: 'remind' }, msg('Me le rappeler', { id: 'banner.remind' })),
  );
  for (const { choice, until } of choices) {
    const one = h('button', { type: 'button' }, choiceWords(choice, locale, zone));
    one.onclick = (event) => {
      event.stopPropagation();
      take(until);
    };
    group.append(one);
  }
  group.onkeydown = (event) => {
    if (event.key !== 'Escape') return;
    // Neither the card nor the dialog around it is meant.
    event.preventDefault();
    event.stopPropagation();
    fold();
  };
  actions.append(group);
  opener?.setAttribute('aria-expanded', 'true');
  group.querySelector('button')?.focus();
}
