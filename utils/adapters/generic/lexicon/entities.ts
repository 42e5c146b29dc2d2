/*
 * What a page can be about, as its address, title and headings name it. English words in lower case,
 * singular; the reader takes off plurals and splits camelCase. Entries are separated by a bar.
 */

/** Records that are a client: somebody a relationship manager knows. */
export const CLIENT_WORDS =
  'customer|client|contact|account|company|person|people|organization|organisation|partner|individual|cust|cus|soc|societe|thirdparty|third-party|party|' +
  'crmcontact|crmaccount|personaccount|member|investor|prospect|cif|kh|khxx|kehu|customerinfo|custinfo|clientinfo|business-partner|businesspartner|bpartner|donor|patient|businesses|borrower|obligor|counterparty|counterpartie|constituent|merchant|client-profile|customer-profile|tiers|customerview|clientview|crm-customer|0-1|0-2';

/** The same only as a segment of a path: elsewhere programs are called by such words, "Relationship Suite". */
export const CLIENT_SEGMENTS = 'relationship|enterprise';

/** A lead is a client where it is a person with ways to reach him, and a deal where it is an amount in a pipeline. */
export const LEAD_WORDS = 'lead|clue|线索|線索|潜客|潛客|xiansuo';

/** Records and rooms that are not a client, however much of one they show. */
export const OTHER_WORDS =
  'request|invoice|bill|order|quote|quotation|estimate|proposal|deal|opportunity|opportunitie|business|ticket|case|issue|task|todo|activity|activitie|event|meeting|call|calendar|product|item|price|contract|agreement|payment|receipt|refund|expense|project|campaign|' +
  'report|dashboard|setting|config|configuration|preference|profile|user|staff|employee|role|permission|dept|department|menu|dict|log|audit|login|logout|signin|signup|register|password|' +
  'note|document|file|attachment|email|mail|message|inbox|notification|chat|template|workflow|automation|pipeline|kanban|stage|tag|segment|target|targetlist|import|export|tax|currency|category|categorie|warehouse|stock|inventory|supplier|vendor|' +
  'knowledge|article|faq|survey|territory|territorie|monitor|plan|goal|forecast|shipment|delivery|purchase|journal|ledger|asset|leave|attendance|payroll|0-3|0-5|' +
  'approval|review|pool|backlog|statistics|analysis|analytics|search|receivable|business-opportunity|loan|deposit|transaction|card|policy|claim|appointment|visit|subscription|trust|fund|portfolio|holding|bond|security|securitie|news|announcement|household';

/** Rooms of the program: what stands below them is theirs, whatever it is called, unless it has a number. */
export const ROOM_WORDS =
  'setting|config|configuration|preference|option|report|statistics|analysis|analytics|search|import|export|help|about|login|register|my|me';

/** The same in Chinese, as titles, breadcrumbs and headings say it. */
export const CLIENT_WORDS_ZH =
  '客户|联系人|会员|企业|公司|单位客户|个人客户|对公客户|伙伴|客戶|聯絡人|聯繫人|夥伴|往來單位|會員|個人客戶|企業|法人客户|零售客户|私行客户|往来单位';
export const OTHER_WORDS_ZH =
  '信托|基金|保险|理财|账户|借据|额度|押品|网点|机构管理|商机|合同|订单|发票|回款|收款|产品|商品|报价|任务|待办|日程|活动|工单|用户|员工|角色|权限|部门|菜单|字典|日志|公海|配置|设置|报表|统计|仪表盘|看板|驾驶舱|工作台|首页|主页|审批|公告|消息|通知|项目|线索池|库存|供应商|' +
  '系统管理|系统|贷款申请|理财产品|交易|合約|訂單|發票|產品|報價|任務|待辦|行程|活動|工單|使用者|員工|權限|設定|報表|儀表板|首頁|主頁|審批|訊息|項目|專案|系統|请求|請求';

/** How an address or a title says what is done with a record. */
export const VIEW_WORDS =
  'view|show|detail|details|edit|editview|detailview|update|modify|read|record|info|information|overview|profile|page|card|main|form|summary|timeline|basic|base|get|open|display|maintain|maint|mnt|amend|alter|modi|mod|upd|inq|inquiry|enquiry|weihu|xiugai|bianji|chakan|xiangqing|entity|object|objects|r|lightning|360|index|app|web|crm|o|console|portal|workspace';
/** What an address calls its program or the frame around it, and its makers what answers it. */
export const SHELL_WORDS =
  'frame|frameset|main|index|home|default|app|portal|workspace|workbench|console|desktop|shell|root|action|controller|servlet|servlets|cmd|tab|tabs|win|window|dlg|dialog|panel|data|master|full|single|personal|ind|person|corp|corporate|mgr|mgmt|query|result|ctl|svc|service|card|crm|bean|ids';
/** Words of a page's own title, beside those of its views: "Relationship Snapshot". */
export const TITLE_WORDS =
  'snapshot|dossier|folder|relationship|maintenance|lookup|master|data|screen|hub|center|centre|banking|retail|corporate|wealth|private|individual|personal|banker|desk|workbench|sheet|fact|facts|at|glance|welcome|module|window|central|manager|explorer|insight|insights|intelligence|file|with|in|on|by|no|id|number|standard|layout|360°';
