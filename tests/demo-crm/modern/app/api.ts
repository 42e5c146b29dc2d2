/** Calls of the demo CRM's JSON API, with the page's own switches passed on. /cloud uses this module too. */
import type {
  ClientListReply,
  ClientReply,
  ClientSummary,
  DashboardReply,
  ListReply,
  SessionReply,
} from '../../api';
import type { Company, Holding, Individual, PastContact, Relation } from '../../data/model';

export type { ClientListReply, ClientSummary, DashboardReply, SessionReply };

/** A client without its lists, as `GET /api/clients/:recordId` answers. */
export type ClientCore<K extends Individual | Company = Individual | Company> = K extends K
  ? Omit<K, 'contacts' | 'holdings' | 'relations'>
  : never;

/** Switches that the server must hear with each call; read once, since pushState drops the query. */
const passedOn = (() => {
  const asked = new URLSearchParams(location.search);
  const kept = new URLSearchParams();
  for (const name of ['slowMs', 'balance']) for (const value of asked.getAll(name)) kept.append(name, value);
  return kept;
})();

/** The front ends that use this API. */
type FrontEndName = 'modern' | 'cloud';

/** An answer that is not 2xx. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function call<T>(path: string, init: RequestInit, query = new URLSearchParams()): Promise<T> {
  for (const [name, value] of passedOn) query.append(name, value);
  const response = await fetch(`/api${path}${query.size > 0 ? `?${query}` : ''}`, init);
  if (!response.ok) throw new ApiError(response.status, await response.text());
  return response.json();
}

const get = <T>(path: string, signal: AbortSignal, query?: URLSearchParams) =>
  call<T>(path, { signal, headers: { accept: 'application/json' } }, query);

const send = <T>(method: 'POST' | 'PUT', path: string, body: unknown) =>
  call<T>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Who is logged in; an {@link ApiError} of status 401 if nobody is. */
export const session = (signal: AbortSignal) => get<SessionReply>('/session', signal);

/** Logs in to one front end. */
export const logIn = (frontEnd: FrontEndName, user: string, password: string) =>
  send<SessionReply>('POST', '/session', { frontEnd, user, password });

/** Logs out of one front end. */
export const logOut = (frontEnd: FrontEndName) =>
  call<object>('/session', { method: 'DELETE' }, new URLSearchParams({ frontEnd }));

export const dashboard = (signal: AbortSignal) => get<DashboardReply>('/dashboard', signal);

/** One page of clients; `search` finds names, record numbers and the end of phones. */
export function clients(
  { page, size, search, kind }: { page: number; size: number; search: string; kind: string },
  signal: AbortSignal,
) {
  const query = new URLSearchParams({ page: String(page), size: String(size) });
  if (search !== '') query.set('q', search);
  if (kind !== '') query.set('kind', kind);
  return get<ClientListReply>('/clients', signal, query);
}

export const client = (recordId: string, signal: AbortSignal): Promise<ClientCore> =>
  get<ClientReply>(`/clients/${recordId}`, signal).then((reply) => reply.client);

const list = <T extends PastContact | Holding | Relation>(
  recordId: string,
  what: string,
  signal: AbortSignal,
) => get<ListReply<T>>(`/clients/${recordId}/${what}`, signal).then((reply) => reply.items);

export const contacts = (recordId: string, signal: AbortSignal) =>
  list<PastContact>(recordId, 'contacts', signal);
export const holdings = (recordId: string, signal: AbortSignal) =>
  list<Holding>(recordId, 'holdings', signal);
export const relations = (recordId: string, signal: AbortSignal) =>
  list<Relation>(recordId, 'relations', signal);

/** Saves some fields of a client; the answer is the client as it stands then. */
export const saveClient = (recordId: string, fields: object): Promise<ClientCore> =>
  send<ClientReply>('PUT', `/clients/${recordId}`, fields).then((reply) => reply.client);

/** Adds a contact record. */
export const addContact = (
  recordId: string,
  contact: Pick<PastContact, 'day' | 'minute' | 'channel' | 'text'>,
) => send<ClientReply>('POST', `/clients/${recordId}/contacts`, contact);
