import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The built extension the browser tests load; `npm test` has just built it, a single test run may not have. */
export default function buildExtension(): void {
  if (process.env['ZHIBI_EXTENSION'] !== undefined) return;
  if (process.env['ZHIBI_BUILT'] === '1' && existsSync('.output/chrome-mv3/manifest.json')) return;
  const built = spawnSync('npx', ['wxt', 'build'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // What is tested is what is shipped: under the tests' own mode it would be built for developers.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0) throw new Error(`wxt build failed:\n${built.stdout}\n${built.stderr}`);
  // For the tests that run alone afterwards, too.
  process.env['ZHIBI_BUILT'] = '1';
}
