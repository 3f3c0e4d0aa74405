import { h } from '../primitives/dom.js';

/** Paper: ink on white, in a measure that can be read; no control, no film. */
const PAPER = `
  @page { margin: 18mm; }
  body { max-width: 70ch; margin: 0 auto; font: 12pt/1.5 system-ui, sans-serif; color: #000; background: #fff; overflow-wrap: anywhere; }
  h1 { font-size: 18pt; line-height: 1.25; } h4 { font-size: 12pt; margin: 1em 0 .25em; }
  img { max-width: 100%; max-height: 10cm; break-inside: avoid; } li { margin: .35em 0; break-inside: avoid; }
  kbd, code { padding: 0 .3em; border: 1px solid #999; border-radius: 3px; }
  a[href^='http']::after { content: ' (' attr(href) ')'; font-size: .85em; } footer { margin-top: 2em; font-size: 10pt; }
`;

/** What is of no use on paper. */
const CONTROLS = 'button, video, audio, iframe, svg, .tools, [hidden]';

/** The article that stands in `root` as a page of its own: filled into an empty document. */
export function fillPaper(paper: Document, root: ShadowRoot): void {
  const title = root.querySelector<HTMLElement>('#title');
  const text = root.querySelector('.text');
  const words = (title?.textContent ?? '').trim();
  paper.title = words;
  paper.documentElement.lang = title?.lang || document.documentElement.lang;
  paper.documentElement.dir = title?.dir || 'ltr';
  const body = paper.importNode<Element>(text ?? h('div'), true);
  body.querySelectorAll(CONTROLS).forEach((one) => one.remove());
  // What could be unfolded on screen cannot be on paper.
  body.querySelectorAll('details').forEach((one) => one.setAttribute('open', ''));
  const heading = paper.createElement('h1');
  heading.textContent = words;
  const foot = paper.createElement('footer');
  foot.textContent = `${document.title} · ${location.host}`;
  paper.body.replaceChildren(heading, body, foot);
  try {
    const Sheet = paper.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(PAPER);
    paper.adoptedStyleSheets = [sheet];
  } catch {
    // Safari 15.4 has none: the browser's own look will do.
  }
}

/**
 * Prints the article alone: in a frame of its own, since the page's own print style is the page's. The frame goes when
 * the printing is done.
 */
export function printArticle(root: ShadowRoot): HTMLIFrameElement {
  const frame = h('iframe', { class: 'paper', 'aria-hidden': 'true', tabindex: '-1', title: '' });
  root.append(frame);
  const view = frame.contentWindow;
  const paper = frame.contentDocument;
  if (!view || !paper) {
    frame.remove();
    return frame;
  }
  fillPaper(paper, root);
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  // Its pictures may still be on their way.
  const pictures = [...paper.images].map((image) => image.decode().catch(() => undefined));
  void Promise.all(pictures).then(() => frame.isConnected && view.print());
  return frame;
}
