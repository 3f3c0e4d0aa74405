/** What a step is called: by its id, else by its place, from 1. */
export const stepName = ({ id }: { id?: string | undefined }, index: number): string => id || `${index + 1}`;

/** The step that progress names. */
export const stepNamed = <S extends { id?: string | undefined }>(
  steps: readonly S[],
  name: string,
): S | undefined => steps.find((step, i) => stepName(step, i) === name);
