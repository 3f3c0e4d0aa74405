/**
 * Editors of a campaign's content, by kind. An editor is an element with the properties `campaign`, `plan`, `writing`
 * (language), `at` (path of the content edited), `issues` and `disabled`, that fires `sentier-studio-change` with a
 * whole new campaign. It is loaded when a campaign of its kind is first opened.
 */
export interface Editor {
  tag: string;
  load: () => Promise<unknown>;
}

/** An editor that has folded what a field stands in opens it. */
export interface Revealing {
  reveal?(path: string): Promise<void>;
}

const editors = new Map<string, Editor>();

export function registerEditor(kind: string, editor: Editor): void {
  editors.set(kind, editor);
}

export const editorFor = (kind: string): Editor | undefined => editors.get(kind);
