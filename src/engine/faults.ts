import { announce } from '../platform/natives.js';

const said = new Set<string>();

/** Something of ours failed, the page goes on: one line in the console for each different fault, and `sentier-error`. */
export function fault(error: unknown, campaign = ''): void {
  const message = `Sentier: ${campaign && `${campaign}: `}${String((error as Error | undefined)?.message ?? error)}`;
  if (!said.has(message)) console.warn(message);
  said.add(message);
  announce('sentier-error', { error, campaign });
}
