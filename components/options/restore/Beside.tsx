import type { BackupPreview, BesideShown, BesideTaken } from '@/utils/app/backup/backupPort';
import { type Settings, settings } from '@/utils/domain/schema/settings';
import { t } from '../../ui/words';

/** So many names are shown; the others are counted. */
const NAMED = 8;

const listed = (names: readonly string[]): string => {
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(t('restore.nameBetween'));
  return more > 0 ? `${shown} ${t('beside.andMore', more)}` : shown;
};

const isSetting = (name: string): name is keyof Settings & string => name in settings.shape;
const settingName = (name: string): string => (isSetting(name) ? t(`beside.setting.${name}`) : name);

/** Names as they are shown: mappings have none, for of their headings a digest alone is kept. */
function namesIn(part: BesideShown['part'], names: readonly string[]): string {
  if (part === 'importMappings') return t('beside.count', names.length);
  return listed(part === 'settings' ? names.map(settingName) : names);
}

/** What would become of one part here, in words. */
function changeWords(shown: BesideShown): string[] {
  if (shown.state === 'damaged') return [t('beside.damaged')];
  const { part, added, changed, held, unread } = shown;
  const words = [
    added.length > 0 ? t('beside.added', namesIn(part, added)) : null,
    changed.length > 0 ? t('beside.changed', namesIn(part, changed)) : null,
    held.length > 0 ? t('beside.held', namesIn(part, held)) : null,
    unread > 0 ? t('beside.unread', unread) : null,
  ].filter((one) => one !== null);
  return words.length > 0 ? words : [t('beside.same')];
}

interface Props {
  beside: BackupPreview['beside'];
  besideToo: boolean;
  onChange(next: boolean): void;
}

/** Settings and whatever else lies beside the book: whether they come along, and what would change. */
export function Beside({ beside, besideToo, onChange }: Props) {
  return (
    <div class="orestore-beside">
      <label>
        <input
          type="checkbox"
          checked={besideToo}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{t('beside.take')}</span>
      </label>
      <dl class={besideToo ? undefined : 'orestore-stays'}>
        {beside.map((shown) => (
          <div key={shown.part}>
            <dt>{t(`beside.part.${shown.part}`)}</dt>
            {changeWords(shown).map((words) => (
              <dd key={words} class={shown.state === 'damaged' ? 'orestore-loses' : undefined}>
                {words}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
}

const partNames = (parts: BesideTaken['taken']): string =>
  parts.map((part) => t(`beside.part.${part}`)).join(t('restore.nameBetween'));

/** Which parts came along, and which are here as they were. */
export function BesideDone({ beside }: { beside: BesideTaken | null }) {
  if (!beside) return null;
  const { taken, refused } = beside;
  return (
    <>
      {taken.length > 0 && <p class="ogood">{t('beside.taken', partNames(taken))}</p>}
      {refused.length > 0 && <p class="owarn owarn-late">{t('beside.notTaken', partNames(refused))}</p>}
    </>
  );
}
