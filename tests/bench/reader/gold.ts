import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';

const field = z.object({
  label: z.string(),
  value: z.string(),
  kind: z.string(),
  empty: z.optional(z.boolean()),
});

const goldPage = z.object({
  page: z.string(),
  url: z.string(),
  isClientPage: z.boolean(),
  clientId: z.optional(z.nullable(z.string())),
  displayName: z.optional(z.nullable(z.string())),
  fields: z.optional(z.array(field)),
});
const gold = z.object({ crm: z.string(), pages: z.array(goldPage) });

export type GoldField = z.infer<typeof field>;
export type GoldPage = z.infer<typeof goldPage>;

/** One CRM of a folder of pages: what each page holds, and its HTML. */
export interface Crm {
  name: string;
  pages: { gold: GoldPage; html: string }[];
}

/** All CRMs of a folder laid out `<crm>/<page>.html` beside `<crm>/gold.json`. Throws where a page is missing. */
export function readCorpus(folder: string): Crm[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const home = path.join(folder, name);
      const { pages } = gold.parse(JSON.parse(readFileSync(path.join(home, 'gold.json'), 'utf8')));
      return {
        name,
        pages: pages.map((page) => ({
          gold: page,
          html: readFileSync(path.join(home, `${page.page}.html`), 'utf8'),
        })),
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}
