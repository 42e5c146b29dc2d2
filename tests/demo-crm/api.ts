import { addDays, ageOn, daysBetween } from './data/calendar';
import type {
  Company,
  Day,
  DemoBank,
  DemoClient,
  Holding,
  Individual,
  PastContact,
  Relation,
} from './data/model';
import type { Edit } from './desk';

/**
 * The JSON API of the demo CRM, which /modern and /cloud use. All answers are JSON; an error is
 * `{ "error": "what is wrong" }` with 400, 401 (no session cookie of any front end) or 404.
 * Money is in fen. The switches (switches.ts) work as query parameters here too: `slowMs` delays
 * every answer below /api/clients/:recordId.
 *
 * | request | answer |
 * |---|---|
 * | `POST /api/session` `{ frontEnd, user, password }` | sets the session cookie; {@link SessionReply} |
 * | `GET /api/session` | {@link SessionReply} |
 * | `DELETE /api/session?frontEnd=modern` | drops the cookie; `{}` |
 * | `GET /api/dashboard` | {@link DashboardReply} |
 * | `GET /api/clients?page=1&size=20&q=&kind=individual\|company` | {@link ClientListReply}; `q` finds in name, Latin name, record number, end of phone |
 * | `GET /api/clients/:recordId` | {@link ClientReply}: the client without the three lists |
 * | `GET /api/clients/:recordId/contacts` | `{ items: PastContact[] }`, newest first |
 * | `POST /api/clients/:recordId/contacts` `{ day, minute, channel, text }` | 201, {@link ClientReply} |
 * | `GET /api/clients/:recordId/holdings` | `{ items: Holding[] }` |
 * | `GET /api/clients/:recordId/relations` | `{ items: Relation[] }` |
 * | `PUT /api/clients/:recordId` some fields, see desk.ts | {@link ClientReply}; kept until the server stops |
 *
 * Session requests are answered by the server itself (server.ts); this module answers the rest.
 */

type WithoutLists<T> = Omit<T, 'contacts' | 'holdings' | 'relations'>;
export type ClientCore = WithoutLists<Individual> | WithoutLists<Company>;

export interface SessionReply {
  bank: DemoBank['name'];
  user: DemoBank['manager'];
  today: Day;
}

export interface ClientReply {
  client: ClientCore;
}

/** A row of the list. */
export interface ClientSummary {
  recordId: string;
  kind: DemoClient['kind'];
  name: string;
  latinName: string;
  serviceLevel: DemoClient['serviceLevel'];
  phone: string;
  branch: string;
  aumFen: number;
  /** Day of the newest contact, null if there is none. */
  lastContact: Day | null;
}

export interface ClientListReply {
  items: ClientSummary[];
  /** Clients that match, on all pages. */
  total: number;
  page: number;
  size: number;
}

type Named = Pick<ClientSummary, 'recordId' | 'name' | 'latinName'>;

export interface DashboardReply {
  today: Day;
  individuals: number;
  companies: number;
  aumFen: number;
  contactsThisMonth: number;
  /** Holdings that come due within 30 days, soonest first, at most ten. */
  maturing: (Named & { holding: string; amountFen: number; maturity: Day })[];
  /** Birthdays within seven days, soonest first. */
  birthdays: (Named & { day: Day; age: number })[];
  /** Clients the CRM last saw contacted longest ago, at most ten. */
  longestSilent: ClientSummary[];
  /** The newest contacts of the whole book, at most ten. */
  recent: (Named & { contact: PastContact })[];
}

export interface ListReply<T extends PastContact | Holding | Relation> {
  items: T[];
}

export interface ApiRequest {
  method: string;
  /** Below /api, `/clients/10000001`. */
  path: string;
  query: URLSearchParams;
  /** The parsed JSON body; undefined if there was none. */
  json: unknown;
}

/** `json` is the answer; `edit` one the server must apply and answer with the client. */
export type ApiResponse = { status: number; json: unknown } | { edit: Edit; status: number };

function summaryOf(client: DemoClient): ClientSummary {
  const { recordId, kind, name, latinName, serviceLevel, phone, branch, aumFen } = client;
  return {
    recordId,
    kind,
    name,
    latinName,
    serviceLevel,
    phone,
    branch,
    aumFen,
    lastContact: client.contacts[0]?.day ?? null,
  };
}

export function coreOf(client: DemoClient): ClientCore {
  const { contacts: _contacts, holdings: _holdings, relations: _relations, ...core } = client;
  return core;
}

export function sessionReply(bank: DemoBank): SessionReply {
  return { bank: bank.name, user: bank.manager, today: bank.today };
}

