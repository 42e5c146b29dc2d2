import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '@/components/options/address';

describe('the address of a CRM as people type it', () => {
  it.each([
    ['https://crm.bank.com', 'https://crm.bank.com', null],
    ['HTTPS://CRM.Bank.com/client?id=1#tab', 'https://crm.bank.com', null],
    ['http://10.0.0.8:8080/x', 'http://10.0.0.8:8080', null],
    ['https://crm.bank.com:443', 'https://crm.bank.com', null],
    ['crm.bank.com', 'https://crm.bank.com', 'http://crm.bank.com'],
    ['crm.bank.com/login', 'https://crm.bank.com', 'http://crm.bank.com'],
    ['crm', 'http://crm', 'https://crm'],
    ['crm:8080', 'http://crm:8080', 'https://crm:8080'],
    ['10.0.0.8', 'http://10.0.0.8', 'https://10.0.0.8'],
    ['[fd00::1]:8443', 'http://[fd00::1]:8443', 'https://[fd00::1]:8443'],
    ['ｃｒｍ：８０８０', 'http://crm:8080', 'https://crm:8080'],
    ['crm。bank。com', 'https://crm.bank.com', 'http://crm.bank.com'],
    ['  crm-2.intra_net.local  ', 'https://crm-2.intra_net.local', 'http://crm-2.intra_net.local'],
    ['银行.中国', 'https://xn--jn2a72x.xn--fiqs8s', 'http://xn--jn2a72x.xn--fiqs8s'],
  ])('%s → %s', (typed, origin, instead) => {
    expect(readAddress(typed)).toEqual({ ok: true, value: { origin, instead } });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['not an address', 'notAddress'],
    ['*.bank.com', 'notAddress'],
    ['http://', 'notAddress'],
    ['8080', 'notAddress'],
    ['crm:99999', 'notAddress'],
    ['ftp://bank.com', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['chrome://extensions', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['mailto:a@b.com', 'scheme'],
    ['https://user:secret@crm.bank.com', 'credentials'],
  ])('%j is refused: %s', (typed, error) => {
    expect(readAddress(typed)).toEqual({ ok: false, error });
  });

  it('never gives anything but a web origin, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: fc.constantFrom(...'ab:/.@*#?1[]') })),
        (typed) => {
          const read = readAddress(typed);
          if (!read.ok) return;
          for (const origin of [read.value.origin, read.value.instead ?? read.value.origin]) {
            expect(origin).toMatch(/^https?:\/\/[^/@*\s]+$/);
            expect(new URL(origin).origin).toBe(origin);
          }
        },
      ),
    );
  });
});
