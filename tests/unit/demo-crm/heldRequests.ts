import { vi } from 'vitest';
import { coreOf } from '../../demo-crm/api';
import type { DemoBank } from '../../demo-crm/data/model';

/** Stubs `fetch`: requests for clients wait until the test lets them go, in any order. */
export function heldRequests(bank: DemoBank) {
  const waiting: { path: string; answer: () => void }[] = [];
  const fetchLater = (path: string, init?: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      const [, recordId, list] = /clients\/(\d{8})(?:\/(\w+))?/.exec(path) ?? [];
      const client = bank.clients.find((each) => each.recordId === recordId);
      if (!client) return reject(new Error(`no such client: ${path}`));
      const { contacts, holdings, relations } = client;
      const lists: Record<string, unknown> = { contacts, holdings, relations };
      const json = list === undefined ? { client: coreOf(client) } : { items: lists[list] };
      waiting.push({ path, answer: () => resolve(new Response(JSON.stringify(json))) });
    });
  vi.stubGlobal('fetch', fetchLater);
  return {
    /** Answers everything asked for this record, and waits until it is drawn. */
    async answer(recordId: string) {
      for (const each of waiting.filter(({ path }) => path.includes(recordId))) each.answer();
      await new Promise((done) => setImmediate(done));
    },
  };
}
