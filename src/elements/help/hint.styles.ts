import { css } from 'lit';

export const styles = css`
  /* Under a page's fixed bars (Bootstrap's: 1020 and more), over its content. */
  .mark {
    position: relative;
    width: 24px;
    min-height: 24px;
    padding: 0;
    border: 1px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_accent);
    font-size: 14px;
    vertical-align: middle;
  }
  .mark:hover,
  .mark[aria-expanded='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .mark.floating {
    position: absolute;
    z-index: 1000;
    left: 0;
    top: 0;
  }
  /* It keeps its box, from which it is placed. */
  .mark[hidden] {
    visibility: hidden;
  }
  .bubble[hidden] {
    display: none;
  }
  .bubble {
    position: fixed;
    z-index: 2147483645;
    width: 320px;
    padding: 16px;
  }
  .inner {
    display: contents;
  }
  .read {
    margin: 8px 0 -8px -12px;
    margin-inline: -12px 0;
  }
  @media (pointer: coarse) {
    .mark {
      width: 32px;
      min-height: 32px;
    }
  }
  @media print {
    .mark,
    .bubble {
      display: none;
    }
  }
`;