export const LIST_WORDS =
  'list|lists|listview|search|find|browse|all|query|grid|table|kanban|board|calendar|manage|management|mgmt|pool|import|map|tree|pivot|graph';
export const NEW_WORDS =
  'new|create|add|insert|quickcreate|register|import|duplicate|clone|copy|新增|新建|添加|创建|录入|创設|新增客戶|建立';
/** What stands before a number that is a place in a page and no record. */
export const PLACE_WORDS =
  'tab|window|page|step|section|p|pg|offset|limit|size|version|year|month|week|org|tenant|portal|menu|level|site|company_id|team|workspace|t';

/** Words for a record that do not say of what sort: what stands behind them is its number. */
export const RECORD_WORDS = 'record|rec|row|object|obj|entity|data';

/** Labels under which a client's own number in the CRM stands, from the surest. */
export const RECORD_NUMBERS =
  'kundennummer|kundennr|kundennr.|kunden-nr.|客户编号|客户序号|客户流水号|客户号|客户码|客户号码|客戶號碼|客户代码|客户编码|客户id|核心客户号|会员号|会员编号|联系人编号|客戶編號|客戶序號|客戶流水號|歸戶編號|歸戶代號|客戶號|客戶代碼|客戶代號|客戶id|會員編號|cif|cif号|cif no|cif no.|cif number|customer no|customer no.|customer number|customer id|customer code|client no|client no.|client number|client id|client code|client reference|client ref|customer reference|customer ref|contact id|account id|member no|member id|party id|partner id|record id|cust no|cust id|cust. no|cust. id|ecif|ecif号|ecif no|ecif客户号|客户内码|核心客户编号|信贷客户号|crm编号|crm id|relationship number|relationship id|relationship no|rim no|rim number|customer reference number|client identifier|customer identifier';
/** Less sure ones, taken only where none of the others is there. */
export const PLAIN_NUMBERS = '编号|编码|代码|編號|id|no|no.|number|contact number|档案编号';

/** Labels that say the record is something else than a client. */
export const OTHER_LABELS =
  '预计关闭|预计关闭日期|预计结束|预计结单|预计签约|赢单率|赢率|成交概率|expected to close|申请编号|申请日期|申请金额|申请期限|申请事项|授信品种|业务品种|贷款期限|担保方式|审批意见|贷款用途|借款用途|放款金额|还款来源|指示編號|買賣方向|名義金額|交收日|下單人|指示渠道|员工号|员工编号|入职日期|入職日期|报价单号|报价编号|付款方式|交货日期|签署日期|生效日期|活动名称|活动时间|会议主题|参会人|参与人|工单状态|问题描述|投诉内容|处理结果|application no|application no.|application number|application date|requested amount|loan purpose|loan term|interest rate type|settlement date|trade date|nominal amount|order no.|instrument|execution price|claim no|claim number|ticket no|ticket id|case no|case id|reported by|resolution|severity|win probability|deal amount|contract no|contract no.|contract date|effective date|attendees|agenda|call duration|campaign name|campaign type|employee id|staff id|hire date|login name|借据号|借据编号|借款金额|起始日|放款日期|还款方式|贷款余额（元）|合同号|凭证号|工单编号|保单号|保单号码|投保人|基金代码|基金名称|合同编号|合同名称|合同金额|订单号|订单编号|订单金额|商机名称|商机金额|商机阶段|预计成交日期|预计成交金额|产品名称|产品编号|产品编码|产品代码|产品类型|单价|数量|发票号|发票号码|税率|任务名称|任务状态|截止日期|截止时间|用户名|登录名|登录账号|角色|权限|最后登录时间|部门名称|岗位|菜单名称|利率|预期收益率|起购金额|募集规模|' +
  '合約編號|訂單編號|商機名稱|預計成交日期|產品名稱|產品代碼|單價|數量|發票號碼|任務名稱|使用者名稱|權限|' +
  'mandate number|underwriter|policy number|policyholder|inception date|payment reference|loan number|loan amount|maturity date|interest rate|invoice no|invoice number|invoice date|due date|subtotal|sub total|total|grand total|tax total|paid|unit price|quantity|qty|expected closing date|expected close date|close date|closing date|expected close|probability|sales stage|expected revenue|deal stage|deal name|deal value|deal owner|opportunity name|opportunity amount|order no|order number|order date|quote number|' +
  'product name|product code|sku|username|user name|user type|roles|permissions|last login|password|subject|case number|ticket number|priority level|start time|end time|duration|forecast category|pipeline|next step|isin|expiry|yield|minimum investment|contract number|contract value|assigned team|amount due|payment method|expected closing';

/** Facts of an account, which its own screen tells beside its number. */
export const ACCOUNT_LABELS =
  'account class|account status|account type|account currency|account description|account open date|account opening date|account opened|current balance|available balance|ledger balance|book balance|账户状态|账户类型|账户余额|可用余额|开户日期|帳戶狀態|帳戶類型|帳戶餘額|可用餘額|開戶日期';
