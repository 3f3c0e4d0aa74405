import { placeBubble } from '../../core/help/place-hint.js';
import { query } from '../../platform/natives.js';
import type { EngineService } from '../context/services.js';
import { viewOf } from './follow-target.js';
import type { SentierHelp } from './sentier-help.js';

/** A block that is higher is too far to go round. */
const HIGHEST = 160;

/** Puts a hint's bubble under what it explains, and not over it. */
export function standBubble(
  bubble: HTMLElement,
  mark: HTMLElement,
  target: Element | undefined,
  isRtl: boolean,
): void {
  const at = mark.getBoundingClientRect();
  const box = target?.getBoundingClientRect();
  const from =
    box && box.height < HIGHEST
      ? {
          left: at.left,
          right: at.right,
          top: Math.min(at.top, box.top),
          bottom: Math.max(at.bottom, box.bottom),
        }
      : at;
  const { x, y } = placeBubble(from, bubble.getBoundingClientRect(), viewOf(), isRtl);
  bubble.style.setProperty('inset', `${y}px auto auto ${x}px`);
}

/** Opens the article that says more; nothing where there is no help, or not that article for this person. */
export function readerOf(
  id: string | undefined,
  service: EngineService | undefined,
): (() => void) | undefined {
  if (!id) return undefined;
  const article = service?.plan()?.help?.articles?.find((one) => one.id === id);
  if (service && article && service.isFor(article)) return () => void service.show(`help/${id}`);
  const help = query('sentier-help') as SentierHelp | null;
  return help?.selected?.articles.some((one) => one.id === id) ? () => void help.open(id) : undefined;
}
