import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import type { Memory, PageReading } from '@/utils/adapters/generic/reading';
import { type Frames, isVisible, openPage } from '../page';

export const CLIENT = 'https://crm.bank.test/crm/customer/detail/10231';

/** Reads a page written for a test as if it stood at an address. */
export async function read(
  body: string,
  url = CLIENT,
  memory: Memory | null = null,
  frames: Frames = {},
): Promise<PageReading> {
  const document = await openPage(`<body>${body}</body>`, 'http://localhost/', frames);
  return readAnyPage({ document, url, memory, isVisible });
}

/** The labelled fields of a client page with this in it, as `label=value`. */
export async function fieldsIn(body: string): Promise<string[]> {
  const { fields } = await read(`<main><h1>王丽华</h1>${body}</main>`);
  return fields.filter(({ label }) => label !== '').map(({ label, value }) => `${label}=${value}`);
}
