import type { PanelPort, PanelView } from '@/utils/app/panelPort';
import { Present } from '../../present/Present';
import type { ShownClient } from '../desk';
import { masked } from '../who/phoneText';
import { phoneOf } from '../who/values';

interface Props {
  view: PanelView;
  /** The client who sits there, where the panel is theirs. */
  client: ShownClient | null;
  port: PanelPort;
}

/** The panel while its client looks on; of another client's it says nothing. */
export function ClientBeside({ view, client, port }: Props) {
  const phone = client && view.state === 'client' ? phoneOf(view.picture) : null;
  return (
    <Present
      client={client}
      phone={phone && masked(phone)}
      port={port}
      end={() => port.setClientPresent(null)}
    />
  );
}
