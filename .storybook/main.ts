import type { StorybookConfig } from '@storybook/web-components-vite';
import remarkGfm from 'remark-gfm';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: [
    {
      name: '@storybook/addon-docs',
      // Tables: MDX alone has none (storybook.js.org/docs/writing-docs/mdx#markdown-tables-arent-rendering-correctly).
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
  ],
  framework: { name: '@storybook/web-components-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // Pictures by their address: our images take no data: URL.
    build: { ...vite.build, chunkSizeWarningLimit: 4000, assetsInlineLimit: 0 },
  }),
};
export default config;
