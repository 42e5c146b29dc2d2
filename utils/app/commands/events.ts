import { fail, ok, type Result } from '@/utils/domain/result';
import type { Client } from '@/utils/domain/schema/client';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Relation } from '@/utils/domain/schema/relation';
import type { Change } from '@/utils/store/change';
import type { Plan, PlanReader } from '@/utils/store/plan';
import type { Command, Problem } from '../command';
import { planAmend, planLog } from './contacts';
import { type Environment, invalid, NOT_FOUND, sampleMark } from './environment';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;
type Guest = Of<'logEvent'>['guests'][number];
type OfEvent = Omit<Of<'logEvent'>, 'do' | 'guests'>;

/** What stands in the entry of one guest. What became of his own matters is his own entry's to say. */
function detailsOf({ day, minute, zone, place, note, nextStep }: OfEvent, result: Guest['result']) {
  return {
    channel: 'group',
    direction: 'out',
    result,
    day,
    minute,
    zone,
    minutesLong: null,
    purpose: 'invitation',
    goal: null,
    goalReached: null,
    marker: null,
    nextStep: result === 'reached' ? nextStep : null,
    note,
    clientWords: false,
    metWith: null,
    companions: null,
    place,
    newBusiness: false,
    coldVisit: false,
    mass: false,
  } satisfies ContactDetails;
}

/** The entry bears the event by which its guests are found again. */
const ofEvent = (changes: readonly Change[], event: OfEvent['event']): Change[] =>
  changes.map((change) =>
    change.type === 'insert' && change.table === 'contacts'
      ? { ...change, body: { ...change.body, event } }
      : change,
  );

/** One guest's entry. A draft that waits in his form has nothing to do with it and is left alone. */
async function planGuest(
  read: PlanReader,
  { clientId, contactId, supersedes, result }: Guest,
  common: OfEvent,
  env: Environment,
): Promise<Result<Change[], Problem>> {
  const details = detailsOf(common, result);
  const planned =
    supersedes === null
      ? await planLog(
          read,
          {
            do: 'logContact',
            subject: { type: 'client', clientId },
            contactId,
            details,
            keeps: null,
            answers: null,
            besideDraft: true,
          },
          env,
        )
      : await planAmend(read, { do: 'amendContact', clientId, contactId, supersedes, details }, env);
  return planned.ok ? ok(ofEvent(planned.value.changes, common.event)) : planned;
}

/** Invites guests to an event, or notes who came: all of them in one commit, or none. */
export async function planLogEvent(
  read: PlanReader,
  { do: _, guests, ...common }: Of<'logEvent'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  if (new Set(guests.map(({ clientId }) => clientId)).size < guests.length) return fail(invalid('guests'));
  const changes: Change[] = [];
  for (const guest of guests) {
    const planned = await planGuest(read, guest, common, env);
    if (!planned.ok) return planned;
    changes.push(...planned.value);
  }
  return ok({ changes });
}

const prospectOf = ({ name, phone, day }: Of<'bringGuest'>, id: ClientId, env: Environment): Client => ({
  id,
  kind: 'individual',
  name,
  tier: null,
  serviceLevel: null,
  classes: [],
  prospect: true,
  cadenceDays: null,
  facts: phone === null ? {} : { mobile: { value: phone, source: 'client', day, confirmed: env.now } },
  observed: {},
  consents: {},
  doNotContact: null,
  since: env.today,
  ...sampleMark(env),
});

/**
 * Notes whom a guest brought along: a prospect of whom the name is known, perhaps a number, and who brought
 * him (渠道化 counts it). He agreed to no marketing by coming: consent is still to be asked for (§11.7).
 */
export async function planBringGuest(
  read: PlanReader,
  command: Of<'bringGuest'>,
  env: Environment,
): Promise<Result<Plan, Problem>> {
  const { day, broughtBy, contactId, relationId, event, phone } = command;
  if (day > env.today) return fail(invalid('day'));
  if (phone !== null && phone.type !== 'phone') return fail(invalid('phone'));
  const bringer = await read.client(broughtBy);
  if (!bringer) return fail(NOT_FOUND);
  const client = prospectOf(command, env.freshClientId, env);
  const relation: Relation = {
    id: relationId,
    clientId: client.id,
    role: 'referredBy',
    name: bringer.bundle.client.name,
    other: broughtBy,
    phone: null,
    stage: null,
    covered: null,
    influence: null,
    attitude: null,
    lastMet: day,
    wall: { state: 'closed' },
    note: null,
    source: 'client',
    day,
    ...sampleMark(env),
  };
  const { do: _, name: _name, phone: _phone, broughtBy: _by, relationId: _relation, ...rest } = command;
  return ok({
    changes: [
      { type: 'insert', table: 'clients', body: client },
      { type: 'insert', table: 'relations', body: relation },
      {
        type: 'insert',
        table: 'contacts',
        body: {
          ...detailsOf({ ...rest, nextStep: null }, 'reached'),
          id: contactId,
          clientId: client.id,
          origin: 'own',
          state: 'done',
          enteredInCrm: false,
          supersedes: null,
          keeps: null,
          event,
          loggedAt: env.now,
          ...sampleMark(env),
        },
      },
    ],
  });
}
