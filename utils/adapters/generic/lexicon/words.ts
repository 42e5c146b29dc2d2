/*
 * Words of pages that are neither labels nor values: what stands for nothing, what is pressed, and headings
 * that name a part of the page. Entries are separated by a bar, in lower case.
 */

/** Beside the dashes and words the adapters know: what pages write where there is no value. */
export const EMPTY_WORDS =
  '选填|選填|非必填|optional|keine angabe|keine auswahl|nicht angegeben|k. a.|不适用|不適用|未留存|未留|待录入|待核实|待更新|無記錄|unspecified|none given|none on file|not linked|no entry|tbc|to be confirmed|to be completed|待安排|待定|待确认|待確認|字段为空|欄位為空|field is empty|無此項|无|暂无|未知|待补充|待完善|待填写|空|点击添加|点击编辑|無|無資料|待補充|' +
  'none|unassigned|no value|no data|empty|unknown|undefined|null|nil|n/a|na|n.a.|tbd|blank|unset|nothing|' +
  'no tags|no records|no results|no items|no address|no email|no phone|add value|enter value|choose|select|search|no selection|loading|加载中|載入中';

/** How a field that waits for a value begins: its placeholder, shown as text. */
export const PROMPT_STARTS =
  '请输入|请选择|请填写|请点击|请搜索|点击选择|点击输入|选择|輸入|請輸入|請選擇|請填寫|select a|select one|choose a|enter a|enter the|enter your|type to|type a|add a|pick a|search for|set a|please select|please enter|click to|start typing|e.g.|add tag|add phone|add email';

/** Links that are pressed and not read. */
export const ACTION_WORDS =
  'create new|list all|geo location|open page new window|在地图上查看|在地圖上檢視|查看地图|檢視地圖|view on map|添加更多|添加一项|添加电话|添加邮箱|添加地址|新增一项|add more|add another|add another email|add another phone|编辑|修改|删除|查看|详情|更多|展开|收起|复制|新增|添加|保存|取消|确定|返回|关闭|拨打|拨号|发送|发邮件|发短信|转移|分配|锁定|解锁|导出|打印|刷新|关注|更换|变更|變更|选择|地图|查看更多|查看全部|查看详情|全部|呼叫|' +
  '編輯|刪除|詳情|展開|收合|複製|儲存|確定|關閉|撥打|發送|轉移|匯出|列印|' +
  'edit|delete|remove|view|show|more|show more|see more|read more|see all|view all|details|copy|copy link|add|new|create|save|cancel|ok|back|close|call|send|send email|email|log|log a call|share|print|export|refresh|follow|unfollow|change|map|view map|open|show on map|show map|merge|convert|clone|duplicate|' +
  'actions|options|settings|expand|collapse|hide|toggle|manage|assign|transfer|preview|upload|download|browse|help|info|click to call|change owner|history|expand all|collapse all|add tag|add note|add task|view details|show all|less|show less|see less';

/** Headings of a page's parts about the client himself. */
export const SECTION_WORDS =
  '基本信息|基本资料|基础信息|客户信息|客户资料|详细信息|详细资料|联系信息|联系方式|公司信息|企业信息|个人信息|个人资料|其他信息|更多信息|系统信息|账户信息|资产信息|财务信息|工作信息|家庭信息|补充信息|扩展信息|业务信息|客户概况|概况|概览|总览|概要|摘要|关键信息|主要信息|身份信息|证件信息|地址信息|客户视图|客户画像|画像|' +
  '基本資料|基本資訊|詳細資料|詳細資訊|聯絡資訊|聯絡資料|聯絡方式|聯繫方式|公司資料|個人資料|其他資料|系統資訊|帳戶資訊|資產資訊|客戶資料|客戶資訊|概況|總覽|' +
  '關係管理|particulars|personal particulars|corporate particulars|company particulars|client particulars|overview|details|detail|summary|general|basic|basics|basic info|basic information|general information|information|contact information|contact info|contact details|account information|account details|company information|company details|personal information|personal info|personal details|' +
  'address information|additional information|additional info|other information|other|system information|description information|profile|about|about this contact|about this company|about this person|key information|key details|key facts|highlights|identity|position|misc|context|more|more information|background information|financial information|professional information|' +
  'person details|organization details|record details|work|home|social|sales|settings|properties|fields|general info|main|main information|customer details|client details|client information|customer information|custom fields|record information|internal notes|communication|contact|company|person|client|customer|preferences|status and follow-up|dates|contact data|company profile|client profile|sales & purchase|address and contact|address & contact|tax|accounting|more info|address & contacts|primary address and contact detail|relationship|assets|holdings';

