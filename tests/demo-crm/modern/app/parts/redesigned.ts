/** What a release of the CRM may do to a client's grids: see the switch `redesign`. */
import type { AppConfig } from '../config';
import { h } from '../dom';
import type { DescriptionItem } from './descriptions';

export interface Grids {
  basic: DescriptionItem[];
  business: DescriptionItem[];
  /** A card of its own, label over value; empty where the release has none. */
  contactWays: DescriptionItem[];
}

const NEW_LABELS: Readonly<Record<string, string>> = { 手机号码: '联系手机', 管理资产: '管理资产规模' };
const MOVED = ['手机号码'];
const GONE = ['职业'];

const renamed = (item: DescriptionItem): DescriptionItem => ({
  ...item,
  label: NEW_LABELS[item.label] ?? item.label,
});

const without = (items: readonly DescriptionItem[], labels: readonly string[]): DescriptionItem[] =>
  items.filter(({ label }) => !labels.includes(label));

/** The grids as the present release draws them. */
export function redesigned(
  how: AppConfig['redesign'],
  basic: DescriptionItem[],
  business: DescriptionItem[],
): Grids {
  if (how === 'record') return { basic: without(basic, ['客户编号']), business, contactWays: [] };
  if (how !== 'fields') return { basic, business, contactWays: [] };
  return {
    basic: without(basic, [...MOVED, ...GONE]).map(renamed),
    business: business.map(renamed),
    contactWays: basic.filter(({ label }) => MOVED.includes(label)).map(renamed),
  };
}

/** Labels over their values. */
export const contactList = (items: readonly DescriptionItem[]): HTMLElement =>
  h(
    'dl.contact-ways',
    null,
    items.map(({ label, value }) => h('div', null, h('dt', null, label), h('dd', null, value))),
  );
