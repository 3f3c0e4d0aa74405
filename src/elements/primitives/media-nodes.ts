import { parseDuration } from '../../core/duration.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Text } from '../../model/schema/common.js';
import type { Captions, Media } from '../../model/schema/media.js';
import { isEmbeddable } from '../../model/embed-hosts.js';
import { resolveText } from '../../model/text.js';
import { safeUrl } from '../../platform/safe-url.js';
import { adoptMore } from './adopt-more.js';
import { bodyNodes } from './body-nodes.js';
import { h } from './dom.js';
import { imageNode } from './image-node.js';
import { mediaCss } from './media.css.js';

/** Languages in order of preference, and the one of texts that name none. */
export interface MediaWords {
  locales: readonly string[];
  planLocale?: string | undefined;
}

/** Gives the shadow root that the nodes will stand in their style, once. */
export const styleMedia = (root: ShadowRoot): void => adoptMore(root, mediaCss);

/**
 * What a plan's `media` becomes: a film with captions, a sound, a picture, each with its words below. Not validated:
 * what cannot be shown to everybody (a film without captions, no transcript) or not at all (an address that is not
 * allowed) is left out. Loaded by those who have media to show, and nobody else.
 */
export const mediaNodes = (media: unknown, words: MediaWords): HTMLElement[] =>
  (Array.isArray(media) ? media : []).flatMap((one: Media) => {
    const node = one && typeof one === 'object' ? mediaNode(one, words) : undefined;
    return node ?? [];
  });

function mediaNode(media: Media, words: MediaWords): HTMLElement | undefined {
  const shown =
    media.kind === 'video'
      ? videoOf(media, words)
      : media.kind === 'audio'
        ? audioOf(media, words)
        : media.kind === 'image'
          ? pictureOf(media, words)
          : undefined;
  if (!shown) return undefined;
  const { value, lang, dir } = textOf(media.title, words);
  const time = media.kind === 'image' ? '' : timeOf(media.duration);
  const caption =
    (value || time) &&
    h('figcaption', {}, value && h('span', { lang, dir }, value), time && `${value ? ' · ' : ''}${time}`);
  return h('figure', { class: 'media' }, shown, caption || undefined, transcriptOf(media, words));
}

const textOf = (text: Text | undefined, { locales, planLocale }: MediaWords) =>
  resolveText(text, locales, planLocale);

function videoOf(media: Media & { kind: 'video' }, words: MediaWords): HTMLElement | undefined {
  const src = safeUrl(media.src ?? '');
  if (!textOf(media.transcript, words).value) return undefined;
  if (!media.src || !src) return media.embed ? embedOf(media.embed, media, words) : undefined;
  const tracks = [media.captions].flat().flatMap((one, i) => trackOf(one, words, i) ?? []);
  if (!tracks.length) return undefined;
  const poster = media.poster ? safeUrl(media.poster) : undefined;
  return h(
    'video',
    {
      src,
      poster,
      controls: '',
      playsinline: '',
      // Nothing of the film is fetched for who does not want to see it; without a picture, its first one is.
      preload: poster ? 'none' : 'metadata',
      'aria-label': textOf(media.title, words).value || undefined,
    },
    ...tracks,
  );
}

function trackOf(captions: Captions | undefined, words: MediaWords, index: number): HTMLElement | undefined {
  const src = safeUrl(captions?.src ?? '');
  if (!captions?.src || !src) return undefined;
  const { lang } = captions;
  const label = textOf(captions.label, words).value || nameOf(lang);
  return h('track', {
    kind: 'captions',
    src,
    srclang: lang,
    label,
    default: index ? undefined : '',
  });
}

/** "français" for "fr". */
function nameOf(lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** Another site learns of the visit only once the person has asked for it. */
function embedOf(address: string, media: Media, words: MediaWords): HTMLElement | undefined {
  if (!isEmbeddable(address)) return undefined;
  const { hostname, href } = new URL(address);
  const title = textOf(media.title, words).value;
  const play = h('button', { type: 'button' }, msg('Lire la vidéo', { id: 'media.play' }));
  const link = h(
    'a',
    { href, rel: 'noopener noreferrer', class: 'button' },
    msg(str`Ouvrir sur ${hostname}`, { id: 'media.open' }),
  );
  const notice = h(
    'p',
    {},
    msg(str`Cette vidéo vient du site ${hostname}, qui saura que vous la regardez.`, {
      id: 'media.embed',
    }),
  );
  const box = h('div', { class: 'embed' }, notice, play, link);
  play.addEventListener('click', () => {
    const frame = h('iframe', {
      src: href,
      title,
      allow: 'fullscreen',
      allowfullscreen: '',
      referrerpolicy: 'no-referrer',
      sandbox: 'allow-scripts allow-same-origin allow-presentation',
      tabindex: '0',
    });
    notice.replaceWith(frame);
    play.remove();
    frame.focus();
  });
  return box;
}

function audioOf(media: Media & { kind: 'audio' }, words: MediaWords): HTMLElement | undefined {
  const src = media.src ? safeUrl(media.src) : undefined;
  if (!src || !textOf(media.transcript, words).value) return undefined;
  const label = textOf(media.title, words).value || undefined;
  return h('audio', { src, controls: '', preload: 'none', 'aria-label': label });
}

function pictureOf(media: Media & { kind: 'image' }, words: MediaWords): HTMLElement | undefined {
  const { value, lang } = textOf(media.alt, words);
  const image = media.src ? imageNode(media.src, value) : undefined;
  if (image && value) image.lang = lang;
  return image;
}

function transcriptOf(media: Media, words: MediaWords): HTMLElement | undefined {
  const { value, lang, dir } = textOf(media.transcript, words);
  return value
    ? h(
        'details',
        {},
        h(
          'summary',
          {},
          media.kind === 'image'
            ? msg('Description', { id: 'media.description' })
            : msg('Transcription', { id: 'media.transcript' }),
        ),
        h('div', { class: 'body', lang, dir }, ...bodyNodes(value)),
      )
    : undefined;
}

/** "2 min 30 s" for "PT2M30S". */
function timeOf(duration: string | undefined): string {
  const { ms } = parseDuration(duration);
  if (!(ms > 0)) return '';
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return [minutes && `${minutes} min`, seconds % 60 && `${seconds % 60} s`].filter(Boolean).join(' ');
}
