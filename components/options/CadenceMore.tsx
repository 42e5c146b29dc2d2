import { USUAL_VISITS } from '@/utils/domain/cadence/visitDue';
import { TIERS, type Tier } from '@/utils/domain/schema/client';
import { CADENCED_CLASSES, type ClassCadence, type Settings } from '@/utils/domain/schema/settings';
import { USUAL_CAPACITY } from '@/utils/domain/workload/capacity';
import { t, type WordKey } from '../ui/words';
import type { OptionsDesk } from './desk';
import { NumberField } from './NumberField';
import { OptionalNumber } from './OptionalNumber';

const LEAST = 1;
const MOST = 365;
const MOST_VISITS = 20;
const MOST_CONTACTS = 100;

const TIER_WORDS = { A: 'tier.a', B: 'tier.b', C: 'tier.c', D: 'tier.d' } satisfies Record<Tier, WordKey>;

interface Props {
  desk: OptionsDesk;
  settings: Settings;
}

/** Cadence by class: before the tier, and only where one is set. */
export function ClassCadencePart({ desk, settings }: Props) {
  const set = settings.classCadence ?? {};
  const change = (tag: keyof ClassCadence, days: number | null) => {
    const name = t(`class.${tag}`);
    void desk.save(
      (now) => {
        const { [tag]: _former, ...others } = now.classCadence ?? {};
        return { classCadence: days === null ? others : { ...others, [tag]: days } };
      },
      days === null
        ? t('options.cadence.classCleared', name)
        : t('options.cadence.classChanged', name, String(days)),
    );
  };
  return (
    <>
      <h3>{t('options.cadence.classes')}</h3>
      <p class="opart-about">{t('options.cadence.classesAbout')}</p>
      <div class="ogrid">
        {CADENCED_CLASSES.map((tag) => (
          <OptionalNumber
            key={tag}
            label={t(`class.${tag}`)}
            unit={t('options.cadence.days')}
            value={set[tag] ?? null}
            min={LEAST}
            max={MOST}
            placeholder="–"
            problem={t('options.cadence.optional', String(LEAST), String(MOST))}
            onChange={(days) => change(tag, days)}
          />
        ))}
      </div>
    </>
  );
}

/** How often clients of a tier are met, apart from other contacts. */
export function VisitCadencePart({ desk, settings }: Props) {
  const set = settings.visitCadence ?? USUAL_VISITS;
  return (
    <>
      <h3>{t('options.cadence.visits')}</h3>
      <p class="opart-about">{t('options.cadence.visitsAbout')}</p>
      <div class="ogrid">
        {TIERS.map((tier) => (
          <OptionalNumber
            key={tier}
            label={t('options.cadence.visitOf', t(TIER_WORDS[tier]))}
            unit={t('options.cadence.days')}
            value={set[tier]}
            min={LEAST}
            max={MOST}
            placeholder="–"
            problem={t('options.cadence.optional', String(LEAST), String(MOST))}
            onChange={(days) =>
              void desk.save(
                (now) => ({ visitCadence: { ...(now.visitCadence ?? USUAL_VISITS), [tier]: days } }),
                days === null
                  ? t('options.cadence.visitCleared', t(TIER_WORDS[tier]))
                  : t('options.cadence.visitChanged', t(TIER_WORDS[tier]), String(days)),
              )
            }
          />
        ))}
      </div>
    </>
  );
}

/** What the week plan fills a day with. */
export function CapacityPart({ desk, settings }: Props) {
  const set = settings.capacity ?? USUAL_CAPACITY;
  return (
    <>
      <h3>{t('options.cadence.capacity')}</h3>
      <p class="opart-about">{t('options.cadence.capacityAbout')}</p>
      <div class="ogrid">
        <NumberField
          label={t('options.cadence.capacityVisits')}
          unit={t('options.cadence.times')}
          value={set.visits}
          min={0}
          max={MOST_VISITS}
          problem={t('options.cadence.problem', '0', String(MOST_VISITS))}
          onChange={(visits) =>
            void desk.save(
              (now) => ({ capacity: { ...(now.capacity ?? USUAL_CAPACITY), visits } }),
              t('options.cadence.visitsChanged', String(visits)),
            )
          }
        />
        <NumberField
          label={t('options.cadence.capacityContacts')}
          unit={t('options.cadence.times')}
          value={set.contacts}
          min={0}
          max={MOST_CONTACTS}
          problem={t('options.cadence.problem', '0', String(MOST_CONTACTS))}
          onChange={(contacts) =>
            void desk.save(
              (now) => ({ capacity: { ...(now.capacity ?? USUAL_CAPACITY), contacts } }),
              t('options.cadence.contactsChanged', String(contacts)),
            )
          }
        />
      </div>
    </>
  );
}
