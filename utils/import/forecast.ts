import type { ClientBundle } from '@/utils/domain/bundle';
import type { Client } from '@/utils/domain/schema/client';
import { type ClientId, clientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Brought } from './brought';
import type { Choice, Match } from './match';
import { together } from './people';
import { type Conflict, type Taken, type Taking, takeOver } from './takeOver';

/** How many of each a batch makes. */
export interface ImportCount {
  made: number;
  changed: number;
  contacts: number;
  holdings: number;
  policies: number;
  relations: number;
  notes: number;
}

export const noCount = (): ImportCount => ({
  made: 0,
  changed: 0,
  contacts: 0,
  holdings: 0,
  policies: 0,
  relations: 0,
  notes: 0,
});

/** Adds what one client gets. */
export function countIn(count: ImportCount, taken: Taken): void {
  count.contacts += taken.contacts.length;
  count.holdings += taken.holdings.length;
  count.policies += taken.policies.length;
  count.relations += taken.relations.length;
  count.notes += taken.notes.length;
}

/** Whether a client of the book gets anything at all. */
export const changesAnything = ({ clientChanged, ...rest }: Taken): boolean =>
  clientChanged ||
  [rest.contacts, rest.holdings, rest.policies, rest.relations, rest.notes].some(({ length }) => length > 0);

/** A client whom the book gets by a file; null for one without a name. */
export function newClient(id: ClientId, { who, edit }: Brought, today: CivilDay): Client | null {
  if (who.name === null) return null;
  return {
    id,
    kind: who.kind ?? 'individual',
    name: who.name,
    tier: null,
    serviceLevel: null,
    classes: [],
    prospect: edit.prospect ?? false,
    cadenceDays: null,
    facts: {},
    observed: {},
    consents: {},
    doNotContact: null,
    since: today,
  };
}

/** What a batch would come to. */
export interface Forecast {
  count: ImportCount;
  conflicts: { clientId: ClientId; name: string; conflict: Conflict }[];
  /** Things that the book has already, and fields that a client of that kind does not have. */
  already: number;
  unfit: number;
  left: number;
}

const NOBODY = clientId.parse('0'.repeat(24));

/** What would be written, by the same rules as the command itself; writes nothing. */
export function forecast(
  matches: readonly Match[],
  choices: readonly Choice[],
  how: Taking,
  today: CivilDay,
): Forecast {
  const sum: Forecast = { count: noCount(), conflicts: [], already: 0, unfit: 0, left: 0 };
  const into = new Map<ClientId, { bundle: ClientBundle; brought: Brought }>();
  const add = (taken: Taken): void => {
    countIn(sum.count, taken);
    sum.already += taken.already;
    sum.unfit += taken.unfit;
    const { id, name } = taken.client;
    for (const conflict of taken.conflicts) sum.conflicts.push({ clientId: id, name, conflict });
  };
  matches.forEach(({ person, candidates }, at) => {
    const choice = choices[at] ?? { do: 'leave' };
    if (choice.do === 'leave') sum.left += 1;
    else if (choice.do === 'new') {
      const made = newClient(NOBODY, person.brought, today);
      if (!made) return;
      sum.count.made += 1;
      add(takeOver(made, null, person.brought, how));
    } else {
      const found = candidates.find(({ bundle }) => bundle.client.id === choice.clientId);
      const known = into.get(choice.clientId);
      if (known) known.brought = together(known.brought, person.brought);
      else if (found) into.set(choice.clientId, { bundle: found.bundle, brought: person.brought });
    }
  });
  for (const { bundle, brought } of into.values()) {
    const taken = takeOver(bundle.client, bundle, brought, how);
    if (changesAnything(taken)) sum.count.changed += 1;
    add(taken);
  }
  return sum;
}
