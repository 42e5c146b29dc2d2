import { useEffect, useRef } from 'preact/hooks';
import type { ClientId } from '@/utils/domain/schema/ids';
import { CloseIcon } from '../ui/icons';
import { t } from '../ui/words';
import type { Desk } from './desk';

/**
 * One client beside the page: the panel as it stands beside the CRM, in a frame of its own, so that its
 * keys, its headings and its scrolling are its own too.
 */
export function Sheet({ client, desk }: { client: ClientId; desk: Desk }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => frame.current?.focus(), [client]);
  return (
    <aside class="wsheet" aria-label={t('workbench.sheet')}>
      <button
        type="button"
        class="iconbtn wsheet-close"
        aria-label={t('workbench.closeSheet')}
        onClick={() => desk.show(null)}
      >
        <CloseIcon />
      </button>
      <iframe key={client} ref={frame} title={t('workbench.sheet')} src={desk.port.sheetOf(client)} />
    </aside>
  );
}
