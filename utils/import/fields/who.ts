import { CLIENT_KIND_WORDS } from '../words';
import { choice, type ImportField, text } from './field';

const NUMBER_WORDS =
  '客户号|客户编号|客户号码|客户代码|客户编码|客户id|核心客户号|cif|cif号|会员号|会员编号|客戶號|客戶編號|客戶號碼|客戶代號|客戶id|會員編號|client no|client no.|client number|client id|customer no|customer no.|customer number|customer id|cif no|cif number';
export const NAME_WORDS =
  '姓名|客户|客户姓名|客户名称|客户名|户名|中文姓名|全名|企业名称|公司名称|单位名称|机构名称|企业全称|公司全称|客戶|客戶姓名|客戶名稱|客戶名|戶名|企業名稱|公司名稱|機構名稱|name|full name|client|client name|customer|customer name|account name|company name|company';

export const NUMBER: ImportField = { key: 'who.number', reads: text(60), words: NUMBER_WORDS };
export const NAME: ImportField = { key: 'who.name', reads: text(200), words: NAME_WORDS };
export const KIND: ImportField = {
  key: 'who.kind',
  reads: choice(CLIENT_KIND_WORDS),
  words: '客户类型|客户类别|客户性质|对公对私|客戶類型|客戶類別|client type|customer type|client kind',
};
export const PHONE_WORDS =
  '手机|手机号|手机号码|移动电话|联系电话|联系手机|客户手机|电话|电话号码|联系方式|手機|手機號碼|行動電話|聯絡電話|電話|mobile|mobile phone|mobile number|phone|phone number|cell phone|tel|telephone';
export const PHONE: ImportField = { key: 'who.phone', reads: { type: 'phone' }, words: PHONE_WORDS };
export const BIRTHDAY: ImportField = {
  key: 'who.birthday',
  reads: { type: 'birthday' },
  words:
    '生日|出生日期|出生年月日|出生年月|客户生日|农历生日|阳历生日|農曆生日|國曆生日|birthday|birth date|birthdate|date of birth|dob',
};

/** Whose a row is: every kind of sheet says it. */
export const WHO = [NUMBER, NAME, PHONE, BIRTHDAY, KIND];

/** How a column of remarks is headed, in any sheet. */
export const NOTE_WORDS = '备注|備註|备忘|说明|說明|附注|note|notes|remark|remarks|comment|comments';
