import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { matchAddress } from '@/utils/adapters/address';
import { compileAdapter, parseAdapter } from '@/utils/adapters/compile';
import { compileAddress } from '@/utils/adapters/compileAddress';
import type { CompiledPage, Transform } from '@/utils/adapters/compiled';
import { interpret, toE164 } from '@/utils/adapters/interpret';
import { selectorProblem } from '@/utils/adapters/selector';
import { demoModern } from '@/utils/adapters/sites/demoModern';
import { cleanText, foldFigures, isMasked, labelWords } from '@/utils/adapters/text';
import { parseDay } from '@/utils/adapters/transforms/date';
import { transform } from '@/utils/adapters/transforms/transform';
import { readText } from '@/utils/app/bank/readText';
import { draft } from '@/utils/app/draft';
import { readEventForms } from '@/utils/app/eventForms';
import { readForms } from '@/utils/app/halfForms';
import { tabView } from '@/utils/app/tabView';
import { readLibrary } from '@/utils/domain/library/libraryText';
import { fieldValue } from '@/utils/domain/schema/fieldValue';
import { formerMaster, sealedMaster } from '@/utils/domain/schema/keptMaster';
import { sighting } from '@/utils/domain/schema/sighting';
import { civilDay } from '@/utils/domain/schema/time';
import { contentMessage, rawSighting } from '@/utils/messaging/contentParsers';
import { pageMessage } from '@/utils/messaging/page';
import { teachReport } from '@/utils/messaging/teach';
import { parseCanary } from '@/utils/store/canary/canary';
import { CONTENT_MESSAGES, messagesLike, PAGE_MESSAGES } from '../e2e/support/fuzz';
import { FILE_PARSERS } from './files';
import { asJson, garbled, type Parser, parser, texts } from './inputs';

const ADAPTER = asJson(demoModern);
const LIBRARY = readFileSync('public/library/en.json', 'utf8');
const adaptersLike = messagesLike([ADAPTER]);
const TRANSFORMS: readonly Transform[] = [
  { type: 'text' },
  { type: 'digits' },
  { type: 'phone' },
  { type: 'date', order: 'ymd' },
  { type: 'money', currency: 'CNY', unit: 10_000 },
  { type: 'number' },
  { type: 'choice', codes: [['男', 'male']] },
];

const demo = compileAdapter(demoModern);
const PAGE: CompiledPage | null = (demo.ok && demo.value.compiled.pages[0]) || null;
const ADDRESS = compileAddress({ pathname: '/a/:id', search: { no: ':no' }, hash: '/c/:x/*' });

/** What is sighted on a page, as a content script says it. */
const SIGHTED = CONTENT_MESSAGES.flatMap((message) =>
  typeof message === 'object' && message !== null && 'sighting' in message
    ? [asJson(message['sighting'])]
    : [],
);

const KID = '0123456789abcdef';
const SEAL = { iv: '00'.repeat(12), sealed: '00'.repeat(48) };
const KEPT = [
  asJson({
    v: 1,
    kid: KID,
    kdf: { name: 'argon2id', m: 19_456, t: 2, p: 1, salt: '00'.repeat(16) },
    byPassphrase: SEAL,
    byRecovery: SEAL,
  }),
  asJson({ kid: KID, seal: SEAL }),
  asJson({ epoch: 'e', seq: 3, hash: 'ab', damage: { why: 'behind', had: 3, has: 1 } }),
  asJson({ state: 'locked' }),
  ...PAGE_MESSAGES.flatMap((message) =>
    typeof message === 'object' && message !== null && 'draft' in message ? [asJson(message['draft'])] : [],
  ),
  asJson({ 'people|new': { role: 'child', name: '王' }, 'holdings|new': {} }),
];

/** Everything that reads what somebody else has written. */
export const PARSERS: readonly Parser[] = [
  parser('an adapter', adaptersLike, (input) => {
    const read = compileAdapter(input);
    return read.ok || read.error.length > 0;
  }),
  parser(
    'an adapter as text',
    fc.oneof(garbled(adaptersLike.map((input) => JSON.stringify(input) ?? '')), texts),
    (input) => {
      const read = parseAdapter(input);
      return read.ok || read.error.every(({ problem }) => problem !== '');
    },
  ),
  parser(
    'a signed adapter',
    garbled(fc.constant(JSON.stringify({ adapter: JSON.stringify(ADAPTER) }))),
    (input) => {
      const read = readText(input);
      return read.ok || read.error.length > 0;
    },
  ),
  parser('a library', fc.oneof(garbled(fc.constant(LIBRARY)), texts), (input) => {
    const read = readLibrary(input);
    return read.ok || read.error.length > 0;
  }),
  parser(
    'an address',
    fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.webPath()),
    (input) => {
      if (!URL.canParse(input, 'http://localhost')) return true;
      const found = matchAddress(ADDRESS, new URL(input, 'http://localhost'));
      return found === null || found.has('id');
    },
  ),
  parser('a selector', texts, (input) => {
    const problem = selectorProblem(input);
    return problem === null || problem !== '';
  }),
  parser('a text on a page', texts, (input) => {
    const clean = cleanText(input, 200);
    return (
      clean.length <= 200 &&
      clean.isWellFormed() &&
      typeof foldFigures(clean) === 'string' &&
      typeof isMasked(clean) === 'boolean' &&
      typeof labelWords(input) === 'string'
    );
  }),
  parser('a value on a page', fc.tuple(texts, fc.constantFrom(...TRANSFORMS)), ([text, as]) => {
    const value = transform(text, as);
    return value === null || fieldValue.safeParse(value).success;
  }),
  parser(
    'a day',
    fc.tuple(texts, fc.constantFrom('ymd' as const, 'dmy' as const, 'mdy' as const)),
    ([text, order]) => {
      const shown = parseDay(text, order);
      return shown === null || civilDay.safeParse(shown.day).success;
    },
  ),
  parser('a phone number', fc.tuple(texts, fc.constantFrom('CN', 'HK', 'TW', 'XX', '')), ([text, region]) => {
    const number = toE164(text, region);
    return number === null || /^\+[1-9]\d{5,14}$/.test(number);
  }),
  parser('a sighting', messagesLike(SIGHTED), (input) => {
    const raw = rawSighting.safeParse(input);
    const seen = raw.success ? interpret(raw.data, PAGE, 'CN') : null;
    return seen === null || sighting.safeParse(seen).success;
  }),
  parser('a message from a page', messagesLike(PAGE_MESSAGES), (input) => {
    const read = pageMessage.safeParse(input);
    return !read.success || typeof read.data.kind === 'string';
  }),
  parser('a message from a content script', messagesLike(CONTENT_MESSAGES), (input) => {
    const read = contentMessage.safeParse(input);
    return !read.success || read.data.kind.startsWith('content.');
  }),
  parser(
    'a report of the wizard',
    messagesLike([...CONTENT_MESSAGES, asJson({ kind: 'tried', seen: null })]),
    (input) => {
      const read = teachReport.safeParse(input);
      return !read.success || typeof read.data.kind === 'string';
    },
  ),
  parser('what is kept beside the book', messagesLike(KEPT), (input) => {
    const read = [sealedMaster, formerMaster, draft, tabView].map(
      (schema) => schema.safeParse(input).success,
    );
    return (
      read.length === 4 &&
      parseCanary(input) !== undefined &&
      typeof readForms(input) === 'object' &&
      typeof readEventForms(input) === 'object'
    );
  }),
  ...FILE_PARSERS,
];
