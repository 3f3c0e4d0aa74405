import { css } from '../../styles/css.js';

/** Paper: black on white, no more ink than needed, no step cut in two. */
export const handoutCss = css`
  @page {
    margin: 18mm;
  }
  body {
    max-width: 42em;
    margin: 0 auto;
    color: #000;
    background: #fff;
    font:
      12pt/1.5 system-ui,
      sans-serif;
  }
  h1 {
    font-size: 20pt;
    line-height: 1.25;
  }
  ol {
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  ol > li {
    position: relative;
    margin: 14pt 0;
    padding-inline-start: 30pt;
    break-inside: avoid;
    counter-increment: step;
  }
  ol > li::before {
    content: counter(step);
    position: absolute;
    inset-inline-start: 0;
    width: 20pt;
    height: 20pt;
    border: 1.5pt solid #000;
    border-radius: 50%;
    font-weight: 600;
    line-height: 20pt;
    text-align: center;
  }
  h2 {
    margin: 0;
    font-size: 14pt;
  }
  h3 {
    margin: 6pt 0 0;
    font-size: 12pt;
  }
  p {
    margin: 0 0 4pt;
  }
  .where {
    color: #444;
    font-size: 10.5pt;
  }
  figure {
    margin: 6pt 0;
  }
  img {
    max-width: 100%;
    max-height: 90mm;
  }
  video,
  audio,
  iframe,
  summary,
  .embed {
    display: none;
  }
`;
