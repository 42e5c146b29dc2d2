import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The files a browser loads from the demo CRM: styles, pictures and code, TypeScript without its types. */
export interface BrowserFile {
  type: string;
  body: Buffer | string;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.js': 'text/javascript',
};

const compiled = new Map<string, { changed: number; code: string }>();

/** Vite is loaded on the first TypeScript file only: it costs half a second. */
async function withoutTypes(file: string): Promise<string> {
  const changed = statSync(file).mtimeMs;
  const known = compiled.get(file);
  if (known?.changed === changed) return known.code;
  const { transformWithOxc } = await import('vite');
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { sourcemap: false });
  compiled.set(file, { changed, code });
  return code;
}

/**
 * Reads a file below `folder`; a missing .js file, or a path without extension, is looked for as .ts.
 * Undefined if there is none or the path leaves the folder.
 */
export async function readBrowserFile(folder: string, relative: string): Promise<BrowserFile | undefined> {
  const file = path.join(folder, relative);
  if (!file.startsWith(folder + path.sep)) return undefined;
  const extension = path.extname(file);
  const type = TYPES[extension];
  if (type !== undefined && existsSync(file)) return { type, body: await readFile(file) };
  if (extension !== '' && extension !== '.js') return undefined;
  const source = `${file.slice(0, file.length - extension.length)}.ts`;
  if (!existsSync(source)) return undefined;
  return { type: 'text/javascript', body: await withoutTypes(source) };
}
