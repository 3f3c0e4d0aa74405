import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { icon } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Text } from '../../model/schema/common.js';
import type { Captions, MediaKind } from '../../model/schema/media.js';
import { authoredField } from '../fields/authored.js';
import { selectField, textField } from '../fields/fields.js';
import { moved, without } from '../store/paths.js';
import { bodyField } from './body-field.js';
import { changed, compact } from './step-fields.js';
import type { Step } from './step-fields.js';
import type { StepView } from './step-view.js';
import { tool } from '../fields/tool-button.js';

/** A medium while it is written, when much of what its kind needs is not there yet. */
interface Draft {
  kind: MediaKind;
  src?: string | undefined;
  embed?: string | undefined;
  title?: Text | undefined;
  alt?: Text | undefined;
  poster?: string | undefined;
  captions?: Captions | Captions[] | undefined;
  transcript?: Text | undefined;
}

export const isRich = ({ why, how, media }: Step): boolean => !!(why ?? how) || !!media?.length;

/** What for, how, and what goes with the text. */
export function mediaPart(view: StepView): TemplateResult {
  const { step, field, set, writing, disabled } = view;
  const media = (step.media ?? []) as readonly Draft[];
  const put = (next: readonly Draft[]) => set('media', compact([...next]));
  return html`${bodyField({
      ...field('why', msg('À quoi ça sert', { id: 'studio-tour-why' })),
      text: step.why,
      writing,
      change: (why) => set('why', why),
    })}
    ${bodyField({
      ...field('how', msg('Comment faire', { id: 'studio-tour-how' })),
      text: step.how,
      writing,
      change: (how) => set('how', how),
    })}
    ${media.map((one, i) => mediumView(view, one, i, media, put))}
    <div>
      <button
        type="button"
        class="quiet"
        ?disabled=${disabled}
        @click=${() => put([...media, { kind: 'image', src: '', alt: '' }])}
      >
        ${icon(Plus, 18)} ${msg('Ajouter une image ou un film', { id: 'studio-tour-media-add' })}
      </button>
    </div>`;
}

function mediumView(
  { field, writing, disabled }: StepView,
  one: Draft,
  i: number,
  media: readonly Draft[],
  put: (next: readonly Draft[]) => void,
): TemplateResult {
  const { kind } = one;
  const change = (part: Partial<Draft>) => {
    const next = { ...one, ...part };
    for (const key of Object.keys(part) as (keyof Draft)[]) if (next[key] === undefined) delete next[key];
    put(changed(media, i, next));
  };
  const named = (name: keyof Draft, label: string, hint?: string) =>
    field(`media[${i}].${name}`, label, hint);
  const line = (name: 'src' | 'embed' | 'poster', label: string, placeholder: string, hint?: string) =>
    textField({
      ...named(name, label, hint),
      value: one[name],
      placeholder,
      change: (value) => change({ [name]: value || (name === 'src' && kind !== 'video' ? '' : undefined) }),
    });
  return html`<div
    class="item"
    role="group"
    aria-label=${msg(str`Image ou film ${i + 1}`, { id: 'studio-tour-medium' })}
  >
    <div class="row ends">
      <span class="grow"
        >${selectField({
          ...named('kind', msg('Genre', { id: 'studio-tour-media-kind' })),
          value: kind,
          choices: [
            ['image', msg('Image', { id: 'studio-tour-media-image' })],
            ['video', msg('Film', { id: 'studio-tour-media-video' })],
            ['audio', msg('Son', { id: 'studio-tour-media-audio' })],
          ],
          // Of another kind's fields only what both have stays.
          change: (next) => put(changed(media, i, ofKind(next as MediaKind, one))),
        })}</span
      >
      ${tool(msg(str`Monter l’image ou le film ${i + 1}`, { id: 'studio-tour-media-up' }), ArrowUp, disabled || i === 0, () => put(moved(media, i, i - 1)))}
      ${tool(msg(str`Retirer l’image ou le film ${i + 1}`, { id: 'studio-tour-media-remove' }), Trash, disabled, () => put(without(media, i)))}
    </div>
    ${line('src', msg('Fichier', { id: 'studio-tour-media-src' }), kind === 'video' ? '/aide/ecrire.mp4' : kind === 'audio' ? '/aide/ecrire.mp3' : '/aide/ecrire.png', msg('Une adresse de l’ENT.', { id: 'studio-tour-media-src-hint' }))}
    ${
      kind === 'image'
        ? authoredField({
            ...named(
              'alt',
              msg('Ce qu’elle dit à qui ne la voit pas', { id: 'studio-tour-media-alt' }),
              msg('Vide si le texte à côté dit déjà tout.', { id: 'studio-tour-media-alt-hint' }),
            ),
            text: one.alt,
            writing,
            change: (alt) => change({ alt: alt ?? '' }),
          })
        : nothing
    }
    ${
      kind === 'video'
        ? line(
            'embed',
            msg('Ou page d’un site de films', { id: 'studio-tour-media-embed' }),
            'https://tube.example/w/…',
            msg('Montrée après un clic seulement.', { id: 'studio-tour-media-embed-hint' }),
          )
        : nothing
    }
    ${authoredField({
      ...named(
        'title',
        kind === 'image'
          ? msg('Légende', { id: 'studio-tour-media-caption' })
          : msg('Titre', { id: 'studio-title' }),
      ),
      text: one.title,
      writing,
      change: (title) => change({ title }),
    })}
    ${kind === 'video' ? captionsPart(one, i, field, disabled, change) : nothing}
    ${
      kind === 'video'
        ? line('poster', msg('Image d’attente', { id: 'studio-tour-media-poster' }), '/aide/ecrire.jpg')
        : nothing
    }
    ${authoredField({
      ...named(
        'transcript',
        kind === 'image'
          ? msg('Description longue', { id: 'studio-tour-media-long' })
          : msg('Tout ce qui est dit et montré', { id: 'studio-tour-media-transcript' }),
      ),
      text: one.transcript,
      writing,
      long: true,
      change: (transcript) => change({ transcript }),
    })}
  </div>`;
}

