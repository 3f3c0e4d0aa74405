import { html, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import type { AudienceDimensions } from '../../model/schema/audience.js';
import { checksField, durationField, type Choices, type Field } from './fields.js';
import { listField } from './list-field.js';

export interface ExceptOptions {
  not: Partial<AudienceDimensions>;
  profiles: Choices;
  /** As the plan's own words for profiles mean them. */
  chosen: readonly string[];
  degrees: Choices;
  field: (path: string, label: string, hint?: string) => Field;
  set: (path: string[], value: unknown) => void;
}

/** Who is left out: whoever any one of these is said of. */
export function exceptFields({ not, profiles, chosen, degrees, field, set }: ExceptOptions): TemplateResult {
  const words = (
    name: 'schools' | 'levels' | 'groups' | 'functions' | 'services' | 'locales',
    label: string,
    placeholder = '',
  ) =>
    listField({
      ...field(`not.${name}`, label),
      value: not[name],
      ...(placeholder && { placeholder }),
      change: (value) => set(['not', name], value),
    });
  return html`${checksField({
      ...field('not.profiles', msg('Sauf les profils', { id: 'studio-not-profiles' })),
      value: chosen,
      choices: profiles,
      change: (value) => set(['not', 'profiles'], value),
    })}
    <div class="pair">
      ${durationField({
        ...field(
          'not.arrivedWithin',
          msg('Sauf qui est arrivé depuis moins de', { id: 'studio-not-arrived' }),
          msg('Les nouveaux arrivants, que l’on accueille autrement.', { id: 'studio-not-arrived-hint' }),
        ),
        value: not.arrivedWithin,
        units: ['D', 'W'],
        change: (value) => set(['not', 'arrivedWithin'], value),
      })}
      ${checksField({
        ...field('not.degrees', msg('Sauf le degré', { id: 'studio-not-degrees' })),
        value: not.degrees ?? [],
        choices: degrees,
        change: (value) => set(['not', 'degrees'], value),
      })}
    </div>
    <div class="pair">
      ${words('schools', msg('Sauf les établissements', { id: 'studio-not-schools' }))}
      ${words('levels', msg('Sauf les niveaux', { id: 'studio-not-levels' }))}
    </div>
    <div class="pair">
      ${words('groups', msg('Sauf les groupes', { id: 'studio-not-groups' }))}
      ${words('functions', msg('Sauf les fonctions', { id: 'studio-not-functions' }))}
    </div>
    <div class="pair">
      ${words('services', msg('Sauf dans les services', { id: 'studio-not-services' }), 'messagerie')}
      ${words('locales', msg('Sauf qui lit en', { id: 'studio-not-locales' }), 'fr, en')}
    </div>`;
}
