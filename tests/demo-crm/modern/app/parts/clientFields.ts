/** Which fields a client's grids show, label by label; the same order the edit form keeps. */
import type { Company, Day, Individual } from '../../../data/model';
import type { ClientCore } from '../api';
import { h } from '../dom';
import { genderLabel, maritalLabel, maskedId, phone, sizeLabel, wan, yearsBetween, yuan } from '../format';
import type { DescriptionItem } from './descriptions';
import { button, serviceLevelTag, tag } from './kit';

const RISK_NAME = { C1: '保守型', C2: '稳健型', C3: '平衡型', C4: '成长型', C5: '进取型' };

/** The masked number and a button that shows it: the page masks until asked. */
function revealable(masked: string, full: string): HTMLElement {
  const text = h('span.mask-text', null, masked);
  const toggle = button('显示', {
    kind: 'link',
    onClick: () => {
      const shown = text.textContent === full;
      text.textContent = shown ? masked : full;
      toggle.textContent = shown ? '显示' : '隐藏';
    },
  });
  return h('span.mask-field', null, text, toggle);
}

const money = (fen: number) => `${yuan(fen)} 元`;

function telephone(raw: string): HTMLElement {
  return h('a.tel-link', { href: `tel:${raw}` }, phone(raw));
}

function personal(client: ClientCore<Individual>, today: Day): DescriptionItem[] {
  return [
    { label: '客户编号', value: client.recordId },
    { label: '客户姓名', value: client.name },
    { label: '性别', value: genderLabel[client.gender] },
    { label: '出生日期', value: `${client.birthday}（${yearsBetween(client.birthday, today)} 岁）` },
    { label: '手机号码', value: telephone(client.phone) },
    { label: '电子邮箱', value: client.email },
    { label: '职业', value: client.occupation },
    { label: '工作单位', value: client.employer },
    { label: '证件号码', value: revealable(maskedId(client.idNumber), client.idNumber) },
    { label: '证件有效期', value: client.idExpiry },
    { label: '婚姻状况', value: maritalLabel[client.marital] },
    { label: '英文名', value: client.latinName },
    { label: '联系地址', value: client.address, wide: true },
  ];
}

function corporate(client: ClientCore<Company>): DescriptionItem[] {
  return [
    { label: '客户编号', value: client.recordId },
    { label: '企业名称', value: client.name },
    { label: '信用代码', value: client.creditCode },
    { label: '法定代表人', value: client.legalRepresentative },
    { label: '所属行业', value: client.industry },
    { label: '企业规模', value: sizeLabel[client.sizeClass] },
    { label: '成立日期', value: client.founded },
    { label: '员工人数', value: `${client.staff} 人` },
    { label: '联系电话', value: telephone(client.phone) },
    { label: '电子邮箱', value: client.email },
    { label: '年营业收入', value: `${wan(client.revenueFen)} 万元` },
    { label: '代发人数', value: `${client.payrollStaff} 人` },
    { label: '注册地址', value: client.address, wide: true },
  ];
}

/** 基本信息: who the client is. */
export function basicItems(client: ClientCore, today: Day): DescriptionItem[] {
  return client.kind === 'individual' ? personal(client, today) : corporate(client);
}

/** 业务信息: what the client is to the bank. */
export function businessItems(client: ClientCore): DescriptionItem[] {
  const own: DescriptionItem[] =
    client.kind === 'individual'
      ? [
          { label: '风险等级', value: `${client.risk.level} ${RISK_NAME[client.risk.level]}` },
          { label: '测评日期', value: client.risk.tested },
        ]
      : [
          { label: '授信额度', value: client.creditLineFen > 0 ? money(client.creditLineFen) : '无授信' },
          { label: '授信到期日', value: client.creditLineUntil },
        ];
  return [
    { label: '服务等级', value: serviceLevelTag(client.serviceLevel) },
    { label: '客户状态', value: tag('正常', 'success') },
    { label: '管理资产', value: h('b.money', null, money(client.aumFen)) },
    { label: '活期余额', value: h('b.money', null, money(client.balanceFen)) },
    ...own,
    { label: '开户日期', value: client.opened },
    { label: '所属机构', value: client.branch },
    { label: '客户经理', value: client.manager, wide: true },
  ];
}

/** The same grids before anything is known: labels of the kind the record number tells, values as skeletons. */
export function pendingItems(recordId: string): { basic: DescriptionItem[]; business: DescriptionItem[] } {
  const company = recordId.startsWith('6');
  const basic = company
    ? ['客户编号', '企业名称', '信用代码', '法定代表人', '所属行业', '企业规模', '成立日期', '员工人数']
    : ['客户编号', '客户姓名', '性别', '出生日期', '手机号码', '电子邮箱', '职业', '工作单位'];
  const business = ['服务等级', '客户状态', '管理资产', '活期余额', '开户日期', '所属机构'];
  return { basic: basic.map((label) => ({ label })), business: business.map((label) => ({ label })) };
}
