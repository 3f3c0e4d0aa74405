import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { setInterfaceLocale } from '../src/locales/msg.js';
import manifest from '../dist/custom-elements.json';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: { order: ['Sentier', 'Guides', 'Visite', 'Bannière', 'Enquête', 'Aide', 'Primitives'] },
    },
  },
  globalTypes: {
    locale: {
      description: 'Interface language',
      toolbar: { icon: 'globe', items: ['fr', 'en', 'ar'], dynamicTitle: true },
    },
  },
  initialGlobals: { locale: 'fr' },
  loaders: [async ({ globals }) => setInterfaceLocale([String(globals['locale'])])],
};
export default preview;
