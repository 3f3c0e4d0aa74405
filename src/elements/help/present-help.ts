import { isNews } from '../../core/news/is-news.js';
import type { Outcome, OutcomeType } from '../../core/types.js';
import { serviceFor } from '../../engine/service.js';
import type { PresentRequest, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import type { Hint } from '../../model/schema/help.js';
import { deepActiveElement } from '../../platform/focus.js';
import { ownScript } from '../../platform/page-config.js';
import { NativeEvent, query } from '../../platform/natives.js';
import { watchRoute } from '../../platform/route-watcher.js';
import { whenIdle } from '../../platform/when-idle.js';
import type { EngineService } from '../context/services.js';
import { applyPlanTheme, mountOverlay } from '../primitives/mount.js';
import './define-help.js';
import type { SentierHelp } from './sentier-help.js';

/** Keeps the page's hints as the plan and the page want them: each is made once, and goes when it is no longer for this page. */
function keepHints(request: PresentRequest, tell: (type: OutcomeType, step: string) => void) {
  const marks = new Map<string, HTMLElement>();
  let latest: readonly Hint[];
  return async (hints: readonly Hint[]): Promise<void> => {
    latest = hints;
    const wanted = new Set(hints.map(({ id }) => id));
    for (const [id, mark] of marks)
      if (!wanted.has(id)) {
        mark.remove();
        marks.delete(id);
      }
    if (!hints.length) return;
    await import('./define-hint.js');
    if (latest !== hints) return;
    for (const content of hints) {
      if (marks.has(content.id)) continue;
      const mark = document.createElement('sentier-hint');
      marks.set(content.id, mark);
      mark.locales = request.locales;
      mark.roams = true;
      mark.content = content;
      // All of a page's hints are shown and hidden together, from the panel.
      mark.hidden = request.session.get('help-hints') === 'off';
      mark.addEventListener('sentier-show', () => tell('clicked', `hint:${content.id}`));
      applyPlanTheme(mark, request);
      mountOverlay(mark);
    }
  };
}

/** The page's own address has been answered. */
let isArrived = false;

/** While the host has a modal dialog open all outside is inert: help that is asked for in there opens in there. */
function openIn(help: SentierHelp, article: string, isOurs: boolean): void {
  if (isOurs && deepActiveElement()?.closest('dialog')) mountOverlay(help, deepActiveElement());
  void help.open(article || undefined);
}

/** The dot for news: what counts them is loaded where the plan has some, when the page has nothing else to do. */
function countNews(
  help: SentierHelp,
  engine: EngineService,
  { plan, fail }: PresentRequest,
  end: AbortSignal,
) {
  if (plan.campaigns.some(isNews))
    whenIdle(
      () =>
        void import('./count-news.js')
          .then(({ keepCounting }) => keepCounting(help, engine, fail, end))
          .catch(fail),
    );
}

/** Puts help into the page: its button, and the hints of this page. Help that the host wrote by hand is used as it stands. */
export const present: WidgetModule['present'] = async (request) => {
  await setInterfaceLocale(request.locales);
  const settings = request.plan.settings?.help;
  const byHand = query('sentier-help') as SentierHelp | null;
  const help = byHand ?? document.createElement('sentier-help');
  const end = new AbortController();
  const { signal } = end;

  const tell = (type: OutcomeType, step?: string) =>
    request.report({
      type,
      campaign: 'help',
      kind: 'help',
      version: 1,
      ...(step && { step }),
    } satisfies Outcome);
  const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) =>
    help.addEventListener(type, act as EventListener, { signal });
  on('sentier-show', () => tell('shown'));
  on('sentier-step', ({ step }) => tell('step', step));
  on('sentier-answer', ({ answers }) => {
    for (const [article, answer] of Object.entries(answers))
      tell('answered', `${article}:${answer === 'yes' ? 'yes' : 'no'}`);
  });
  /** The page's own place for it, where the plan wants it in there. */
  const spot = settings?.place === 'inline' && query('[data-sentier-place=help]');
  const goHome = () => (spot ? spot.append(help) : mountOverlay(help));
  on('sentier-dismiss', () => help.closest('dialog') && !byHand && goHome());
  on('sentier-error', ({ error }) => request.fail(error));

  // Drawn before the engine: what it would answer comes from here until it can.
  const early = request.engine && !request.engine() ? serviceFor(request) : undefined;
  if (early)
    help.addEventListener(
      'context-request',
      (event) => {
        if (request.engine?.()) return;
        event.stopPropagation();
        (event as unknown as { callback(service: EngineService): void }).callback(early);
      },
      { signal },
    );
  help.session = request.session;
  help.send = (draft) => request.send(draft);
  // Addresses in a plan are read from where the plan stands.
  help.base = new URL(ownScript()?.dataset.plan ?? '', document.baseURI).href;
  if (!byHand) {
    help.locales = request.locales;
    help.withoutButton = true;
    const { place = 'bottom-end' } = settings ?? {};
    help.setAttribute('place', place === 'inline' && !spot ? 'bottom-end' : place);
    const { inline = 16, block = inline } = settings?.offset ?? {};
    if (settings?.offset) help.setAttribute('offset', `${inline} ${block}`);
    applyPlanTheme(help, request);
    goHome();
  }
  // Whom a thing is for is the engine's to say; it answers when it is all there.
  const engine =
    early ??
    (await new Promise<EngineService | undefined>((callback) =>
      help.dispatchEvent(
        // By symbol, as in context/services.ts, which would bring @lit/context with the button.
        Object.assign(new NativeEvent('context-request', { bubbles: true, composed: true }), {
          context: Symbol.for('sentier.engine'),
          contextTarget: help,
          callback,
        }),
      ),
    ));
  const showHints = keepHints(request, tell);
  const update = () => {
    help.refresh();
    const { articles, contacts, tours, hints } = help.selected;
    if (!byHand)
      help.withoutButton = settings?.button === false || !(articles.length + contacts.length + tours.length);
    showHints(hints).catch(request.fail);
  };
  update();
  watchRoute(update, signal);
  if (engine) countNews(help, engine, request, signal);
  // `?sentier-help=article`: a link that somebody sent. Once, however often the plan comes anew.
  const asked = isArrived ? null : new URLSearchParams(location.search).get('sentier-help');
  isArrived = true;
  const first = request.open ?? asked;
  if (first !== null) openIn(help, first, !byHand);

  return {
    open: (article) => openIn(help, article, !byHand),
    close() {
      if (signal.aborted) return;
      end.abort();
      void showHints([]);
      help.close();
      if (!byHand) help.remove();
      request.closed();
    },
  };
};
