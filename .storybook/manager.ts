import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

/** The site bears the product's name and the colour that its elements have by default (`styles/tokens.css.ts`). */
addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Sentier',
    brandTarget: '_self',
    colorPrimary: '#0b6b5f',
    colorSecondary: '#0b6b5f',
  }),
});
