import { CLASS_TAGS, type ClassTag, TIERS, type Tier } from '@/utils/domain/schema/client';
import { PlusIcon } from '../../ui/icons';
import { Menu } from '../../ui/Menu';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';

const TIER_WORDS = { A: 'tier.a', B: 'tier.b', C: 'tier.c', D: 'tier.d' } as const satisfies Record<
  Tier,
  string
>;

/** The cadence tier as a chip; pressing it sets another. */
export function TierMenu({ tier, client, desk }: { tier: Tier | null; client: ShownClient; desk: Desk }) {
  const set = (next: Tier) => {
    const command = { do: 'editClient', subject: client.subject, change: { tier: next } } as const;
    void desk.deeds.perform(command, t('panel.who.tierSet', client.name, next));
  };
  return (
    <Menu
      class={tier === null ? 'chip chip-button chip-soon' : 'chip chip-button chip-tier'}
      label={`${t('tier.label')}: ${tier === null ? t('tier.none') : t(TIER_WORDS[tier])}`}
      title={t('panel.who.setTier')}
      items={TIERS.map((each) => ({
        id: each,
        label: t(TIER_WORDS[each]),
        mark: { kind: 'radio', on: each === tier },
        pick: () => set(each),
      }))}
    >
      {tier ?? t('tier.none')}
    </Menu>
  );
}

/** Adds and takes away class tags. */
export function ClassMenu({
  classes,
  client,
  desk,
}: {
  classes: readonly ClassTag[];
  client: ShownClient;
  desk: Desk;
}) {
  const toggle = (tag: ClassTag) => {
    const next = CLASS_TAGS.filter((each) => classes.includes(each) !== (each === tag));
    const command = { do: 'editClient', subject: client.subject, change: { classes: next } } as const;
    void desk.deeds.perform(command, t('panel.who.classesSet', client.name));
  };
  return (
    <Menu
      class="chip chip-button chip-plus"
      label={t('panel.who.setClasses')}
      title={t('panel.who.setClasses')}
      items={CLASS_TAGS.map((tag) => ({
        id: tag,
        label: t(`class.${tag}`),
        mark: { kind: 'check', on: classes.includes(tag) },
        pick: () => toggle(tag),
      }))}
    >
      <PlusIcon />
    </Menu>
  );
}
