/**
 * Sites whose player may be shown in the page, on a click only: they and what is under them. The State's own and public
 * broadcasters'; any other film is a file of the ENT's own, or a plain link in the text.
 */
export const EMBED_HOSTS = ['apps.education.fr', 'lumni.fr', 'reseau-canope.fr', 'canotech.fr'] as const;

/** Whether the address is that of an https page of one of the sites above. */
export function isEmbeddable(address: unknown): address is string {
  const host = /^https:\/\/([a-z\d.-]+)(?:[/?#]|$)/i.exec(String(address))?.[1]?.toLowerCase();
  return !!host && EMBED_HOSTS.some((site) => host === site || host.endsWith(`.${site}`));
}
