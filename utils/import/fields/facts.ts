import { CHOICE_WORDS, keyLabelsFor } from '@/utils/adapters/generic/lexicon/keys';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import type { CatalogueField } from '@/utils/domain/clarity/catalogue/field';
import { MORE_CHOICE_WORDS } from '../words';
import { choice, type ImportField, type Reads, text } from './field';

/** Of a choice, where there are words for its codes; a consent is given to somebody, not to a spreadsheet (§11.7). */
function readsOf({ key, type, choices }: CatalogueField): Reads | null {
  if (key === 'marketingConsent') return null;
  switch (type) {
    case 'text':
      return text(2000);
    case 'lunarDay':
      return null;
    case 'choice': {
      const codes = CHOICE_WORDS[key] ?? MORE_CHOICE_WORDS[key];
      return codes && choices ? choice(codes) : null;
    }
    default:
      return { type };
  }
}

/** Name, mobile and birthday tell who it is. */
const TOLD_BY_WHO: ReadonlySet<string> = new Set(['name', 'mobile', 'birthday']);

/** Headings that the reader of CRM pages does not know. */
const MORE_FACT_WORDS: Readonly<Record<string, string>> = {
  children: '子女|子女情况|孩子|家庭子女|children|kids',
  parents: '父母|父母情况|parents',
  property: '房产|房產|不动产|property|real estate',
  mortgage: '按揭|房贷|房貸|mortgage',
  assetsElsewhere: '他行资产|行外资产|他行資產|assets elsewhere',
  insuranceCover: '保险|保障情况|保险情况|保險狀況|insurance cover',
  temper: '性格|脾气|个性|個性|character|temper',
  taboos: '忌讳|禁忌|忌諱|taboos',
  career: '职业经历|工作经历|經歷|career',
  familyDecider: '家庭决策人|decision maker',
  preferredChannel: '偏好渠道|联系方式偏好|首选联系方式|preferred channel',
  lifeEvents: '人生大事|重要事件|life events',
  fundingNeed: '资金需求|融资需求|資金需求|funding need',
  upstream: '上游|供应商|供應商|upstream|suppliers',
  downstream: '下游|主要客户|downstream|customers',
  settlementShare: '结算占比|結算占比|settlement share',
};

function factField(field: CatalogueField): ImportField[] {
  const reads = readsOf(field);
  if (!reads || field.minor || TOLD_BY_WHO.has(field.key)) return [];
  const labels = [
    keyLabelsFor('individual')[field.key],
    keyLabelsFor('company')[field.key],
    MORE_FACT_WORDS[field.key],
  ];
  return [{ key: `fact.${field.key}`, reads, words: labels.filter(Boolean).join('|') }];
}

/** What is known of a client: the catalogue's fields that a spreadsheet may bring. */
export const FACTS: readonly ImportField[] = [
  ...new Map(
    [...catalogueFor('individual'), ...catalogueFor('company')]
      .flatMap(factField)
      .map((field) => [field.key, field]),
  ).values(),
];
