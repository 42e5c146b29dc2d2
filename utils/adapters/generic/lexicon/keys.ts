import type { ClientKind } from '@/utils/domain/schema/client';

/*
 * Which field of the catalogue a CRM's label means, as data: the key, then labels in simplified and
 * traditional Chinese and in English, separated by a bar, in lower case. A label not here stays the CRM's
 * own (`crm.<label>`): a wrong key would mix two things, a missing one only leaves a field apart.
 */

type KeyLabels = Readonly<Record<string, string>>;

/** For clients of every kind. */
const BOTH: KeyLabels = {
  serviceLevel:
    '服务等级|客户等级|客户级别|客户层级|客户分层|会员等级|贵宾等级|资产等级|客户星级|服務等級|客戶等級|客戶級別|客戶分級|會員等級|貴賓等級|service tier|service level|tier|client tier|customer tier|client segment|customer level|wealth tier|wealth band|customer segment',
  address:
    '地址|住址|联系地址|通讯地址|通信地址|家庭地址|家庭住址|居住地址|现住址|注册地址|经营地址|办公地址|公司地址|详细地址|聯絡地址|通訊地址|住宅地址|註冊地址|詳細地址|address|mailing address|primary address|home address|residential address|registered address|correspondence address|billing address|office address|street address|full address',
  aum: '管理资产|管理资产规模|资产总额|总资产|金融资产|本行资产|aum|aum余额|管理資產|總資產|資產總額|總往來資產|总往来资产|往来资产|assets under management|total assets under management|aum total|assets with us',
  bankSince:
    '开户日期|开户时间|开户日|合作起始日|往来起始日|往來起始日|開戶日期|開戶日|客户开户日期|customer since|client since|member since|account opened|date opened|opening date|relationship since',
  industry: '行业|所属行业|客户行业|行業|產業|所屬行業|industry|sector',
};

const INDIVIDUAL: KeyLabels = {
  ...BOTH,
  name: '客户姓名|姓名|全名|客戶姓名|联系人姓名|full name|name|client name|customer name|contact name',
  gender: '性别|性別|gender|sex',
  mobile:
    '手机|手机号|手机号码|移动电话|联系手机|客户手机|预留手机|预留手机号|联系电话|手機|手機號碼|手機號|行動電話|流動電話|聯絡電話|mobile|mobile phone|mobile number|mobile no|cell|cell phone|cellphone|phone mobile|phone|phone number|primary phone|telephone',
  birthday: '生日|出生日期|出生年月日|birthday|birth date|birthdate|date of birth|dob|born|born on',
  occupation: '职业|職業|occupation|profession',
  employer: '工作单位|单位|就职单位|任职单位|雇主|工作單位|任職單位|僱主|employer|works at|works for',
  maritalStatus: '婚姻状况|婚姻|婚姻狀況|marital status|marital',
  email:
    '邮箱|电子邮箱|电子邮件|邮箱地址|電郵|電子郵件|電子郵箱|電郵地址|郵箱|email|e-mail|email address|e-mail address|primary email|personal email',
  wechat: '微信|微信号|微信號|wechat|wechat id',
  idExpiry:
    '证件有效期|证件到期日|證件有效期|證件到期日|id expiration|id expiry|id valid until|id expiration date|id expiry date',
  riskLevel:
    '风险等级|风险评级|风险承受能力|风险偏好|风险测评等级|風險等級|風險評級|風險屬性|投資屬性|投资属性|風險承受能力|risk level|risk rating|risk profile|risk tolerance',
  riskTestedOn:
    '测评日期|风险测评日|风险测评日期|风险评估日期|測評日期|風險測評日期|風險評估日期|risk assessed on|risk test date|risk assessment date',
  spouse: '配偶|配偶姓名|spouse|partner name|spouse name',
  referredBy: '介绍人|推荐人|介紹人|推薦人|referred by|referrer|introduced by',
  averageBalance: '月日均|日均余额|月日均余额|日均餘額|average balance|average daily balance',
  hobbies: '兴趣|爱好|兴趣爱好|興趣|興趣愛好|hobbies|interests',
  education: '学历|教育背景|最高学历|學歷|education',
  homeTown: '籍贯|家乡|籍貫|家鄉|home town|hometown|place of birth|birth place',
  cameBy: '客户来源|来源|客戶來源|來源|lead source|source|contact source',
  productPreference: '产品偏好|產品偏好|product preference',
  preferredHours: '方便时段|方便联系时间|preferred hours|best time to call',
};

