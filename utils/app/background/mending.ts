import { compileAdapter } from '@/utils/adapters/compile';
import type { CompiledAdapter, CompiledPage } from '@/utils/adapters/compiled';
import { type FoundAgain, findAgain, type LostField, nextVersion } from '@/utils/adapters/generic/findAgain';
import { isPage, lostFields, withFields } from '@/utils/adapters/health';
import { MAX_FIELD_TEXT } from '@/utils/adapters/limits';
import type { Adapter } from '@/utils/adapters/schema';
import { cleanText, foldLabel } from '@/utils/adapters/text';
import { transform } from '@/utils/adapters/transforms/transform';
import { sameValue } from '@/utils/domain/fieldValues';
import type { ClientKind, FieldKey, ObservedField } from '@/utils/domain/schema/client';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { instant } from '@/utils/domain/schema/time';
import type { PageReply } from '@/utils/messaging/page';
import { injectTeacher } from '@/utils/platform/contentScripts';
import { dropSession, readSession, writeSession } from '@/utils/platform/session';
import { type AllAdapters, allAdapters, dropAdapter, isBanks, keepAdapter } from '../adapters';
import { loadCounts, loadHealth } from '../health/kept';
import { type Finding, finding, findingKey, MENDED, type Mended, mended } from '../health/mending';
import { type TabView, tabView, tabViewKey } from '../tabView';
import { theBook } from './book';
import { changeHealth, pageInForce } from './health';
import { lineTo, type ReaderLine } from './readerLine';
import { crmAddress, isTaught } from './teaching';

type Reply = PageReply<'mend'>;
type Sighted = Extract<TabView, { state: 'sighted' }>;

/** What the CRM was last seen to show of this client; nothing of one the book does not hold. */
async function observedOf({ linkId }: Sighted): Promise<Readonly<Record<FieldKey, ObservedField>>> {
  const opened = await theBook();
  if (!opened.ok) return {};
  const link = await opened.value.clientByLink(linkId);
  const known = link.ok && link.value !== null ? await opened.value.client(link.value) : null;
  return known?.ok ? known.value.bundle.client.observed : {};
}

/** Whether a text of the page says what a value says; of a phone its digits alone. */
function says(text: string, as: LostField['as'], value: ObservedField['value'] | undefined): boolean {
  const read = fieldValue.safeParse(transform(text, as));
  if (!value || !read.success) return false;
  if (value.type === 'phone' && read.data.type === 'phone')
    return value.raw.replace(/\D/g, '').slice(-11) === read.data.raw.replace(/\D/g, '').slice(-11);
  return sameValue(value, read.data);
}

function lostIn(
  source: Adapter,
  compiled: CompiledPage,
  kind: ClientKind,
  keys: ReadonlySet<FieldKey>,
  observed: Readonly<Record<FieldKey, ObservedField>>,
): LostField[] {
  const page = source.pages.find(({ id }) => id === compiled.id);
  return (page?.fields ?? []).flatMap((field, index) => {
    const as = compiled.fields[index]?.as;
    if (!as || !keys.has(field.key) || (field.only !== undefined && field.only !== kind)) return [];
    return [{ field, as, isLastSeen: (text) => says(text, as, observed[field.key]?.value) }];
  });
}

/** The adapter with fields of one page in their new places, one version on. */
function amended(source: Adapter, pageId: string, kind: ClientKind, found: readonly FoundAgain[]): Adapter {
  return {
    ...source,
    version: nextVersion(source.version),
    pages: source.pages.map((page) => ({
      ...page,
      fields:
        page.id !== pageId
          ? page.fields
          : page.fields.map((field) => {
              const at = found.find(({ key }) => key === field.key);
              if (!at || (field.only !== undefined && field.only !== kind)) return field;
              // What a selector finds has no label of its own to be called by.
              const title = 'label' in at.find ? field.title : (field.title ?? at.label);
              return { ...field, ...(title ? { title } : {}), find: at.find, as: at.as };
            }),
    })),
  };
}

