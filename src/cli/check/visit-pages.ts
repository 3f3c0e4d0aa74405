import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PageCheck, Sighting } from '../../core/target/sighting.js';
import type { Target } from '../../model/schema/common.js';
import { CommandError } from '../load-plan.js';
import type { Finding, FindingState } from './finding.js';
import { targetWords } from './finding.js';
import type { Item, Visit } from './what-to-check.js';

/** What a login module exports. */
export type Login = (page: Page, profile: string, options: { url: string }) => unknown;

export interface VisitOptions {
  url: string;
  login?: Login | undefined;
  /** How long a target is waited for. */
  timeoutMs: number;
  /** Whether the clicks that a tour asks of the person are done too. */
  isWalking: boolean;
  viewport: { width: number; height: number };
  /** Folder for pictures; none without it. */
  pictures?: string | undefined;
  ignoreHttpsErrors?: boolean;
}

const LOOK_EVERY_MS = 100;
/** Sentier itself must not stand in the way of what is looked for. */
const OURS = /\/sentier(\.[\w-]+)?\.js(\?|$)/;

/** The bundle that looks, beside this file in the package, or of the working copy. */
const script = (): string => {
  const path = ['./check-page.js', '../../../dist/node/check-page.js']
    .map((one) => fileURLToPath(new URL(one, import.meta.url)))
    .find((one) => existsSync(one));
  if (!path) throw new CommandError('check-page.js manque\u00a0: lancez «\u00a0npm run build\u00a0».');
  // The browser's tools may run it inside a function.
  return `${readFileSync(path, 'utf8')}\nglobalThis.sentierCheck = sentierCheck;`;
};

/** Everything of one profile, in a browser's session of its own. */
export async function visitAs(
  browser: Browser,
  profile: string | undefined,
  visits: readonly Visit[],
  options: VisitOptions,
): Promise<Finding[]> {
  const { viewport, ignoreHttpsErrors = false, login, url } = options;
  const context = await browser.newContext({
    viewport,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ignoreHTTPSErrors: ignoreHttpsErrors,
  });
  try {
    await context.addInitScript({ content: script() });
    await context.route(OURS, (route) => route.abort());
    if (login && profile !== undefined) await signIn(context, login, profile, url);
    const findings: Finding[] = [];
    // One page at a time: an ENT's session is often bound to the order of its pages.
    for (const visit of visits)
      findings.push(...(await new PageVisit(context, profile, visit, options).go()));
    return findings;
  } finally {
    await context.close();
  }
}

async function signIn(context: BrowserContext, login: Login, profile: string, url: string): Promise<void> {
  const page = await context.newPage();
  try {
    await login(page, profile, { url });
  } catch (error) {
    throw new CommandError(
      `connexion comme «\u00a0${profile}\u00a0» impossible\u00a0: ${(error as Error).message.split('\n')[0]}`,
    );
  } finally {
    await page.close();
  }
}

/** One campaign's targets on one page. */
class PageVisit {
  readonly #context: BrowserContext;
  readonly #profile: string | undefined;
  readonly #visit: Visit;
  readonly #options: VisitOptions;
  readonly #findings: Finding[] = [];
  #page!: Page;

  constructor(context: BrowserContext, profile: string | undefined, visit: Visit, options: VisitOptions) {
    this.#context = context;
    this.#profile = profile;
    this.#visit = visit;
    this.#options = options;
  }

