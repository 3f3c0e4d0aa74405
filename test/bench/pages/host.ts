/** The same host page for every library: a toolbar with three targets, and a few hundred nodes of content. */
export interface BenchApi {
  start(): void | Promise<unknown>;
  next(): void;
  stop(): void | Promise<void>;
}

declare global {
  interface Window {
    bench: BenchApi;
  }
}

export const STEPS = [
  { target: '#compose', title: 'Écrire un message', body: 'Cliquez sur Nouveau message.' },
  { target: '#folders', title: 'Vos dossiers', body: 'Rangez ici ce que vous gardez.' },
  { target: '#search', title: 'Chercher', body: 'Un nom ou un mot suffit.' },
] as const;

export function expose(api: BenchApi): void {
  window.bench = api;
  document.documentElement.dataset['ready'] = '';
}
