import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { z } from 'zod/mini';

const FOLDER = path.resolve('tests/fixtures/pages');
const HALVES = ['build', 'held'] as const;
const KIBIBYTE = 1024;

/** What a field says of the client: tests/fixtures/pages/README.md explains the ones that are not plain. */
const KINDS = [
  ...['name', 'first_name', 'last_name', 'job_title', 'company', 'industry', 'status', 'stage', 'tag'],
  ...['owner', 'person', 'email', 'phone', 'mobile', 'im', 'url', 'address', 'street', 'city', 'postcode'],
  ...['country', 'gender', 'birthday', 'date', 'last_contact', 'next_contact', 'amount', 'number'],
  ...['tax_id', 'id_number', 'client_no', 'bool', 'text', 'other'],
] as const;

const text = z.string().check(z.minLength(1), z.trim());
const kind = z.enum(KINDS);
const field = z.union([
  z.strictObject({ label: z.string(), value: text, kind }),
  z.strictObject({ label: text, value: z.literal(''), kind, empty: z.literal(true) }),
]);
const page = { page: text, url: z.url(), title: text, note: z.optional(text) };
const clientPage = {
  ...page,
  isClientPage: z.literal(true),
  entity: z.enum(['contact', 'account']),
  mode: z.enum(['view', 'edit']),
  subTab: z.optional(text),
};
const goldPage = z.union([
  z.strictObject({
    ...clientPage,
    clientId: text,
    displayName: text,
    fields: z.array(field).check(z.minLength(1)),
  }),
  // Nobody may be claimed: nothing is to be read, and the note says why.
  z.strictObject({
    ...clientPage,
    clientId: z.null(),
    displayName: z.null(),
    note: text,
    fields: z.tuple([]),
  }),
  z.strictObject({
    ...page,
    isClientPage: z.literal(false),
    pageType: text,
    relatedClient: z.optional(text),
    fields: z.tuple([]),
  }),
]);
const gold = z.strictObject({ crm: text, replica: z.boolean(), pages: z.array(goldPage) });

type GoldPage = z.infer<typeof goldPage>;

interface CorpusPage {
  half: (typeof HALVES)[number];
  crm: string;
  /** `half/crm/page`, to name it in messages. */
  name: string;
  html: string;
  gold: GoldPage;
}

const read = (...parts: string[]): string => readFileSync(path.join(FOLDER, ...parts), 'utf8');

const FOLDERS = HALVES.flatMap((half) => readdirSync(path.join(FOLDER, half)).map((crm) => ({ half, crm })));

const PAGES: CorpusPage[] = FOLDERS.flatMap(({ half, crm }) =>
  gold.parse(JSON.parse(read(half, crm, 'gold.json'))).pages.map((each) => ({
    half,
    crm,
    name: `${half}/${crm}/${each.page}`,
    html: read(half, crm, `${each.page}.html`),
    gold: each,
  })),
);

const isHidden = (element: Element): boolean =>
  /display:\s*none/.test(element.getAttribute('style') ?? '') && element.localName !== 'option';

/** What a control shows: a select its chosen option, the others what stands in them. */
function shownBy(control: Element): string {
  if (control.localName === 'select') {
    const chosen = control.querySelector('option[selected]') ?? control.querySelector('option');
    return chosen?.textContent ?? '';
  }
  return control.localName === 'textarea'
    ? (control.textContent ?? '')
    : (control.getAttribute('value') ?? '');
}

/** Everything a person sees below a node, through shadow roots and frames, without what is hidden. */
function shownIn(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? '';
  if (!('querySelectorAll' in node)) return '';
  if ('localName' in node) {
    const element = node as Element;
    if (isHidden(element)) return '';
    if (/^(?:input|textarea|select)$/.test(element.localName)) return ` ${shownBy(element)} `;
    if (element.localName === 'iframe') return shownOn(element.getAttribute('srcdoc') ?? '');
    if (element.localName === 'template')
      return [...(element as HTMLTemplateElement).content.childNodes].map(shownIn).join('');
  }
  return [...node.childNodes].map(shownIn).join('');
}

const shownOn = (html: string): string =>
  shownIn(new JSDOM(html, { url: 'http://localhost/' }).window.document.documentElement);

/** White space is the page's own affair. */
const tight = (value: string): string => value.replace(/\s+/g, '');

