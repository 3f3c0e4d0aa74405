import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import type { Campaign, Schedule } from '../../model/schema/campaign.js';
import type { PlanDocument } from '../store/studio-store.js';
import { LEVER_NAMES, UNTIL_NAMES } from '../words/names.js';
import { scheduleWords } from '../words/schedule-words.js';
import { durationField, selectField, textField, type Choices } from './fields.js';
import { listField } from './list-field.js';
import { openAtFirst } from './open-at-first.js';

export interface EnvelopeOptions {
  campaign: Campaign;
  plan: PlanDocument;
  set: (path: readonly (string | number)[], value: unknown) => void;
  error: (path: string) => string | undefined;
  disabled: boolean;
  /** Ends of the schedule that had an hour when they last had a date: emptied, they are filled in anew in kind. */
  timed: Set<string>;
}

const none = (value: string): string | undefined => (value === '' ? undefined : value);
const isOffset = (text: string | undefined) => /^-?P/.test(text ?? '');

/** One end of a schedule: a date, or days before or after what the schedule counts from. */
function edgeField(
  edge: 'start' | 'end',
  label: string,
  { campaign, set, error, disabled, timed }: EnvelopeOptions,
) {
  const { schedule = {} } = campaign;
  const name = `schedule.${edge}`;
  const value = schedule[edge];
  const shared = { name, label, error: error(name), disabled };
  if (schedule.relativeTo && (isOffset(value) || !value)) {
    const days = /^(-)?P(\d+)D$/.exec(value ?? '');
    return textField({
      ...shared,
      type: 'number',
      value: days ? `${days[1] ?? ''}${days[2]}` : '',
      hint:
        days || !value
          ? msg('En jours\u202f; un nombre négatif compte avant.', { id: 'studio-offset-hint' })
          : value,
      change: (text) =>
        set(
          ['schedule', edge],
          text === '' || isNaN(Number(text)) ? undefined : text.replace(/^(-?)(\d+).*$/, '$1P$2D'),
        ),
    });
  }
  if (value) timed[value.length > 10 ? 'add' : 'delete'](edge);
  const hasTime = timed.has(edge);
  return html`${textField({
    ...shared,
    type: hasTime ? 'datetime-local' : 'date',
    value: value?.slice(0, hasTime ? 16 : 10),
    hint: value
      ? html`<button
          type="button"
          class="link"
          ?disabled=${disabled}
          @click=${() => set(['schedule', edge], hasTime ? value.slice(0, 10) : `${value.slice(0, 10)}T${edge === 'start' ? '08:00' : '18:00'}`)}
        >
          ${hasTime ? msg('Journée entière', { id: 'studio-whole-day' }) : msg('Préciser l’heure', { id: 'studio-set-hour' })}
        </button>`
      : undefined,
    change: (text) => set(['schedule', edge], none(text)),
  })}`;
}

/** When a campaign is on. */
export function scheduleFields(options: EnvelopeOptions): TemplateResult {
  const { campaign, plan, set, disabled } = options;
  const schedule: Schedule = campaign.schedule ?? {};
  const holidays = Object.keys(plan.settings?.holidays ?? {});
  const references: Choices = [
    ['', msg('des dates du calendrier', { id: 'studio-relative-none' })],
    ['goLive', msg('l’ouverture de l’ENT', { id: 'studio-relative-golive' })],
    ['arrived', msg('l’arrivée de chaque personne', { id: 'studio-relative-arrived' })],
  ];
  return html`<div class="stack">
    <p><strong>${msg('Quand\u00a0:', { id: 'studio-when' })}</strong> ${scheduleWords(campaign.schedule)}</p>
    <div class="pair">
      ${edgeField('start', msg('Début', { id: 'studio-start' }), options)}
      ${edgeField('end', msg('Fin', { id: 'studio-end' }), options)}
    </div>
    <div class="pair">
      ${selectField({
        name: 'schedule.relativeTo',
        label: msg('Compter depuis', { id: 'studio-relative' }),
        value: schedule.relativeTo ?? '',
        choices: references,
        error: options.error('schedule.relativeTo'),
        disabled,
        change: (value) => {
          const next: Record<string, unknown> = { ...schedule, relativeTo: value };
          // A date and an offset are not each other's: both ends start anew. Offsets are the same from either day.
          const isOffsets = value && schedule.relativeTo;
          const gone = isOffsets ? [] : ['start', 'end', ...(value ? [] : ['relativeTo'])];
          for (const field of gone) delete next[field];
          set(['schedule'], Object.keys(next).length ? next : undefined);
        },
      })}
      ${
        holidays.length
          ? selectField({
              name: 'schedule.skipHolidays',
              label: msg('Pause pendant les vacances', { id: 'studio-skip-holidays' }),
              value: schedule.skipHolidays ?? '',
              choices: [
                ['', msg('non', { id: 'studio-no' })],
                ...holidays.map((name) => [name, `${msg('zone', { id: 'studio-zone' })} ${name}`] as const),
              ],
              error: options.error('schedule.skipHolidays'),
              disabled,
              change: (value) => set(['schedule', 'skipHolidays'], none(value)),
            })
          : nothing
      }
    </div>
  </div>`;
}

