import { compileAdapter } from '@/utils/adapters/compile';
import type { CompiledAdapter } from '@/utils/adapters/compiled';
import { assemble } from '@/utils/adapters/generic/assemble';
import { keyFor } from '@/utils/adapters/generic/keys';
import { findIn, propose, proposeRoot } from '@/utils/adapters/generic/propose';
import { readAnyPage } from '@/utils/adapters/generic/readAnyPage';
import { transformFor } from '@/utils/adapters/generic/transformFor';
import { candidatesFor } from '@/utils/adapters/readPage';
import { type Recognition, recognise } from '@/utils/adapters/recognise';
import { type Frames, isVisible, openPage } from '../page';
import { CLIENT } from './reading';

/** A page opened as the tab's own, at an address. */
export interface Opened {
  document: Document;
  url: string;
  isVisible: typeof isVisible;
}

export async function open(body: string, url = CLIENT, frames: Frames = {}): Promise<Opened> {
  // Frames are served at absolute addresses, so the document stands where it says.
  return { document: await openPage(`<body>${body}</body>`, url, frames), url, isVisible };
}

/** What one page proposes, read as a first sight of it. */
export const proposeFor = (page: Opened) => propose(readAnyPage(page), page);

/** The adapter that a wizard makes of one page when the user only says yes. */
export function learn(page: Opened): CompiledAdapter {
  const reading = readAnyPage(page);
  const proposal = propose(reading, page);
  if (!proposal) throw new Error(`nothing proposed: ${reading.reasons.join(', ')}`);
  const { root } = proposeRoot(reading, page);
  const shown = reading.fields.map((field) => ({ ...field, find: findIn(field, root, reading, isVisible) }));
  const fields = shown.map((field) => {
    const key = keyFor(field, 'individual');
    return { field, key, as: transformFor(field, key, 'individual', shown) };
  });
  const made = compileAdapter(
    assemble({
      proposal,
      name: null,
      fields,
      kind: 'individual',
      title: 'CRM',
      author: 'RM',
      host: new URL(page.url).host,
      today: '2026-11-22',
    }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.compiled;
}

/** What an adapter makes of another page. */
export const sight = (adapter: CompiledAdapter, { document, url }: Opened): Recognition =>
  recognise(candidatesFor([adapter], url), document, isVisible, true).recognition;
