// Builds the three apps and the stylesheet of the server-rendered site into dist/, with a manifest the server reads.
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Vite asks for a default export.
export default defineConfig({
  base: '/',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: 'assets',
    // Small files stay files: the content policy allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'safari16.4', 'firefox115'],
    rolldownOptions: {
      input: {
        patient: 'web/patient/index.html',
        clinic: 'web/clinic/index.html',
        companion: 'web/companion/index.html',
        passport: 'web/passport/index.html',
        answer: 'web/answer/index.html',
        site: 'web/site/site.css',
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:3000' } },
});
