import { describe, expect, it } from 'vitest';
import { contact } from '@/utils/domain/schema/contact';
import type { SeenContact } from '@/utils/domain/schema/sighting';
import { timelineOfSeen } from '@/utils/domain/timeline/seen';
import { d, ZONE } from '../build';

const TODAY = d('2026-11-20');
const seen = (day: string, change: Partial<SeenContact> = {}): SeenContact => ({
  day: d(day),
  minute: null,
  channel: 'phone',
  text: '电话回访',
  by: null,
  ...change,
});

describe("the CRM's list of a client sighted for the first time", () => {
  it('is a history of its own, newest first, of valid contacts', () => {
    const lines = timelineOfSeen(
      [seen('2026-09-02'), seen('2026-11-18', { channel: 'meeting', by: '李经理' })],
      TODAY,
      ZONE,
    );
    expect(lines.map((line) => line.contact.day)).toEqual(['2026-11-18', '2026-09-02']);
    expect(lines[0]?.contact).toMatchObject({ origin: 'crm', companions: '李经理', result: 'reached' });
    for (const line of lines) expect(contact.safeParse(line.contact).success).toBe(true);
    expect(new Set(lines.map((line) => line.contact.id)).size).toBe(2);
  });

  it('leaves days to come to the CRM', () => {
    expect(timelineOfSeen([seen('2026-11-20'), seen('2026-11-21')], TODAY, ZONE)).toHaveLength(1);
  });

  it.each(['拨打未接通', '无人接听', 'No answer, left voicemail'])('reads “%s” as an attempt', (text) => {
    expect(timelineOfSeen([seen('2026-11-18', { text })], TODAY, ZONE)[0]?.contact.result).toBe('noAnswer');
  });

  it('keeps an entry without words', () => {
    expect(timelineOfSeen([seen('2026-11-18', { text: '' })], TODAY, ZONE)[0]?.contact.note).toBeNull();
  });
});
