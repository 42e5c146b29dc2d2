import { CHANNEL_WORDS, PURPOSE_WORDS, RESULT_WORDS } from '../words';
import { choice, DAY, type ImportField, text } from './field';
import { BIRTHDAY, KIND, NAME, NOTE_WORDS, NUMBER, PHONE, PHONE_WORDS } from './who';

/** 联系方式 over a list of contacts says how, not where to. */
const PHONE_BESIDE_CHANNEL: ImportField = {
  ...PHONE,
  words: PHONE_WORDS.replace('联系方式|', ''),
};

export const CONTACTS: readonly ImportField[] = [
  NUMBER,
  NAME,
  PHONE_BESIDE_CHANNEL,
  BIRTHDAY,
  KIND,
  {
    key: 'contact.day',
    reads: DAY,
    words:
      '日期|联系日期|联系时间|拜访日期|拜访时间|跟进日期|跟进时间|时间|聯繫日期|聯絡日期|拜訪日期|日期時間|date|contact date|contacted on|visit date|when',
  },
  { key: 'contact.minute', reads: { type: 'time' }, words: '时刻|几点|時刻|time' },
  {
    key: 'contact.channel',
    reads: choice(CHANNEL_WORDS),
    words:
      '方式|联系方式|联系渠道|渠道|跟进方式|拜访方式|类型|聯繫方式|聯絡方式|管道|拜訪方式|channel|contact type|type|method',
  },
  {
    key: 'contact.result',
    reads: choice(RESULT_WORDS),
    words: '结果|联系结果|接通情况|結果|聯繫結果|result|outcome',
  },
  {
    key: 'contact.purpose',
    reads: choice(PURPOSE_WORDS),
    words: '目的|联系目的|拜访目的|事由|聯繫目的|拜訪目的|purpose|reason',
  },
  {
    key: 'contact.note',
    reads: text(5000),
    words: `内容|联系内容|沟通内容|跟进内容|拜访内容|跟进记录|联系记录|纪要|內容|聯繫內容|拜訪內容|紀要|content|details|summary|${NOTE_WORDS}`,
  },
  { key: 'contact.metWith', reads: text(500), words: '见面人|拜访对象|受访人|拜訪對象|met with|met' },
  { key: 'contact.place', reads: text(500), words: '地点|拜访地点|地點|拜訪地點|place|location|where' },
  {
    key: 'contact.next',
    reads: text(500),
    words: '下一步|后续|后续安排|下次计划|後續|後續安排|next step|next steps|follow-up|follow up',
  },
  {
    key: 'contact.nextDue',
    reads: DAY,
    words: '下次联系日期|下次联系时间|下次跟进时间|下次日期|下次聯絡日期|next date|next contact|due',
  },
];
