import { formatPath, type Path } from '../model/plan-issue.js';

/** A token of JSON that is right: a string, a mark, or a value of another kind. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** One object or list that is open. */
interface Level {
  path: Path;
  /** Of an object. */
  keys?: Set<string>;
  /** Of the value that comes next: a key, or a number in a list. */
  at: string | number;
}

const pathOf = ({ path, at }: Level): Path => [...path, at];

/**
 * Paths of keys that stand twice in one object. JSON takes the last and says nothing: what was written first is lost.
 * @param json that can be parsed
 */
export function repeatedKeys(json: string): string[] {
  const repeated: string[] = [];
  const levels: Level[] = [];
  let isKey = false;
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      const path = level ? pathOf(level) : [];
      levels.push(token === '{' ? { path, keys: new Set(), at: '' } : { path, at: 0 });
      isKey = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      isKey = false;
    } else if (token === ',') {
      if (typeof level?.at === 'number') level.at++;
      isKey = level?.keys !== undefined;
    } else if (isKey && level?.keys) {
      level.at = JSON.parse(token) as string;
      if (level.keys.has(level.at)) repeated.push(formatPath(pathOf(level)));
      level.keys.add(level.at);
      isKey = false;
    }
  }
  return repeated;
}
