import { imageTo } from '../../platform/image-to.js';
import { h } from './dom.js';

/** As `renderImage`, without Lit. */
export function imageNode(url: string, alt: string): HTMLImageElement | undefined {
  const image = imageTo(url, alt);
  return image && h('img', image);
}
