import { describe, expect, it } from 'vitest';
import type { Subject } from '@/utils/app/command';
import { ANYBODY, isPresent, presentAs } from '@/utils/app/presence';
import { clientId } from '@/utils/domain/schema/ids';
import type { Sighting } from '@/utils/domain/schema/sighting';

const record = { crmId: 'demo-bank', entity: 'individual', recordId: '10000001' };
const sighting: Sighting = {
  adapter: 'demo',
  record,
  kind: 'individual',
  name: '王丽华',
  fields: [],
  contacts: [],
};
const sighted: Subject = { type: 'sighted', sighting };
const known: Subject = { type: 'client', clientId: clientId.parse(`${'0'.repeat(23)}1`) };
const other: Subject = { type: 'client', clientId: clientId.parse(`${'0'.repeat(23)}2`) };
const otherRecord = { ...record, recordId: '10000002' };

describe('who is present', () => {
  it('is whoever the screen shows, also once they have become a client meanwhile', () => {
    const present = presentAs({ subject: sighted, record });
    expect(isPresent(present, { subject: sighted, record })).toBe(true);
    expect(isPresent(present, { subject: known, record })).toBe(true);
  });

  it('is found without a page of the CRM too', () => {
    expect(isPresent(presentAs({ subject: known, record }), { subject: known, record: null })).toBe(true);
  });

  it('is no other client', () => {
    const present = presentAs({ subject: known, record });
    expect(isPresent(present, { subject: other, record: otherRecord })).toBe(false);
    expect(isPresent(present, { subject: other, record: null })).toBe(false);
  });

  it('is anybody where no screen showed whom', () => {
    expect(presentAs(null)).toEqual(ANYBODY);
    expect(isPresent(ANYBODY, { subject: known, record })).toBe(true);
  });
});
