import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '@/utils/adapters/sites/builtIn';
import { command } from '@/utils/app/command';
import { SAMPLE_BOOK } from '@/utils/app/sample/book';
import { ordersOf } from '@/utils/app/sample/orders';
import { catalogueField } from '@/utils/domain/clarity/catalogue/catalogue';
import { contactDetails } from '@/utils/domain/schema/contact';
import { civilDay } from '@/utils/domain/schema/time';
import { areaOf } from '@/utils/domain/workload/area';
import { buildBank } from '../../demo-crm/data/bank';

const TODAY = civilDay.parse('2026-11-22');
const bank = buildBank({ today: TODAY });

describe('the sample book', () => {
  it.each(SAMPLE_BOOK.map((client) => [client.recordId, client] as const))(
    '%s is that client of the demo bank',
    (recordId, client) => {
      const real = bank.clients.find((each) => each.recordId === recordId);
      expect(real).toMatchObject({ name: client.name, kind: client.kind });
    },
  );

  it('speaks of the same CRM as the adapters of the demo front ends', () => {
    const crms = BUILT_IN.filter((adapter) => adapter.id.startsWith('demo')).map((adapter) => adapter.crmId);
    expect(crms.length).toBe(3);
    for (const client of SAMPLE_BOOK) {
      const first = ordersOf(client, TODAY, 'Asia/Shanghai')[0];
      const record =
        first?.do === 'editClient' && first.subject.type === 'sighted' ? first.subject.sighting.record : null;
      expect(crms).toContain(record?.crmId);
      expect(record?.entity).toBe(client.kind);
    }
  });

  it('gives only orders that a click could give', () => {
    const orders = SAMPLE_BOOK.flatMap((client) => ordersOf(client, TODAY, 'Asia/Shanghai'));
    for (const order of orders) expect(command.safeParse(order).success, JSON.stringify(order)).toBe(true);
    const logged = orders.flatMap((order) => (order.do === 'logContact' ? [order.details] : []));
    expect(logged.length).toBeGreaterThan(25);
    for (const details of logged) expect(contactDetails.safeParse(details).success).toBe(true);
  });

  it('lies in several districts of one city, so that a week can be planned by them', () => {
    const areas = SAMPLE_BOOK.flatMap(({ facts }) => {
      const value = facts['address']?.value;
      return value?.type === 'text' ? [areaOf(value.text)] : [];
    });
    expect(areas).not.toContain(null);
    expect(areas.length).toBeGreaterThan(10);
    expect(new Set(areas).size).toBeGreaterThan(2);
    expect(new Set(areas).size).toBeLessThan(areas.length / 2);
  });

  it('notes only what the catalogue asks for, in its own type', () => {
    for (const { kind, facts } of SAMPLE_BOOK) {
      for (const [key, { value }] of Object.entries(facts)) {
        const field = catalogueField(kind, key);
        expect(field?.type, key).toBe(value.type);
        if (value.type === 'choice') expect(field?.choices).toContain(value.code);
      }
    }
  });
});
