import { css } from 'lit';

export const styles = css`
  .zones {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(380px, 100%), 1fr));
    gap: 20px 32px;
  }
  h4,
  .zones legend {
    font-size: 15px;
  }
  .range {
    flex-wrap: nowrap;
    align-items: end;
  }
  .range .field {
    flex: 0 1 170px;
  }
`;