/** Headings and tabs of a page's parts about other records, or about what happened. */
export const RELATED_WORDS =
  '配偶信息|配偶资料|主要联系人信息|首要联系人信息|联系人信息|紧急联系人信息|关键联系人|法人信息|法定代表人信息|实际控制人信息|决策人信息|客户经理信息|服务团队|管户团队|spouse information|spouse details|guarantors|co-applicant|joint applicant|emergency contacts|key contacts|key people|relationship team|account team|service team|coverage team|client team|your team|similar businesses|similar clients|similar customers|similar accounts|people also viewed|you may also know|共同借款人|担保人信息|借款明细|还款计划|贷款明细|董事及股东|董事及股東|董事|股東|高級管理人員|最近互动|最近互動|互动记录|互動紀錄|家庭成員|亲属|親屬|亲属关系|同事|下属|授权签字人|受益人|works with|works for them|next of kin|directors|directors and shareholders|household members|beneficiaries|authorised signatories|authorized signatories|relatives|跟进记录|联系记录|联系纪录|往来记录|接触记录|接触历史|最近联系|近期联系|回访记录|通话记录|沟通记录|拜访记录|服务记录|操作日志|日志|动态|活动|活动记录|时间轴|时间线|历史|历史记录|变更记录|修改记录|修改历史|变更历史|更新历史|操作历史|历史版本|联系人|联系人列表|相关联系人|关联联系人|商机|商机列表|合同|合同列表|订单|订单列表|回款|发票|产品|持有产品|产品持有|持仓|团队成员|相关团队|附件|文件|任务|待办|待办事项|日程|' +
  '评论|备注记录|跟进动态|写跟进|添加跟进|交易记录|交易明细|账户列表|账户明细|关联客户|关联人|关系人|家庭成员|家庭关系|关系图谱|股东|股东信息|高管|高管信息|推荐产品|营销活动|营销记录|提醒|公告|消息|工单|投诉|相似客户|群组|宠物|借贷|最近浏览|最近浏览客户|最近访问|最近查看|我的待办|今日待办|' +
  '最近瀏覽|最近瀏覽客戶|群組|寵物|借貸|最近檢視|聯繫紀錄|聯絡紀錄|往來紀錄|接觸紀錄|拜訪紀錄|跟進紀錄|跟進記錄|聯絡記錄|拜訪記錄|操作日誌|動態|活動|時間軸|歷史記錄|修改歷史|變更歷史|更新歷史|操作歷史|歷史版本|聯絡人|商機|合約|訂單|發票|產品|團隊成員|檔案|任務|待辦事項|行程|評論|交易記錄|關聯客戶|帳戶|往來帳戶|帳戶列表|帳戶明細|往來摘要|' +
  'ansprechpartner|aktivitäten|dokumente|vorgänge|contacts & addresses|contacts and addresses|activity|activities|recent notes|latest notes|contact log|call log|call notes|interactions|recent interactions|interaction history|recent contact|recent contacts|correspondence|meeting notes|timeline|history|feed|stream|chatter|updates|log|audit log|changelog|change log|comments|comment|communications|emails|calls|meetings|events|tasks|task|to-do|todos|my tasks|notes|note|contacts|related contacts|people|persons|companies|organizations|accounts|related|related list|related lists|related records|' +
  'opportunities|opportunity|deals|deal|leads|lead|cases|case|tickets|ticket|invoices|invoice|orders|sales orders|quotes|quotations|estimates|proposals|contracts|documents|document|files|attachments|attachment|products|campaigns|target lists|projects|payments|transactions|subscriptions|members|team members|relationships|connections|similar|recent|recently viewed|' +
  'recent items|recent records|recent activity|recent activities|upcoming|upcoming activities|past activities|next steps|next activities|planned activities|upcoming & overdue|reminders|notifications|workflow|automation|insights|ai assistant|suggestions|recommended|recommendations|attachments & files|linked files|linked objects|related objects|shareholders|family|family members|co-workers|colleagues|other contacts|groups|pets|users|followers|subscribers|discussion|conversation|conversations|messages|whatsapp messages|sms|opportunities pipeline|accounts held|holdings list|direct reports|child accounts|subsidiary companies|contact history|activity history|open activities|account history|linked companies|bank accounts|addresses & contacts|contacts/addresses|contacts/addresses list|latest actions|last actions';

