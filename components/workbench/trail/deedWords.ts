import type { Act } from '@/utils/domain/schema/act';
import { t } from '../../ui/words';

/** How much of a hash is shown: enough to tell two files apart; the whole of it is in the export. */
const SHORT = 12;

/** What was done to the book as a whole. */
export function deedWords(deed: Act['deed']): string {
  if (deed.what === 'erased')
    return t('trail.deed.erased', deed.rows, deed.parts.length, t(`out.why.${deed.why}`));
  if (deed.what === 'aged') return t('trail.deed.aged', deed.rows, deed.parts.length, deed.before);
  if (deed.what === 'handedOver')
    return t(
      'trail.deed.handedOver',
      String(deed.rows),
      String(deed.clients.length),
      deed.to,
      deed.hash.slice(0, SHORT),
    );
  if (deed.what === 'receipted')
    return t(
      'trail.deed.receipted',
      String(deed.clients.length),
      String(deed.entry),
      deed.head.slice(0, SHORT),
    );
  const what = t(`out.kind.${deed.kind}`);
  return t('trail.deed.exported', deed.rows, what, deed.format.toUpperCase(), deed.hash.slice(0, SHORT));
}
