import fc from 'fast-check';
import { FIRST_CLIENT } from './frontEnds';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const ID = '0'.repeat(23);
const id = (last: string): string => `${ID}${last}`;
const SIGHTING: Json = {
  adapter: 'demo-modern',
  record: { crmId: 'demo-bank', entity: 'individual', recordId: FIRST_CLIENT },
  kind: 'individual',
  name: '王丽华',
  fields: [{ key: 'address', label: '地址', value: { type: 'text', text: '滨江路' } }],
  contacts: [],
};
const SUBJECT: Json = { type: 'sighted', sighting: SIGHTING };
const order = (command: Json): Json => ({ kind: 'order', order: { op: id('a'), command } });

/** What our own pages say when all is well: one of each kind, each a write or a grant if it were taken. */
export const PAGE_MESSAGES: readonly Json[] = [
  { kind: 'claim', nonce: 'ab'.repeat(16) },
  order({ do: 'track', subject: SUBJECT }),
  order({ do: 'addNote', subject: SUBJECT, noteId: id('b'), text: '不该写进去', pinned: true }),
  order({
    do: 'setFact',
    subject: SUBJECT,
    key: 'hobbies',
    fact: { value: { type: 'text', text: '不该写进去' }, source: 'client', day: '2026-01-05' },
  }),
  order({ do: 'undo', target: id('c') }),
  {
    kind: 'saveDraft',
    draft: {
      subject: SUBJECT,
      name: '王丽华',
      kind: 'individual',
      details: { note: '不该写进去' },
      keeps: null,
      answers: null,
      amends: null,
    },
  },
  { kind: 'discardDraft', subject: SUBJECT },
  { kind: 'bookReplaced' },
  { kind: 'foldPanel' },
  { kind: 'togglePanel', tabId: 1 },
  { kind: 'connect', origin: 'https://evil.example', tabId: null },
  { kind: 'disconnect', origin: 'https://evil.example' },
  { kind: 'strangeness', tabId: 1 },
  { kind: 'unread', tabId: 1 },
  { kind: 'mend', tabId: 1, do: 'keep' },
  { kind: 'teach', tabId: 1 },
  { kind: 'stopTeaching', tabId: 1 },
  { kind: 'keepTaught', tabId: 1, json: '{}' },
  { kind: 'sample', do: 'remove' },
  { kind: 'verify', deep: true },
];

/** What a content script says. */
export const CONTENT_MESSAGES: readonly Json[] = [
  { kind: 'content.hello', url: 'https://crm.example/' },
  {
    kind: 'content.sighted',
    generation: 9_999_999_999_999,
    at: 1,
    sighting: {
      adapter: 'demo-modern',
      page: 'detail',
      record: { crmId: 'demo-bank', entity: 'individual', recordId: FIRST_CLIENT },
      kind: 'individual',
      name: '别的名字',
      fields: [{ key: 'mobile', label: '手机', text: '13900000000' }],
      contacts: [{ day: '2026-01-05', channel: '电话', text: '不该写进去', by: '' }],
    },
  },
  { kind: 'content.left', generation: 9_999_999_999_999, why: 'notClientPage' },
  { kind: 'content.panel' },
  { kind: 'content.teach' },
  { kind: 'content.place', place: { top: 0.1, width: 400, open: false, push: true } },
];

/** Texts on which parsers stumble. */
const NASTY: readonly Json[] = [
  '',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '\u0000',
  '\ud800',
  '\u202e反过来',
  '𠮷'.repeat(3000),
  '9'.repeat(400),
  -0,
  1e308,
  2 ** 53,
  [],
  {},
  null,
];

const isBranch = (value: Json | undefined): value is Json[] | { [key: string]: Json } =>
  typeof value === 'object' && value !== null;

/** `message` with one thing changed: where `steps` lead, a value put in place, taken out or added. */
function changed(message: Json, steps: readonly number[], how: 'put' | 'drop' | 'add', value: Json): Json {
  const copy = structuredClone(message);
  let at: Json = copy;
  for (const [depth, step] of steps.entries()) {
    if (!isBranch(at)) break;
    const branch: { [key: string]: Json } = at as { [key: string]: Json };
    const keys = Object.keys(branch);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) break;
    const next: Json | undefined = branch[key];
    if (isBranch(next) && depth < steps.length - 1) {
      at = next;
      continue;
    }
    if (how === 'drop') delete branch[key];
    else if (how === 'put') branch[key] = value;
    else branch[`${key}2`] = value;
    break;
  }
  return copy;
}

/** Anything at all, and what almost looks as if it were meant. */
export function messagesLike(valid: readonly Json[]): fc.Arbitrary<Json> {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...NASTY)) as fc.Arbitrary<Json>;
  const almost = fc
    .tuple(
      fc.constantFrom(...valid),
      fc.array(fc.nat(50), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('put' as const, 'drop' as const, 'add' as const),
      anything,
    )
    .map(([message, steps, how, value]) => changed(message, steps, how, value));
  const named = fc
    .tuple(fc.constantFrom(...valid), fc.dictionary(fc.string(), anything, { maxKeys: 4 }))
    .map(([message, rest]) => ({ ...rest, kind: (message as { kind: Json }).kind }));
  return fc.oneof({ weight: 5, arbitrary: almost }, { weight: 2, arbitrary: named }, anything);
}