  async go(): Promise<Finding[]> {
    const { page: path, items, present, isOneOfMany } = this.#visit;
    if (!path) {
      for (const item of items)
        this.#note(item, 'page', 'Aucune page de la liste ne convient\u00a0: ajoutez-la à --pages.');
      return this.#findings;
    }
    this.#page = await this.#context.newPage();
    try {
      const fault = await this.#open(path);
      if (fault) {
        for (const item of items) this.#note(item, 'page', fault);
        return this.#findings;
      }
      if (present !== undefined && !isSeen(await this.#lookFor(present))) {
        const words = `«\u00a0${targetWords(present)}\u00a0», que la campagne attend pour démarrer, n’est pas sur cette page.`;
        const state = 'not-started';
        const [first] = items;
        if (first) await this.#noteWithPicture({ ...first, isOptional: isOneOfMany }, state, words);
        return this.#findings;
      }
      let undone: Item | undefined;
      for (const [i, item] of items.entries()) {
        undone = await this.#check(item, undone);
        const next = items[i + 1];
        if (next && item.leads && !undone) undone = await this.#lead(item, next);
      }
    } finally {
      await this.#page.close();
    }
    return this.#findings;
  }

  /** What is wrong with the page, if anything. */
  async #open(path: string): Promise<string | undefined> {
    const address = new URL(path, this.#options.url).href;
    try {
      const response = await this.#page.goto(address, { waitUntil: 'domcontentloaded' });
      const status = response?.status() ?? 200;
      if (status >= 400) return `La page répond ${status}. Vérifiez son adresse, et les droits du profil.`;
      const at = new URL(this.#page.url()).pathname;
      const wanted = new URL(address).pathname;
      if (at.replace(/\/$/, '') !== wanted.replace(/\/$/, ''))
        return `La page mène à ${at}\u00a0: le profil n’y a pas droit, ou la connexion a échoué.`;
      return undefined;
    } catch (error) {
      return `La page ne s’ouvre pas (${(error as Error).message.split('\n')[0]}).`;
    }
  }

  /** Looks for it until it is well, and no longer than there is patience. */
  async #lookFor(target: Target, withinMs = this.#options.timeoutMs): Promise<Sighting> {
    const end = Date.now() + withinMs;
    for (;;) {
      const seen = await this.#look(target);
      if ((seen.state === 'found' && !seen.coveredBy) || Date.now() >= end) return seen;
      await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
    }
  }

  async #look(target: Target): Promise<Sighting> {
    try {
      return await this.#page.evaluate(
        (one) => (globalThis as unknown as { sentierCheck: PageCheck }).sentierCheck.look(one),
        target,
      );
    } catch (error) {
      if (!isLeaving(error)) throw error;
      // The page goes to another one just now: what was there is not any more.
      return { state: 'absent' };
    }
  }

  async #click(target: Target): Promise<boolean> {
    try {
      return await this.#page.evaluate(
        (one) => (globalThis as unknown as { sentierCheck: PageCheck }).sentierCheck.click(one),
        target,
      );
    } catch (error) {
      if (!isLeaving(error)) throw error;
      // A click that leaves the page ends what asked for it.
      return true;
    }
  }

  /** @returns the step that was not done, as long as nothing after it was found */
  async #check(item: Item, undone: Item | undefined): Promise<Item | undefined> {
    for (const { click, until } of item.before) {
      if (until !== undefined && isSeen(await this.#look(until))) continue;
      const there = await this.#lookFor(click, undone ? 0 : undefined);
      if (there.state === 'absent') {
        await this.#noteWithPicture(
          item,
          undone ? 'unsure' : 'before',
          undone
            ? unsureWords(undone)
            : `Le clic à faire avant l’étape ne trouve pas «\u00a0${targetWords(click)}\u00a0». Montrez-le de nouveau dans le studio.`,
        );
        return undone;
      }
      await this.#click(click);
      if (until !== undefined && !isSeen(await this.#lookFor(until))) {
        await this.#noteWithPicture(
          item,
          'before',
          `Le clic sur «\u00a0${targetWords(click)}\u00a0» ne fait pas paraître «\u00a0${targetWords(until)}\u00a0».`,
        );
        return undone;
      }
    }
    // After something that was not done, what is not there now will not come.
    const seen = await this.#lookFor(item.target, undone ? 0 : undefined);
    const isGood = seen.state === 'found' || seen.state === 'ambiguous';
    if (!isGood && undone) await this.#noteWithPicture(item, 'unsure', unsureWords(undone), seen);
    else if (seen.state === 'found' && seen.coveredBy)
      await this.#noteWithPicture(
        item,
        'covered',
        `«\u00a0${seen.coveredBy}\u00a0» est devant la cible. Fermez-le, ou ajoutez un clic avant l’étape.`,
        seen,
      );
    else {
      const isLater = seen.state === 'hidden' && item.mayBeHidden;
      await this.#noteWithPicture(item, seen.state, isLater ? LATER : REMEDIES[seen.state], seen);
    }
    return isGood ? undefined : undone;
  }

  /** Does what leads to the next step, where it may; the step, where it may not or cannot. */
  async #lead(item: Item, next: Item): Promise<Item | undefined> {
    if (isSeen(await this.#look(next.target))) return undefined;
    if (item.leads !== 'click' || !this.#options.isWalking) return item;
    return (await this.#click(item.target)) ? undefined : item;
  }

  async #noteWithPicture(item: Item, state: FindingState, message?: string, seen?: Sighting): Promise<void> {
    const finding = this.#note(item, state, message, seen);
    const { pictures, viewport } = this.#options;
    if (pictures === undefined) return;
    const file = pictureName(finding, item);
    await mkdir(pictures, { recursive: true });
    try {
      await this.#page.screenshot({ path: join(pictures, file), type: 'jpeg', quality: 60 });
    } catch {
      // A page that is just leaving has nothing to show.
      return;
    }
    const percent = (part: number, of: number) => Math.round((part / of) * 10_000) / 100;
    const [x, y, width, height] = seen?.box ?? [];
    finding.picture = {
      file,
      ...(x !== undefined && {
        box: [
          percent(x, viewport.width),
          percent(y!, viewport.height),
          percent(width!, viewport.width),
          percent(height!, viewport.height),
        ],
      }),
    };
  }

  #note(item: Item, state: FindingState, message?: string, seen?: Sighting): Finding {
    const { campaign, title, page } = this.#visit;
    const finding: Finding = {
      campaign,
      title,
      profile: this.#profile,
      page,
      path: item.path,
      label: item.label,
      target: item.target,
      state,
      severity: severityOf(state, item),
      ...(message && {
        message:
          item.isOptional && state !== 'not-started' && state !== 'found'
            ? `${message} (L’étape sait s’en passer.)`
            : message,
      }),
      ...(seen?.way && { way: seen.way }),
    };
    this.#findings.push(finding);
    return finding;
  }
}

