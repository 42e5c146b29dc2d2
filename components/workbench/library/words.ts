import type { PieceFault } from '@/utils/domain/library/libraryText';
import type { Piece } from '@/utils/domain/library/piece';
import { phrase, t } from '../../ui/words';

/** What is wrong, in words: the refused ones are quoted. */
export function faultText({ what, detail }: PieceFault): string {
  return t(`library.fault.${what}`, detail);
}

/** What kind of piece it is. */
export function kindWord(piece: Piece): string {
  if (piece.type === 'track') return t(`library.kind.${piece.kind}`);
  if (piece.type === 'checklist') return t(`purpose.${piece.purpose}`);
  if (piece.type === 'card') return phrase(`sort.holding.${piece.kind}`);
  return t('library.type.case');
}
