import { POLICY_KIND_WORDS, YES_NO_WORDS } from '../words';
import { choice, DAY, type ImportField, text } from './field';
import { KIND, NAME, NAME_WORDS, NUMBER, PHONE } from './who';

export const POLICIES: readonly ImportField[] = [
  NUMBER,
  { ...NAME, words: `投保人|投保人姓名|要保人|policyholder|policy holder|${NAME_WORDS}` },
  PHONE,
  KIND,
  {
    key: 'policy.insured',
    reads: text(100),
    words: '被保人|被保险人|被保人姓名|被保險人|受保人|insured|insured person',
  },
  {
    key: 'policy.kind',
    reads: choice(POLICY_KIND_WORDS),
    words: '险种|保险类型|保险种类|险别|类型|險種|保險類型|險別|policy type|insurance type|type|kind',
  },
  {
    key: 'policy.name',
    reads: text(200),
    words: '保险名称|产品名称|产品|保险产品|保單名稱|保險名稱|商品名稱|policy|policy name|product|plan',
  },
  {
    key: 'policy.insurer',
    reads: text(200),
    words: '保险公司|承保公司|公司|保險公司|insurer|insurance company|company|carrier',
  },
  {
    key: 'policy.cover',
    reads: { type: 'money' },
    words: '保额|保险金额|基本保额|保額|保險金額|cover|sum insured|coverage|sum assured',
  },
  {
    key: 'policy.premium',
    reads: { type: 'money' },
    words: '保费|年缴保费|年保费|年交保费|保費|年繳保費|premium|annual premium',
  },
  {
    key: 'policy.from',
    reads: DAY,
    words: '生效日|生效日期|投保日期|起保日期|生效日|保單生效日|effective date|start date|from|inception',
  },
  {
    key: 'policy.until',
    reads: DAY,
    words:
      '到期日|保障期至|满期日|终止日期|期满日|到期日|滿期日|保障終止日|until|end date|expiry|expiry date',
  },
  {
    key: 'policy.nextDue',
    reads: DAY,
    words:
      '下次缴费日|缴费日|下期缴费日|续期日|应缴日|下次繳費日|繳費日|應繳日|next due|premium due|next premium',
  },
  {
    key: 'policy.criticalIllness',
    reads: choice(YES_NO_WORDS),
    words: '含重疾|是否含重疾|重疾|是否重疾|含重大疾病|critical illness',
  },
];