const COMPANY: KeyLabels = {
  ...BOTH,
  name: '企业名称|公司名称|单位名称|机构名称|企业全称|公司全称|客户名称|企業名稱|公司名稱|機構名稱|客戶名稱|company name|account name|organization name|legal name|business name|registered name',
  creditCode:
    '统一社会信用代码|社会信用代码|信用代码|統一社會信用代碼|unified social credit code|social credit code|credit code|uscc',
  sizeClass: '企业规模|公司规模|规模|企業規模|公司規模|company size|size class',
  founded:
    '成立日期|成立时间|注册日期|成立時間|founded|date founded|foundation date|incorporation date|established|date of incorporation',
  legalRepresentative: '法定代表人|法人代表|法人|legal representative',
  mainBank: '基本户银行|基本户开户行|主办银行|main bank|main account bank|principal bank',
  controller: '实际控制人|實際控制人|controller|actual controller|beneficial owner',
  generalManager: '总经理|總經理|general manager',
  financeHead: '财务负责人|财务总监|財務負責人|finance head|head of finance|cfo|finance director',
  handler: '经办人|經辦人|handler',
  mainBusiness: '主营业务|经营范围|主營業務|經營範圍|main business|business scope|nature of business',
  groupParent:
    '集团母公司|母公司|上级公司|所属集团|母公司名称|parent company|parent account|parent organization|group parent',
  revenue: '年营业收入|营业收入|营业额|年收入|營業收入|營業額|annual revenue|revenue|turnover',
  profit: '利润|净利润|淨利潤|profit|net profit|net income',
  staff:
    '员工人数|人员规模|员工数|員工人數|employees|number of employees|no. of employees|employee count|staff|headcount',
  payrollStaff: '代发人数|代发工资人数|payroll headcount|payroll staff',
  creditLine: '授信额度|本行授信|信用额度|授信額度|信用額度|credit line|credit limit',
  creditLineUntil:
    '授信到期日|授信到期日期|额度到期日|授信到期|credit line expiration|credit line until|credit line expiry',
  guarantors: '担保人|擔保人|guarantor|guarantors',
  collateral: '抵质押物|抵押物|collateral',
};

/** Labels by key of the catalogue, for a kind of client; institutions are known as companies are. */
export const keyLabelsFor = (kind: ClientKind): KeyLabels => (kind === 'individual' ? INDIVIDUAL : COMPANY);

/** Words of a page for the codes of a choice of the catalogue. */
export const CHOICE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  gender: {
    male: '男|男性|male|m|man|先生|mr|mr.',
    female: '女|女性|female|f|woman|女士|小姐|ms|ms.|mrs|mrs.',
  },
  maritalStatus: {
    single: '未婚|单身|單身|single|unmarried|never married',
    married: '已婚|married',
    divorced: '离异|离婚|離婚|離異|divorced|separated',
    widowed: '丧偶|喪偶|widowed',
  },
  sizeClass: {
    large: '大型|大型企业|大型企業|大|large',
    medium: '中型|中型企业|中型企業|中|medium|mid-size',
    small: '小型|小型企业|小型企業|小|small',
    micro: '微型|微型企业|小微|小微企业|微型企業|微|micro',
  },
  riskLevel: {
    C1: 'c1|r1|c1保守型|保守型|保守|c1谨慎型|谨慎型|c1 conservative|conservative|c1低',
    C2: 'c2|r2|c2稳健型|稳健型|稳健|穩健型|c2 cautious|cautious|c2 moderate|moderate',
    C3: 'c3|r3|c3平衡型|平衡型|平衡|c3 balanced|balanced',
    C4: 'c4|r4|c4成长型|成长型|成長型|积极型|積極型|c4积极型|c4进取型|c4 growth|growth',
    C5: 'c5|r5|c5进取型|进取型|激进型|進取型|激進型|c5激进型|c5 aggressive|aggressive',
  },
};