const ofKind = (kind: MediaKind, { src, title, transcript }: Draft): Draft => ({
  ...(compact({ src, title, transcript }) ?? {}),
  kind,
  ...(kind !== 'video' && { src: src ?? '' }),
  ...(kind === 'image' && { alt: '' }),
});

/** Subtitles, a file a language. */
function captionsPart(
  { captions }: Draft,
  i: number,
  field: StepView['field'],
  disabled: boolean,
  change: (part: Partial<Draft>) => void,
): TemplateResult {
  const all = [captions ?? []].flat();
  const put = (next: Captions[]) => change({ captions: next.length > 1 ? next : next[0] });
  const at = (n: number, name: keyof Captions) =>
    `media[${i}].captions${Array.isArray(captions) ? `[${n}]` : ''}.${name}`;
  return html`<fieldset ?disabled=${disabled}>
    <legend>${msg('Sous-titres', { id: 'studio-tour-captions' })}</legend>
    ${all.map(
      (one, n) =>
        html`<div class="pair">
          ${textField({
            ...field(at(n, 'src'), msg('Fichier WebVTT', { id: 'studio-tour-captions-src' })),
            value: one.src,
            placeholder: '/aide/ecrire.fr.vtt',
            change: (src) => put(changed(all, n, { ...one, src })),
          })}
          <div class="row ends">
            <span class="grow"
              >${textField({
                ...field(at(n, 'lang'), msg('Langue', { id: 'studio-tour-captions-lang' })),
                value: one.lang,
                placeholder: 'fr',
                change: (lang) => put(changed(all, n, { ...one, lang })),
              })}</span
            >
            ${tool(msg(str`Retirer les sous-titres ${n + 1}`, { id: 'studio-tour-captions-remove' }), Trash, disabled, () => put(without(all, n)))}
          </div>
        </div>`,
    )}
    <div>
      <button
        type="button"
        class="quiet"
        ?disabled=${disabled}
        @click=${() => put([...all, { src: '', lang: all.length ? '' : 'fr' }])}
      >
        ${icon(Plus, 18)} ${msg('Ajouter des sous-titres', { id: 'studio-tour-captions-add' })}
      </button>
    </div>
  </fieldset>`;
}
