import type { AdapterRules } from '@/utils/app/optionsPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';

interface Props {
  rules: AdapterRules;
  /** Asks whether one of the user's own that is not in force is to be put away. */
  remove(adapter: { id: string; title: string }): void;
}

/** What the bank lets users do with adapters, and what is not in force and why; nothing where all is. */
export function BankWord({ rules: { refused, ownAllowed }, remove }: Props) {
  return (
    <>
      {!ownAllowed && <p class="oempty">{t('options.adapters.ownOff')}</p>}
      {refused.length > 0 && (
        <div class="owarn orefused">
          <h3>{t('options.adapters.refusedTitle')}</h3>
          <ul>
            {refused.map(({ title, ownId, why }, index) => {
              const called = title ?? t('options.adapters.unnamed');
              return (
                <li key={index}>
                  {t(`options.adapters.notInForce.${why}`, called)}
                  {ownId !== null && (
                    <Button
                      kind="link"
                      aria-label={t('options.adapters.removeOf', called)}
                      onClick={() => remove({ id: ownId, title: called })}
                    >
                      {t('options.adapters.remove')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </>
  );
}
