// Builds one part of what browsers open into dist/, with a manifest of its own that the server reads.
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { forTheHomeScreen } from './tools/home-screen.ts';
import { type WebPart, webParts } from './tools/web-parts.ts';

/** What our code asks of React, answered by Preact. */
const preact = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
];

function outputOf({ is }: WebPart) {
  if (is === 'a-plain-script') return { format: 'iife' as const };
  if (is === 'pages') return {};
  // What an app cannot begin without lies in one file: on a slow line each further one waits for a place of its own.
  const beginning = {
    name: 'beginning',
    tags: ['$initial' as const],
    test: /^(?!.*\/(?:index\.html|main\.tsx)$)/,
  };
  // What is drawn right after the first screen comes in one more, with all that it alone brings.
  const behind = { name: 'behind', test: /\/today\/set-things\.tsx$/ };
  return { codeSplitting: { groups: [beginning, behind] } };
}

// Vite asks for a default export.
export default defineConfig(({ mode }) => {
  const part = webParts[mode];
  if (part === undefined)
    throw new Error(`Name a part to build: --mode ${Object.keys(webParts).join(' | ')}`);
  return {
    base: '/',
    plugins: [react(), tailwindcss(), part.home === undefined ? [] : forTheHomeScreen(part.home)],
    resolve: { alias: part.drawsWith === 'preact' ? preact : [] },
    build: {
      outDir: 'dist',
      // The parts lie beside each other; whoever builds them all empties the place first.
      emptyOutDir: false,
      manifest: `manifest-${mode}.json`,
      assetsDir: 'assets',
      // Small files stay files: the content policy allows no data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: ['chrome111', 'safari16.4', 'firefox115'],
      rolldownOptions: {
        input: [...part.input],
        output: outputOf(part),
      },
    },
  };
});
