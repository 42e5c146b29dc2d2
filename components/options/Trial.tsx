import type { TrialPage, TrialSeen } from '@/utils/app/optionsPort';
import type { FieldKey } from '@/utils/domain/schema/client';
import { fieldName } from '../panel/profile/valueWords';
import { t } from '../ui/words';

const names = (keys: readonly FieldKey[]): string => keys.map(fieldName).join(t('panel.lost.and'));

function Verdict({ seen }: { seen: TrialSeen }) {
  switch (seen.state) {
    case 'ambiguous':
      return <p>{t('options.adapters.tried.ambiguous', t(`options.adapters.doubt.${seen.why}`))}</p>;
    case 'client':
      return (
        <>
          <p>{t('options.adapters.tried.client', seen.name, seen.recordId, String(seen.found.length))}</p>
          {(['found', 'odd', 'missing'] as const).map(
            (which) =>
              seen[which].length > 0 && (
                <p key={which} class="otrial-fields">
                  {t(`options.adapters.tried.${which}`, names(seen[which]))}
                </p>
              ),
          )}
        </>
      );
    default:
      return <p>{t(`options.adapters.tried.${seen.state}`)}</p>;
  }
}

interface Props {
  pages: readonly TrialPage[];
  /** The adapter leaves something to the generic reader. */
  unaided: boolean;
}

/** What an adapter makes of each open page, by the page's title and address. */
export function Trial({ pages, unaided }: Props) {
  if (pages.length === 0) return <p>{t('options.adapters.tryNone')}</p>;
  return (
    <>
      <p>
        {t('options.adapters.tryPages')} {unaided && t('options.adapters.tryUnaided')}
      </p>
      <ul class="otrial">
        {pages.map(({ tabId, title, address, seen }) => (
          <li key={tabId} data-state={seen.state}>
            <b>{title === '' ? address : title}</b>
            <span class="otrial-address">{address}</span>
            <Verdict seen={seen} />
          </li>
        ))}
      </ul>
    </>
  );
}
