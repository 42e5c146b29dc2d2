/*
 * What labels mean, as data: simplified and traditional Chinese and English. A label is looked up whole
 * first, then by its last words (客户经理电话 is a phone, "Account owner email" an e-mail). Add words here;
 * nothing else has to change. Entries are separated by a bar, in lower case.
 */

/** What a field is about. */
export const FIELD_KINDS = [
  'name',
  'number',
  'phone',
  'email',
  'address',
  'birthday',
  'date',
  'money',
  'company',
  'person',
  'owner',
  'stage',
  'tier',
  'other',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Labels of each kind. Parts of a name (first, last) are in `NAME_PARTS`. */
export const KIND_LABELS: Readonly<Record<FieldKind, string>> = {
  name:
    '姓名|客户姓名|客户名称|客户名|客户全称|名称|客户|联系人姓名|联系人名称|会员姓名|会员名称|户名|账户名称|中文姓名|中文名|全名|企业名称|公司名称|' +
    '单位名称|机构名称|企业全称|公司全称|供应商名称|伙伴名称|客戶姓名|客戶名稱|客戶名|客戶全稱|名稱|客戶|聯絡人姓名|聯繫人姓名|會員姓名|戶名|帳戶名稱|' +
    '企業名稱|公司名稱|機構名稱|name|full name|display name|client name|customer name|contact name|account name|company name|' +
    'organization name|organisation name|partner name|business name|legal name|person name|lead name|member name|party name|' +
    'third-party name|client|customer|customer full name|complete name|registered name',
  number:
    '编号|客户编号|客户号|客户码|客户号码|客戶號碼|客户代码|客户编码|客户id|客户序号|核心客户号|会员号|会员编号|联系人编号|档案编号|户号|統一編號|编码|代码|id|cif|cif号|' +
    '編號|客戶編號|客戶號|客戶代碼|客戶代號|客戶id|會員編號|核心客戶號|no|no.|number|client no|client no.|client number|client id|client code|client reference|client ref|customer reference|' +
    'customer no|customer no.|customer number|customer id|customer code|account number|account no|account no.|account id|contact id|' +
    'contact number|record id|cif no|cif number|member no|member number|member id|party id|partner id|partner code|reference|ref|ref.|' +
    'ref no|reference number|third-party code|证件号码|证件号|身份证号|身份证号码|身份证|護照號碼|证件编号|證件號碼|身分證號|身份證號碼|身份證號|' +
    '统一社会信用代码|社会信用代码|信用代码|营业执照号|组织机构代码|纳税人识别号|税号|稅號|統一社會信用代碼|商業登記號碼|id number|id no|id no.|national id|passport no|' +
    'passport number|passport|tax id|tax identifier|tax number|tax identification number|vat|vat id|vat number|vat no|registration number|company registration number|' +
    'business registration|ein|ssn|siren|siret|duns|abn|gstin|gstin / uin|pan|profid|账号|帐号|帳號|卡号|卡號|银行账号|iban|card number|card no|bank account|' +
    'lei|lei code|nric|nric no|nric/passport|sin|tfn|driver license|driver licence|driving licence|license no|hkid|hkid no|br no|br no.|business registration no|business registration no.|crn|uen|brn|' +
    'routing number|itin|tin|social security number|cust no|cust id|ecif|ecif号|ecif no|ecif客户号|crm id|crm编号|relationship number|relationship id|relationship no|rim|rim no|rim number|bp number|身份證明文件號碼|工商注册号|' +
    '注册号|客户内码|内部编号|户口号码|核心客户编号|信贷客户号|股票代码|extension number',
  phone:
    '电话|住家电话|住家電話|手机|手机号|手机号码|联系电话|移动电话|座机|固话|固定电话|办公电话|单位电话|公司电话|家庭电话|住宅电话|联系方式|联系手机|电话号码|传真|传真号码|主要电话|备用电话|' +
    '客户电话|客户手机|預留手機|预留手机|预留手机号|電話|手機|手機號碼|手機號|聯絡電話|聯繫電話|行動電話|流動電話|辦公電話|公司電話|住宅電話|電話號碼|傳真|傳真號碼|聯絡方式|' +
    'phone|phones|phone number|phone numbers|phone no|phone no.|telephone|telephone number|tel|tel.|mobile|mobile phone|mobile number|mobile no|mobile no.|cell|cell phone|' +
    'cellphone|home phone|office phone|work phone|business phone|main phone|primary phone|secondary phone|other phone|direct phone|phone mobile|phone home|phone work|phone office|pro phone|' +
    'phone (pro)|personal phone|asst phone|assistant phone|contact phone|fax|fax number|whatsapp|phone 1|phone 2|office|landline|dial|' +
    'daytime phone|evening phone|day phone|work|home|mobile telephone|home telephone|work telephone|business telephone|contact no|contact no.|telephone no|telephone no.|tel no|tel no.|fax no|fax no.|' +
    'cell number|direct line|switchboard|toll free|wechat phone|微信电话|预留号码|备用手机|常用电话|家庭座机|公司传真|手提電話|手提电话|辦公室電話|公司傳真|緊急聯絡電話|紧急联系电话',
  email:
    '邮箱|电子邮箱|电子邮件|邮件|邮箱地址|邮件地址|e-mail地址|電郵|電子郵件|電子郵箱|郵箱|電郵地址|電子信箱|信箱|' +
    'email|e-mail|emails|email address|e-mail address|email addresses|mail|primary email|secondary email|other email|work email|personal email|business email|email id|email 1|email 2|' +
    'email (primary)|primary e-mail|alternate email|alternative email|email addr|公司邮箱|工作邮箱|私人邮箱|个人邮箱|常用邮箱|公司電郵|私人電郵',
  address:
    '地址|住址|联系地址|通讯地址|通信地址|家庭地址|家庭住址|居住地址|现住址|户籍地址|单位地址|办公地址|公司地址|注册地址|经营地址|详细地址|邮寄地址|账单地址|收货地址|' +
    '所在地址|聯絡地址|通訊地址|住宅地址|戶籍地址|辦公地址|註冊地址|郵寄地址|詳細地址|帳單地址|' +
    'address|addresses|address line|address line 1|street|street address|mailing address|billing address|shipping address|primary address|home address|work address|office address|' +
    'other address|alternate address|postal address|registered address|residential address|correspondence address|full address|street 1|location address|address 1|address 2|delivery address|' +
    'physical address|legal address|permanent address|current address|residence address|residential addr|street address 1|street address 2|address line 2|business address|company address|headquarters|' +
    'head office|principal address|domicile address|mail address|居住地|通信住址|联络地址|户口地址|工作地址|收件地址|家庭详细地址|永久地址|常住地址|公司地點|營業地址',
  birthday:
    '生日|出生日期|出生年月|出生年月日|出生时间|生辰|農曆生日|农历生日|阳历生日|公历生日|birthday|birth date|birthdate|date of birth|dob|born|born on',
  date:
    '日期|时间|往来起始日|往來起始日|最近聯繫日|下次聯繫日|最近联系日|下次联系日|最近接触日期|创建时间|创建日期|更新时间|修改时间|更新日期|最后更新时间|最近更新|开户日期|开户时间|开户日|注册日期|成立日期|成立时间|签约日期|到期日|到期日期|有效期|证件有效期|' +
    '下次联系时间|下次跟进时间|下次联系日期|最后跟进时间|最近跟进时间|最近联系时间|最近联系日期|最后联系时间|上次联系时间|上次联系|最近联系|最近接触|录入时间|登记日期|分配时间|领取时间|成交时间|' +
    '時間|創建時間|建立時間|建立日期|更新時間|修改時間|開戶日期|開戶日|註冊日期|有效期限|下次聯絡時間|最近聯絡時間|最後聯絡|上次聯絡|' +
    'date|created|created at|created on|created date|date created|date entered|creation date|created time|modified|modified at|modified on|modified time|modified date|date modified|updated|updated at|updated on|updated date|last updated|' +
    'last update|last modified|last modified date|last activity|last activity on|last activity date|last contact|last contacted|last contact date|next activity|next activity date|next contact|next contact date|next follow-up|follow up date|' +
    'added on|added|since|client since|customer since|member since|start date|end date|opened on|account opened|opening date|date opened|registration date|foundation date|founded|date founded|incorporation date|expiry date|expiration date|' +
    'anniversary|anniversary date|review date|next review|last review|last review date|next review date|kyc review date|kyc expiry|last seen|last visit|date joined|joined|join date|first contact|' +
    'onboarded|onboarding date|date established|established|year established|last meeting|last interaction|last touch|last call|last reviewed|next meeting|next appointment|next call|next touch|next step due|' +
    'kyc due|kyc due date|kyc date|kyc completed|risk profile expiry|risk assessment date|id issue date|issue date|issued on|issued|expires|expires on|expiry|valid until|valid to|valid from|' +
    'relationship start|relationship start date|date of incorporation|incorporated|incorporated on|year founded|last transaction|last transaction date|last login date|建档日期|最近走访日期|下次走访日期|最近拜访日期|下次拜访日期|最近拜访|' +
    '最近走访|计划联系日期|首次开户|首次开户日期|首次开户时间|风评到期日|风险测评日期|风险测评到期日|风险测评时间|测评日期|测评有效期|评估日期|发证日期|签发日期|证件到期日|证件起始日|开立日期|成为客户日期|最近交易日期|最近交易日|最近交易时间|上次會面|下次檢討|風險評估到期|開立日期|最近接觸日期|上次联系日期|上次拜访日期|上次拜访|下次拜访|下次联系|下次跟进|下次會面|入会时间|' +
    '入会日期|年检日期|续评日期',
  money:
    '余额|账户余额|资产|资产总额|负债总额|存款总额|贷款总额|持仓市值|总市值|往来资产|总往来资产|总往來資產|總往來資產|資產總額|总资产|金融资产|管理资产|管理资产规模|aum|月日均|日均余额|季日均|年日均|存款|存款余额|贷款|贷款余额|负债|总负债|年收入|月收入|年薪|收入|营业额|注册资本|注册资金|授信额度|信用额度|' +
    '额度|可用额度|金额|欠款|成交金额|累计金额|消费金额|理财余额|基金市值|保费|市值|净值|净资产|餘額|帳戶餘額|資產|總資產|管理資產|存款餘額|貸款餘額|負債|營業額|註冊資本|授信額度|信用額度|金額|淨資產|' +
    'amount|balance|total balance|account balance|available balance|outstanding amount|revenue|annual revenue|total revenue|income|annual income|salary|net worth|assets|total assets|assets under management|' +
    'credit limit|deposit|deposits|loan|loans|liabilities|total receivable|receivable|payable|budget|annual recurring revenue|arr|mrr|total spent|lifetime value|capital|share capital|turnover|portfolio value|investable assets|premium|outstanding|total value|deal value|billing this year|total unpaid|' +
    '总存款|家庭年收入|家庭收入|个人年收入|税前年收入|月均收入|年营业收入|营业收入|年销售额|销售额|用信余额|授信总额|授信余额|可用授信|敞口余额|理财资产|理财市值|基金余额|日均存款|月均余额|月日均aum|aum余额|aum日均|年日均aum|总资产余额|实收资本|净利润|存款日均|贷款日均|贷款額度|貸款額度|未償還貸款|總存款|總負債|年營業額|實收資本|total deposits|' +
    'total loans|total liabilities|net assets|household income|monthly income|gross income|annual sales|estimated annual income|paid-up capital|registered capital|loan outstanding|outstanding balance|' +
    'lombard limit|credit exposure|total exposure|ytd revenue|estimated value|market value|average daily balance|average balance|liquid assets|liquid net worth|total relationship balance|' +
    'relationship balance|deposit balance|loan balance|deposits balance|aum total|total aum|annual turnover|account value|total investments|net income|total credit line|credit line|opportunity value|' +
    'total revenue ytd',
  company:
    '公司|所属公司|所在公司|工作单位|单位|就职单位|任职单位|雇主|所属企业|所属客户|关联客户|上级公司|上级客户|母公司|所属集团|集团|企业|机构|公司/单位|所屬公司|工作單位|任職單位|僱主|所屬客戶|上級公司|所屬集團|企業|機構|' +
    'company|companies|organization|organisation|organizations|employer|account|accounts|parent account|parent company|parent organization|parent customer|business|firm|member of|part of|related company|third party|third-party|primary company|associated company|' +
    'holding company|group|works at|works for|reports to account|company/account|account/company|parent',
  person:
    '联系人|主要联系人|首要联系人|联系人员|法人|法定代表人|法人代表|实际控制人|配偶|推荐人|介绍人|创建人|创建者|更新人|修改人|录入人|最后修改人|上级|直属上级|紧急联系人|担保人|经办人|财务负责人|決策人|' +
    '聯絡人|主要聯絡人|聯繫人|推薦人|介紹人|建立者|建立人|創建人|直屬上級|緊急聯絡人|' +
    'contact|contacts|primary contact|main contact|contact person|reports to|supervisor|created by|modified by|updated by|last modified by|spouse|partner|referred by|referrer|introduced by|assistant|manager|father|mother|child|beneficiary|guarantor|legal representative|signatory|key contact|created user|people|person|emergency contact|ceo|' +
    '投资顾问|投資顧問|財務顧問|最終實益擁有人|受益所有人|最终受益人|主要决策人|联络人|对接人|客户联系人|紧急联系人姓名|ultimate beneficial owner|beneficial owner|ubo|decision maker|accountant|attorney|lawyer|treasury officer|loan officer|' +
    'investment counsellor|investment counselor|investment advisor|co-borrower|authorized person|next of kin|key decision maker|总经理|财务总监|财务经理|董事长|联系人1',
  owner:
    '客户经理|管户|管户客户经理|理财专员|理財專員|客户专员|理财经理|负责人|所有者|所有人|归属人|归属经理|管户经理|管户人|主办客户经理|主管客户经理|专属客户经理|维护人|维护经理|跟进人|业务员|销售|销售员|销售负责人|服务经理|经理|分管客户经理|责任人|指派给|' +
    '客戶經理|理財經理|負責人|擁有者|歸屬人|專員|理專|管戶經理|業務員|銷售員|客戶關係經理|關係經理|' +
    'owner|owned by|account owner|contact owner|lead owner|company owner|record owner|assigned to|assigned user|assigned|assignee|account manager|relationship manager|client manager|rm|' +
    'sales rep|sales representative|sales representatives|salesperson|sales person|sales owner|sales manager|responsible|responsible person|followed by|managed by|advisor|adviser|financial advisor|wealth manager|private banker|banker|handler|agent|user|' +
    '协办客户经理|管户行员|理财顾问|财富顾问|财富经理|私人银行家|客戶主任|客户主任|客户负责人|专属理财经理|专属经理|客户服务经理|管理行员|commercial banker|personal banker|primary banker|relationship officer|portfolio manager|client advisor|client adviser|' +
    'wealth advisor|account officer|account executive|coverage officer|primary rm|secondary rm|assigned rm|lead banker|primary advisor|servicing rm|assigned owner|assigned banker|relationship owner|' +
    'client owner|customer owner|responsible user|responsible employee',
  stage:
    '阶段|状态|客户状态|成交状态|客户阶段|销售阶段|跟进状态|生命周期|生命周期阶段|意向|账户状态|阶段名称|審批状态|审批状态|階段|狀態|客戶狀態|成交狀態|銷售階段|跟進狀態|帳戶狀態|' +
    'stage|status|state|lead status|client status|customer status|account status|contact status|lifecycle stage|lifecycle|life cycle stage|sales stage|relationship status|active status|prospect status|record status|kyc status|deal stage|pipeline stage|' +
    '登记状态|激活状态|签约状态|客户生命周期|relationship stage|marketing status|employment status|onboarding status|verification status|account state|engagement status|subscription status',
  tier:
    '等级|级别|客户等级|客户级别|客户星级|星级|客户分层|分层|层级|评级|客户分类|客户分级|会员等级|客群|客户层级|资产等级|服务等级|重要程度|风险等级|风险评级|风险承受能力|风险偏好|信用等级|客户价值|贵宾等级|' +
    '等級|級別|客戶等級|客戶級別|客戶星級|星級|客戶分層|評級|客戶分級|會員等級|風險等級|風險評級|投資屬性|投资属性|風險屬性|風險承受能力|信用等級|貴賓等級|' +
    'tier|level|grade|rating|segment|class|client tier|customer tier|service tier|client segment|customer segment|customer group|customer class|client class|risk|risk level|risk rating|risk profile|risk tolerance|priority|account rating|client rating|credit rating|customer level|member level|temperature|wealth tier|wealth band|client category|importance|' +
    'vip level|vip等级|vip级别|贡献度等级|客户分群|价值分类|综合评级|内部评级|外部评级|预警级别|预警等级|反洗钱等级|反洗钱风险等级|洗钱风险等级|aml risk|aml rating|kyc level|kyc risk|mifid category|client classification|relationship tier|wealth segment|' +
    'service model|service segment|value segment|health score|lead score|engagement score|credit score|churn risk|credit grade',
  other:
    '性别|年龄|职业|职务|职位|岗位|部门|学历|婚姻状况|民族|国籍|籍贯|行业|所属行业|客户行业|来源|客户来源|客户类型|类型|客户类别|类别|备注|说明|描述|简介|标签|客户标签|网址|网站|官网|微信|微信号|qq|微博|邮编|邮政编码|' +
    '城市|省份|国家|地区|区域|所在地区|所在城市|所在地|开户行|开户网点|开户机构|所属机构|归属机构|所属网点|网点|支行|分行|兴趣|爱好|兴趣爱好|偏好|规模|人员规模|公司规模|员工人数|经营范围|企业性质|企业类型|经营状态|证件类型|称谓|称呼|关键决策人|' +
    '是否重点客户|首选语言|语言|子女|家庭情况|联系偏好|渠道|产品偏好|最后跟进记录|跟进记录|最近跟进|所属团队|团队|英文名|昵称|曾用名|拼音|' +
    '性別|年齡|職業|職務|職稱|職位|部門|學歷|婚姻狀況|國籍|行業|產業|來源|客戶來源|客戶類型|類型|類別|備註|備注|說明|標籤|網址|網站|郵遞區號|郵政編碼|國家|地區|區域|開戶行|開戶分行|興趣|規模|員工人數|證件類型|稱謂|語言|英文姓名|' +
    'gender|sex|pronouns|age|title|job title|position|role|designation|occupation|profession|function|department|education|marital status|nationality|citizenship|industry|sector|source|lead source|type|account type|contact type|customer type|client type|company type|category|categories|' +
    'description|notes|note|remarks|remark|comment|comments|internal note|private note|public note|about|bio|background|background info|tags|tag|labels|website|web site|web|url|site|domain|domain name|linkedin|linkedin url|twitter|facebook|skype|x|wechat|telegram|zip|zip code|postal code|zip/postal code|postcode|' +
    'city|town|state/province|province|region|county|country|country/region|territory|state/county|branch|home branch|language|preferred language|language preference|currency|time zone|timezone|size|company size|employees|number of employees|no. of employees|no of employees|employee count|workforce|legal form|business entity type|salutation|title/salutation|' +
    'nickname|interests|hobbies|preferences|preferred channel|preferred contact method|contact preference|do not call|do not email|email opt out|opt out|campaign|rating source|ownership|sic code|ticker symbol|ticker|naics|ideal customer profile|icp|team|teams|sales team|market segment|fiscal position|payment terms|pricelist|' +
    'price list|nature of third party|vendor|prospect|default language|default currency|print language|tax category|intro|linkedin link|twitter link|x link|seniority|buying role|persona|visibility|subsidiaries|staff|account site|fax opt out|birth place|place of birth|kyc|aml|pep|sales territory|job position|' +
    'preferred contact|preferred contact time|best time|best time to contact|years employed|years in business|occupation code|residency|residency status|tax residency|tax residence|country of residence|' +
    'country of birth|country of incorporation|place of incorporation|domicile|pep status|fatca status|crs status|source of wealth|source of funds|wealth source|investment experience|investment objective|' +
    'investment objectives|investment horizon|time horizon|entity type|legal entity type|sic|naics code|fiscal year end|financial year end|business type|ownership type|household name|household role|' +
    'relationship type|referral source|acquisition channel|acquisition source|how did you hear about us|marketing consent|gdpr consent|statement delivery|products held|product count|number of products|' +
    'number of accounts|accounts held|loyalty points|nps score|nps|satisfaction score|propensity|share of wallet|wallet share|watchlist|watch list|credit watch|vulnerable client|screening status|' +
    'document type|id type|identification type|issuing authority|issuing country|place of issue|issued by|number of children|children|no. of children|dependents|no. of dependents|number of dependents|' +
    'religion|ethnicity|housing status|residential status|home ownership|skype id|instagram|youtube|github|line id|suite|apt / suite|district|suburb|municipality|prefecture|county/state|payment method|' +
    'payment term|credit terms|credit hold|sales channel|tax exempt|current bank|primary bank|other banks|booking centre|booking center|reporting currency|base currency|ltv|ytd return|years with bank|' +
    'years with us|tenure|headcount|listed|nature of business|business nature|line of business|products of interest|areas of interest|interested in|preferred branch|servicing branch|owning branch|' +
    'branch name|business unit|cost center|profit center|middle initial|suffix|prefix|name suffix|honorific|mother tongue|spoken languages|languages|job function|job level|management level|company website|' +
    'company industry|company city|annual employees|relationship strength|connection strength|twitter handle|facebook url|x url|employment type|employment|years at employer|employer name|customer source|' +
    'client source|公众号|微信公众号|微信昵称|企业微信|抖音|签发机关|发证机关|国别|户口所在地|户籍|出生地|居住状况|居住情况|住房情况|住房类型|车辆情况|子女数|子女人数|有无子女|子女情况|供养人数|从业年限|工作年限|从业状况|单位性质|单位规模|控股类型|经济类型|组织形式|经营期限|主营产品|国标行业|行业分类|行业大类|行业门类|注册地|注册地区|是否上市|上市公司|' +
    '是否涉农|是否关联方|是否黑名单|预警信号|贡献度|贡献度排名|综合贡献度|客户积分|信用分|风险提示|税收居民身份|税收居民国|税收居民|投资经验|投资年限|投资目标|投资期限|投资偏好|流动性需求|资金来源|财富来源|收入来源|可投资资产|资产规模|代发工资户|持卡情况|持有产品数|产品数|账户数|沟通偏好|联系频率|联系频次|拜访频率|可联系时段|最佳联系时间|首选联系方式|通知方式|获客渠道|' +
    '推荐渠道|来源渠道|渠道来源|归属网点|归属支行|管户机构|管户网点|主办机构|协办机构|经办机构|所属分行|所属支行|所属部门|客户群|所属区域|所属省份|省市区|省/市/区|公司简介|企业简介|客户简介|个人简介|家庭角色|生肖|星座|血型|饮食偏好|特殊需求|特别提示|注意事项|满意度|忠诚度|客户简称|企业简称|公司简称|简称|稅務居民|財富來源|資金來源|首選語言|弱勢客戶|業務性質|' +
    '公司類別|成立地點|財政年結日|聯絡人職銜|預約中心|抵押比率|年初至今回報|學歷程度|婚姻狀態|子女人數|居住狀況|工作年資|年資|所屬分行|投資經驗|投資目標|風險承受度|客戶簡稱|居住地區|職級|任職部門|公司規模|資本額|往來分行|偏好聯絡方式|方便聯絡時間|宗教|宗教信仰|信仰|性別與代名詞|代名詞|line|屬於|隸屬|隶属|belongs to|tags/categories|customers tags/categories|civility|third-party type|contact roles|refuse bulk emailings|login',
};

/** Labels of parts of a name: a name in a form may stand only there. */
export const NAME_PARTS: Readonly<Record<'first' | 'middle' | 'last', string>> = {
  first:
    '名|名字|中文名字|chinese given name|first name|firstname|given name|given names|forename|forenames|first names|first',
  middle: 'middle name|middle',
  last: '姓|姓氏|中文姓氏|中文姓|chinese surname|chinese family name|last name|lastname|surname|family name|last',
};

/** Labels that name a company where a person is the record: on a contact's page 客户名称 is his company. */
export const COMPANY_NAMES =
  '客户名称|客户|企业名称|公司名称|单位名称|机构名称|客戶名稱|客戶|企業名稱|公司名稱|機構名稱|account name|company name|organization name|organisation name|customer name|customer|client|client name';

/** Labels that only people have. */
export const PERSON_LABELS =
  '性别|性別|民族|婚姻状况|婚姻狀況|学历|學歷|职业|職業|职务|職務|职位|職位|职称|職稱|称谓|稱謂|国籍|國籍|籍贯|年龄|年齡|配偶|gender|sex|pronouns|age|marital status|education|occupation|profession|job title|position|designation|salutation|nationality|citizenship|employer|spouse|reports to|first name|last name|middle name';

/** Labels of a client's other names: what stands there may differ from the heading, and the client be the same. */
export const ALIAS_NAMES =
  '英文名|英文姓名|英文名称|英文名稱|外文名称|曾用名|别名|別名|昵称|暱稱|法定名称|法定名稱|注册名称|註冊名稱|工商名称|商號|商号|户名|戶名|中文姓名|中文名|中文名稱|legal name|full legal name|registered name|trading name|trade name|dba|doing business as|english name|chinese name|preferred name|former name|maiden name|nickname|alias|aka|known as|short name|name on account';

/** Labels by which an invoice or a mandate says whose it is; a client's own page has them seldom. */
export const REFERENCE_LABELS =
  '客户|所属客户|关联客户|对应客户|客戶|所屬客戶|client|customer|account|bill to|sold to|related to|linked client|linked customer';

/** Words that lead to a value in a run of text without a colon: "Added on 3 June 2026". */
export const LEAD_INS =
  'followed by|added on|last activity on|created on|created by|created at|updated on|updated by|modified by|modified on|owned by|assigned to|managed by|born on|client since|customer since|member since|last contacted on|last contact on|joined on|reports to|works at|works for';

/** Marks that say a tier or a state by themselves. */
export const TIER_WORDS =
  '白金|钻石|黄金|金卡|白银|普通|贵宾|私行|私人银行|财富|理财|基础|铂金|黑金|至尊|一星|二星|三星|四星|五星|六星|七星|vip|svip|a类|b类|c类|d类|鑽石|白銀|貴賓|' +
  'platinum|gold|silver|bronze|diamond|premier|premium|private|private banking|priority|standard|basic|elite|affluent|hnw|uhnw|mass affluent|tier 1|tier 2|tier 3|a|b|c|d|key account|vip client';
export const STAGE_WORDS =
  '正常|活跃|已成交|未成交|潜在|意向|沉睡|流失|冻结|注销|跟进中|待跟进|已签约|有效|无效|存续|在营|活躍|潛在|' +
  'active|inactive|prospect|lead|customer|client|open|closed|new|qualified|unqualified|dormant|churned|hot|warm|cold|in contract|won|lost|enabled|disabled|working|contacted|nurture|pending';
