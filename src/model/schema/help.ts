import * as v from 'valibot';
import { Audience } from './audience.js';
import { Body, Id, object, TargetSchema, Text } from './common.js';
import { LEVERS } from './campaign.js';
import { Media } from './media.js';

export const Article = object({
  id: Id,
  title: Text,
  body: Body,
  /** Only with this may the simplified text be called FALC: people with intellectual disability have re-read it. */
  falcReviewed: v.optional(v.boolean()),
  lever: v.optional(v.picklist(LEVERS)),
  services: v.optional(v.array(v.string())),
  pages: v.optional(v.array(v.string())),
  audience: v.optional(Audience),
  keywords: v.optional(v.array(v.string())),
  media: v.optional(v.array(Media)),
});

export const Hint = object({
  id: Id,
  target: TargetSchema,
  article: v.optional(Id),
  title: v.optional(Text),
  body: v.optional(Body),
  pages: v.optional(v.array(v.string())),
  audience: v.optional(Audience),
});

export const Contact = object({
  id: Id,
  title: Text,
  schools: v.optional(v.array(v.string())),
  audience: v.optional(Audience),
  email: v.optional(v.pipe(v.string(), v.email('email'))),
  phone: v.optional(v.string()),
  hours: v.optional(Text),
});

export const Help = object({
  articles: v.optional(v.array(Article)),
  hints: v.optional(v.array(Hint)),
  contacts: v.optional(v.array(Contact)),
});

export type Article = v.InferOutput<typeof Article>;
export type Hint = v.InferOutput<typeof Hint>;
export type Contact = v.InferOutput<typeof Contact>;
export type Help = v.InferOutput<typeof Help>;
