/**
 * Finds a Chromium-family browser that can load an unpacked extension, or gets one, or says how.
 * Order: CHROME_PATH → installed Chrome, Chromium or Edge → puppeteer's cache → Debian's package
 * (as root) → puppeteer's download. Run as a script it prints the path.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer';

const MISSING =
  'No Chromium-family browser found. Install Chrome, Edge or Chromium, or set CHROME_PATH to its executable.';

/** Old Firefox-style forks and snap stubs exist as files that do not run: ask each for its version. */
function runs(executable: string): boolean {
  if (!existsSync(executable)) return false;
  if (process.platform === 'win32') return true; // `chrome.exe --version` opens a window there
  return spawnSync(executable, ['--version'], { timeout: 15_000 }).status === 0;
}

function installedCandidates(): string[] {
  const { platform, env } = process;
  if (platform === 'darwin') {
    return ['Google Chrome for Testing', 'Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const tails = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) => (root ? tails.map((tail) => path.join(root, tail)) : []));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  const folders = (env['PATH'] ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

async function puppeteersOwn(): Promise<string | undefined> {
  try {
    return await puppeteer.executablePath();
  } catch {
    return undefined;
  }
}

function isDebianAsRoot(): boolean {
  return (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** The exit code of apt-get is not trusted: an unrelated half-configured package makes it 100. */
function installFromDebian(): void {
  console.error('[browser] apt-get install chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 2, 2] });
  const packages = ['chromium', 'chromium-l10n', 'fonts-noto-cjk'];
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 2, 2],
  });
}

function downloadWithPuppeteer(): void {
  console.error('[browser] puppeteer browsers install chrome …');
  const cli = path.resolve('node_modules/puppeteer/lib/cjs/puppeteer/node/cli.js');
  spawnSync(process.execPath, [cli, 'browsers', 'install', 'chrome'], {
    stdio: ['ignore', 2, 2],
    timeout: 300_000,
  });
}

/** Path of a browser that runs; installs one if it can. Rejects with what to do otherwise. */
export async function ensureBrowser(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`CHROME_PATH=${chosen} does not run.`);
  }
  const found = [...installedCandidates(), await puppeteersOwn()].find((p) => p !== undefined && runs(p));
  if (found) return found;
  if (isDebianAsRoot()) {
    installFromDebian();
    const debian = installedCandidates().find(runs);
    if (debian) return debian;
  }
  downloadWithPuppeteer();
  const own = await puppeteersOwn();
  if (own && runs(own)) return own;
  throw new Error(MISSING);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureBrowser().then(console.log, (error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
