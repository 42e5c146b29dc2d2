import { ROLE_WORDS, STAGE_WORDS } from '../words';
import { choice, type ImportField, text } from './field';
import { NAME, NOTE_WORDS, NUMBER, PHONE_WORDS } from './who';

export const RELATIONS: readonly ImportField[] = [
  NUMBER,
  {
    ...NAME,
    words:
      '客户|客户姓名|客户名称|企业名称|公司名称|客戶|客戶姓名|客戶名稱|公司名稱|client|client name|customer|customer name|company',
  },
  {
    key: 'relation.role',
    reads: choice(ROLE_WORDS),
    words: '关系|与客户关系|称谓|职务|角色|關係|與客戶關係|稱謂|職務|relation|relationship|role',
  },
  {
    key: 'relation.name',
    reads: text(200),
    words:
      '姓名|关系人|关系人姓名|家属|家属姓名|联系人|關係人|關係人姓名|家屬|聯絡人|name|person|related person|contact',
  },
  { key: 'relation.phone', reads: { type: 'phone' }, words: PHONE_WORDS },
  {
    key: 'relation.stage',
    reads: choice(STAGE_WORDS),
    words: '学段|阶段|就读|學段|就學階段|stage|school',
  },
  { key: 'relation.note', reads: text(500), words: NOTE_WORDS },
];
