import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import type { RawSighting } from '@/utils/adapters/compiled';
import { createRegistry, isFor, type Registry } from '@/utils/adapters/registry';
import type { Adapter } from '@/utils/adapters/schema';
import { rawSighting } from '@/utils/messaging/contentParsers';
import { loadConnections } from '@/utils/platform/connections';
import { patternOf } from '@/utils/platform/permissions';
import { tryInTab } from '@/utils/platform/trial';
import { readText } from './bank/readText';
import { TRIAL_DOUBTS, type TrialPage, type TrialSeen } from './optionsPort';

/** What the script in the page answers. */
const answer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('sighting'), sighting: rawSighting }),
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('ambiguous'), why: z.enum(TRIAL_DOUBTS) }),
]);

/** A sighting by what can be made of its texts: as the background would take it. */
async function clientIn(source: Adapter, registry: Registry, raw: RawSighting): Promise<TrialSeen> {
  const seen = await registry.understand(raw);
  // Who it is does not stand up to the schema.
  if (!seen) return { state: 'ambiguous', why: 'unreadable' };
  const understood = new Set(seen.fields.map(({ key }) => key));
  const shown = new Set(raw.fields.map(({ key }) => key));
  const page = source.pages.find(({ id }) => id === raw.page);
  const named = page?.fields.filter(({ only }) => only === undefined || only === raw.kind) ?? [];
  return {
    state: 'client',
    name: seen.name,
    recordId: seen.record.recordId,
    kind: seen.kind,
    found: [...understood],
    odd: [...shown].filter((key) => !understood.has(key)),
    missing: named.map(({ key }) => key).filter((key) => !shown.has(key)),
  };
}

/** What a text makes of the open pages it is for: see `OptionsPort.tryAdapter`. */
export async function tryOnOpenPages(json: string): Promise<TrialPage[] | null> {
  const read = readText(json);
  if (!read.ok) return null;
  const { adapter: source } = read.value;
  const registry = createRegistry([source]);

  const seenIn = async (tabId: number, origin: string): Promise<TrialSeen> => {
    const [adapter] = registry.adaptersFor(origin);
    const said = answer.safeParse(adapter && (await tryInTab(tabId, adapter)));
    if (!said.success) return { state: 'unreachable' };
    return said.data.state === 'sighting' ? clientIn(source, registry, said.data.sighting) : said.data;
  };
  const pagesOf = async (origin: string): Promise<TrialPage[]> => {
    const tabs = await browser.tabs.query({ url: patternOf(origin) });
    const pages = tabs.map(async ({ id, url, title, discarded }): Promise<TrialPage[]> => {
      // Where patterns know no ports, pages of other CRMs of the host come along.
      if (id === undefined || url === undefined || new URL(url).origin !== origin) return [];
      const seen: TrialSeen = discarded ? { state: 'unreachable' } : await seenIn(id, origin);
      return [{ tabId: id, title: title ?? '', address: url, seen }];
    });
    return (await Promise.all(pages)).flat();
  };
  const origins = (await loadConnections()).map(({ origin }) => origin);
  return (await Promise.all(origins.filter((origin) => isFor(source, origin)).map(pagesOf))).flat();
}
