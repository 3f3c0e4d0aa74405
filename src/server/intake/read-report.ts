import { PICTURE_LIMIT, receiptOf } from '../../core/help/report.js';
import { isId } from '../../model/format.js';
import { plain } from './plain.js';
import { refuse } from './row-fault.js';

/** A report as it is kept. */
export interface Report {
  number: string;
  category: string;
  text: string;
  facts: Readonly<Record<string, string>>;
  /** A JPEG in base64. */
  picture: string | undefined;
}

const MAX_TEXT = 4000;
const MAX_FACT = 300;
/** What the page fills in, the person sees and may change: nothing else is kept. */
const FACTS = ['page', 'service', 'article', 'profile', 'screen', 'browser', 'school'] as const;

/** `data` of a `support` row. */
export function readReport(id: string, data: Record<string, unknown>): Report {
  const { category = 'other', picture } = data;
  const text = typeof data['text'] === 'string' ? plain(data['text']).trim() : '';
  if (!isId(category)) return refuse('data.category', 'the id of a category');
  if (!text || text.length > MAX_TEXT) return refuse('data.text', `a text of ${MAX_TEXT} characters at most`);
  const facts: Record<string, string> = {};
  for (const key of FACTS) {
    const value = data[key];
    if (value === undefined) continue;
    if (typeof value !== 'string' || value.length > MAX_FACT)
      return refuse(`data.${key}`, `a text of ${MAX_FACT} characters at most`);
    // A query may carry what names a person.
    facts[key] = plain(key === 'page' ? value.replace(/[?#].*$/s, '') : value);
  }
  return { number: receiptOf(id), category, text, facts, picture: readPicture(picture) };
}

const JPEG = /^data:image\/jpeg;base64,(\/9j\/[A-Za-z0-9+/]+={0,2})$/;

/** Pages redraw what is chosen as a JPEG, which loses what a camera writes beside the picture. */
function readPicture(picture: unknown): string | undefined {
  if (picture === undefined) return undefined;
  const found = typeof picture === 'string' && picture.length <= PICTURE_LIMIT && JPEG.exec(picture)?.[1];
  return found || refuse('data.picture', `a JPEG as a data address of ${PICTURE_LIMIT} characters at most`);
}
