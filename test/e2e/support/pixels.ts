import type { Locator, Page } from 'playwright-core';

/** Takes an element's pixels once it stands still. Corners, where the page shows through, are left out by `compare`. */
export async function pixelsOf(element: Locator): Promise<string> {
  await element.evaluate((el) =>
    Promise.all(el.getAnimations({ subtree: true }).map((animation) => animation.finished)),
  );
  return (await element.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
}

export interface Difference {
  /** Widths and heights. */
  sizes: readonly [readonly [number, number], readonly [number, number]];
  /** Share of pixels that differ visibly (more than 24 of 255 in a channel), corners and edges left out. */
  share: number;
}

/** Compares two pictures in a page of the browser: no decoder of our own. */
export function compare(page: Page, a: string, b: string, edge = 14): Promise<Difference> {
  return page.evaluate(
    async ([first, second, rim]) => {
      // No named function in here: the test runner's compiler would mark it with a helper that this page lacks.
      const [one, two] = await Promise.all(
        [first, second].map(async (png) => {
          const image = new Image();
          image.src = `data:image/png;base64,${png}`;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height);
        }),
      );
      if (!one || !two) throw new Error('two pictures');
      let different = 0;
      let all = 0;
      for (let y = rim; y < one.height - rim; y++)
        for (let x = rim; x < one.width - rim; x++) {
          all++;
          const at = (y * one.width + x) * 4;
          const other = (y * two.width + x) * 4;
          if ([0, 1, 2].some((c) => Math.abs((one.data[at + c] ?? 0) - (two.data[other + c] ?? 0)) > 24))
            different++;
        }
      return {
        sizes: [
          [one.width, one.height],
          [two.width, two.height],
        ] as const,
        share: different / all,
      };
    },
    [a, b, edge] as const,
  );
}
