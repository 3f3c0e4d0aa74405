import * as v from 'valibot';
import { ID_PATTERN, isId, isRecord } from '../format.js';

/** Rows of one `POST /collect`, and its bytes. */
export const MAX_ROWS = 200;
export const MAX_BODY_BYTES = 64 * 1024;
/** Length of one row's data, as JSON; the picture of a report has a limit of its own. */
export const MAX_DATA_LENGTH = 16 * 1024;

const isRealDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day);

/*
 * The message of each check says what is needed; the path comes from valibot, so that a refusal reads
 * `day: a date such as "2026-09-01", no finer`.
 */
const dimension = (form: RegExp, needed: string) =>
  v.optional(v.pipe(v.string(needed), v.regex(form, needed)));

/** A list is an object to valibot. */
const recordFirst = (needed: string) => v.custom<Record<string, unknown>>(isRecord, needed);

/** Coarse dimensions, and nothing else about a person. What is not named here is not stored. */
export const EnvelopeAudience = v.pipe(
  recordFirst('an object of coarse dimensions'),
  v.object({
    profile: dimension(/^[a-z][\w-]{0,39}$/i, 'a profile such as "teacher"'),
    degree: dimension(/^[12]d$/, '"1d" or "2d"'),
    school: dimension(/^\d{7}[A-Z]$/, 'a UAI such as "0750001A"'),
  }),
);

/** One row of a batch. `id` is made once by the page and kept on every try. */
export const EnvelopeSchema = v.object(
  {
    id: v.pipe(
      v.string('8 to 80 letters, digits, "-", "_", "." or ":"'),
      v.regex(/^[\w.:-]{8,80}$/, '8 to 80 letters, digits, "-", "_", "." or ":"'),
    ),
    type: v.picklist(['outcome', 'response', 'support'], 'one of outcome, response, support'),
    campaign: v.pipe(
      v.string('the id of a campaign'),
      v.regex(ID_PATTERN, 'the id of a campaign'),
      v.check((id) => isId(id), 'the id of a campaign'),
    ),
    version: v.pipe(
      v.number('a whole number from 1'),
      v.integer('a whole number from 1'),
      v.minValue(1, 'a whole number from 1'),
      v.maxValue(1_000_000, 'a whole number from 1'),
    ),
    /** Local day of the ENT. */
    day: v.pipe(
      v.string('a date such as "2026-09-01", no finer'),
      v.check(isRealDay, 'a date such as "2026-09-01", no finer'),
    ),
    audience: EnvelopeAudience,
    /** Outcome type and step, or answers by question. */
    data: v.pipe(
      recordFirst('an object'),
      v.record(v.string(), v.unknown()),
      v.check(
        (data) => JSON.stringify({ ...data, picture: undefined }).length <= MAX_DATA_LENGTH,
        'at most 16 KiB',
      ),
    ),
  },
  'an object is expected',
);

export const CollectBatch = v.object({ envelopes: v.array(EnvelopeSchema) });

/** What became of each row. One that is named nowhere was not received, and may be sent again. */
export const CollectReceipt = v.object({
  accepted: v.array(v.string()),
  /** Received before, under the same id and with the same content. */
  known: v.array(v.string()),
  refused: v.array(v.object({ id: v.string(), reason: v.string() })),
});

export type CollectReceipt = v.InferOutput<typeof CollectReceipt>;
