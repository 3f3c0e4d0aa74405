import { css } from '../styles/css.js';

/** Films, sounds and pictures within a card or an article. */
export const mediaCss = css`
  .media {
    margin: 12px 0 0;
  }
  .media video,
  .media iframe,
  .media > img {
    display: block;
    width: 100%;
    border: 0;
    border-radius: 8px;
  }
  .media video,
  .media iframe {
    aspect-ratio: 16 / 9;
    background: #000;
  }
  .media video:focus-visible,
  .media iframe:focus-visible {
    outline-offset: 3px;
  }
  .media audio {
    display: block;
    width: 100%;
  }
  .media figcaption {
    margin-top: 4px;
    color: var(--_soft);
    font-size: 0.875em;
  }
  .media details {
    margin-top: 4px;
    font-size: 0.9375em;
  }
  .media summary {
    width: fit-content;
    min-height: 24px;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .media .embed {
    padding: 14px;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_hover);
  }
  .media .embed p {
    margin: 0 0 8px;
  }
  .media .embed button {
    border-color: var(--_accent);
    background: var(--_surface);
  }
  @media (pointer: coarse) {
    .media summary {
      min-height: 44px;
      line-height: 44px;
    }
  }
  @media print {
    .media video,
    .media audio,
    .media iframe,
    .media .embed {
      display: none;
    }
  }
`;
