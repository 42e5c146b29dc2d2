import * as z from 'zod/mini';
import { fail, ok, type Result } from '@/utils/domain/result';
import type { ClientKind } from '@/utils/domain/schema/client';
import { compileAddress, namesIn } from './compileAddress';
import type {
  Cell,
  CompiledAdapter,
  CompiledContacts,
  CompiledField,
  CompiledHoldings,
  CompiledList,
  CompiledPage,
  CompiledPeople,
  IdSource,
  Locate,
} from './compiled';
import { compileTransform, entriesOf } from './compileTransform';
import { MAX_ADAPTER_SIZE } from './limits';
import { type Adapter, type AdapterCell, type AdapterLocate, type AdapterPage, adapter } from './schema';
import { foldLabel } from './text';

/** Deepest nesting the format has, and some to spare: deeper input is refused before anything reads it. */
const MAX_DEPTH = 12;

/** One thing wrong with an adapter: where (`pages.0.identity.id`), and what, in words for its author. */
export interface AdapterProblem {
  path: string;
  problem: string;
}

export interface Compiled {
  source: Adapter;
  compiled: CompiledAdapter;
}

/** An author mends a few at a time. */
const MAX_PROBLEMS = 20;

/** `__proto__` and its kin as keys: no adapter needs them, and some code somewhere would follow them. */
const FORBIDDEN_KEY = /^(?:__proto__|constructor|prototype)$/;

function shapeProblem(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return 'nested too deeply';
  for (const key of Object.keys(value)) {
    if (FORBIDDEN_KEY.test(key)) return `the key ${key} is not allowed`;
  }
  for (const part of Object.values(value)) {
    const problem = shapeProblem(part, depth + 1);
    if (problem) return problem;
  }
  return null;
}

/** Reads an adapter from JSON text; see `compileAdapter`. */
export function parseAdapter(json: string): Result<Compiled, AdapterProblem[]> {
  if (json.length > MAX_ADAPTER_SIZE)
    return fail([{ path: '', problem: `larger than ${MAX_ADAPTER_SIZE / 1024} KiB of JSON` }]);
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    return fail([syntaxProblem(json, error instanceof Error ? error.message : '')]);
  }
  return compileAdapter(input);
}

/** Letters of the text that a parser quotes before the one it stumbles over. */
const QUOTED_BEFORE = 10;

/** The place at which a text ceases to be JSON, as its parser says it in one of three ways; null where it does not. */
function placeOf(json: string, said: string): number | null {
  const counted = /position (\d+)/.exec(said)?.[1];
  if (counted !== undefined) return Number(counted);
  if (said.includes('end of JSON')) return json.length;
  const [, token = '', cut, quoted = ''] =
    /token '?(.+?)'?, (\.{3})?"([\s\S]*?)"(?:\.{3})? is not valid/u.exec(said) ?? [];
  const at = quoted === '' ? -1 : json.indexOf(quoted);
  if (at < 0 || json.indexOf(quoted, at + 1) >= 0) return null;
  return at + (cut ? QUOTED_BEFORE : Math.max(0, quoted.indexOf(token)));
}

/** What is wrong with a text that is not JSON, with its line. */
function syntaxProblem(json: string, said: string): AdapterProblem {
  const place = placeOf(json, said);
  const line = place === null ? '' : `line ${json.slice(0, place).split('\n').length}`;
  return { path: line, problem: `not JSON: ${said}` };
}

/**
 * Checks an adapter against the format and makes of it what the reader in the page runs on. Every problem
 * is named with its place. The result is plain JSON and holds nothing the author could run.
 */
export function compileAdapter(input: unknown): Result<Compiled, AdapterProblem[]> {
  const shape = shapeProblem(input, 0);
  if (shape) return fail([{ path: '', problem: shape }]);
  const parsed = z.safeParse(adapter, input);
  if (!parsed.success) {
    return fail(
      parsed.error.issues
        .slice(0, MAX_PROBLEMS)
        .map((issue) => ({ path: issue.path.map(String).join('.'), problem: wordsFor(issue) })),
    );
  }
  const source = parsed.data;
  const pages = source.pages.map(compilePage);
  const problems = pages.flatMap((page, index) => pageProblems(page, index));
  const ids = pages.map(({ id }) => id);
  if (new Set(ids).size < ids.length) problems.push({ path: 'pages', problem: 'two pages have one id' });
  if (problems.length > 0) return fail(problems);
  const rank = source.hosts ? 0 : 2;
  const unaided = compileUnaided(source);
  return ok({ source, compiled: { id: source.id, crmId: source.crmId, rank, pages, unaided } });
}

/** The schema's complaint in words; the mini build of the library brings none of its own. */
function wordsFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown key ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return `expected ${issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.map(String).join(' or ')}`;
    case 'too_small':
      return `less than ${issue.minimum}`;
    case 'too_big':
      return `more than ${issue.maximum}`;
    case 'invalid_format':
      return 'not written as it must be';
    case 'invalid_union':
      return 'none of the forms it may have';
    default:
      return issue.message;
  }
}

/** What the format cannot say: names that must be bound, keys and names that must be different. */
function pageProblems(page: CompiledPage, index: number): AdapterProblem[] {
  const problems: AdapterProblem[] = [];
  const at = (place: string, problem: string) => problems.push({ path: `pages.${index}.${place}`, problem });
  const { id, confirm } = page.identity;
  for (const url of page.url) {
    const bound = [...namesIn(url), ...(page.frameUrl ? namesIn(page.frameUrl) : [])];
    if (new Set(bound).size < bound.length) at('url', 'a name stands twice');
    for (const source of [id, ...confirm]) {
      if (source.from === 'url' && !bound.includes(source.group))
        at('identity', `an address pattern lacks :${source.group}`);
    }
  }
  const keys = page.fields.map(({ key }) => key);
  if (new Set(keys).size < keys.length) at('fields', 'two fields have one key');
  return problems;
}

