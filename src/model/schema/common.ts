import * as v from 'valibot';

/** Ids are used in URLs, storage keys and CSS idents; they must survive all three unescaped. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][\w.-]{0,79}$/, 'letters, digits, "-", "_" and "." only, 80 at most'),
);

/** Authored text: a string in the plan's locale, or a map of BCP 47 tags (`fr`, `ar`, `fr-x-simple`) to strings. */
export const Text = v.union(
  [v.string(), v.record(v.string(), v.string())],
  'a string, or an object of language tags to strings, such as { "fr": "…", "en": "…" }',
);

/** Small Markdown (paragraphs, emphasis, lists, links, images, code, keys); never HTML. */
export const Body = Text;

/** A local date or date-time without zone, read in the plan's time zone. */
export const LocalDate = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/,
    'a date such as "2026-09-01", or a date and time such as "2026-09-01T08:00"',
  ),
);

/** ISO 8601 duration, a sign allowed before `P` where an offset is meant. */
export const Duration = v.pipe(
  v.string(),
  v.regex(
    /^-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
    'an ISO 8601 duration such as "PT10M" or "P7D"',
  ),
);

export const ClockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "08:30"'));

export const Image = v.looseObject({ src: v.string(), alt: Text });

/** `{ role, name }`, `{ text }` and `{ frame, target }` reach what CSS cannot. */
export type TargetPart =
  string | { role: string; name?: string | undefined } | { text: string } | { frame: string; target: Target };
export type Target = TargetPart | TargetPart[];

const TargetPartSchema: v.GenericSchema<TargetPart> = v.lazy(() =>
  v.union(
    [
      v.string(),
      v.looseObject({ role: v.string(), name: v.optional(v.string()) }),
      v.looseObject({ text: v.string() }),
      v.looseObject({ frame: v.string(), target: TargetSchema }),
    ],
    'a selector, { "role", "name" }, { "text" } or { "frame", "target" }',
  ),
);
export const TargetSchema: v.GenericSchema<Target> = v.lazy(() =>
  v.union([TargetPartSchema, v.array(TargetPartSchema)]),
);

export type Text = v.InferOutput<typeof Text>;
export type Image = v.InferOutput<typeof Image>;
