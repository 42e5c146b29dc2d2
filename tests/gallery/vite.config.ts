import path from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { LOCALES, wordsOf } from './words';

const root = path.resolve(import.meta.dirname, '../..');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact()],
  resolve: { alias: { '@': root, '#i18n': path.join(root, '.wxt/i18n/index.ts') } },
  define: {
    __WORDS__: JSON.stringify(Object.fromEntries(LOCALES.map((locale) => [locale, wordsOf(locale)]))),
  },
  server: { fs: { allow: [root] } },
  build: { target: ['chrome130'], outDir: path.join(root, '.shots/gallery'), emptyOutDir: true },
});
