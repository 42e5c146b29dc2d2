import { dayOf } from '@/utils/domain/day';
import type { ClientPicture } from '@/utils/domain/picture';
import { Chip } from '../../ui/Chip';
import { exactDay } from '../../ui/dayWords';
import { Menu } from '../../ui/Menu';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';

const LEVELS = ['private', 'wealth', 'gold', 'basic'] as const;

/**
 * The bank's service level: as the CRM shows it, with the day it was last seen; where the CRM shows none, as
 * the RM notes it.
 */
export function LevelMenu({
  picture,
  client,
  desk,
}: {
  picture: ClientPicture;
  client: ShownClient;
  desk: Desk;
}) {
  const { bundle } = picture;
  const { serviceLevel, ownLevel, kind } = bundle.client;
  if (serviceLevel !== null) {
    const seen = bundle.lastSeen['serviceLevel'];
    const day = seen === undefined ? null : exactDay(dayOf(seen, desk.port.settings.value.zone));
    const title = t('panel.who.serviceLevel');
    return <Chip title={day === null ? title : t('panel.who.levelSeen', title, day)}>{serviceLevel}</Chip>;
  }
  // Companies are not served by level.
  if (kind !== 'individual' && ownLevel === undefined) return null;
  const set = (next: string | null) => {
    const command = { do: 'editClient', subject: client.subject, change: { ownLevel: next } } as const;
    const said =
      next === null ? t('panel.who.levelGone', client.name) : t('panel.who.levelSet', client.name, next);
    void desk.deeds.perform(command, said);
  };
  const words = LEVELS.map((level) => t(`level.${level}`));
  const items = [...new Set([...words, ...(ownLevel === undefined ? [] : [ownLevel])])].map((word) => ({
    id: word,
    label: word,
    mark: { kind: 'radio' as const, on: word === ownLevel },
    pick: () => set(word),
  }));
  const none = { id: 'none', label: t('facts.unset'), pick: () => set(null) };
  return (
    <Menu
      class="chip chip-button"
      label={`${t('panel.who.serviceLevel')}: ${ownLevel ?? t('facts.unset')}`}
      title={t('panel.who.setLevel')}
      items={ownLevel === undefined ? items : [...items, none]}
    >
      {ownLevel ?? t('panel.who.level')}
    </Menu>
  );
}
