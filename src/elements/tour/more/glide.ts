const GLIDE_MS = 200;

/** The ring travels from where it was: to be asked before it is placed; the answer, once it is. */
export function glide(ring: HTMLElement): () => Animation | undefined {
  const from = ring.getBoundingClientRect();
  return () => {
    if (!from.width || !matchMedia('(prefers-reduced-motion: no-preference)').matches) return undefined;
    const to = ring.getBoundingClientRect();
    if (!to.width) return undefined;
    const x = from.x + from.width / 2 - to.x - to.width / 2;
    const y = from.y + from.height / 2 - to.y - to.height / 2;
    return ring.animate([{ translate: `${x}px ${y}px` }, { translate: '0' }], {
      duration: GLIDE_MS,
      easing: 'ease-out',
    });
  };
}
