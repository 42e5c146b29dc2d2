import { bareId, type NamedRecord, type PartReading } from './addressParts';
import { boxSort, isWithinBox } from './countedParams';
import { isIdLike, isKeyLike } from './idLike';
import { readKey } from './paramKeys';
import { LIST, NEW, singular, subjectAmong, subjectOf, VIEW, wordsOf } from './recordWords';

/** Parameters by which a list says which of its records lies open beside it. */
const OPEN_KEY =
  /^(?:open|opened|show|selected|select|peek|preview|focus|current|active|drawer|panel|modal|expand)$/i;

/** A parameter named after the client himself, `?client=8841`; a company's may be the user's own. */
const isNamedAfter = (key: string): boolean => {
  const subject = /^(?:company|account|org\w*)$/i.test(key) ? null : subjectOf(key.toLowerCase());
  return subject === 'client' || subject === 'lead';
};

const ENTITY_KEY =
  /^(?:module|model|etn|entity|entityname|entitytype|objecttype|object|type|ot|otype|table|class|resource|bean|doctype|tablename)$/i;

/** The fewest signs of a number whose parameter has a word in it that nobody knows: `grid=3` is no record. */
const FEWEST = 5;

/** What parameters say, and the path before them where they say nothing. */
export function readParams(
  query: URLSearchParams,
  from: 'query' | 'hashQuery',
  around: Omit<PartReading, 'records'>,
): PartReading {
  let { subject, entity, view } = around;
  for (const [key, value] of query) {
    if (ENTITY_KEY.test(key)) {
      const words = wordsOf(value);
      const said = subjectAmong(words);
      if (said) {
        // A table of users may hold those of other firms: the page says what this one is.
        subject = /^tablename$/i.test(key) && singular(said.word) === 'user' ? null : said.subject;
        entity = singular(said.word);
      } else if (words.some((word) => !VIEW.has(word) && subjectOf(word) !== null)) subject = null;
    }
    const words = /^(?:action|view|view_type|mode|op|cmd|do|pagetype)$/i.test(key) ? wordsOf(value) : [];
    if (words.some((word) => NEW.has(word))) view = 'new';
    else if (words.some((word) => LIST.has(word))) view = 'list';
  }
  const found: NamedRecord[] = [];
  for (const [key, raw] of query) {
    const value = bareId(raw);
    const isOpen = (OPEN_KEY.test(key) || isNamedAfter(key)) && isIdLike(value);
    const reading = isKeyLike(value) ? readKey(key, around.entity) : null;
    if ((!reading && !isOpen) || isWithinBox(query, key)) continue;
    const box = reading?.subject === null ? boxSort(query, key) : null;
    if (box?.isList) {
      view ??= 'list';
      continue;
    }
    // A name with an unknown word in it counts on a client's page only, and no small figure.
    const isBelieved =
      isOpen ||
      reading?.sure === true ||
      ((subject === 'client' || subject === 'lead') && value.length >= FEWEST);
    if (!isBelieved) continue;
    const said =
      reading?.subject ?? box?.subject ?? (isNamedAfter(key) ? subjectOf(key.toLowerCase()) : null);
    found.push({
      id: value,
      from,
      at: key,
      entity: said ? (reading?.entity ?? box?.entity ?? singular(key.toLowerCase())) : entity,
      // A loan's page that also carries its client's number is the loan's.
      subject: around.subject === 'other' && around.view !== 'list' ? 'other' : (said ?? subject),
      worded: false,
      sure: isOpen || reading?.sure === true,
    });
  }
  const best = bestOf(found);
  return {
    records: best,
    subject: best[0]?.subject ?? subject,
    entity: best[0]?.entity ?? entity,
    view: best.length > 0 && view === null ? 'record' : view,
  };
}

/** Of several numbers the client's, or the one without a word for what it is; sure ones first. */
function bestOf(found: readonly NamedRecord[]): NamedRecord[] {
  const sure = found.filter((one) => one.sure);
  const pool = sure.length > 0 ? sure : [...found];
  const clients = pool.filter(({ subject }) => subject === 'client');
  const plain = pool.filter(({ at }) => /^(?:id|record|recordid)$/i.test(String(at)));
  if (pool.length > 1 && clients.length === 1) return clients;
  return pool.length > 1 && plain.length === 1 ? plain : pool;
}
