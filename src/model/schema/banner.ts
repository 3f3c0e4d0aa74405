import * as v from 'valibot';
import { Body, choose, Duration, hasWords, Image, LocalDate, object, TargetSchema, Text } from './common.js';

export const BANNER_KINDS = ['information', 'new', 'warning', 'maintenance', 'success', 'event'] as const;
export const BANNER_PLACES = ['top', 'bottom', 'inline', 'corner', 'modal'] as const;
export const BANNER_ACTIONS = ['link', 'tour', 'article', 'survey', 'acknowledge', 'calendar'] as const;
export const BANNER_LEAVES = ['close', 'later', 'never'] as const;

export const BANNER_SPOTS = ['before', 'after', 'start', 'end'] as const;
export const BANNER_PROOFS = ['read', 'opened'] as const;

/** A choice behind "later": a time from now, or a moment that the plan names. */
export const LaterChoice = choose([LocalDate, Duration], (input) =>
  typeof input === 'string' && input.startsWith('P') ? 1 : 0,
);

export const BannerEvent = object({
  /** A bare date is a whole day. */
  start: LocalDate,
  end: v.optional(LocalDate),
  location: v.optional(Text),
  /** Where it is held, or told of, on the net. */
  url: v.optional(v.string()),
  /** Whom it is meant for, in words. */
  for: v.optional(Text),
});

export const BannerAction = object({
  label: Text,
  do: v.picklist(BANNER_ACTIONS),
  to: v.optional(v.string()),
});

export const BannerContent = v.pipe(
  object({
    kind: v.optional(v.picklist(BANNER_KINDS)),
    place: v.optional(v.picklist(BANNER_PLACES)),
    /** Top and bottom: stays in sight while the page scrolls. Bottom does unless this is false. */
    sticky: v.optional(v.boolean()),
    /** Inline: beside or in this element, where the page has no place of its own for it. */
    target: v.optional(TargetSchema),
    /** Where, from that element: after it by default. */
    at: v.optional(v.picklist(BANNER_SPOTS)),
    title: v.optional(Text),
    body: v.optional(Body),
    image: v.optional(Image),
    actions: v.optional(v.array(BannerAction)),
    leave: v.optional(v.array(v.picklist(BANNER_LEAVES))),
    /** What "later" offers: an hour, a day, a week where this says nothing; one choice alone is taken at once. */
    later: v.optional(v.array(LaterChoice)),
    event: v.optional(BannerEvent),
    /** What has to be done before the action `acknowledge` counts. */
    acknowledge: v.optional(
      object({
        /** The body read to its end, or an action of the banner followed that leads to a link or an article. */
        after: v.optional(v.picklist(BANNER_PROOFS)),
        /** Words beside a box to be ticked. */
        box: v.optional(Text),
      }),
    ),
    signature: v.optional(Text),
    public: v.optional(v.boolean()),
  }),
  v.check(({ title, body }) => hasWords(title) || hasWords(body), 'banner-empty'),
);

export type BannerAction = v.InferOutput<typeof BannerAction>;
export type BannerEvent = v.InferOutput<typeof BannerEvent>;
export type BannerContent = v.InferOutput<typeof BannerContent>;
export type BannerKind = (typeof BANNER_KINDS)[number];
export type BannerPlace = (typeof BANNER_PLACES)[number];
