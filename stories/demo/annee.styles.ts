import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    max-width: 1080px;
    margin: 0 auto;
    padding: 24px;
    font:
      16px / 1.5 system-ui,
      sans-serif;
    color: #1d2330;
  }
  h1 {
    margin: 0;
    font-size: 24px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    margin-block: 16px 20px;
  }
  .bar input {
    flex: 1 1 280px;
    accent-color: #0b6b5f;
  }
  button,
  select {
    min-height: 36px;
    padding: 4px 12px;
    border: 1px solid #858c9b;
    border-radius: 8px;
    background: #fff;
    color: inherit;
    font: inherit;
  }
  .phase {
    padding: 0 10px;
    border-radius: 99px;
    background: #e9f3f1;
    color: #0b6b5f;
    font-weight: 600;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .people {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
    gap: 16px;
  }
  .people > li {
    padding: 16px;
    border: 1px solid #d9dce3;
    border-radius: 12px;
  }
  h2 {
    margin: 0;
    font-size: 17px;
  }
  .role,
  .none,
  .meta,
  details li span {
    color: #565d6d;
    font-size: 14px;
  }
  .role {
    margin: 0 0 8px;
  }
  .shown li {
    margin-block-end: 8px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid #0b6b5f;
  }
  .meta {
    display: block;
  }
  .none {
    margin: 0;
  }
  details {
    margin-block-start: 8px;
  }
  details li {
    margin-block: 4px;
  }
  details li span {
    display: block;
  }
`;
