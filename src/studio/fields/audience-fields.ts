import { html, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { PROFILES } from '../../model/profile-ids.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { Audience } from '../../model/schema/audience.js';
import { setIn } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';
import { audienceWords } from '../words/audience-words.js';
import { DEGREE_NAMES, PROFILE_NAMES } from '../words/names.js';
import { exceptFields } from './audience-except.js';
import { checksField, durationField, textField, type Choices } from './fields.js';
import { listField } from './list-field.js';
import { openAtFirst } from './open-at-first.js';

export interface AudienceOptions {
  /** Path of the audience in what is edited; field names begin with it. */
  name: string;
  audience: Audience | undefined;
  plan: PlanDocument;
  /** What it is the audience of: for another, its parts unfold by what is in it. */
  of?: string | undefined;
  change: (audience: Audience | undefined, path: string) => void;
  error?: (path: string) => string | undefined;
  disabled?: boolean | undefined;
  /** Schools that this editor may write for. */
  schools?: readonly string[] | undefined;
}

const choices = (names: Readonly<Record<string, () => string>>, ids: readonly string[]): Choices =>
  ids.map((id) => [id, names[id]?.() ?? id]);

/** Whom something is for: a sentence that says it, the few things most need, and the rest folded away. */
export function audienceFields(options: AudienceOptions): TemplateResult {
  const { name, audience = {}, plan, change, error, disabled, schools } = options;
  const set = (path: string[], value: unknown) => {
    const next = setIn<Audience>(audience, path, Array.isArray(value) && !value.length ? undefined : value);
    change(Object.keys(next).length ? next : undefined, [name, ...path].join('.'));
  };
  const field = (path: string, label: string, hint?: string) => ({
    name: `${name}.${path}`,
    label,
    hint,
    disabled,
    error: error?.(`${name}.${path}`),
  });
  const profiles = (from: readonly string[] | undefined) =>
    resolveProfiles(from ?? [], plan.settings?.profileAliases);
  const not = audience.not ?? {};
  const hasMore = Object.keys(audience).some((key) => !/^(profiles|degrees|schools)$/.test(key));
  const ownSchools = schools?.join(', ');
  return html`<div class="stack">
    <p class="sentence">
      <strong>${msg('Pour\u00a0:', { id: 'studio-for' })}</strong> ${audienceWords(options.audience)}
    </p>
    ${checksField({
      ...field(
        'profiles',
        msg('Profils', { id: 'studio-profiles' }),
        msg('Rien de coché\u00a0: tous les profils.', { id: 'studio-profiles-hint' }),
      ),
      value: profiles(audience.profiles),
      choices: choices(PROFILE_NAMES, PROFILES),
      change: (value) => set(['profiles'], value),
    })}
    <div class="pair">
      ${listField({
        ...field(
          'schools',
          msg('Établissements (UAI)', { id: 'studio-schools' }),
          ownSchools ??
            msg('Séparés par des virgules\u202f; vide\u00a0: tous.', { id: 'studio-schools-hint' }),
        ),
        value: audience.schools,
        placeholder: schools?.[0] ?? '0750001A',
        own: schools,
        change: (value) => set(['schools'], value),
      })}
      ${checksField({
        ...field('degrees', msg('Degré', { id: 'studio-degree' })),
        value: audience.degrees ?? [],
        choices: choices(DEGREE_NAMES, ['1d', '2d']),
        change: (value) => set(['degrees'], value),
      })}
    </div>
    <details ?open=${openAtFirst(`${options.of ?? ''} ${name}`, hasMore)}>
      <summary>${msg('Préciser encore', { id: 'studio-audience-more' })}</summary>
      <div class="stack">
        <div class="pair">
          ${listField({
            ...field('levels', msg('Niveaux', { id: 'studio-levels' })),
            value: audience.levels,
            placeholder: 'CM1, CM2',
            change: (value) => set(['levels'], value),
          })}
          ${listField({
            ...field('groups', msg('Groupes', { id: 'studio-groups' })),
            value: audience.groups,
            change: (value) => set(['groups'], value),
          })}
        </div>
        <div class="pair">
          ${durationField({
            ...field('arrivedWithin', msg('Arrivés depuis moins de', { id: 'studio-arrived-within' })),
            value: audience.arrivedWithin,
            units: ['D', 'W'],
            change: (value) => set(['arrivedWithin'], value),
          })}
          ${textField({
            ...field(
              'share',
              msg('Part des personnes, en\u00a0%', { id: 'studio-share' }),
              msg('Pour commencer petit\u00a0: les mêmes restent quand la part grandit.', {
                id: 'studio-share-hint',
              }),
            ),
            type: 'number',
            min: 0,
            max: 100,
            value: audience.share === undefined ? '' : String(audience.share),
            change: (value) => set(['share'], value === '' ? undefined : Number(value)),
          })}
        </div>
        ${exceptFields({
          not,
          profiles: choices(PROFILE_NAMES, PROFILES),
          chosen: profiles(not.profiles),
          degrees: choices(DEGREE_NAMES, ['1d', '2d']),
          field,
          set,
        })}
      </div>
    </details>
  </div>`;
}
