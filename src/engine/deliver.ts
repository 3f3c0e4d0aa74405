import { LONGEST_WAIT_MS } from '../core/delivery.js';
import { audienceOf } from '../core/survey/response.js';
import type { Delivery, Envelope } from '../core/ports.js';
import type { Context } from '../core/types.js';
import { resolveProfiles } from '../model/profiles.js';
import { openOutbox } from '../platform/outbox.js';
import { alone } from '../platform/alone.js';
import { DeliveryQueue } from './delivery.js';
import { fault } from './faults.js';
import type { Scene } from './scene.js';
import { WAITING } from './waiting.js';
import type { EnvelopeDraft } from './widget-module.js';

/** Says that the outbox holds something, so that an idle page knows without opening the database; and until when to wait. */
function flag(some: boolean, notBefore: number): void {
  try {
    if (some) localStorage.setItem(WAITING, String(notBefore || 1));
    else localStorage.removeItem(WAITING);
  } catch {
    // Blocked: what waits is sent with what comes next.
  }
}

/** Until when an earlier page was asked to wait. A time that no server may ask for is a clock put back. */
function toldBefore(now: number): number {
  try {
    const until = Number(localStorage.getItem(WAITING));
    return until < now + LONGEST_WAIT_MS ? until : 0;
  } catch {
    return 0;
  }
}

let queue: Promise<DeliveryQueue> | undefined;

/** The page that something is sent from; whose it is may change while it stands. */
type Page = Pick<Scene, 'config' | 'context' | 'ending' | 'plan'>;

/** One a page. */
function open(page: Page): Promise<DeliveryQueue> {
  const { signal } = page.ending;
  return (queue ??= openOutbox().then((outbox) => {
    const made = new DeliveryQueue(
      {
        outbox,
        fetch: (...request) => fetch(...request),
        now: () => Date.now(),
        chance: () => Math.random(),
        userKey: () => page.context.user?.key,
        isOnline: () => navigator.onLine !== false,
        alone,
        signedOut: (ids) =>
          fault(new Error(`collect: ${ids.length} kept: it asks for a session (401), and there is none`)),
        refused: (ids, reason) => fault(new Error(`collect: ${ids.length} not sent: ${reason}`)),
        waiting: flag,
      },
      toldBefore(Date.now()),
    );
    addEventListener('pagehide', () => made.leave(), { signal });
    // On a phone, the last that a page hears before it is ended.
    const hide = (): void => void (document.visibilityState === 'hidden' && made.leave());
    document.addEventListener('visibilitychange', hide, { signal });
    addEventListener('online', () => made.online(), { signal });
    signal.addEventListener('abort', () => made.stop());
    return made;
  }));
}

/** `crypto.randomUUID` is missing on http pages. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Completes an envelope and queues it.
 * @param context of the person it is of, who may have gone meanwhile
 * @param day by the plan's calendar: that is the caller's to know
 */
export async function send(
  page: Page,
  draft: EnvelopeDraft,
  { user = {} }: Context,
  day: string,
): Promise<Delivery> {
  const settings = page.plan?.settings;
  const envelope: Envelope = {
    ...draft,
    id: draft.id ?? newId(),
    day: draft.day ?? day,
    audience:
      draft.audience ??
      audienceOf(['profile', 'degree'], resolveProfiles(user.profiles ?? [], settings?.profileAliases), user),
  };
  // Absolute: a later page, elsewhere, may be the one that sends it.
  const url = new URL(page.config.collect ?? '', document.baseURI).href;
  return (await open(page)).add(envelope, url, user.key);
}

/** Sends what earlier pages could not. */
export async function flush(page: Page): Promise<void> {
  if (!page.ending.signal.aborted) await (await open(page)).flush();
}
