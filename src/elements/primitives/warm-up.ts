import { root } from '../../platform/root.js';
import { whenIdle } from '../../platform/when-idle.js';

/**
 * Has the browser lay out `box`, for nothing, while the page is idle: its fonts are found, its words shaped and its styles
 * matched by then, which is half of what a first card costs. Each of its `parts` by itself, so that none of it is long; and
 * each time `host` is out of the page again before a frame can be drawn. The parts are not to be shown afterwards.
 */
export async function warmUp(host: HTMLElement, box: HTMLElement, parts: Iterable<Element>): Promise<void> {
  const display = ({ style }: HTMLElement, value: string) => style.setProperty('display', value);
  const all = [...parts] as HTMLElement[];
  for (const part of all) display(part, 'none');
  // A popover that is not shown.
  display(box, 'block');
  for (const part of all) {
    await new Promise<void>((idle) => whenIdle(idle));
    display(part, '');
    root().append(host);
    void box.offsetHeight;
    host.remove();
    display(part, 'none');
  }
  display(box, '');
}
