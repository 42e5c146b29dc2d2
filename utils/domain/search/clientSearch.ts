import type { Brief } from '../brief';
import type { CivilDay } from '../schema/time';
import type { Masks } from './masks';
import { masksOf, unitToTry } from './masks';
import type { NameMatch, Range, Rank, SearchUnit, Step } from './matchName';
import { matchName, RANKS, rangesOf } from './matchName';
import { better, matchNumber, matchPhone } from './matchNumber';
import type { Letters, Query } from './query';
import { letterMask, parseQuery } from './query';
import { speller } from './spellings';
import { foldText, nameUnits } from './units';

/** A client made ready for searching. */
interface SearchEntry {
  brief: Brief;
  units: readonly SearchUnit[];
  folded: string;
  /** The client numbers as `Query.code` writes them. */
  codes: readonly string[];
  /** All numbers and tails in one text. */
  numberText: string;
  /** The letters of name and numbers, as bits. */
  letters: number;
  sortName: string;
}

/** A book made ready for searching: entries in the order in which equal hits are shown. */
export interface SearchIndex {
  entries: readonly SearchEntry[];
  masks: Masks;
  today: CivilDay;
}

/** One client found, and by what. */
export interface SearchHit {
  brief: Brief;
  rank: Rank;
  by: 'name' | 'phone' | 'number';
  /** The parts of the name that were typed; none where a number was. */
  ranges: readonly Range[];
  /** The phone tail or client number that fits. */
  found: string | null;
}

export interface SearchAnswer {
  /** Best first, at most the limit. */
  hits: readonly SearchHit[];
  /** How many fit in all. */
  total: number;
}

const codeOf = (number: string) => foldText(number).replace(/[^\p{L}\p{N}]+/gu, '');

function entryOf(brief: Brief, spell: ReturnType<typeof speller>): SearchEntry {
  const cut = nameUnits(brief.name);
  // Readings that do not belong to this cut of the name would find the wrong characters.
  const fit = cut.length === brief.readings.length;
  const units = cut.map((unit, index) => ({
    ...unit,
    spellings: spell(unit, fit ? (brief.readings[index] ?? []) : []),
  }));
  const codes = brief.numbers.map(codeOf);
  const numberText = [...codes, ...brief.phoneTails].join(' ');
  return {
    brief,
    units,
    folded: foldText(brief.name),
    codes,
    letters: units.reduce(
      (bits, unit) => bits | unit.spellings.heads | unit.spellings.tails,
      letterMask(numberText),
    ),
    numberText,
    sortName: (fit ? brief.readings.map(([first]) => first ?? '').join(' ') : '') + brief.name,
  };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Overdue first, then who was talked to last, then by name; the id makes the order total. */
function compareEntries(one: SearchEntry, other: SearchEntry, today: CivilDay): number {
  const late = Number(other.brief.due < today) - Number(one.brief.due < today);
  return (
    late ||
    compare(other.brief.last?.day ?? '', one.brief.last?.day ?? '') ||
    compare(one.sortName, other.sortName) ||
    compare(one.brief.clientId, other.brief.clientId)
  );
}

/**
 * Makes a book ready for searching on one day. `former` is the index before: cards that are still the
 * same objects are taken over from it.
 */
export function indexBriefs(briefs: readonly Brief[], today: CivilDay, former?: SearchIndex): SearchIndex {
  const spell = speller();
  const known = new Map(former?.entries.map((entry) => [entry.brief, entry]));
  const entries = briefs.map((brief) => known.get(brief) ?? entryOf(brief, spell));
  entries.sort((one, other) => compareEntries(one, other, today));
  return { entries, masks: masksOf(entries), today };
}

/** Matches from the head first; any later start is an inner one, and all those are alike. */
function findName(masks: Masks, client: number, entry: SearchEntry, letters: Letters): NameMatch | null {
  for (let from = 0; ; from += 1) {
    from = unitToTry(masks, client, from, letters.text);
    if (from < 0) return null;
    const match = matchName(entry.units, from, letters);
    if (match !== null) return match;
  }
}

/** A client that fits, with the ways through its name. */
interface Match {
  brief: Brief;
  rank: Rank;
  by: SearchHit['by'];
  ways: readonly Step[];
  found: string | null;
}

function matchWhole(masks: Masks, client: number, entry: SearchEntry, query: Query): Match | null {
  const { brief } = entry;
  let best: Match | null = null;
  const name = findName(masks, client, entry, query.letters);
  if (name !== null) best = { brief, rank: name.rank, by: 'name', ways: [name.way], found: null };
  if (!entry.numberText.includes(query.probe)) return best;
  const phone = query.digits === null ? null : matchPhone(brief.phoneTails, query.digits);
  if (phone !== null) best = better<Match>(best, { brief, ...phone, by: 'phone', ways: [] });
  const number = matchNumber(brief.numbers, entry.codes, query.code);
  return number === null ? best : better<Match>(best, { brief, ...number, by: 'number', ways: [] });
}

/** Words in any order, each found somewhere: "smith john", "王 6621". */
function matchWords(masks: Masks, client: number, entry: SearchEntry, words: readonly Query[]): Match | null {
  const ways: Step[] = [];
  let found: string | null = null;
  for (const word of words) {
    const match = matchWhole(masks, client, entry, word);
    if (match === null) return null;
    ways.push(...match.ways);
    found ??= match.found;
  }
  return { brief: entry.brief, rank: 'inner', by: 'name', ways, found };
}

function hitOf({ ways, ...match }: Match): SearchHit {
  const ranges = ways.flatMap(rangesOf);
  ranges.sort((one, other) => one.start - other.start || other.end - one.end);
  const apart = ranges.filter((range, index) => range.start >= (ranges[index - 1]?.end ?? 0));
  return { ...match, ranges: apart };
}

/**
 * Finds clients by name, pinyin (in full, initials, mixed; any reading of a character), Latin words,
 * phone tail (three digits or more) and client number. Best first: exact, prefix, initials, inner;
 * among equals overdue first, then recent, then by name. Nothing typed finds nobody.
 */
export function searchClients({ entries, masks }: SearchIndex, typed: string, limit = 50): SearchAnswer {
  const query = parseQuery(typed);
  if (query === null) return { hits: [], total: 0 };
  const byRank: Record<Rank, Match[]> = { exact: [], prefix: [], initials: [], inner: [] };
  let total = 0;
  entries.forEach((entry, client) => {
    if ((query.mask & ~(masks.letters[client] ?? 0)) !== 0) return;
    if (query.han !== null && !entry.folded.includes(query.han)) return;
    let match = matchWhole(masks, client, entry, query);
    if (match === null && query.words.length > 1) match = matchWords(masks, client, entry, query.words);
    if (match === null) return;
    total += 1;
    const equals = byRank[match.rank];
    if (equals.length < limit) equals.push(match);
  });
  const best = RANKS.flatMap((rank) => byRank[rank]).slice(0, limit);
  return { hits: best.map(hitOf), total };
}
