import * as v from 'valibot';
import { Body, Image, LocalDate, object, Text } from './common.js';

export const BANNER_KINDS = ['information', 'new', 'warning', 'maintenance', 'success', 'event'] as const;
export const BANNER_PLACES = ['top', 'bottom', 'inline', 'corner', 'modal'] as const;
export const BANNER_ACTIONS = ['link', 'tour', 'article', 'survey', 'acknowledge', 'calendar'] as const;
export const BANNER_LEAVES = ['close', 'later', 'never'] as const;

export const BannerAction = object({
  label: Text,
  do: v.picklist(BANNER_ACTIONS),
  to: v.optional(v.string()),
});

export const BannerContent = v.pipe(
  object({
    kind: v.optional(v.picklist(BANNER_KINDS)),
    place: v.optional(v.picklist(BANNER_PLACES)),
    title: v.optional(Text),
    body: v.optional(Body),
    image: v.optional(Image),
    actions: v.optional(v.array(BannerAction)),
    leave: v.optional(v.array(v.picklist(BANNER_LEAVES))),
    event: v.optional(object({ start: LocalDate, end: v.optional(LocalDate), location: v.optional(Text) })),
    signature: v.optional(Text),
    public: v.optional(v.boolean()),
  }),
  v.check((c) => Boolean(c.title ?? c.body), 'banner-empty'),
);

export type BannerAction = v.InferOutput<typeof BannerAction>;
export type BannerContent = v.InferOutput<typeof BannerContent>;
export type BannerKind = (typeof BANNER_KINDS)[number];
export type BannerPlace = (typeof BANNER_PLACES)[number];