/** Clients by text and kind, in record order. Text is found in name, Latin name, record number and the end of the phone. */
export function findClients(
  bank: DemoBank,
  { q = '', kind = '' }: { q?: string; kind?: string },
): DemoClient[] {
  const wanted = q.trim().toLowerCase();
  return bank.clients.filter(
    (client) =>
      (kind === '' || client.kind === kind) &&
      (wanted === '' ||
        client.name.toLowerCase().includes(wanted) ||
        client.latinName.toLowerCase().includes(wanted) ||
        client.recordId.startsWith(wanted) ||
        client.phone.endsWith(wanted)),
  );
}

function nextBirthday(birthday: Day, today: Day): Day {
  const monthAndDay = birthday.slice(5) === '02-29' ? '02-28' : birthday.slice(5);
  const thisYear = `${today.slice(0, 4)}-${monthAndDay}`;
  return thisYear < today ? `${Number(today.slice(0, 4)) + 1}-${monthAndDay}` : thisYear;
}

export function dashboardOf(bank: DemoBank): DashboardReply {
  const { today, clients } = bank;
  const people = clients.flatMap((client) => (client.kind === 'individual' ? [client] : []));
  const contacts = clients.flatMap(({ recordId, name, latinName, contacts }) =>
    contacts.map((contact) => ({ recordId, name, latinName, contact })),
  );
  const within30 = addDays(today, 30);
  return {
    today,
    individuals: people.length,
    companies: clients.length - people.length,
    aumFen: clients.reduce((sum, { aumFen }) => sum + aumFen, 0),
    contactsThisMonth: contacts.filter(({ contact }) => contact.day.slice(0, 7) === today.slice(0, 7)).length,
    maturing: clients
      .flatMap(({ recordId, name, latinName, holdings }) =>
        holdings.flatMap(({ kind, name: holding, amountFen, maturity }) =>
          maturity !== null && kind !== 'loan' && maturity >= today && maturity <= within30
            ? [{ recordId, name, latinName, holding, amountFen, maturity }]
            : [],
        ),
      )
      .sort((a, b) => a.maturity.localeCompare(b.maturity) || a.recordId.localeCompare(b.recordId))
      .slice(0, 10),
    birthdays: people
      .map(({ recordId, name, latinName, birthday }) => {
        const day = nextBirthday(birthday, today);
        return { recordId, name, latinName, day, age: ageOn(birthday, day) };
      })
      .filter(({ day }) => daysBetween(today, day) <= 7)
      .sort((a, b) => a.day.localeCompare(b.day) || a.recordId.localeCompare(b.recordId)),
    longestSilent: clients
      .map(summaryOf)
      .filter(({ lastContact }) => lastContact !== null)
      .sort((a, b) => (a.lastContact ?? '').localeCompare(b.lastContact ?? ''))
      .slice(0, 10),
    recent: contacts.sort((a, b) => b.contact.day.localeCompare(a.contact.day)).slice(0, 10),
  };
}

function listReply(bank: DemoBank, query: URLSearchParams): ClientListReply {
  const size = Math.min(300, Math.max(1, Number(query.get('size')) || 20));
  const page = Math.max(1, Number(query.get('page')) || 1);
  const found = findClients(bank, { q: query.get('q') ?? '', kind: query.get('kind') ?? '' });
  const items = found.slice((page - 1) * size, page * size).map(summaryOf);
  return { items, total: found.length, page, size };
}

/** Answers a request below /api, except /api/session; undefined where there is no such resource. */
export function answerApi(request: ApiRequest, bank: DemoBank): ApiResponse | undefined {
  const { method, path, query } = request;
  if (method === 'GET' && path === '/dashboard') return { status: 200, json: dashboardOf(bank) };
  if (method === 'GET' && path === '/clients') return { status: 200, json: listReply(bank, query) };
  const [, recordId, list] = /^\/clients\/(\d{8})(?:\/(contacts|holdings|relations))?$/.exec(path) ?? [];
  const client = bank.clients.find((each) => each.recordId === recordId);
  if (!client) return undefined;
  const fields = request.json;
  if (method === 'PUT' && list === undefined)
    return { status: 200, edit: { what: 'client', recordId: client.recordId, fields } };
  if (method === 'POST' && list === 'contacts')
    return { status: 201, edit: { what: 'contact', recordId: client.recordId, fields } };
  if (method !== 'GET') return undefined;
  if (list === 'contacts')
    return { status: 200, json: { items: client.contacts } satisfies ListReply<PastContact> };
  if (list === 'holdings')
    return { status: 200, json: { items: client.holdings } satisfies ListReply<Holding> };
  if (list === 'relations')
    return { status: 200, json: { items: client.relations } satisfies ListReply<Relation> };
  return { status: 200, json: { client: coreOf(client) } satisfies ClientReply };
}