/** Words over the card of one person who is not the client: who looks after him, whom to ask for. */
export const PERSON_HEADS =
  '首要联系人|主要联系人|主联系人|关键联系人|紧急联系人|联系人|管户经理|管户客户经理|客户经理|专属客户经理|理财经理|理财顾问|财富顾问|私人银行家|负责人|销售负责人|配偶|法定代表人|实际控制人|担保人|受益人|介绍人|推荐人|主要聯絡人|首要聯絡人|緊急聯絡人|聯絡人|理財專員|客戶經理|關係經理|' +
  'primary contact|main contact|key contact|emergency contact|contact person|relationship manager|account manager|account owner|client advisor|advisor|private banker|banker|owner|record owner|spouse|partner|next of kin|legal representative|guarantor|beneficiary|referrer|referred by|reports to|your banker|assigned to';

/** Heads of a table whose rows are fields: what a field is called, and what stands in it. */
export const COLUMN_WORDS =
  '标题|内容|项目|項目|字段|字段名|字段值|属性|屬性|属性名|属性值|名称|名稱|值|说明|說明|信息|数据|參數|参数|栏位|欄位|內容|title|content|item|items|field|field name|field value|property|attribute|name|value|values|label|key|detail|details|data|description|information|parameter|setting';

/** Labels of the program itself: who is at the desk, and whom to call about it. */
export const CHROME_LABELS =
  '当前用户|登录用户|登录人|操作员|操作员号|操作人员|柜员|柜员号|当前机构|登录机构|当前日期|营业日期|业务日期|系统时间|系统日期|上次登录|客服专线|客服电话|服务热线|技术支持|版本|版本号|欢迎|欢迎您|当前角色|当前位置|您的位置|分机|' +
  '目前使用者|登入者|操作員|櫃員|目前機構|營業日期|系統時間|客服專線|服務專線|服務熱線|技術支援|歡迎|目前位置|分機|' +
  'logged in as|signed in as|current user|user|welcome|hello|branch code|teller|teller id|workstation|version|hotline|help desk|helpdesk|support|copyright|last login|system date|business date|environment|you are here|ext|sort by|group by|filter|filters|search|show|per page|page|rows per page|language|theme|items per page|filter by|view';

/** Words of a page that has no record to show: no name of anybody has them. */
export const TROUBLE_WORDS =
  '不存在|未找到|找不到|沒有找到|没有找到|查无|查無|无权|無權|没有权限|沒有權限|权限不足|出错|出錯|错误|錯誤|异常|異常|超时|逾時|已删除|已刪除|已失效|已过期|重新登录|重新登入|请登录|请稍后|維護中|维护中|' +
  "not found|page not|no longer|does not exist|doesn’t exist|doesn't exist|cannot be found|access denied|no access|forbidden|unauthorized|unauthorised|insufficient|went wrong|internal server|server error|unexpected error|an error|error occurred|session expired|timed out|under maintenance|unavailable|been deleted|been archived";
