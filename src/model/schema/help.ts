import * as v from 'valibot';
import { Audience } from './audience.js';
import { Body, Id, Image, LocalDate, map, object, TargetSchema, Text } from './common.js';
import { LEVERS } from './campaign.js';
import { Media } from './media.js';
import { isShortcut } from '../shortcut.js';

export const HELP_PLACES = ['bottom-end', 'bottom-start', 'top-end', 'top-start', 'inline'] as const;
export const HINT_LOOKS = ['mark', 'beacon'] as const;
export const CHANNEL_KINDS = ['email', 'phone', 'link', 'form', 'place', 'chat'] as const;

/** One gesture of an article, with its picture. `show` names a tour's step ("messagerie/ecrire"): "Montrez-moi". */
const ArticleStep = object({
  title: v.optional(Text),
  body: v.optional(Body),
  image: v.optional(Image),
  show: v.optional(v.string()),
});

/** A file to download; its type, weight and language are said beside it (RGAA 13.3). */
const Attachment = object({
  src: v.string(),
  title: Text,
  type: v.optional(v.string()),
  bytes: v.optional(v.pipe(v.number(), v.minValue(1))),
  lang: v.optional(v.string()),
});

const written = {
  title: v.optional(Text),
  body: v.optional(Body),
  steps: v.optional(v.array(ArticleStep)),
  media: v.optional(v.array(Media)),
  attachments: v.optional(v.array(Attachment)),
};

export const Article = v.pipe(
  object({
    ...written,
    id: Id,
    title: Text,
    /** One sentence, for lists and results. */
    summary: v.optional(Text),
    /** A JSON file with the rest (`body`, `steps`, `media`…), fetched when the article is opened: for large plans. */
    src: v.optional(v.string()),
    /** Only with this may the simplified text be called FALC: people with intellectual disability have re-read it. */
    falcReviewed: v.optional(v.boolean()),
    lever: v.optional(v.picklist(LEVERS)),
    services: v.optional(v.array(v.string())),
    pages: v.optional(v.array(v.string())),
    /** Suggested first while this is to be seen on the page. */
    present: v.optional(TargetSchema),
    audience: v.optional(Audience),
    keywords: v.optional(v.array(v.string())),
    /** Other articles to go on with. */
    related: v.optional(v.array(Id)),
    /** A tour, or one step of it ("messagerie/ecrire"), that shows it on the page. */
    show: v.optional(v.string()),
    /** Day on which somebody last read it again. */
    reviewed: v.optional(LocalDate),
    /** What differs for some; the first that a person is in counts. */
    variants: v.optional(v.array(object({ ...written, audience: Audience }))),
  }),
  v.forward(
    v.check(
      ({ body, steps, media, src }) => !!body || !!src || !!steps?.length || !!media?.length,
      'article-empty',
    ),
    // Where one would write it.
    ['body'],
  ),
);

export const Hint = object({
  id: Id,
  target: TargetSchema,
  article: v.optional(Id),
  title: v.optional(Text),
  body: v.optional(Body),
  pages: v.optional(v.array(v.string())),
  audience: v.optional(Audience),
  look: v.optional(v.picklist(HINT_LOOKS)),
});

/** A way to reach somebody. `value` is the address, the number, the link, the words. */
const Channel = object({
  kind: v.picklist(CHANNEL_KINDS),
  value: Text,
  label: v.optional(Text),
  hours: v.optional(Text),
});

export const Contact = object({
  id: Id,
  title: Text,
  /** What to ask of them: "Mot de passe", "Absences"… */
  subjects: v.optional(v.array(Text)),
  /** On the pages of these services they come first. */
  services: v.optional(v.array(v.string())),
  schools: v.optional(v.array(v.string())),
  audience: v.optional(Audience),
  email: v.optional(v.pipe(v.string(), v.email('email'))),
  phone: v.optional(v.string()),
  hours: v.optional(Text),
  channels: v.optional(v.array(Channel)),
});

/** "Signaler un problème". */
const Report = object({
  /** What it may be about; some usual ones by default. */
  categories: v.optional(v.array(object({ id: Id, label: Text }))),
  /** Where a prefilled e-mail goes when the page has nowhere to send to. */
  email: v.optional(v.pipe(v.string(), v.email('email'))),
  /** Who may; everybody by default. */
  audience: v.optional(Audience),
  /** A picture of the screen may be joined, by the person's own choice. */
  screenshot: v.optional(v.boolean()),
});

export const Help = object({
  articles: v.optional(v.array(Article)),
  hints: v.optional(v.array(Hint)),
  contacts: v.optional(v.array(Contact)),
  /** Words that mean the same here: `[["minimail", "messagerie", "mail"]]`. */
  synonyms: v.optional(v.array(v.array(v.string()))),
  /** Addresses of indexes made beforehand (`sentier build`), by language: `{ "fr": "help-index.fr.txt" }`. */
  indexes: v.optional(map(v.string())),
  report: v.optional(Report),
});

/** `settings.help`: the one entry, at the same place on every page. */
export const HelpSettings = object({
  /** `false`: the page has a button of its own (`data-sentier-help`). */
  button: v.optional(v.boolean()),
  place: v.optional(v.picklist(HELP_PLACES)),
  /** From the edges of the screen, in CSS px: `{ "inline": 16, "block": 16 }`. */
  offset: v.optional(object({ inline: v.optional(v.number()), block: v.optional(v.number()) })),
  /** "Shift+F1" by default; "none". Never a single character (WCAG 2.1.4, RGAA 12.10). */
  shortcut: v.optional(v.pipe(v.string(), v.check(isShortcut, 'shortcut'))),
});

export type Article = v.InferOutput<typeof Article>;
export type ArticleStep = v.InferOutput<typeof ArticleStep>;
export type Attachment = v.InferOutput<typeof Attachment>;
export type Hint = v.InferOutput<typeof Hint>;
export type Contact = v.InferOutput<typeof Contact>;
export type HelpReport = v.InferOutput<typeof Report>;
export type Help = v.InferOutput<typeof Help>;
export type HelpSettings = v.InferOutput<typeof HelpSettings>;
