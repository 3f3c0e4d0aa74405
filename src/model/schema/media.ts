import * as v from 'valibot';
import { isEmbeddable } from '../embed-hosts.js';
import { Body, choose, Duration, entriesOf, object, Text } from './common.js';

export const MEDIA_KINDS = ['video', 'image', 'audio'] as const;

/** A WebVTT file, and the language that it is in. */
export const Captions = object({ src: v.string(), lang: v.string(), label: v.optional(Text) });

export const CaptionsList = v.pipe(v.array(Captions), v.minLength(1, 'media-captions'));

const oneOrMore = choose<v.GenericSchema<unknown, Captions | Captions[]>>(
  [Captions, CaptionsList],
  (input) => (Array.isArray(input) ? 1 : 0),
);

const Embed = v.pipe(
  v.string(),
  v.check((address) => isEmbeddable(address), 'media-embed'),
);

/** A file of the ENT's own (`src`), a page of another site shown on a click (`embed`), or both: the file then stands in for the page. */
export const Video = v.looseObject(
  entriesOf({
    kind: v.literal('video'),
    src: v.optional(v.string()),
    embed: v.optional(Embed),
    title: Text,
    poster: v.optional(v.string()),
    captions: v.optional(oneOrMore),
    transcript: Body,
    duration: v.optional(Duration),
  }),
);

export const Audio = v.looseObject(
  entriesOf({
    kind: v.literal('audio'),
    src: v.string(),
    title: Text,
    transcript: Body,
    duration: v.optional(Duration),
  }),
);

export const Picture = v.looseObject(
  entriesOf({
    kind: v.literal('image'),
    src: v.string(),
    /** What the picture says to who cannot see it; empty where the text beside says it all. */
    alt: Text,
    /** A caption, in sight below it. */
    title: v.optional(Text),
    /** A longer description, for what an alternative has no room for. */
    transcript: v.optional(Body),
  }),
);

/** What goes with a step's or an article's text. A film without captions, or a sound without its words, is for some people nothing at all. */
export const Media = v.pipe(
  v.variant('kind', [Video, Picture, Audio]),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.kind !== 'video') return;
    const { src, embed, captions } = dataset.value;
    if (!src && !embed) addIssue({ message: 'media-source' });
    if (src && !captions)
      addIssue({
        message: 'media-captions',
        path: [{ type: 'object', origin: 'value', input: dataset.value, key: 'captions', value: undefined }],
      });
  }),
);

export type Media = v.InferOutput<typeof Media>;
export type MediaKind = (typeof MEDIA_KINDS)[number];
export type Captions = v.InferOutput<typeof Captions>;
