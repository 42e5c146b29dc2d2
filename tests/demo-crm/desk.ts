import * as z from 'zod/mini';
import type { DemoBank, DemoClient } from './data/model';
import type { Switches } from './switches';

/** What can be changed in the demo CRM, and the bank as it stands after the changes and switches. */

const Text = z.string().check(z.maxLength(200));
const Fen = z.int().check(z.gte(0));

/** Fields an edit form may change; a field that the kind of client has not is refused. */
const CommonChanges = {
  name: z.optional(Text.check(z.minLength(1))),
  phone: z.optional(Text),
  email: z.optional(z.nullable(Text)),
  address: z.optional(Text),
  serviceLevel: z.optional(z.enum(['私行', '财富', '金卡', '普卡'])),
  balanceFen: z.optional(Fen),
};
const IndividualChanges = z.strictObject({
  ...CommonChanges,
  occupation: z.optional(Text),
  employer: z.optional(z.nullable(Text)),
  marital: z.optional(z.enum(['single', 'married', 'divorced', 'widowed'])),
  idExpiry: z.optional(z.iso.date()),
});
const CompanyChanges = z.strictObject({
  ...CommonChanges,
  industry: z.optional(Text),
  legalRepresentative: z.optional(Text),
  staff: z.optional(Fen),
  payrollStaff: z.optional(Fen),
});
type Changes = z.infer<typeof IndividualChanges> | z.infer<typeof CompanyChanges>;
const NewContact = z.strictObject({
  day: z.iso.date(),
  minute: z.nullable(z.int().check(z.gte(0), z.lte(1439))),
  channel: z.enum(['phone', 'email', 'meeting', 'wechat', 'sms', 'video', 'branch']),
  text: z.string().check(z.minLength(1), z.maxLength(2000)),
});

/** An edit still to be checked: `fields` is what a form or a JSON body said. */
export type Edit =
  | { what: 'client'; recordId: string; fields: unknown }
  | { what: 'contact'; recordId: string; fields: unknown };

type EditResult = { ok: true; client: DemoClient } | { ok: false; status: 400 | 404; message: string };

export interface Desk {
  /** The bank after edits and with the balances of `switches`. Clients that did not change are the same objects. */
  bank(switches: Switches): DemoBank;
  /** Applies an edit, or says what is wrong with it. */
  edit(edit: Edit): EditResult;
  /** Forgets all edits. */
  reset(): void;
}

function edited(client: DemoClient, edit: Edit, by: string): EditResult {
  const refuse = (error: z.core.$ZodError): EditResult => ({
    ok: false,
    status: 400,
    message: z.prettifyError(error),
  });
  if (edit.what === 'contact') {
    const parsed = NewContact.safeParse(edit.fields);
    if (!parsed.success) return refuse(parsed.error);
    const id = `${client.recordId}-${String(client.contacts.length + 1).padStart(3, '0')}`;
    const contacts = [{ id, by, ...parsed.data }, ...client.contacts];
    return { ok: true, client: { ...client, contacts: contacts.sort((a, b) => b.day.localeCompare(a.day)) } };
  }
  const parsed = (client.kind === 'individual' ? IndividualChanges : CompanyChanges).safeParse(edit.fields);
  if (!parsed.success) return refuse(parsed.error);
  return { ok: true, client: withFields(client, parsed.data) };
}

function withFields(client: DemoClient, changes: Changes): DemoClient {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const changed: DemoClient = { ...client, ...given };
  return { ...changed, aumFen: client.aumFen + changed.balanceFen - client.balanceFen };
}

export function openDesk(bank: DemoBank): Desk {
  const changed = new Map<string, DemoClient>();
  const current = (client: DemoClient) => changed.get(client.recordId) ?? client;
  return {
    bank(switches) {
      const clients = bank.clients.map((original) => {
        const client = current(original);
        const yuan = switches.balance[client.recordId];
        return yuan === undefined
          ? client
          : withFields(client, { balanceFen: Math.round(Number(yuan) * 100) });
      });
      return { ...bank, clients };
    },
    edit(edit) {
      const original = bank.clients.find(({ recordId }) => recordId === edit.recordId);
      if (!original) return { ok: false, status: 404, message: `no client ${edit.recordId}` };
      const result = edited(current(original), edit, bank.manager.name);
      if (result.ok) changed.set(edit.recordId, result.client);
      return result;
    },
    reset: () => changed.clear(),
  };
}
