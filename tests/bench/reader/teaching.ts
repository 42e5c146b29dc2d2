import type { Page } from 'puppeteer';
import * as z from 'zod/mini';
import type { Compiled } from '@/utils/adapters/compile';
import { type TeachReport, teachReport } from '@/utils/messaging/teach';
import type { Crm, GoldPage } from './gold';
import { openAt } from './opening';
import { type Said, saidBy, tried } from './said';
import { matchFields, sameText } from './score';
import { adapterOf, goldBesideName, type Mended } from './taught';

const call = (script: string, what: string, ...inputs: readonly unknown[]): string =>
  `(() => { ${script}; return reader.${what}(${inputs.map((input) => JSON.stringify(input)).join(', ')}); })()`;

/**
 * Teaches a CRM on its first client's page and reads all its pages by what came of it.
 *
 * @param mended its user sets right what the wizard has wrong there
 * @param misses tell what was taught
 */
export async function taughtOn(
  page: Page,
  crm: Crm,
  script: string,
  { mended, misses }: { mended: boolean; misses: boolean },
): Promise<Said[]> {
  let adapter: Compiled | null = null;
  for (const { gold, html } of crm.pages) {
    if (!gold.clientId) continue;
    await openAt(page, gold.url, html);
    const report = teachReport.parse(await page.evaluate(call(script, 'teach', gold.url)));
    if (report.kind !== 'reading') break;
    adapter = adapterOf(report, mended ? await mendedOn(page, gold, report, script, misses) : null);
    console.log(`${crm.name}: ${adapter ? 'taught' : 'NOT taught'} on ${gold.page}`);
    if (adapter && misses) console.log(JSON.stringify(adapter.source.pages));
    break;
  }
  const all: Said[] = [];
  for (const { gold, html } of crm.pages) {
    if (!adapter) {
      all.push(saidBy({ state: 'none' }, gold));
      continue;
    }
    await openAt(page, gold.url, html);
    const seen = await page.evaluate(call(script, 'tryOn', adapter.compiled, gold.url));
    all.push(saidBy(tried.parse(seen), gold));
  }
  return all;
}

/** What a user who knows the page sets right: he drops what it does not say and points at what is missing. */
async function mendedOn(
  page: Page,
  gold: GoldPage,
  { name, fields }: Extract<TeachReport, { kind: 'reading' }>,
  script: string,
  misses: boolean,
): Promise<Mended> {
  const offered = fields.filter(({ n }) => n !== name?.n);
  const { strangers } = matchFields(offered, gold.fields ?? []);
  const { missing } = matchFields(offered, goldBesideName(gold).fields ?? []);
  const isNamed = name !== null && sameText(name.value, gold.displayName ?? '');
  const wanted = missing.map(({ label, value }) => ({ label, value }));
  const heading = isNamed || !gold.displayName ? [] : [{ label: '', value: gold.displayName }];
  const reports = z
    .array(teachReport)
    .parse(await page.evaluate(call(script, 'pick', gold.url, [...heading, ...wanted])));
  const picks = reports.map((report) => (report.kind === 'picked' ? report.field : null));
  const pickedName = heading.length > 0 ? (picks[0] ?? null) : null;
  const rest = picks.slice(heading.length);
  if (misses)
    for (const [at, one] of rest.entries())
      console.log(`  pointed at ${wanted[at]?.label} = ${wanted[at]?.value}: ${JSON.stringify(one)}`);
  const wrong = new Set<unknown>(strangers);
  return {
    right: new Set(offered.filter((field) => !wrong.has(field)).map(({ n }) => n)),
    picked: rest.filter((one) => one !== null),
    name: pickedName,
  };
}
