import calendarPlus from 'lucide/dist/esm/icons/calendar-plus.mjs';
import { eventTimeWords, leafOf } from '../../core/calendar/event-time.js';
import { toIcs } from '../../core/calendar/ics.js';
import { plainText } from '../../core/plain-text.js';
import { msg } from '../../locales/msg.js';
import type { BannerEvent } from '../../model/schema/banner.js';
import { h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { linkTo } from '../../platform/safe-url.js';
import { css } from '../styles/css.js';
import type { BannerPart, Furnishing } from './banner-part.js';
import { button } from './banner-view.js';

/** A leaf of a calendar instead of the mark, and when, where and for whom in words. */
export const styles = css`
  .mark.leaf {
    flex-direction: column;
    align-items: center;
    width: 52px;
    padding: 0 0 4px;
    overflow: hidden;
    border: 1px solid rgb(var(--_hue) / 45%);
    border-radius: 8px;
    background: var(--_surface);
    line-height: 1.2;
  }
  .leaf b {
    font-size: 22px;
    font-weight: 600;
    color: var(--_ink);
  }
  .leaf i {
    align-self: stretch;
    margin-block-end: 2px;
    padding: 2px;
    font-size: 12px;
    font-style: normal;
    font-weight: 600;
    text-align: center;
    color: var(--_surface);
    background: rgb(var(--_hue));
  }
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 12px;
    margin: 4px 0 8px;
  }
  .facts dt {
    color: var(--_soft);
  }
  .facts dd {
    margin: 0;
    min-width: 0;
  }
  @media (forced-colors: active) {
    .leaf i {
      border-block-end: 1px solid;
    }
  }
`;

const ownZone = (): string | undefined => Intl.DateTimeFormat().resolvedOptions().timeZone;

function facts(event: BannerEvent, { locale, zone, say }: Furnishing): HTMLElement | undefined {
  const list = h('dl', { class: 'facts' });
  const row = (name: string, value: HTMLElement | undefined) => {
    if (value) list.append(h('dt', {}, name), value);
  };
  const when = eventTimeWords(event, locale, zone, ownZone());
  row(msg('Quand', { id: 'banner.when' }), when ? h('dd', {}, when) : undefined);
  row(msg('Où', { id: 'banner.where' }), say('dd', event.location));
  const link = event.url ? linkTo(event.url) : undefined;
  row(
    msg('Lien', { id: 'banner.link' }),
    link && h('dd', {}, h('a', { ...link }, event.url!.replace(/^https?:\/\/(www\.)?|\/$/g, ''))),
  );
  row(msg('Pour', { id: 'banner.for' }), say('dd', event.for));
  return list.firstChild ? list : undefined;
}

/** Has the browser save a file made here: a link to a blob is no request, so that no CSP has a say. */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = h('a', { href: url, download: name });
  // Out of the page: nobody's click listener hears of it.
  link.click();
  // Safari reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 40_000);
}

function calendarOf(event: BannerEvent, furnishing: Furnishing): string {
  const { campaign, content, resolve, now, zone, version } = furnishing;
  const text = (value: Parameters<typeof resolve>[0]) => resolve(value).value || undefined;
  const body = text(content.body);
  const link = event.url ? linkTo(event.url) : undefined;
  return toIcs(
    {
      uid: `${campaign || 'sentier'}@${location.hostname || 'sentier'}`,
      revision: version,
      title: text(content.title) ?? body?.slice(0, 80) ?? '',
      description: body && plainText(body),
      start: event.start,
      end: event.end,
      location: text(event.location),
      url: link?.href,
    },
    now(),
    zone,
  );
}

/** The card of an event. "Add to my calendar" is there even where the plan names no such action. */
export const furnish: BannerPart['furnish'] = (view, furnishing) => {
  const { words, mark, actions } = view;
  const { content, locale, zone, campaign } = furnishing;
  const event = content.event!;
  const { day, month } = leafOf(event, locale, zone);
  // Without a date that can be read there is nothing to put into a calendar.
  if (!day) return;
  mark.className = 'mark leaf';
  mark.setAttribute('aria-hidden', 'true');
  mark.replaceChildren(h('i', {}, month), h('b', {}, day));
  const list = facts(event, furnishing);
  if (list) words.insertBefore(list, words.querySelector('.body, slot'));
  if (!content.actions?.some((action) => action.do === 'calendar'))
    actions.prepend(
      button(
        'calendar',
        actions.querySelector('.primary') ? '' : 'primary',
        icon(calendarPlus, 18),
        msg('Ajouter à mon agenda', { id: 'banner.calendar' }),
      ),
    );
  view.act = (action) => {
    if (action.do !== 'calendar') return false;
    save(calendarOf(event, furnishing), `${campaign || 'agenda'}.ics`);
    return true;
  };
};
