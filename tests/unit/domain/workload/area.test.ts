import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, clientArea } from '@/utils/domain/workload/area';
import { aClient, aFact, morningOf } from '../build';

describe('the area of an address', () => {
  it.each([
    ['临澜市滨江区望江路 88 号 3 幢 1202 室', '滨江区'],
    ['浙江省杭州市西湖区文三路100号', '西湖区'],
    ['上海市浦东新区世纪大道1号', '浦东新区'],
    ['广西壮族自治区南宁市青秀区民族大道', '青秀区'],
    ['浙江省杭州市桐庐县迎春路', '桐庐县'],
    ['江苏省苏州市昆山市前进路', '昆山市'],
    ['临澜市　滨江区，望江路', '滨江区'],
    ['滨江区望江路88号', '滨江区'],
    ['临澜市望江路88号', '临澜市'],
    ['望江路88号', null],
    ['浙江省***', null],
    ['12 King Street, London', null],
    ['', null],
  ])('%s: %s', (address, area) => {
    expect(areaOf(address)).toBe(area);
  });

  it('is short, or none, whatever is written', () => {
    fc.assert(fc.property(fc.string(), (text) => (areaOf(text) ?? '').length <= 20));
  });

  it('is that of what the RM noted, else of what the CRM shows', () => {
    const shown = {
      value: { type: 'text', text: '临澜市湖滨区柳浪街' },
      firstSeen: morningOf('2026-03-02'),
    } as const;
    const noted = aFact({ type: 'text', text: '临澜市滨江区望江路' }, '2026-03-02');
    expect(clientArea(aClient({ observed: { address: shown } }))).toBe('湖滨区');
    expect(clientArea(aClient({ observed: { address: shown }, facts: { address: noted } }))).toBe('滨江区');
    expect(clientArea(aClient())).toBeNull();
  });
});
