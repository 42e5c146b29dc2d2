import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const KIB = 1024;

/** What may be parsed where, and what is. */
export interface Budget {
  what: string;
  /** Bytes of JavaScript. */
  size: number;
  most: number;
}

/** Sizes of one built extension, in bytes of JavaScript as it is parsed. */
export function budgetsOf(root: string): Budget[] {
  const bytes = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0);
  const panel = staticScripts(root, 'panel.html');
  const all = allScripts(root, panel, WIZARD);
  const wizard = allScripts(root, panel);
  return [
    { what: 'content script, in the page', size: bytes(['content-scripts/crm.js']), most: 32 * KIB },
    {
      what: 'the wizard, in the page',
      size: bytes(['content-scripts/teach.js']),
      // 30 KiB are the labels that banks' CRMs have beside those of general ones, 7 which of an address's numbers
      // is the record's, 5 a few words of German, letters told without tables and what stands beside labels and values, 2 rows told
      // by their like and what filters a list or adds to it, 2 heads drawn as bars and panels that tabs share,
      // 1 cells drawn as labels, texts under their label in a table and tabs named by their row, 1 accounts' own screens,
      // what a heading lists and what leads up to a name, 1 records counted in addresses, half a one whose address a drawer's is,
      // half a one several ways to reach somebody under one label, and what is picked with a button, half a one the sort
      // or number before a name, and names that the title says, half a one cards and lists of others, and a person's employer.
      most: 205.5 * KIB,
    },
    {
      what: 'the generic reader, in pages of taught CRMs',
      size: bytes(['content-scripts/unaided.js']),
      // Half a KiB for what tables named in addresses, heads of desktops and tabs of windows say, 2 for heads drawn as bars
      // and panels that tabs share, 1 for cells drawn as labels, texts under their label in a table and tabs named by their
      // row, 1 for accounts' own screens, what a heading lists and what leads up to a name, half a one for records counted
      // in addresses, half a one for several ways to reach somebody under one label and what is picked with a button, 1 for
      // the sort or number before a name, and names that the title says, half a one for cards and lists of others, and a
      // person's employer.
      most: 171 * KIB,
    },
    {
      what: 'an adapter that is tried, in the page',
      size: bytes(['trial.js']),
      // What the reader of taught CRMs holds, and what says why a page is not read.
      most: 176.5 * KIB,
    },
    { what: 'panel, before first paint', size: bytes(panel), most: 150 * KIB },
    // What opens the book, without the rules: a client whom nobody has kept yet needs none.
    { what: 'panel, for a stranger', size: bytes(opened(root, panel)), most: 264 * KIB },
    // Of what may ever be loaded a visit loads two thirds; forms and lists come when they are opened. 25 KiB are
    // the client's people, money, cover and consent, 55 the rules and gates of the whole method with their
    // numbers, 16 visits, 12 who may look on and the bank's template, 10 the talk tracks, 8 whether a
    // press was seen and what the bank forbids, 5 the passwords and cards that no talk track may hold, 3 what the
    // CRM lists of holdings and people, 2 which of them it calls clients and a book that is just being moved, 1 the two
    // texts of a note that two devices wrote at once, 2 the calls after a sale, the tests that are enough and the days
    // of group events, 6 the recording of a sale, a risk level that changed and amounts out of proportion,
    // 2 the holdings that are worth less.
    { what: 'panel, in all', size: bytes(all), most: 479 * KIB },
    {
      what: 'wizard, beside the panel',
      size: bytes([...wizard].filter((file) => !all.has(file))),
      most: 192 * KIB,
    },
    { what: 'popup, before first paint', size: bytes(staticScripts(root, 'popup.html')), most: 150 * KIB },
  ];
}

/** An import or export of another script that is carried out as soon as the script is loaded. */
const STATIC = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["']([^"']+\.js)["']/g;

/** Scripts a page of the extension loads before its first paint: its own and those it imports statically. */
function staticScripts(root: string, html: string): Set<string> {
  return reach(
    root,
    [...readFileSync(path.join(root, html), 'utf8').matchAll(/<script[^>]+src="\/([^"]+)"/g)],
    STATIC,
  );
}

/** The first scripts and those with which the panel opens the book. */
function opened(root: string, first: ReadonlySet<string>): Set<string> {
  const chunks = readdirSync(path.join(root, 'chunks')).filter((name) => name.startsWith('openReader-'));
  return reach(
    root,
    [...first, ...chunks.map((name) => `chunks/${name}`)].map((file) => [file, file]),
    STATIC,
  );
}

/** What a frame loads only where it is the wizard's; `kinds` is what the wizard shares with the options page. */
const WIZARD = /(?:mountTeach|liveTeach|compile|transformFor|kinds)-[^/]*\.js$/;

/** The same and every script that these load on demand, without those whose name fits `skip`. */
function allScripts(root: string, first: ReadonlySet<string>, skip?: RegExp): Set<string> {
  const start = [...first].map((file) => [file, file]);
  return reach(root, start, /["'`]([\w./-]+\.js)["'`]/g, skip);
}

function reach(
  root: string,
  start: readonly (readonly string[])[],
  mention: RegExp,
  skip?: RegExp,
): Set<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || skip?.test(file) || !existsSync(path.join(root, file))) return;
    seen.add(file);
    for (const [, name = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(mention)) {
      visit(name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name.replace(/^\//, ''));
    }
  };
  for (const [, name = ''] of start) visit(name);
  return seen;
}
