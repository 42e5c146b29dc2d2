import type { LogClient } from '../log/drafts';
import { Button } from '../ui/Button';
import { t } from '../ui/words';
import { BareLog, type BareLogPort } from './BareLog';
import { PRESENT_KEY } from './usePresence';
import './present.css';

interface Props {
  /** The client who sits there, if this screen is theirs; their name and their log are all there is. */
  client: LogClient | null;
  /** Their number, masked. */
  phone?: string | null;
  /** Where it can be logged. */
  port?: BareLogPort;
  /** Shows again what was hidden. */
  end: () => void;
}

/**
 * What a screen shows while the client looks on (§6): their own name, and a log of the barest kind; of
 * anybody else, and of what was ever thought of them, nothing.
 */
export function Present({ client, phone = null, port, end }: Props) {
  return (
    <main class="present">
      <div class="present-who">
        <h1>{client ? client.name : t('panel.name')}</h1>
        {phone !== null && <p class="present-phone">{phone}</p>}
        {client === null && <p>{t('present.cover')}</p>}
      </div>
      {client && port && <BareLog key={client.name} client={client} port={port} />}
      <p class="present-end">
        <span>{t('present.on')}</span>
        <Button kind="ghost" hotkey={PRESENT_KEY} aria-keyshortcuts={PRESENT_KEY} onClick={end}>
          {t('present.end')}
        </Button>
      </p>
    </main>
  );
}
