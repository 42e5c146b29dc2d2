import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'wxt';
import { BUILT_EXTENSION } from './browser';

/*
 * Builds the extension once more and compares it, byte by byte, with the one that lies there: `npm run
 * build:same`. Whoever has the sources can tell by that whether a build is made of them.
 */
const AGAIN = path.resolve('.output/again');

/** One hash of all files of a folder, by their names in order. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  for (const file of files) {
    const bytes = readFileSync(path.join(folder, file));
    hash.update(`${file}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}

await build({ browser: 'chrome', outDir: AGAIN });
const hashes = [BUILT_EXTENSION, path.join(AGAIN, 'chrome-mv3')].map(hashOf);
rmSync(AGAIN, { recursive: true, force: true });
for (const hash of hashes) console.log(hash);
process.exit(new Set(hashes).size === 1 ? 0 : 1);
