/** Whose draft a tab worked on: without the network it is what says which unsaved work may be shown again. */
export interface Desk {
  /** Pseudonym of the person. */
  actor: string;
  space: string;
}

const keyOf = (api: string): string => `sentier-studio:desk:${api}`;

/** In the tab alone: on a shared computer the next person must not find the last one's work. */
export function rememberDesk(api: string, desk: Desk): void {
  try {
    sessionStorage.setItem(keyOf(api), JSON.stringify(desk));
  } catch {
    // A sandboxed frame has none; unsaved work is found again when the server answers.
  }
}

export function lastDesk(api: string): Desk | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(keyOf(api)) ?? 'null') as Desk | null) ?? undefined;
  } catch {
    return undefined;
  }
}
