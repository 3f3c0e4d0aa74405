import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import Clock from 'lucide/dist/esm/icons/clock.mjs';
import Link from 'lucide/dist/esm/icons/link.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import MapPin from 'lucide/dist/esm/icons/map-pin.mjs';
import MessageCircle from 'lucide/dist/esm/icons/message-circle.mjs';
import Phone from 'lucide/dist/esm/icons/phone.mjs';
import { msg } from '../../locales/msg.js';
import type { Text } from '../../model/schema/common.js';
import type { Contact } from '../../model/schema/help.js';
import { resolveText } from '../../model/text.js';
import { icon } from '../primitives/icon.js';
import type { IconNode } from '../primitives/icon.js';
import { linkTo } from '../../platform/safe-url.js';
import { heading, say } from './help-view.js';
import type { HelpView, Part } from './help-view.js';

/** What the contacts need of the panel. */
type ContactsOf = Pick<HelpView, 'selected' | 'locales' | 'planLocale' | 'service' | 'subject' | 'choose'>;
type Kind = NonNullable<Contact['channels']>[number]['kind'];

const ICONS: Readonly<Record<Kind, IconNode>> = {
  email: Mail,
  phone: Phone,
  link: Link,
  form: Link,
  place: MapPin,
  chat: MessageCircle,
};

const list = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [];

const telephone = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;

function channel(view: ContactsOf, kind: Kind, value: Text, label?: Text, hours?: Text): Part {
  const { value: words } = resolveText(value, view.locales, view.planLocale);
  if (!words) return nothing;
  const url =
    kind === 'email'
      ? `mailto:${words}`
      : kind === 'phone'
        ? telephone(words)
        : kind === 'place'
          ? ''
          : words;
  const link = url ? linkTo(url) : undefined;
  const text = label ? say(view, label) : say(view, value);
  return html`<p class="way">
    ${icon(ICONS[kind] ?? Link, 16)}
    <span
      >${link ? html`<a href=${link.href} rel=${link.rel ?? nothing}>${text}</a>` : text}${
        hours ? html`<small>${say(view, hours)}</small>` : nothing
      }</span
    >
  </p>`;
}

function card(view: ContactsOf, { title, subjects, email, phone, hours, channels }: Contact): TemplateResult {
  const about = list(subjects);
  return html`<li>
    <strong>${say(view, title)}</strong>
    ${
      about.length
        ? html`<p class="about">${about.map((one, i) => html`${i ? ' · ' : nothing}${say(view, one)}`)}</p>`
        : nothing
    }
    ${email ? channel(view, 'email', email) : nothing} ${phone ? channel(view, 'phone', phone) : nothing}
    ${list(channels).map((one) => (one ? channel(view, one.kind, one.value, one.label, one.hours) : nothing))}
    ${hours ? html`<p class="way">${icon(Clock, 16)}<span>${say(view, hours)}</span></p>` : nothing}
  </li>`;
}

/** Who to ask, by subject where the plan says who answers what; whoever is for this page's service comes first. */
export function contactsView(view: ContactsOf): Part {
  const { contacts } = view.selected;
  if (!contacts.length) return nothing;
  const resolve = (text: Text) => resolveText(text, view.locales, view.planLocale);
  const words = (text: Text) => resolve(text).value;
  const subjects = new Map(
    contacts
      .flatMap((one) => list(one.subjects).map(resolve))
      .map((subject) => [subject.value, subject] as const),
  );
  subjects.delete('');
  const isNear = ({ services }: Contact): boolean => !!view.service && list(services).includes(view.service);
  const chosen = view.subject
    ? contacts.filter((one) => list(one.subjects).map(words).includes(view.subject))
    : [...contacts.filter(isNear), ...contacts.filter((one) => !isNear(one))];
  return html`${heading(msg('Qui contacter', { id: 'help-contacts' }))}
    ${
      subjects.size > 1
        ? html`<label class="pick"
            ><span>${msg('À quel sujet\u202f?', { id: 'help-subject' })}</span>
            <select @change=${(event: Event) => view.choose((event.target as HTMLSelectElement).value)}>
              <option value="">${msg('Tous les sujets', { id: 'help-subjects' })}</option>
              ${[...subjects.values()].map(
                ({ value, lang, dir }) =>
                  html`<option value=${value} lang=${lang} dir=${dir} ?selected=${value === view.subject}>
                    ${value}
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }
    <ul class="contacts">
      ${chosen.map((one) => card(view, one))}
    </ul>`;
}
