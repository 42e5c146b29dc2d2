import { garments } from './rows';
import { type SampleClient, said } from './sampleClient';

const GARMENTS: SampleClient = {
  keeps: garments,
  recordId: '60000001',
  kind: 'company',
  name: '临澜丽华服饰有限公司',
  tier: 'A',
  classes: ['growth'],
  facts: {
    address: said('临澜市湖滨区商贸街 194 号'),
    mainBusiness: said('女装生产与外贸出口', 55),
    fundingNeed: said('每年八至十月备货，约 300 万元', 55),
    upstream: said('面料商在绍兴', 55),
    downstream: said('客户多在日韩', 55),
  },
  contacts: [
    {
      daysAgo: 55,
      channel: 'meeting',
      purpose: 'negotiation',
      metWith: '秦婷（财务负责人）',
      companions: '对公产品经理',
      goal: '签授信预约单',
      goalReached: 'no',
      note: '财务要等三季报出来再定，担心抵押物估值。',
      next: { text: '带上同业抵押率对照再谈', inDays: 30 },
    },
    {
      daysAgo: 120,
      channel: 'phone',
      purpose: 'followUp',
      metWith: '邓可馨（经办人）',
      note: '对账单已签收。',
    },
  ],
};

/** The companies of the sample book. */
export const SAMPLE_COMPANIES: readonly SampleClient[] = [
  GARMENTS,
  {
    recordId: '60000003',
    kind: 'company',
    name: '华东精密零部件(临澜)股份有限公司',
    tier: 'B',
    facts: { address: said('临澜市湖滨区商贸街 58 号'), mainBusiness: said('汽车精密结构件', 51) },
    contacts: [
      {
        daysAgo: 51,
        channel: 'meeting',
        purpose: 'riskCheck',
        metWith: '单晓琳（财务负责人）',
        companions: '风险经理',
        goal: '核实订单与回款',
        goalReached: 'yes',
        marker: '取得对账单',
        note: '订单正常，回款周期拉长十天。',
        next: { text: '收三季度报表', inDays: 28 },
      },
    ],
  },
  {
    recordId: '60000006',
    kind: 'company',
    name: '临澜远山控股集团有限公司',
    tier: 'A',
    classes: ['vip'],
    facts: { address: said('临澜市湖滨区商贸街 262 号'), groupMembers: said('建材、物业两家', 16) },
    contacts: [
      {
        daysAgo: 16,
        channel: 'meeting',
        purpose: 'negotiation',
        metWith: '任俊（实际控制人）',
        goal: '确定集团授信切分',
        goalReached: 'partly',
        note: '物业公司的额度还要再议。',
        next: { text: '集团授信切分方案', inDays: 21 },
      },
    ],
  },
];
