import { describe, expect, it } from 'vitest';
import type { Contact } from '@/utils/domain/schema/contact';
import { movedAway } from '@/utils/domain/timeline/chain';
import { contactGrid, spanToRead } from '@/utils/domain/workload/grid';
import { aContact, aContactId, aCrmContact, aPlan, d } from '../build';

const NOVEMBER = { from: d('2026-11-01'), until: d('2026-11-30') };
const TODAY = d('2026-11-20');

/** The grid as one line a day: kinds and channels. */
function cells(contacts: readonly Contact[], moved: readonly ReturnType<typeof aContactId>[] = []) {
  const { rows } = contactGrid(contacts, NOVEMBER, TODAY, new Set(moved));
  const [row] = rows.values();
  return [...(row?.marks ?? [])]
    .map(
      ([day, marks]) => `${day} ${marks.map(({ kind, contact }) => `${kind}:${contact.channel}`).join(' ')}`,
    )
    .sort();
}

describe('the contact calendar', () => {
  it('tells what reached, what failed, what was sent to many, what is planned and what was never logged', () => {
    expect(
      cells([
        aContact('2026-11-02', 1),
        aContact('2026-11-03', 2, { result: 'noAnswer' }),
        aContact('2026-11-04', 3, { channel: 'wechat', mass: true }),
        aPlan('2026-11-20', 4),
        aPlan('2026-11-19', 5),
        aContact('2026-11-06', 6, { state: 'voided' }),
      ]),
    ).toEqual([
      '2026-11-02 reached:phone',
      '2026-11-03 failed:phone',
      '2026-11-04 mass:wechat',
      '2026-11-19 lapsed:meeting',
      '2026-11-20 planned:meeting',
    ]);
  });

  it('shows two of one day by the hour', () => {
    const late = aContact('2026-11-02', 1, { minute: 900, channel: 'meeting' });
    expect(cells([late, aContact('2026-11-02', 2, { minute: 540 })])).toEqual([
      '2026-11-02 reached:phone reached:meeting',
    ]);
  });

  it('tells the own and the CRM’s entry of one contact once, also a day apart over the month’s end', () => {
    const own = aContact('2026-11-30', 1, { channel: 'meeting' });
    const inCrm = aCrmContact('2026-12-01', 2, { channel: 'meeting' });
    const { reachedOn } = contactGrid([own, inCrm], NOVEMBER, d('2026-12-05'), new Set());
    expect([...reachedOn]).toEqual([['2026-11-30', 1]]);
    const december = { from: d('2026-12-01'), until: d('2026-12-31') };
    expect(contactGrid([own, inCrm], december, d('2026-12-05'), new Set()).rows.size).toBe(0);
    expect(spanToRead(december)).toEqual({ from: '2026-11-30', until: '2027-01-01' });
  });

  it('folds a correction into its day, and leaves out what was moved out of sight', () => {
    const plan = aPlan('2026-11-25', 1);
    const moved = aPlan('2026-12-03', 2, { supersedes: plan.id });
    const back = aPlan('2026-11-25', 3, { supersedes: moved.id, channel: 'phone' });
    expect(movedAway([plan, moved])).toEqual([plan.id]);
    expect(cells([plan], movedAway([plan, moved]))).toEqual([]);
    // Moved away and back again: the correction between is out of sight.
    expect(cells([plan, back], movedAway([plan, moved, back]))).toEqual(['2026-11-25 planned:phone']);
    const corrected = aContact('2026-11-02', 5, { supersedes: aContactId(4), channel: 'video' });
    expect(cells([aContact('2026-11-02', 4), corrected])).toEqual(['2026-11-02 reached:video']);
  });

  it('counts what reached somebody by day and by client, and how much of it was face to face', () => {
    const { rows, reachedOn, visits } = contactGrid(
      [
        aContact('2026-11-02', 1),
        aContact('2026-11-02', 2, { channel: 'meeting' }),
        aContact('2026-11-09', 3, { channel: 'branch' }),
        aContact('2026-11-09', 4, { result: 'declined' }),
      ],
      NOVEMBER,
      TODAY,
      new Set(),
    );
    expect([...reachedOn]).toEqual(
      expect.arrayContaining([
        ['2026-11-02', 2],
        ['2026-11-09', 1],
      ]),
    );
    expect([...rows.values()].map(({ reached }) => reached)).toEqual([3]);
    expect(visits).toBe(2);
  });
});
