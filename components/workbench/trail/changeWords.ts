import type { TrailChange } from '@/utils/app/outPort';
import { fieldKey } from '@/utils/domain/schema/client';
import { phrase, t } from '../../ui/words';
import { FIELDS } from './fields';
import { asItIs, consent, factName, factSayer, type Sayer } from './valueWords';

/** One field before and after, in words; null on a side where there was no row. */
export interface FieldStory {
  field: string;
  before: string | null;
  after: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (body: object | null): Fields =>
  body === null ? {} : Object.fromEntries(Object.entries(body));

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

/** A client's maps: each entry is a field of its own. */
const MAPS: Readonly<
  Record<string, { name(key: string): string; sayer(key: string, whole: boolean): Sayer }>
> = {
  facts: mapOf(false),
  observed: mapOf(true),
  consents: {
    name: (channel) => t('trail.consent', phrase(`consent.channel.${channel}`)),
    sayer: () => consent,
  },
};

function mapOf(seen: boolean) {
  return {
    name: (key: string) => factName(fieldKey.parse(key), seen),
    sayer: (key: string, whole: boolean) => factSayer(fieldKey.parse(key), whole),
  };
}

interface Side {
  was: Fields;
  is: Fields;
  existed: boolean;
  exists: boolean;
}

function story(name: string, say: Sayer, was: unknown, is: unknown, side: Side): FieldStory[] {
  if (same(was, is) || (!(side.existed && side.exists) && isEmpty(was ?? is))) return [];
  return [{ field: name, before: side.existed ? say(was) : null, after: side.exists ? say(is) : null }];
}

function mapStories(table: TrailChange['table'], side: Side, whole: boolean): FieldStory[] {
  if (table !== 'clients') return [];
  return Object.entries(MAPS).flatMap(([map, { name, sayer }]) => {
    const [was, is] = [side.was[map], side.is[map]];
    const [before, after] = [isFields(was) ? was : {}, isFields(is) ? is : {}];
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => story(name(key), sayer(key, whole), before[key], after[key], side));
  });
}

/**
 * What a change did, field by field, in plain words. Of a row that was made or removed, what stood in it.
 *
 * @param whole phone numbers in full: for a file, not for a screen
 */
export function storiesOf({ table, before, after }: TrailChange, whole = false): FieldStory[] {
  const side: Side = {
    was: fieldsOf(before),
    is: fieldsOf(after),
    existed: before !== null,
    exists: after !== null,
  };
  const plain = Object.entries(FIELDS[table]).flatMap(([field, told]) =>
    story(t(told.key), told.say ?? asItIs, side.was[field], side.is[field], side),
  );
  return [...plain, ...mapStories(table, side, whole)];
}

/** Why an entry was written, in words; a cause that this Zhibi does not know is shown as it is. */
export function causeWord(cause: string): string {
  const word = phrase(`trail.cause.${cause}`);
  return word === `trail.cause.${cause}` ? cause : word;
}

const BY_CRM: ReadonlySet<string> = new Set(['sighting']);
const BY_ZHIBI: ReadonlySet<string> = new Set(['restore', 'removeSample', 'erase', 'noteExport']);

/** Who: the RM, the CRM's page, or Zhibi at the RM's word. */
export const actorWord = (cause: string): string =>
  t(BY_CRM.has(cause) ? 'trail.by.crm' : BY_ZHIBI.has(cause) ? 'trail.by.zhibi' : 'trail.by.rm');
