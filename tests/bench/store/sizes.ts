import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../../..');

export interface Size {
  what: string;
  bytes: number;
  gzipped: number;
}

/** Minified size of a module with what it loads, some packages left out. */
async function sizeOf(what: string, entry: string, external: readonly RegExp[]): Promise<Size> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: true,
      target: 'chrome130',
      modulePreload: false,
      rollupOptions: {
        input: path.join(ROOT, entry),
        external: [...external],
        // As a page would: all that is exported stays.
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .map((chunk) => (chunk.type === 'chunk' ? chunk.code : ''))
    .join('');
  return { what, bytes: code.length, gzipped: gzipSync(code).length };
}

/** What the store adds to a page: its own code, and with everything it needs. */
export async function sizes(): Promise<Size[]> {
  const packages = [/^dexie/, /^zod/, /^@noble/];
  const reader = 'utils/store/read/openReader.ts';
  const writer = 'utils/store/write/openStore.ts';
  return [
    await sizeOf('reader, own code and schemas', reader, packages),
    await sizeOf('writer, own code and schemas', writer, packages),
    await sizeOf('reader with Dexie and Zod', reader, []),
    await sizeOf('writer with Dexie, Zod and SHA-256', writer, []),
  ];
}
