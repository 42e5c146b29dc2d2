import { expect, it } from 'vitest';
import { type FieldHealth, freshHealth, type PageHealth } from '@/utils/adapters/health';
import { ailingOf } from '@/utils/app/health/ailing';
import { dayOf } from '@/utils/domain/day';
import { instant } from '@/utils/domain/schema/time';
import { morningOf } from '../domain/build';

const field = (since: string, change: Partial<FieldHealth> = {}): FieldHealth => ({
  looked: 10,
  found: 10,
  lastFound: morningOf('2026-11-01'),
  run: { what: 'missing', clients: 5, since: morningOf(since) },
  quiet: false,
  ...change,
});
const page = (
  name: string,
  fields: Record<string, FieldHealth>,
  change: Partial<PageHealth> = {},
): PageHealth => ({
  ...freshHealth({ adapter: 'bank', page: name }),
  sighted: 10,
  lastSighted: instant.parse(1),
  kinds: { individual: fields },
  ...change,
});
const ailing = (list: readonly PageHealth[], adapter = 'bank') =>
  ailingOf(list, adapter, (at) => dayOf(at, 'Asia/Shanghai'));

it('is told once for each field, over all pages, since the first', () => {
  const list = [page('a', { email: field('2026-11-12') }), page('b', { email: field('2026-11-10') })];
  expect(ailing(list)).toEqual({ unread: null, lost: ['email'], since: '2026-11-10' });
});

it('is nothing for other adapters, for what is well and for what is not to be heard of', () => {
  const list = [
    page('a', { email: field('2026-11-12', { quiet: true }), mobile: field('2026-11-12', { run: null }) }),
  ];
  expect(ailing(list)).toBeNull();
  expect(ailing([page('a', { email: field('2026-11-12') })], 'other')).toBeNull();
});

it('is told of a page that is not understood any more', () => {
  const unread = { pages: 3, since: morningOf('2026-11-15') };
  expect(ailing([page('a', {}, { unread })])).toEqual({
    unread: '2026-11-15',
    lost: [],
    since: '2026-11-15',
  });
});