interface Search {
  tabId: number;
  view: Sighted;
  source: Adapter;
  lost: readonly LostField[];
}

/** A number with all but its first three and last four digits starred. */
function starred(text: string): string {
  const digits = text.replace(/\D/g, '').length;
  let at = 0;
  return text.replace(/\d/g, (digit) => {
    at += 1;
    return at > 3 && at <= digits - 4 ? '*' : digit;
  });
}

/** Why the bank does not let what a tab shows be mended; null where it does. */
async function barredIn(tabId: number): Promise<'bankHas' | 'ownOff' | null> {
  const view = await readSession(tabViewKey(tabId), tabView);
  const { known, ownAllowed } = await allAdapters();
  const ids = view?.state === 'sighted' ? [view.sighting.adapter] : [];
  if (known.some((one) => isBanks(one) && ids.includes(one.adapter.id))) return 'bankHas';
  return ownAllowed ? null : 'ownOff';
}

/** What is to be searched for in a tab; null where nothing is lost, or nobody is there. */
async function searchIn(tabId: number, origin: string): Promise<Search | null> {
  const view = await readSession(tabViewKey(tabId), tabView);
  if (view?.state !== 'sighted') return null;
  const { sighting, page } = view;
  const ref = { adapter: sighting.adapter, page };
  const [list, { known }, inForce, observed] = await Promise.all([
    loadHealth(),
    allAdapters(),
    pageInForce(ref, origin),
    observedOf(view),
  ]);
  const health = list.find(isPage(ref));
  const source = known.find(({ adapter }) => adapter.id === ref.adapter)?.adapter;
  if (!health || !source || !inForce) return null;
  const keys = new Set(lostFields(health, sighting.kind).map(({ key }) => key));
  const lost = lostIn(source, inForce, sighting.kind, keys, observed);
  return lost.length > 0 ? { tabId, view, source, lost } : null;
}

/**
 * The fields that are really found where they seem to stand: by the adapters' own reader, on this page, of
 * this very client, with all else as it was.
 */
async function proven(
  line: ReaderLine,
  { view, source }: Search,
  found: readonly FoundAgain[],
): Promise<{ found: FoundAgain[]; source: Adapter } | null> {
  const { sighting, page } = view;
  const next = amended(source, page, sighting.kind, found);
  const compiled = compileAdapter(next);
  if (!compiled.ok) return null;
  const adapter: CompiledAdapter = compiled.value.compiled;
  const tried = await line.ask({ kind: 'try', adapter }, 'tried');
  const seen = tried?.seen;
  if (!seen || seen.recordId !== sighting.record.recordId || seen.name !== sighting.name) return null;
  const texts = new Map(seen.fields.map(({ key, text }) => [key, text]));
  if (sighting.fields.some(({ key }) => !texts.has(key))) return null;
  const right = found.filter(({ key, text }) => texts.get(key) === cleanText(text, MAX_FIELD_TEXT));
  // As it will be kept: word for word what an undo compares with.
  const kept = compileAdapter(amended(source, page, sighting.kind, right));
  return kept.ok ? { found: right, source: kept.value.source } : null;
}

/** Brings the generic reader into the page and looks where the lost fields stand now. */
async function look(tabId: number, origin: string): Promise<Reply> {
  const barred = await barredIn(tabId);
  if (barred) return { refused: barred };
  const search = await searchIn(tabId, origin);
  if (!search || (await isTaught(tabId, origin))) return { refused: 'nothingLost' };
  if (!(await injectTeacher(tabId, origin).catch(() => false))) return { refused: 'notInjectable' };
  const line = lineTo(tabId);
  try {
    const reading = await line.ask({ kind: 'read' }, 'reading');
    const { sighting, page } = search.view;
    const taken = new Set(sighting.fields.map(({ label }) => foldLabel(label)));
    const guessed = findAgain(search.lost, reading?.fields ?? [], sighting.kind, taken);
    const sure = guessed.length > 0 ? await proven(line, search, guessed) : null;
    const found = sure?.found ?? [];
    const keys = found.map(({ key }) => key);
    await dropSession(findingKey(tabId));
    if (sure && keys.length > 0) {
      const note = { adapter: sighting.adapter, page, kind: sighting.kind, keys };
      await writeSession(findingKey(tabId), {
        ...note,
        json: JSON.stringify(sure.source),
      } satisfies Finding);
    }
    return {
      found: found.map(({ key, label, text, as }) => ({
        key,
        label,
        // No number stands in full on a screen before somebody asks for it.
        text: as.type === 'phone' ? starred(text) : text,
      })),
      lost: search.lost.map(({ field }) => field.key).filter((key) => !keys.includes(key)),
    };
  } finally {
    line.end();
  }
}

