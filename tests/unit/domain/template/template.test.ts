import { describe, expect, it } from 'vitest';
import {
  fillTemplate,
  namesAPlace,
  TEMPLATE_PLACES,
  type TemplateValues,
  unknownPlaces,
} from '@/utils/domain/template/template';

const EMPTY = Object.fromEntries(Object.keys(TEMPLATE_PLACES).map((place) => [place, ''])) as TemplateValues;
const VALUES: TemplateValues = {
  ...EMPTY,
  day: '2026-11-20',
  client: '王丽华',
  channel: '电话',
  goal: '谈续存',
};

describe('a template', () => {
  it('is filled by Chinese and by English names, in any width and case', () => {
    expect(fillTemplate('{日期}｛客户｝ { channel }', VALUES)).toBe('2026-11-20王丽华 电话');
  });

  it('leaves out lines that would say nothing, and keeps those without places', () => {
    expect(fillTemplate('【拜访记录】\n目的：{目的}\n目标：{目标}\n\n完', VALUES)).toBe(
      '【拜访记录】\n目标：谈续存\n\n完',
    );
  });

  it('leaves out brackets and the space before what is empty', () => {
    expect(fillTemplate('{日期} {时间} {客户}', VALUES)).toBe('2026-11-20 王丽华');
    expect(fillTemplate('目标：{目标}（{达成}）', VALUES)).toBe('目标：谈续存');
    expect(fillTemplate('Goal: {Goal} ({Reached})', VALUES)).toBe('Goal: 谈续存');
    expect(fillTemplate('目标：{目标}（{达成}）', { ...VALUES, reached: '达成' })).toBe(
      '目标：谈续存（达成）',
    );
  });

  it('takes nothing in a value for a place', () => {
    expect(fillTemplate('{客户}{备注}', { ...VALUES, note: '{日期} $& （）' })).toBe('王丽华{日期} $& （）');
  });

  it('names what is no place, each once', () => {
    expect(unknownPlaces('{日期}{金额}｛金额｝{ }{Amount}')).toEqual(['金额', ' ', 'Amount']);
    expect(fillTemplate('{金额} {客户}', VALUES)).toBe('{金额} 王丽华');
  });

  it('names a place, or is not worth keeping', () => {
    expect(namesAPlace('今天拜访了')).toBe(false);
    expect(namesAPlace('{金额}')).toBe(false);
    expect(namesAPlace('{备注}')).toBe(true);
  });

  it('has no name for two places', () => {
    const names = Object.values(TEMPLATE_PLACES).flat();
    expect(new Set(names).size).toBe(names.length);
  });
});
