import { applyTheme } from '../../elements/primitives/mount.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { PlanDocument } from '../store/studio-store.js';

/** Gives a real widget the plan's colours and the audience's size; in the page's scheme, or in the one that is asked for. */
export function dress(
  element: HTMLElement,
  { settings }: PlanDocument,
  profiles: readonly string[] = [],
  scheme?: 'light' | 'dark',
): void {
  applyTheme(
    element,
    { ...settings?.theme, ...(scheme && { scheme }) },
    resolveProfiles(profiles, settings?.profileAliases),
  );
}
