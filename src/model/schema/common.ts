import * as v from 'valibot';
import { ID_PATTERN, isId, isRecord } from '../format.js';

/*
 * The message of a check is a neutral code ("date", "duration"…): plan-issue.ts turns it into a sentence that names
 * path, fault and remedy.
 */

/** Entries without prototype: valibot walks them with `in`, and a page may have added fields to every object. */
export const entriesOf = <const E extends v.ObjectEntries>(entries: E): E =>
  Object.assign(Object.create(null) as E, entries);

/** Unknown fields are kept: a newer version's, a vendor's own. An array, which `typeof` also calls an object, is refused. */
export const object = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.custom<Record<string, unknown>>(isRecord, 'object'), v.looseObject(entriesOf(entries)));

/** An object used as a table: any key, values of one shape. */
export const map = <const V extends v.GenericSchema>(value: V, code = 'object') =>
  v.pipe(v.custom<Record<string, unknown>>(isRecord, code), v.record(v.string(), value));

/** A lazy schema that says which schemas it may turn into: the JSON schema needs them all. */
export type Choice<S extends v.GenericSchema> = v.LazySchema<S> & { readonly options: readonly S[] };

/**
 * One of several schemas, chosen by a look at the input. Unlike a union, whose fault is "none fits", the fault is then
 * reported where it is: at `content.steps[0].placement`, not at `content`.
 */
export const choose = <const S extends v.GenericSchema>(
  options: readonly S[],
  pick: (input: unknown) => number,
): Choice<S> =>
  Object.assign(
    v.lazy((input) => options[pick(input)] as S),
    { options },
  );

export const Id = v.pipe(
  v.string(),
  v.regex(ID_PATTERN, 'id'),
  v.check((id) => isId(id), 'id'),
);

/** Authored text: a string in the plan's locale, or a map of BCP 47 tags (`fr`, `ar`, `fr-x-simple`) to strings. */
export const Text = choose([v.string(), map(v.string(), 'text')], (input) =>
  typeof input === 'string' ? 0 : 1,
);

/** Something to be read, in one language at least. */
export const hasWords = (text: v.InferOutput<typeof Text> | undefined): boolean =>
  typeof text === 'string' ? !!text : Object.values(text ?? {}).some(Boolean);

/** Small Markdown (paragraphs, emphasis, lists, links, images, code, keys); never HTML. */
export const Body = Text;

/** 31 September has the right shape and is no day. */
const isRealDay = (date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
};

/** A local date or date-time without zone, read in the plan's time zone. */
export const LocalDate = v.pipe(
  v.string('date'),
  v.regex(
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d{2}:\d{2})?)?$/,
    'date',
  ),
  v.check(isRealDay, 'date'),
);

/** ISO 8601 duration. */
export const Duration = v.pipe(
  v.string('duration'),
  v.regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'duration'),
);

/** ISO 8601 duration, with a sign where it counts backwards: "-P30D" is thirty days before. */
export const Offset = v.pipe(
  v.string('duration'),
  v.regex(/^-?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'duration'),
);

export const ClockTime = v.pipe(v.string('time'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'));

export const Image = object({ src: v.string(), alt: Text });

/** `{ role, name }`, `{ text }` and `{ frame, target }` reach what CSS cannot. */
export type TargetPart =
  string | { role: string; name?: string | undefined } | { text: string } | { frame: string; target: Target };
export type Target = TargetPart | TargetPart[];

const inFrame = object({
  frame: v.string(),
  target: v.lazy((): v.GenericSchema<unknown, Target> => TargetSchema),
});

export const TargetPartSchema: Choice<v.GenericSchema<unknown, TargetPart>> = choose<
  v.GenericSchema<unknown, TargetPart>
>(
  [
    v.string('target'),
    object({ role: v.string(), name: v.optional(v.string()) }),
    object({ text: v.string() }),
    inFrame,
  ],
  (input) => {
    if (!isRecord(input)) return 0;
    return 'frame' in input ? 3 : 'text' in input ? 2 : 1;
  },
);

export const TargetSchema: Choice<v.GenericSchema<unknown, Target>> = choose<
  v.GenericSchema<unknown, Target>
>([TargetPartSchema, v.array(TargetPartSchema)], (input) => (Array.isArray(input) ? 1 : 0));

export type Text = v.InferOutput<typeof Text>;
export type Image = v.InferOutput<typeof Image>;
