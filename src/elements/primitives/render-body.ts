import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { parseMarkdown } from '../../core/markdown.js';
import type { Block, Inline, Item, List } from '../../core/markdown.js';
import type { Text } from '../../model/schema/common.js';
import { resolveText } from '../../model/text.js';
import { linkTo, safeUrl } from '../../platform/safe-url.js';

type Rendered = string | TemplateResult | typeof nothing | Children;
type Children = unknown[];

const TAGS: Readonly<Record<string, (children: Children, start?: string) => TemplateResult>> = {
  p: (c) => html`<p>${c}</p>`,
  ul: (c) =>
    html`<ul>
      ${c}
    </ul>`,
  ol: (c, start) =>
    html`<ol start=${start ?? nothing}>
      ${c}
    </ol>`,
  li: (c) => html`<li>${c}</li>`,
  strong: (c) => html`<strong>${c}</strong>`,
  em: (c) => html`<em>${c}</em>`,
  code: (c) => html`<code>${c}</code>`,
  kbd: (c) => html`<kbd>${c}</kbd>`,
  br: () => html`<br />`,
};

/** One picture of an author; `alt` empty when it only decorates (RGAA 1.2). Nothing where its address is not allowed. */
export function renderImage(url: string, alt: string): TemplateResult | typeof nothing {
  const src = safeUrl(url);
  return src ? html`<img src=${src} alt=${alt} loading="lazy" referrerpolicy="same-origin" />` : nothing;
}

function render(node: Block | Item | Inline): Rendered {
  if (typeof node === 'string') return node;
  if (node.tag === 'img') return renderImage(node.url, node.alt);
  const children = node.children.map(render);
  if (node.tag !== 'a') return TAGS[node.tag]!(children, (node as List).start);
  const link = linkTo(node.url);
  // A link that is not allowed leaves its words.
  return link ? html`<a href=${link.href} rel=${link.rel ?? nothing}>${children}</a>` : children;
}

/** An authored Markdown text in the person's language, marked with its own language and direction. */
export function renderBody(
  text: Text | undefined,
  locales: readonly string[],
  planLocale?: string,
): TemplateResult | typeof nothing {
  const { value, lang, dir } = resolveText(text, locales, planLocale);
  return value
    ? html`<div class="body" lang=${lang} dir=${dir}>${parseMarkdown(value).map(render)}</div>`
    : nothing;
}
