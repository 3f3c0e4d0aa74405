/**
 * The ENT's page templates: `<!--#include part-->`, `<!--#if pupil guardian-->…<!--#else-->…<!--#endif-->` (any of the
 * flags; `!flag` for none), `{{name}}` (escaped) and `{{{name}}}` (markup made by the server).
 */
export interface View {
  flags: ReadonlySet<string>;
  /** A value, or undefined for a name that nobody knows. */
  value(name: string): string | undefined;
  include(part: string): string;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const TOKEN = /<!--#(include|if|else|endif)\s*([^>]*?)\s*-->|\{\{\{([^}]+)\}\}\}|\{\{([^}]+)\}\}/g;

export function renderTemplate(source: string, view: View): string {
  let out = '';
  let at = 0;
  // One entry for each open block: whether its current branch is written.
  const open: boolean[] = [];
  const writing = (): boolean => open.every(Boolean);
  const write = (text: string): void => {
    if (writing()) out += text;
  };
  for (const match of source.matchAll(TOKEN)) {
    write(source.slice(at, match.index));
    at = match.index + match[0].length;
    const [, directive, argument = '', raw, name] = match;
    if (directive === 'if') open.push(holds(argument, view.flags));
    else if (directive === 'else') open.push(!open.pop());
    else if (directive === 'endif') open.pop();
    else if (!writing()) continue;
    else if (directive === 'include') out += renderTemplate(view.include(argument), view);
    else if (raw) out += known(raw, view);
    else if (name) out += escapeHtml(known(name, view));
  }
  write(source.slice(at));
  if (open.length) throw new Error(`${open.length} <!--#if--> left open`);
  return out;
}

const holds = (expression: string, flags: ReadonlySet<string>): boolean =>
  expression
    .split(/\s+/)
    .some((flag) => (flag.startsWith('!') ? !flags.has(flag.slice(1)) : flags.has(flag)));

function known(name: string, view: View): string {
  const value = view.value(name.trim());
  if (value === undefined) throw new Error(`the page asks for {{${name}}}, which nobody gives`);
  return value;
}
