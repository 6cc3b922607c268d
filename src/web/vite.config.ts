/** Builds the dashboard into dist/web; `npx vite -c src/web/vite.config.ts` serves it next to a running API. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

/** Fonts under the SIL Open Font License come with its text. */
const licenses: Plugin = {
  name: 'licenses',
  generateBundle() {
    for (const name of ['@fontsource/ibm-plex-sans-arabic', '@fontsource-variable/noto-naskh-arabic']) {
      const file = new URL(`../../node_modules/${name}/LICENSE`, import.meta.url);
      const fileName = `assets/${name.split('/')[1]}-LICENSE.txt`;
      this.emitFile({ type: 'asset', fileName, source: readFileSync(file, 'utf8') });
    }
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [preact(), licenses],
  resolve: {
    alias: { 'arabic-normalizer': fileURLToPath(new URL('../normalize/index.ts', import.meta.url)) },
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    // A font inside a style sheet would load with it even if no text needs it.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8080', '/docs': 'http://127.0.0.1:8080' } },
});