const listOf = (one: string | readonly string[]): string[] =>
  (typeof one === 'string' ? [one] : [...one]).map(foldLabel);

function compileLocate(find: AdapterLocate): Locate {
  const cut = { after: find.after ?? null, before: find.before ?? null };
  return 'label' in find
    ? { by: 'label', labels: listOf(find.label), within: find.within ?? null, ...cut }
    : { by: 'selector', selector: find.selector, attribute: find.attribute ?? null, ...cut };
}

const compileCell = (cell: AdapterCell): Cell =>
  'column' in cell
    ? { by: 'column', labels: listOf(cell.column) }
    : { by: 'selector', selector: cell.selector, attribute: cell.attribute ?? null };

function compileId(source: AdapterPage['identity']['id'], name: Locate): IdSource {
  if ('url' in source) return { from: 'url', group: source.url };
  if (!('row' in source)) return { from: 'page', find: compileLocate(source) };
  const { row, attribute, says } = source;
  const find = { by: 'row', selector: row, attribute, says: [name, ...says.map(compileLocate)] } as const;
  return { from: 'page', find: { ...find, after: null, before: null } };
}

function compileField({ key, title, only, find, as, pinned }: AdapterPage['fields'][number]): CompiledField {
  return {
    key,
    label: title ?? ('label' in find ? null : key),
    only: only ?? null,
    find: compileLocate(find),
    as: compileTransform(as),
    pinned: pinned ?? false,
  };
}

/** The cells that the author has named, in a fixed order. */
const cellsOf = (cells: Readonly<Record<string, AdapterCell | undefined>>): CompiledList['cells'] =>
  Object.entries(cells).flatMap(([name, cell]) => (cell ? [[name, compileCell(cell)] as const] : []));

function compileContacts(list: NonNullable<AdapterPage['contacts']>): CompiledContacts {
  const { row, day, channel, text, by } = list;
  return {
    of: 'contacts',
    row,
    cells: cellsOf({ day, channel, text, by }),
    order: list.order ?? 'ymd',
    channels: entriesOf(list.channels),
    otherwise: list.otherwise ?? null,
  };
}

type Lists = NonNullable<AdapterPage['lists']>;

function compileHoldings(list: NonNullable<Lists['holdings']>): CompiledHoldings {
  const { row, kind, name, amount, since, maturity, risk } = list;
  return {
    of: 'holdings',
    row,
    cells: cellsOf({ kind, name, amount, since, maturity, risk }),
    order: list.order ?? 'ymd',
    kinds: entriesOf(list.kinds),
    currency: list.currency,
    unit: list.unit ?? 1,
  };
}

function compilePeople(list: NonNullable<Lists['people']>): CompiledPeople {
  const { row, role, roles, name, phone, client, notClient = [] } = list;
  const cells = cellsOf({ role, name, phone, client });
  return { of: 'people', row, cells, roles: entriesOf(roles), notClient };
}

const compileLists = ({ contacts, lists }: AdapterPage): CompiledList[] => [
  ...(contacts ? [compileContacts(contacts)] : []),
  ...(lists?.holdings ? [compileHoldings(lists.holdings)] : []),
  ...(lists?.people ? [compilePeople(lists.people)] : []),
];

function labelsIn(finds: readonly Locate[]): string[] {
  const labels = finds.flatMap((find) => {
    if (find.by === 'row') return labelsIn(find.says);
    return find.by === 'label' ? find.labels : [];
  });
  return [...new Set(labels)];
}

/** Without the keys that are there but undefined. */
const defined = <Value>(table: Readonly<Partial<Record<ClientKind, Value | undefined>>>) =>
  Object.fromEntries(Object.entries(table).filter(([, value]) => value !== undefined));

const compileUnaided = ({ unaided }: Adapter): CompiledAdapter['unaided'] =>
  unaided ? { leaves: (unaided.leave ?? []).map(foldLabel) } : null;

function compilePage(page: AdapterPage): CompiledPage {
  const { identity, name, ready } = page;
  const fields = page.fields.map(compileField);
  const nameFind = compileLocate(name.find);
  const id = compileId(identity.id, nameFind);
  const confirm = (identity.confirm ?? []).map((source) => compileId(source, nameFind));
  const kind: CompiledPage['kind'] =
    typeof page.kind === 'string'
      ? { fixed: page.kind }
      : { find: compileLocate(page.kind.find), kinds: entriesOf(page.kind.kinds) };
  const who = labelsIn([
    nameFind,
    ...[id, ...confirm].flatMap((source) => (source.from === 'page' ? [source.find] : [])),
    ...('find' in kind ? [kind.find] : []),
  ]);
  return {
    id: page.id,
    url: [page.url].flat().map(compileAddress),
    frameUrl: page.frameUrl ? compileAddress(page.frameUrl) : null,
    entity:
      typeof page.entity === 'string'
        ? { individual: page.entity, company: page.entity, institution: page.entity }
        : defined(page.entity),
    kind,
    root: page.root,
    container: page.container ?? null,
    ready: { visible: ready?.visible ?? [], absent: ready?.absent ?? [] },
    identity: { id, shape: identity.shape, confirm },
    name: { find: nameFind, until: name.until ?? 'end', pinned: name.pinned ?? false },
    fields,
    lists: compileLists(page),
    labels: { who, all: [...new Set([...who, ...labelsIn(fields.map(({ find }) => find))])] },
  };
}