/** The user's own adapter of this id as text; null where there is none. */
function ownJson({ known }: AllAdapters, id: string): string | null {
  const own = known.find(({ adapter, from }) => from === 'own' && adapter.id === id);
  return own ? JSON.stringify(own.adapter) : null;
}

/** Puts what was found in force: an own adapter in place of the one that was, which comes back by `undo`. */
async function keep(tabId: number): Promise<Reply> {
  const found = await readSession(findingKey(tabId), finding);
  if (!found) return { refused: 'nothingFound' };
  await dropSession(findingKey(tabId));
  const { json, ...place } = found;
  const [all, list] = await Promise.all([allAdapters(), loadCounts()]);
  const at = instant.parse(Date.now());
  const before = ownJson(all, place.adapter);
  const note: Mended = { ...place, at, after: json, before, health: list.find(isPage(place)) ?? null };
  // Noted first: pages start anew with the adapter, and their panels with them.
  await writeSession(MENDED, note);
  await changeHealth(place, (health) =>
    withFields(health, place.kind, (field, key) =>
      place.keys.includes(key) ? { ...field, run: null, quiet: false } : field,
    ),
  );
  const done = await keepAdapter(json, at);
  if (done.ok) return { done: true };
  await restore(note);
  // The bank may have set one meanwhile.
  return { refused: done.error[0]?.barred ?? 'notKept' };
}

async function restore({ health, ...place }: Mended): Promise<void> {
  await dropSession(MENDED);
  if (health) await changeHealth(place, () => health);
}

/** Takes the last mending back: the adapter that was before reads the page again. */
async function undo(): Promise<Reply> {
  const note = await readSession(MENDED, mended);
  if (!note) return { refused: 'nothingMended' };
  if (ownJson(await allAdapters(), note.adapter) !== note.after) return { refused: 'changedSince' };
  await restore(note);
  if (note.before === null) await dropAdapter(note.adapter);
  else await keepAdapter(note.before, instant.parse(Date.now()));
  return { done: true };
}

/** The user knows: nothing more is said of what is lost on this page, until it has been found again. */
async function hush(tabId: number): Promise<Reply> {
  const view = await readSession(tabViewKey(tabId), tabView);
  if (view?.state !== 'sighted') return { refused: 'nobody' };
  const { sighting, page } = view;
  await changeHealth({ adapter: sighting.adapter, page }, (health) => {
    const lost = new Set(lostFields(health, sighting.kind).map(({ key }) => key));
    return withFields(health, sighting.kind, (field, key) =>
      lost.has(key) ? { ...field, quiet: true } : field,
    );
  });
  return { done: true };
}

/** What a panel asks about fields that are not found any more on its tab's page. */
export async function mend(
  deed: 'look' | 'keep' | 'undo' | 'hush' | 'dismiss',
  tabId: number,
): Promise<Reply> {
  const url = await crmAddress(tabId);
  if (!url) return { refused: 'notConnected' };
  switch (deed) {
    case 'look':
      return look(tabId, url.origin);
    case 'keep':
      return keep(tabId);
    case 'undo':
      return undo();
    case 'hush':
      return hush(tabId);
    case 'dismiss':
      await dropSession(MENDED);
      return { done: true };
  }
}
