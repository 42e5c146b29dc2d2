import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Recognition } from '@/utils/adapters/recognise';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { openPage } from './page';

const FOLDER = path.resolve('tests/fixtures/adapters');

/** A recognition, its sighting made out. */
type Expected = Exclude<Recognition, { state: 'sighting' }> | { state: 'sighting'; sighting: Sighting };

/** A page of a CRM as a browser rendered it, and what is to be seen on it. */
export interface SavedPage {
  /** Id of the adapter it was saved for. */
  adapter: string;
  scene: string;
  url: string;
  expected: Expected;
  html(): string;
  open(): Promise<Document>;
}

const read = (...parts: string[]): string => readFileSync(path.join(FOLDER, ...parts), 'utf8');

function savedPage(adapter: string, scene: string): SavedPage {
  const { url, frames }: { url: string; frames: Record<string, string> } = JSON.parse(
    read(adapter, `${scene}.page.json`),
  );
  const documents = Object.entries(frames).map(([address, file]) => [address, read(adapter, file)]);
  return {
    adapter,
    scene,
    url,
    expected: JSON.parse(read(adapter, `${scene}.json`)),
    html: () => read(adapter, `${scene}.html`),
    open: () => openPage(read(adapter, `${scene}.html`), url, Object.fromEntries(documents)),
  };
}

/** Every saved page of every adapter. */
export const savedPages = (): SavedPage[] =>
  readdirSync(FOLDER).flatMap((adapter) =>
    readdirSync(path.join(FOLDER, adapter))
      .filter((name) => name.endsWith('.page.json'))
      .map((name) => savedPage(adapter, name.slice(0, -'.page.json'.length))),
  );

/** Where pages of CRMs stand for which there is no adapter. */
const STRANGERS = path.resolve('tests/fixtures/pages/build');

/** A client's page of each CRM without an adapter: its name, and its HTML. */
export const clientPages = (): [name: string, html: string][] =>
  readdirSync(STRANGERS).flatMap((crm) => {
    const gold: { pages: { page: string; isClientPage: boolean }[] } = JSON.parse(
      readFileSync(path.join(STRANGERS, crm, 'gold.json'), 'utf8'),
    );
    const first = gold.pages.find(({ isClientPage }) => isClientPage);
    if (!first) return [];
    return [[`${crm}/${first.page}`, readFileSync(path.join(STRANGERS, crm, `${first.page}.html`), 'utf8')]];
  });
