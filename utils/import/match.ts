import type { ClientBundle } from '@/utils/domain/bundle';
import type { Client } from '@/utils/domain/schema/client';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { ClientId } from '@/utils/domain/schema/ids';
import { birthdayKey, foldName, foldNumber, type Person, phoneKey } from './people';

/*
 * Who of the file is in the book already. Sure are the number, the phone with the name, and the name with the
 * birthday; all that is less is doubtful, and the user says.
 */

/** What speaks for two being one. */
export const MATCH_SIGNS = [
  'number',
  'phoneAndName',
  'nameAndBirthday',
  'phone',
  'name',
  'numberOnly',
] as const;
export type MatchSign = (typeof MATCH_SIGNS)[number];

const SURE: ReadonlySet<MatchSign> = new Set(['number', 'phoneAndName', 'nameAndBirthday']);

/** A client of the book who may be one of the file. */
export interface Candidate {
  bundle: ClientBundle;
  by: MatchSign;
}

/** What was found of a person in the book. */
export interface Match {
  person: Person;
  state: 'new' | 'same' | 'doubtful';
  /** The surest first; none where new. */
  candidates: readonly Candidate[];
}

/** The field under which a file's client number is kept where no CRM is known to which it belongs. */
export const NUMBER_FIELD = 'crm.客户号';

const valuesOf = ({ facts, observed }: Client): FieldValue[] =>
  [...Object.values(facts), ...Object.values(observed)].map(({ value }) => value);

const numbersOf = ({ facts }: Client, records: readonly string[]): Set<string> => {
  const kept = facts[NUMBER_FIELD]?.value;
  const own = kept?.type === 'text' ? [kept.text] : [];
  return new Set([...records, ...own].map(foldNumber));
};

const birthdaysOf = ({ facts, observed }: Client): Set<string | null> =>
  new Set([facts['birthday']?.value ?? null, observed['birthday']?.value ?? null].map(birthdayKey));

function signFor(person: Person, client: Client, records: readonly string[]): MatchSign | null {
  const { who } = person.brought;
  const sameName = who.name !== null && foldName(who.name) === foldName(client.name);
  if (who.number !== null && numbersOf(client, records).has(foldNumber(who.number)))
    return sameName || who.name === null ? 'number' : 'numberOnly';
  const phone = phoneKey(who.phone);
  const samePhone = phone !== null && valuesOf(client).some((value) => phoneKey(value) === phone);
  if (samePhone) return sameName ? 'phoneAndName' : 'phone';
  if (!sameName) return null;
  const birthday = birthdayKey(who.birthday);
  return birthday !== null && birthdaysOf(client).has(birthday) ? 'nameAndBirthday' : 'name';
}

/** Finds the clients of a file in a book that is walked through once, a few clients at a time. */
export class Matcher {
  readonly #people: readonly Person[];
  readonly #found = new Map<number, Candidate[]>();
  readonly #byKey = new Map<string, Person[]>();

  constructor(people: readonly Person[]) {
    this.#people = people;
    for (const person of people) {
      const { name, number, phone } = person.brought.who;
      const keys = [
        name === null ? null : `w ${foldName(name)}`,
        number === null ? null : `n ${foldNumber(number)}`,
        phoneKey(phone) === null ? null : `p ${phoneKey(phone)}`,
      ];
      for (const key of keys) {
        if (key === null) continue;
        const known = this.#byKey.get(key);
        if (known) known.push(person);
        else this.#byKey.set(key, [person]);
      }
    }
  }

  /** Looks at one client of the book. */
  see(bundle: ClientBundle, records: readonly string[]): void {
    const { client } = bundle;
    const keys = [
      `w ${foldName(client.name)}`,
      ...[...numbersOf(client, records)].map((number) => `n ${number}`),
      ...valuesOf(client)
        .flatMap((value) => phoneKey(value) ?? [])
        .map((phone) => `p ${phone}`),
    ];
    for (const person of new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []))) {
      const by = signFor(person, client, records);
      if (by === null) continue;
      const known = this.#found.get(person.index);
      if (known) known.push({ bundle, by });
      else this.#found.set(person.index, [{ bundle, by }]);
    }
  }

  /** What was found, in the order of the file. */
  matches(): Match[] {
    return this.#people.map((person): Match => {
      const found = (this.#found.get(person.index) ?? []).toSorted(
        (a, b) => MATCH_SIGNS.indexOf(a.by) - MATCH_SIGNS.indexOf(b.by),
      );
      const sure = found.filter(({ by }) => SURE.has(by));
      const state = found.length === 0 ? 'new' : sure.length === 1 ? 'same' : 'doubtful';
      return { person, state, candidates: found };
    });
  }
}

/** What becomes of a person of the file. */
export type Choice = { do: 'new' } | { do: 'into'; clientId: ClientId } | { do: 'leave' };

/** What becomes of him unless the user says otherwise: nobody is merged on a doubt, and nobody made twice. */
export function choiceFor({ state, candidates, person }: Match): Choice {
  const [first] = candidates;
  if (state === 'same' && first) return { do: 'into', clientId: first.bundle.client.id };
  // Somebody without a name cannot be made a client.
  return state === 'new' && person.brought.who.name !== null ? { do: 'new' } : { do: 'leave' };
}
