import { CHANNELS, type Channel } from '@/utils/domain/schema/contact';
import { t } from '../ui/words';
import { LOG_CHANNELS } from './details';
import './log.css';

/** The row of letters: T M W E S V B, each with its word. Pressing one opens the form in place. */
export function LogKeys({ current, pick }: { current: Channel | null; pick: (channel: Channel) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on the screen
    <div class="logkeys" role="group" aria-label={t('log.title')}>
      {LOG_CHANNELS.map((channel) => (
        <button
          key={channel}
          type="button"
          class="logkey"
          aria-pressed={channel === current}
          aria-keyshortcuts={CHANNELS[channel]}
          onClick={() => pick(channel)}
        >
          <b>{CHANNELS[channel]}</b>
          <span>{t(`channel.${channel}`)}</span>
        </button>
      ))}
    </div>
  );
}
