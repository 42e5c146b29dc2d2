import type { MeetingPlace } from '@/utils/sync/devices/mailbox';

/** A server's documents outside of its feed, and a count of what is asked of it. */
export class LocalDocs implements MeetingPlace {
  readonly docs = new Map<string, { rev: number; body: unknown }>();
  requests = 0;

  async request(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
    this.requests += 1;
    const known = this.docs.get(path);
    const says = (status: number, said: unknown) => ({ status, text: JSON.stringify(said) });
    if (method === 'GET') {
      if (!known) return says(404, { error: 'not_found', reason: 'missing' });
      return says(200, { ...Object(known.body), _id: path, _rev: `0-${known.rev}` });
    }
    const { _rev, _deleted, ...rest } = Object(structuredClone(body));
    if (_rev !== (known && `0-${known.rev}`)) return says(409, { error: 'conflict' });
    const rev = (known?.rev ?? 0) + 1;
    if (_deleted) this.docs.delete(path);
    else this.docs.set(path, { rev, body: rest });
    return says(201, { ok: true, id: path, rev: `0-${rev}` });
  }
}
