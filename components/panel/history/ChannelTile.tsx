import { CHANNELS, type Channel } from '@/utils/domain/schema/contact';
import { isFaceToFace } from '../../log/details';
import { t } from '../../ui/words';

/** A channel's letter: solid for meetings, tinted for the rest, outlined for plans. */
export function ChannelTile({ channel, planned = false }: { channel: Channel; planned?: boolean }) {
  const look = planned ? 'planned' : isFaceToFace(channel) ? 'solid' : 'tinted';
  const word = t(`channel.${channel}`);
  return (
    <span class={`tile tile-${look}`} role="img" aria-label={word} title={word}>
      {CHANNELS[channel]}
    </span>
  );
}