describe.each(PAGES.map((each) => [each.name, each] as const))('the page %s', (_name, each) => {
  const { html, gold: wanted } = each;
  const shown = tight(shownOn(html));

  it('shows every label and value of its gold', () => {
    for (const { label, value } of wanted.fields) {
      expect(shown, label).toContain(tight(label));
      expect(shown, label).toContain(tight(value));
    }
  });

  it('says a label with a value once, however often the page does', () => {
    const seen = wanted.fields.map(({ label, value }) => JSON.stringify([label, value]));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('bears the identity and the name that it is said to have', () => {
    if (!wanted.isClientPage || wanted.clientId === null) return;
    expect(decodeURIComponent(wanted.url).includes(wanted.clientId) || html.includes(wanted.clientId)).toBe(
      true,
    );
    for (const part of wanted.displayName.split(' ')) expect(shown).toContain(part);
  });

  it('names the client that another record belongs to', () => {
    if (wanted.isClientPage || wanted.relatedClient === undefined) return;
    expect(shown).toContain(tight(wanted.relatedClient));
  });

  it('is one document without scripts, styles or anything to load, and not too big', () => {
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<(?:script|style|link|noscript|frameset)[\s>]/i);
    expect(html).not.toMatch(/<iframe[^>]*\ssrc=/);
    expect(Buffer.byteLength(html)).toBeLessThan(150 * KIBIBYTE);
  });
});

describe('the corpus', () => {
  it('has a gold page for every file and a file for every gold page', () => {
    for (const { half, crm } of FOLDERS) {
      const files = readdirSync(path.join(FOLDER, half, crm)).filter((file) => file !== 'gold.json');
      const named = PAGES.filter((each) => each.half === half && each.crm === crm);
      expect(files.sort()).toEqual(named.map((each) => `${each.gold.page}.html`).sort());
      expect(gold.parse(JSON.parse(read(half, crm, 'gold.json'))).crm).toBe(crm);
    }
    expect(existsSync(path.join(FOLDER, 'README.md'))).toBe(true);
  });

  it.each(HALVES)('has enough CRMs, pages and pages without a client in %s', (half) => {
    const pages = PAGES.filter((each) => each.half === half);
    const others = pages.filter((each) => !each.gold.isClientPage);
    expect(FOLDERS.filter((each) => each.half === half).length).toBeGreaterThanOrEqual(7);
    expect(pages.length).toBeGreaterThanOrEqual(24);
    expect(others.length).toBeGreaterThanOrEqual(pages.length / 3);
    expect(
      new Set(others.map((each) => each.gold.isClientPage === false && each.gold.pageType)).size,
    ).toBeGreaterThanOrEqual(5);
    expect(pages.filter((each) => each.gold.isClientPage && each.gold.clientId === null)).not.toEqual([]);
    expect(
      pages.filter((each) => each.gold.isClientPage && each.gold.mode === 'edit').length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('keeps CRMs, clients and addresses of the halves apart', () => {
    const of = (half: string, say: (each: CorpusPage) => string | null): Set<string | null> =>
      new Set(PAGES.filter((each) => each.half === half).map(say));
    const host = (each: CorpusPage): string => new URL(each.gold.url).host;
    const client = (each: CorpusPage): string | null =>
      each.gold.isClientPage ? each.gold.displayName : null;
    for (const say of [(each: CorpusPage) => each.crm, host]) {
      expect([...of('build', say)].filter((one) => of('held', say).has(one))).toEqual([]);
    }
    expect([...of('build', client)].filter((one) => one !== null && of('held', client).has(one))).toEqual([]);
  });

  it('is at an address where nobody lives', () => {
    for (const { name, gold: wanted } of PAGES) expect(new URL(wanted.url).host, name).toMatch(/\.example$/);
  });

  it('stays small enough to be cloned with the rest', () => {
    const sizes = FOLDERS.flatMap(({ half, crm }) =>
      readdirSync(path.join(FOLDER, half, crm)).map(
        (file) => statSync(path.join(FOLDER, half, crm, file)).size,
      ),
    );
    // 20 kB a page of some 300 pages; git packs them to a tenth. Six products more take some 75 kB each,
    // and seven more, with shadow roots and fields drawn by their kits, some 110 kB each. Five more, drawn by
    // kits that wrap each field in six boxes or in a shadow root of its own, or in frames, some 165 kB each.
    // Five more, drawn by Ant Design, Tailwind's classes or Bootstrap, some 140 kB each.
    expect(sizes.reduce((all, size) => all + size, 0)).toBeLessThan(8.9 * KIBIBYTE * KIBIBYTE);
  });
});
