import { parseJson } from '../model/safe-json.js';
import { query } from './natives.js';

/** What the script tag says, addresses made absolute. */
export interface PageConfig {
  /** Address of the plan; absent when the plan stands in the page. */
  plan: string | undefined;
  /** Address for outcomes and answers; absent: nothing is ever sent. */
  collect: string | undefined;
  /** Address of the user's progress on the host's server. */
  progress: string | undefined;
  /** `session` (default), `memory`, or `local`, which needs an opaque user key. */
  store: string | undefined;
  locale: string | undefined;
}

/** Reads the script's own tag. `document.currentScript` may be an `<img name=currentScript>` of the page. */
export function readConfig(): PageConfig {
  const current: unknown = document.currentScript;
  const own = current instanceof HTMLScriptElement ? current : query('script[data-plan]');
  const said = (name: string) => own?.getAttribute(`data-${name}`) ?? undefined;
  const address = (name: string) => {
    const given = said(name);
    return given && new URL(given, own?.baseURI).href;
  };
  return {
    plan: address('plan'),
    collect: address('collect'),
    progress: address('progress'),
    store: said('store'),
    locale: said('locale'),
  };
}

/** A `<script type="application/json">` of the page; undefined where there is none. */
export function readJson(id: string): unknown {
  const text = query(`script#${id}`)?.textContent;
  return text ? parseJson(text) : undefined;
}
