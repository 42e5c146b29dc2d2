/*
 * Words of spreadsheets for codes of Zhibi, as data: simplified and traditional Chinese and English, separated by a
 * bar, in lower case. A word that is not here is told to the user and taken for nothing.
 */

/** Code → its words. */
export type CodeWords = Readonly<Record<string, string>>;

export const CHANNEL_WORDS = {
  phone:
    't|电|電|话|話|电话|電話|去电|来电|致电|通话|打电话|撥打|通話|电话联系|電話聯繫|电访|電訪|phone|call|tel|telephone|phone call',
  email: 'e|邮|郵|邮件|電郵|电子邮件|電子郵件|邮箱|email|e-mail|mail',
  meeting:
    'm|面|访|訪|面谈|面談|面访|面訪|拜访|拜訪|上门|上門|见面|見面|外访|走访|登门|客户拜访|meeting|visit|meet|face to face',
  wechat: 'w|微|微信|企微|企业微信|企業微信|line|wechat|weixin|wecom',
  sms: 's|短|短信|信息|简讯|簡訊|讯息|訊息|sms|text|text message',
  video: 'v|视|視|视频|視訊|视频会议|視訊會議|video|video call|zoom|teams',
  branch: 'b|店|到店|到访|到訪|网点|網點|臨櫃|临柜|来行|來行|到行|柜面|branch|walk-in|at branch',
  group: 'g|群|活动|活動|沙龙|沙龍|客户活动|客戶活動|讲座|講座|event|group|seminar',
} as const satisfies CodeWords;

export const RESULT_WORDS = {
  reached: '接通|已接通|成功|已联系|已聯繫|已面谈|完成|已完成|reached|connected|done|completed|ok',
  noAnswer:
    '未接通|未接|无人接听|無人接聽|无应答|未联系上|未聯繫上|关机|關機|占线|忙線|no answer|missed|voicemail',
  declined: '拒接|拒绝|拒絕|挂断|掛斷|declined|refused|rejected',
} as const satisfies CodeWords;

export const PURPOSE_WORDS = {
  followUp: '回访|回訪|跟进|跟進|日常维护|維護|维护|follow-up|follow up',
  acquisition: '营销|行銷|开发|拓客|销售|acquisition|sales|marketing',
  negotiation: '洽谈|洽談|谈判|商谈|商談|negotiation',
  care: '关怀|關懷|问候|問候|生日|节日|節日|生日祝福|节日问候|care|greeting|birthday',
  assetReview: '资产回顾|资产检视|資產檢視|检视|asset review|portfolio review',
  maturity: '到期承接|到期|到期提醒|到期續作|maturity',
  riskTest: '风险测评|風險測評|风评|風險屬性評估|risk test|risk assessment',
  collectDocuments: '收集资料|收资料|補件|資料收集|documents|collect documents',
  signing: '签约|簽約|签字|开户|開戶|signing',
  invitation: '活动邀约|邀约|邀約|invitation|invite',
  privileges: '权益通知|权益|權益|禮遇|privileges',
  afterSale: '售后回访|售后|售後|after-sale|after sale|after sales',
  referral: '转介绍|转介|轉介|轉介紹|referral',
  complaint: '投诉|投訴|客诉|客訴|complaint',
  winBack: '流失挽回|挽回|激活|win back|win-back',
  riskCheck: '风险检查|風險檢查|risk check',
  arrears: '逾期提醒|催收|逾期|arrears',
  preLoan: '贷前调查|贷前|貸前|貸前調查|pre-loan',
  drawdown: '放款|撥款|drawdown',
  postLoan: '贷后检查|贷后|貸後|覆審|貸後覆審|post-loan',
} as const satisfies CodeWords;

export const HOLDING_KIND_WORDS = {
  deposit:
    '存款|活期|定期|活期存款|定期存款|大额存单|大額存單|定存|活存|通知存款|储蓄|儲蓄|deposit|time deposit|savings|cd',
  structured: '结构性存款|結構性存款|结构性|結構型商品|structured|structured deposit',
  wealth: '理财|理財|理财产品|银行理财|理財產品|wealth|wealth product|wmp',
  cashManagement: '现金管理|現金管理|货币基金|貨幣基金|日日盈|活期理财|cash management|money market',
  fund: '基金|公募|公募基金|私募|共同基金|股票型基金|债券型基金|混合型基金|etf|fund|mutual fund',
  bond: '债券|債券|国债|國債|公司債|bond|treasury',
  securities: '股票|证券|證券|有价证券|securities|stock|shares|equity',
  gold: '黄金|黃金|贵金属|貴金屬|积存金|gold|precious metal',
  trust: '信托|信託|trust',
  insuranceSaving: '储蓄型保险|儲蓄險|储蓄险|年金险|年金保险|分红险|万能险|投连险|saving insurance|annuity',
  pension: '个人养老金|养老金|養老金|養老|pension',
  other: '其他|其它|other',
} as const satisfies CodeWords;

