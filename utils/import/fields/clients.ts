import { keyLabelsFor } from '@/utils/adapters/generic/lexicon/keys';
import { CLASS_WORDS, TIER_WORDS, YES_NO_WORDS } from '../words';
import { FACTS } from './facts';
import { choice, type ImportField, text } from './field';
import { NOTE_WORDS, WHO } from './who';

const LEVEL_WORDS = keyLabelsFor('individual')['serviceLevel'] ?? '';

export const CLIENTS: readonly ImportField[] = [
  ...WHO,
  {
    key: 'edit.tier',
    reads: choice(TIER_WORDS),
    words: '分层|客户分层|abcd|abc分类|abc分類|维护等级|我的分层|分類等級|經營等級|tier|my tier|abc',
  },
  {
    key: 'edit.classes',
    reads: { type: 'choice', codes: CLASS_WORDS, several: true },
    words: '客户分类|标签|客户标签|客戶標籤|分类|class|classes|tags',
  },
  { key: 'edit.ownLevel', reads: text(40), words: `${LEVEL_WORDS}|等级|等級|级别|客群` },
  {
    key: 'edit.prospect',
    reads: choice(YES_NO_WORDS),
    words: '潜客|是否潜客|潜在客户|潛在客戶|prospect',
  },
  ...FACTS,
  { key: 'note.text', reads: text(5000), words: NOTE_WORDS },
];
