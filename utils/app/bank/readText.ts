import { type AdapterProblem, parseAdapter } from '@/utils/adapters/compile';
import type { Adapter } from '@/utils/adapters/schema';
import { fail, ok, type Result } from '@/utils/domain/result';
import { type Envelope, envelope, MAX_ENVELOPE_SIZE } from './envelope';

/** An adapter's text as it was read: by itself, or in an envelope whose signature is still to be looked at. */
export interface ReadText {
  adapter: Adapter;
  envelope: Envelope | null;
}

/** The envelope in a text; null for any other, an adapter's above all. */
function envelopeIn(json: string): Envelope | null {
  if (json.length > MAX_ENVELOPE_SIZE) return null;
  try {
    const read = envelope.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Reads an adapter or an envelope with one, or says what is wrong with the adapter, each problem with its place. */
export function readText(json: string): Result<ReadText, AdapterProblem[]> {
  const signed = envelopeIn(json);
  const read = parseAdapter(signed?.adapter ?? json);
  return read.ok ? ok({ adapter: read.value.source, envelope: signed }) : fail(read.error);
}