export const POLICY_KIND_WORDS = {
  criticalIllness: '重疾|重疾险|重疾險|重大疾病|重大疾病险|重大疾病保险|重大疾病保險|critical illness|ci',
  medical: '医疗|醫療|医疗险|醫療險|百万医疗|住院医疗|實支實付|medical|health',
  accident: '意外|意外险|意外險|意外伤害|意外傷害|意外伤害险|accident|pa',
  life: '寿险|壽險|定期寿险|终身寿险|終身壽險|增额终身寿|人寿|人壽|life|term life|whole life',
  annuity: '年金|年金险|年金險|养老年金|教育金|养老险|annuity',
  saving: '储蓄|儲蓄|储蓄险|儲蓄險|分红险|两全|两全险|万能|万能险|投连|投資型|saving|endowment|ulip',
  property: '财产|財產|财产险|车险|車險|家财险|產險|火險|property|car|motor|home',
  other: '其他|其它|other',
} as const satisfies CodeWords;

export const ROLE_WORDS = {
  spouse: '配偶|妻子|丈夫|太太|先生|老婆|老公|爱人|愛人|夫妻|妻|夫|spouse|wife|husband|partner',
  child: '子女|儿子|女儿|兒子|女兒|孩子|子|女|小孩|child|son|daughter|children',
  parent: '父母|父亲|母亲|父親|母親|爸爸|妈妈|媽媽|父|母|parent|father|mother',
  sibling: '兄弟姐妹|兄弟姊妹|哥哥|弟弟|姐姐|妹妹|姊姊|兄弟|姐妹|姊妹|sibling|brother|sister',
  otherRelative: '亲属|親屬|亲戚|親戚|其他亲属|relative|other relative',
  controller: '实际控制人|實際控制人|实控人|controller|beneficial owner|ubo',
  generalManager: '总经理|總經理|ceo|general manager|gm',
  financeHead: '财务负责人|财务总监|財務主管|財務長|财务|cfo|finance head|finance director',
  handler: '经办人|經辦人|经办|會計|会计|出纳|handler|contact person',
  legalRepresentative: '法定代表人|法人代表|法人|負責人|代表人|legal representative',
  shareholder: '股东|股東|shareholder',
  guarantor: '担保人|擔保人|保证人|保證人|guarantor',
  referredBy: '介绍人|介紹人|推荐人|推薦人|转介绍人|轉介人|referred by|referrer',
  referred: '被介绍人|被推荐人|转介绍客户|介绍的客户|referred',
  friend: '朋友|好友|同事|同学|同學|friend|colleague',
  other: '其他|其它|other',
} as const satisfies CodeWords;

export const STAGE_WORDS = {
  preschool: '学前|學前|幼儿园|幼兒園|幼稚園|preschool|kindergarten',
  primary: '小学|小學|国小|國小|primary|primary school',
  junior: '初中|国中|國中|junior|junior high|middle school',
  senior: '高中|senior|high school|senior high',
  university: '大学|大學|本科|研究生|硕士|碩士|留学|留學|university|college',
  working: '工作|已工作|上班|就业|就業|working|employed',
} as const satisfies CodeWords;

export const TIER_WORDS = {
  A: 'a|a类|a級|a级|a類|a档|a级客户|a类客户',
  B: 'b|b类|b級|b级|b類|b档|b级客户|b类客户',
  C: 'c|c类|c級|c级|c類|c档|c级客户|c类客户',
  D: 'd|d类|d級|d级|d類|d档|d级客户|d类客户',
} as const satisfies CodeWords;

export const CLIENT_KIND_WORDS = {
  individual: '个人|個人|自然人|个人客户|零售|對私|对私|individual|person|retail|personal',
  company: '企业|企業|公司|法人|对公|對公|公司客户|企业客户|company|corporate|business',
  institution: '机构|機構|事业单位|机关|政府|机构客户|institution',
} as const satisfies CodeWords;

export const CLASS_WORDS = {
  atRisk: '异常|異常|风险|at risk|at-risk',
  channel: '渠道|通路|channel',
  vip: 'vip|贵宾|貴賓',
  base: '存量|既有|base|existing',
  growth: '增量|成长|growth',
} as const satisfies CodeWords;

export const YES_NO_WORDS = {
  yes: '是|有|已|√|✓|✔|y|yes|true|1|含',
  no: '否|无|無|没有|未|×|✗|✘|n|no|false|0|不含',
} as const satisfies CodeWords;

/** Which bank something lies at, where that is this one. */
export const HERE_WORDS = '本行|我行|行内|行內|本行产品|here|this bank|our bank|in-house';

/** Who is insured, where that is the client. */
export const SELF_WORDS = '本人|自己|客户本人|客戶本人|投保人|投保人本人|self|client|policyholder';

/** Choices of the catalogue for which the reader of CRM pages has no words. */
export const MORE_CHOICE_WORDS: Readonly<Record<string, CodeWords>> = {
  insuranceCover: {
    full: '充足|齐全|齊全|完善|full',
    partial: '部分|不足|有缺口|partial|partly',
    socialOnly: '仅社保|只有社保|社保|僅社保|勞健保|social insurance only',
    none: '无|無|没有|none',
  },
  mortgage: { none: '无|無|没有|none', here: '本行|我行|有|here', elsewhere: '他行|elsewhere|other bank' },
  preferredChannel: CHANNEL_WORDS,
};