const isLeaving = (error: unknown): boolean =>
  /navigat|context was destroyed|cannot find context/i.test((error as Error).message);

const isSeen = ({ state }: Sighting): boolean => state === 'found' || state === 'ambiguous';

const severityOf = (state: FindingState, { isOptional, mayBeHidden }: Item): Finding['severity'] =>
  state === 'found'
    ? 'good'
    : state === 'unsure' ||
        state === 'covered' ||
        (state === 'hidden' && mayBeHidden) ||
        (isOptional && state !== 'page')
      ? 'warning'
      : 'error';

const REMEDIES: Readonly<Record<Sighting['state'], string | undefined>> = {
  found: undefined,
  hidden:
    'La cible est là, mais ne se voit pas\u00a0: un menu à ouvrir, peut-être. Ajoutez un clic avant l’étape.',
  ambiguous:
    'Plusieurs éléments répondent\u00a0: la visite montrerait le premier. Montrez de nouveau le bon.',
  absent: 'Rien ne répond sur cette page. Montrez de nouveau l’élément dans le studio.',
};

const LATER = 'La cible est là, mais ne se voit pas pour l’instant\u00a0: le repère paraîtra avec elle.';

const unsureWords = ({ label, leads }: Item): string =>
  leads === 'click'
    ? `«\u00a0${label}\u00a0» demande un clic, qui n’a pas été fait. Sur un ENT d’essai, --walk le fait.`
    : `«\u00a0${label}\u00a0» demande de faire quelque chose d’abord\u00a0: à vérifier à la main.`;

const pictureName = ({ campaign, profile = 'visiteur', page }: Finding, { path }: Item): string =>
  `${[campaign, profile, page, /(\d+)\]\.target/.exec(path)?.[1] ?? '0'].join('-').replace(/[^\w-]+/g, '-')}.jpg`;
