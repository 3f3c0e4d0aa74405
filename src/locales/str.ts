/** A template with values, kept apart so that a translation can put them elsewhere. */
export interface StrResult {
  strTag: true;
  strings: TemplateStringsArray;
  values: unknown[];
}

export type StrFn = ((strings: TemplateStringsArray, ...values: unknown[]) => StrResult) & {
  /** The brand by which lit-localize's extractor knows this tag. */
  _LIT_LOCALIZE_STR_?: never;
};

/** Tag for strings with values: `msg(str`Étape ${n} sur ${count}`, { id: 'step-of' })`. */
export const str: StrFn = (strings, ...values) => ({ strTag: true, strings, values });
