import type { Text } from '../../../model/schema/common.js';
import type { TourContent } from '../../../model/schema/tour.js';

type Said = Partial<Record<'title' | 'body' | 'why' | 'how', Text | undefined>>;

const SIMPLE = /-x-simple$/i;

const baseOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** Whether any text of a tour has simpler words in the language that it is read in. */
export function hasSimplified(
  content: Partial<TourContent> | undefined,
  locales: readonly string[],
): boolean {
  const base = baseOf(locales[0] ?? 'fr');
  const has = (text: Text | undefined) =>
    typeof text === 'object' && Object.keys(text).some((tag) => SIMPLE.test(tag) && baseOf(tag) === base);
  return [content?.intro, ...(content?.steps ?? [])].some((said: Said | undefined) =>
    [said?.title, said?.body, said?.why, said?.how].some(has),
  );
}

export const isSimplified = (locales: readonly string[]): boolean => SIMPLE.test(locales[0] ?? '');

/** The same languages, with the simpler words of the first one before, or without. */
export function simplified(locales: readonly string[], is: boolean): readonly string[] {
  const plain = [...new Set(locales.map((tag) => tag.replace(SIMPLE, '')))];
  return is ? [`${plain[0] ?? 'fr'}-x-simple`, ...plain] : plain;
}
