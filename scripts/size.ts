/**
 * Size budgets of the built extension, in KiB of JavaScript as it is parsed: what runs in the bank's page,
 * what the panel parses before it paints, and all it may load. Fails the gate when one is passed.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = '.output/chrome-mv3';
const KIB = 1024;

/** Scripts a page of the extension loads before its first paint: its own and those it imports statically. */
function staticScripts(html: string): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(path.join(ROOT, file))) return;
    seen.add(file);
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, name = ''] of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["']([^"']+\.js)["']/g,
    )) {
      visit(path.posix.join(path.posix.dirname(file), name));
    }
  };
  const page = readFileSync(path.join(ROOT, html), 'utf8');
  for (const [, source = ''] of page.matchAll(/<script[^>]+src="\/([^"]+)"/g)) visit(source);
  return seen;
}

/** The same and every script that these load on demand. */
function allScripts(first: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(path.join(ROOT, file))) return;
    seen.add(file);
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/["'`]([\w./-]+\.js)["'`]/g)) {
      visit(name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name.replace(/^\//, ''));
    }
  };
  for (const file of first) visit(file);
  return seen;
}

const bytes = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + statSync(path.join(ROOT, file)).size, 0);

const panelFirst = staticScripts('panel.html');
const budgets = [
  { what: 'content script, in the page', size: bytes(['content-scripts/crm.js']), most: 32 * KIB },
  { what: 'panel, before first paint', size: bytes(panelFirst), most: 150 * KIB },
  { what: 'panel, in all', size: bytes(allScripts(panelFirst)), most: 320 * KIB },
  { what: 'popup, before first paint', size: bytes(staticScripts('popup.html')), most: 150 * KIB },
];

let passed = 0;
for (const { what, size, most } of budgets) {
  const fits = size > 0 && size <= most;
  if (fits) passed += 1;
  console.log(`${fits ? 'ok  ' : 'OVER'} ${what}: ${(size / KIB).toFixed(1)} of ${most / KIB} KiB`);
}
if (passed < budgets.length) process.exit(1);