/** Where it begins, how often it comes back, what it gives way to. */
export function paceFields({ campaign, set, error, disabled }: EnvelopeOptions): TemplateResult {
  const { when = {}, frequency = {} } = campaign;
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    hint,
    error: error(name),
    disabled,
  });
  return html`<div class="stack">
    ${listField({
      ...field(
        'when.pages',
        msg('Pages', { id: 'studio-pages' }),
        msg('Vide\u00a0: partout. ** remplace n’importe quelle suite\u00a0: /messagerie/**', {
          id: 'studio-pages-hint',
        }),
      ),
      value: when.pages,
      placeholder: '/accueil/, /messagerie/**',
      change: (value) => set(['when', 'pages'], value),
    })}
    <div class="pair">
      ${selectField({
        ...field('when.start', msg('Démarrage', { id: 'studio-start-how' })),
        value: when.start ?? 'auto',
        choices: [
          ['auto', msg('de lui-même', { id: 'studio-start-auto' })],
          ['manual', msg('seulement à la demande', { id: 'studio-start-manual' })],
        ],
        change: (value) => set(['when', 'start'], value === 'auto' ? undefined : value),
      })}
      ${selectField({
        ...field('lever', msg('Levier d’accompagnement', { id: 'studio-lever' })),
        value: campaign.lever ?? '',
        choices: [['', '–'], ...Object.entries(LEVER_NAMES).map(([id, words]) => [id, words()] as const)],
        change: (value) => set(['lever'], none(value)),
      })}
    </div>
    <details ?open=${openAtFirst(campaign.id, Boolean(campaign.frequency))}>
      <summary>${msg('Fréquence et priorité', { id: 'studio-frequency' })}</summary>
      <div class="stack">
        <div class="pair">
          ${textField({
            ...field('frequency.max', msg('Nombre de fois au plus', { id: 'studio-max' })),
            type: 'number',
            min: 1,
            value: frequency.max === undefined ? '' : String(frequency.max),
            change: (value) => set(['frequency', 'max'], value === '' ? undefined : Number(value)),
          })}
          ${durationField({
            ...field('frequency.every', msg('Pas plus d’une fois tous les', { id: 'studio-every' })),
            value: frequency.every,
            units: ['D', 'W', 'H'],
            change: (value) => set(['frequency', 'every'], value),
          })}
        </div>
        <div class="pair">
          ${selectField({
            ...field('frequency.until', msg('Ne revient plus', { id: 'studio-until' })),
            value: frequency.until ?? '',
            choices: [
              ['', msg('selon l’usage', { id: 'studio-until-default' })],
              ...Object.entries(UNTIL_NAMES).map(([id, words]) => [id, words()] as const),
            ],
            change: (value) => set(['frequency', 'until'], none(value)),
          })}
          ${textField({
            ...field(
              'priority',
              msg('Priorité', { id: 'studio-priority' }),
              msg('De 0 à 100\u202f; 50 si vide. Le plus grand passe avant.', { id: 'studio-priority-hint' }),
            ),
            type: 'number',
            min: 0,
            max: 100,
            value: campaign.priority === undefined ? '' : String(campaign.priority),
            change: (value) => set(['priority'], value === '' ? undefined : Number(value)),
          })}
        </div>
      </div>
    </details>
  </div>`;
}
