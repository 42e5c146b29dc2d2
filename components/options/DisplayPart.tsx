import { MOST_PROACTIVE, MOST_PROMPTS, PROACTIVE_A_DAY, type Settings } from '@/utils/domain/schema/settings';
import { Button } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';
import { NumberField } from './NumberField';
import { Part } from './Part';
import { Switch } from './Switch';

const THEMES = ['system', 'light', 'dark'] as const;

/** How the panel behaves and looks. */
export function DisplayPart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const start = desk.port.startingSettings;
  const { autoOpen, theme, promptsPerClient, proactivePerDay = PROACTIVE_A_DAY, zone } = settings;
  const { locked } = desk.port.locked.value;
  const own = { autoOpen, theme, promptsPerClient, proactivePerDay };
  const reset = {
    autoOpen: start.autoOpen,
    theme: start.theme,
    promptsPerClient: locked.promptsPerClient ?? start.promptsPerClient,
    proactivePerDay: locked.proactivePerDay ?? PROACTIVE_A_DAY,
  };
  const changed = JSON.stringify(own) !== JSON.stringify(reset);
  return (
    <Part
      id="display"
      about={t('options.display.about')}
      reset={changed ? () => void desk.save(() => reset, t('options.display.resetDone')) : null}
    >
      <Switch
        label={t('options.display.autoOpen')}
        about={t('options.display.autoOpenAbout')}
        on={autoOpen}
        set={(on) =>
          void desk.save(
            () => ({ autoOpen: on }),
            t(on ? 'options.display.autoOpenOn' : 'options.display.autoOpenOff'),
          )
        }
      />
      <div class="ogrid ocaps">
        <NumberField
          label={t('options.display.prompts')}
          unit={t('options.display.promptsUnit')}
          value={promptsPerClient}
          min={1}
          max={MOST_PROMPTS}
          locked={locked.promptsPerClient !== null}
          {...(locked.promptsPerClient === null ? {} : { hint: t('options.byBank') })}
          problem={t('options.display.promptsProblem', '1', String(MOST_PROMPTS))}
          onChange={(most) =>
            void desk.save(
              () => ({ promptsPerClient: most }),
              t('options.display.promptsChanged', String(most)),
            )
          }
        />
        <NumberField
          label={t('options.display.proactive')}
          unit={t('options.display.promptsUnit')}
          value={proactivePerDay}
          min={1}
          max={MOST_PROACTIVE}
          locked={locked.proactivePerDay !== null}
          hint={locked.proactivePerDay === null ? t('options.display.proactiveHint') : t('options.byBank')}
          problem={t('options.display.promptsProblem', '1', String(MOST_PROACTIVE))}
          onChange={(most) =>
            void desk.save(
              () => ({ proactivePerDay: most }),
              t('options.display.proactiveChanged', String(most)),
            )
          }
        />
      </div>
      <div class="otheme">
        <span aria-hidden="true">{t('options.display.theme')}</span>
        <Segmented
          label={t('options.display.theme')}
          options={THEMES.map((value) => ({ value, label: t(`options.display.${value}`) }))}
          value={theme}
          onChange={(next) =>
            next &&
            void desk.save(
              () => ({ theme: next }),
              t('options.display.themeChanged', t(`options.display.${next}`)),
            )
          }
        />
      </div>
      <p class="ozone">
        {t('options.display.zone', zone)}
        {zone !== start.zone && (
          <Button
            kind="link"
            onClick={() =>
              void desk.save(() => ({ zone: start.zone }), t('options.display.zoneChanged', start.zone))
            }
          >
            {t('options.display.useZone', start.zone)}
          </Button>
        )}
      </p>
    </Part>
  );
}
