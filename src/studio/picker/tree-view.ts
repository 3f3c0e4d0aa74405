import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import { icon } from '../../elements/primitives/icon.js';
import { msg } from '../../locales/msg.js';
import type { TreeNode } from './element-tree.js';
import { describe } from './words.js';

export interface TreeState {
  roots: readonly TreeNode[];
  open: ReadonlySet<Element>;
  at: Element | undefined;
}

interface Row {
  node: TreeNode;
  parent: TreeNode | undefined;
  depth: number;
}

/** The rows to be seen, from top to bottom. */
export function rowsOf({ roots, open }: Omit<TreeState, 'at'>, parent?: TreeNode, depth = 1): Row[] {
  return roots.flatMap((node) => [
    { node, parent, depth },
    ...(open.has(node.element) ? rowsOf({ roots: node.children, open }, node, depth + 1) : []),
  ]);
}

export interface TreeMove {
  at?: Element;
  open?: ReadonlySet<Element>;
  pick?: Element;
}

/** The keys of the ARIA tree pattern; undefined where a key is none of them. */
export function keyInTree(key: string, state: TreeState): TreeMove | undefined {
  const rows = rowsOf(state);
  const index = Math.max(
    0,
    rows.findIndex(({ node }) => node.element === state.at),
  );
  const row = rows[index];
  if (!row) return undefined;
  const to = (i: number): TreeMove => ({ at: rows[Math.min(Math.max(i, 0), rows.length - 1)]!.node.element });
  const { element, children } = row.node;
  const isOpen = state.open.has(element);
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (!children.length) return {};
      return isOpen ? to(index + 1) : { open: new Set([...state.open, element]), at: element };
    case 'ArrowLeft':
      if (isOpen && children.length)
        return { open: new Set([...state.open].filter((one) => one !== element)), at: element };
      return row.parent ? { at: row.parent.element } : {};
    case 'Enter':
    case ' ':
      return { pick: element };
  }
  // A letter goes to the next row that begins with it.
  if (key.length !== 1) return undefined;
  const after = [...rows.slice(index + 1), ...rows.slice(0, index + 1)];
  const found = after.find(({ node }) => spoken(node).startsWith(key.toLowerCase()));
  return found ? { at: found.node.element } : {};
}

/** What a row says, without accents: "é" is typed as "e" too. */
const spoken = ({ element, role }: TreeNode): string =>
  describe(element, role)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

interface TreeActions {
  go(el: Element): void;
  toggle(el: Element): void;
}

/** Rows stand side by side, their levels said: a tree in a tree would give each row the words of all below it. */
export function treeView({ roots, open, at, go, toggle }: TreeState & TreeActions): TemplateResult {
  const rows = rowsOf({ roots, open });
  const current = at ?? rows[0]?.node.element;
  return html`<ul
    class="tree"
    role="tree"
    aria-label=${msg('Éléments de la page', { id: 'studio-picker-tree' })}
  >
    ${repeat(
      rows,
      ({ node }) => node.element,
      ({ node: { element, role, children }, depth }) =>
        // The tree's own listener hears the keys of all rows (element-picker), and a row is named by its words.
        // eslint-disable-next-line lit-a11y/click-events-have-key-events, lit-a11y/accessible-name
        html`<li
          class="row"
          role="treeitem"
          data-depth=${Math.min(depth, 6)}
          aria-level=${depth}
          aria-expanded=${children.length ? String(open.has(element)) : nothing}
          aria-selected=${element === current ? 'true' : 'false'}
          tabindex=${element === current ? '0' : '-1'}
          @click=${(event: Event) => {
            if ((event.target as Element).closest('svg')) toggle(element);
            go(element);
          }}
        >
          ${children.length ? icon(ChevronRight, 16) : html`<span class="leaf"></span>`}
          <span>${describe(element, role)}</span>
        </li>`,
    )}
  </ul>`;
}
