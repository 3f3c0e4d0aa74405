import { parseJson } from '../model/safe-json.js';
import { query } from './natives.js';

/** What the script tag says, as written: addresses are the page's. */
export interface PageConfig {
  /** Address of the plan; absent when the plan stands in the page. */
  plan?: string;
  /** Address for outcomes and answers; absent: nothing is ever sent. */
  collect?: string;
  /** Address of the user's progress on the host's server. */
  progress?: string;
  /** `session` (default), `memory`, or `local`, which needs an opaque user key. */
  store?: string;
  locale?: string;
}

/** The script's own tag. `document.currentScript` may be an `<img name=currentScript>` of the page. */
export function ownScript(): HTMLScriptElement | null {
  const current: unknown = document.currentScript;
  return current instanceof HTMLScriptElement
    ? current
    : (query('script[data-plan]') as HTMLScriptElement | null);
}

/** A `<script type="application/json">` of the page; undefined where there is none. */
export function readJson(id: string): unknown {
  const text = query(`script#${id}`)?.textContent;
  return text ? parseJson(text) : undefined;
}
