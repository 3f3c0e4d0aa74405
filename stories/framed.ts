/**
 * `parameters.docs.story` of what lies over the page: on an element's page, where all its stories follow each other, it has a
 * frame of its own, for it would cover the others and the text. Written out there: Storybook adds to `docs` what it finds so.
 * @param height of the frame, in px
 */
export const framed = (height: number) => ({ inline: false, height: `${height}px` });
