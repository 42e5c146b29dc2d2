import path from 'node:path';
import { build } from 'vite';

/** One of our own modules as a single script to evaluate in a page; it leaves its exports under `name`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': path.resolve('.') } },
    build: { write: false, minify: false, lib: { entry, name, formats: ['iife'] } },
  });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const [chunk] = outputs.flatMap(({ output }) => output).filter((one) => one.type === 'chunk');
  if (!chunk) throw new Error(`${entry} was not bundled`);
  return chunk.code;
}
