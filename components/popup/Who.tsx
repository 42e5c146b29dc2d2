import type { CivilDay } from '@/utils/domain/schema/time';
import { Chip } from '../ui/Chip';
import { t } from '../ui/words';
import { distinction, dueWord, lastWord, lateness, tierWord } from './clientWords';
import type { PopupDesk, Target } from './desk';

/** Null where the book cannot say. */
function aboutWord(target: Target, desk: PopupDesk, today: CivilDay): string | null {
  if (target.standing === 'new') return t('popup.firstSight');
  if (target.brief !== null) return lastWord(target.brief, today);
  return desk.port.book.value.state === 'error' ? null : t('popup.reading');
}

/** The open promise, and whether the next log keeps it. */
function Promised({ target, desk, today }: { target: Target; desk: PopupDesk; today: CivilDay }) {
  const promise = target.brief?.promise;
  if (!promise) return null;
  const mark = lateness(promise.due, today);
  const keeps = desk.keeping.value === promise.contactId;
  return (
    <p class="pwho-promise">
      <span>{t('popup.promised', promise.text)}</span>
      {mark && <Chip tone={mark.tone}>{mark.text}</Chip>}
      <button
        type="button"
        class="chip chip-button"
        aria-pressed={keeps}
        disabled={desk.session.opened.value !== null}
        title={t('popup.keepsHint')}
        onClick={() => desk.setKeeping(keeps ? null : promise.contactId)}
      >
        {t('popup.keeps')}
      </button>
    </p>
  );
}

/** Whom the popup logs for: always the client whom the save button names. */
export function Who({ target, desk, today }: { target: Target; desk: PopupDesk; today: CivilDay }) {
  const { brief, from } = target;
  const page = desk.pageTarget.value;
  const tier = brief && tierWord(brief);
  const due = brief && dueWord(brief, today);
  const apart = brief && from === 'chosen' ? distinction(brief) : null;
  const origin = from === 'page' ? t('popup.fromPage') : t('popup.chosen');
  const said = [origin, apart, aboutWord(target, desk, today)];
  return (
    <header class="pwho">
      <div class="pwho-line">
        <h1>{target.name}</h1>
        <button
          type="button"
          class="btn btn-link pwho-change"
          aria-keyshortcuts="/"
          onClick={() => desk.openSearch()}
        >
          {t('popup.change')}
          <span class="prow-key" aria-hidden="true">
            /
          </span>
        </button>
      </div>
      <p class="pwho-about">
        {tier && <Chip>{tier}</Chip>}
        {due && <Chip tone={due.tone}>{due.text}</Chip>}
        <span>{said.filter((part) => part !== null).join(' · ')}</span>
      </p>
      {from === 'chosen' && page && (
        <button type="button" class="btn btn-link" onClick={() => desk.backToPage()}>
          {t('popup.backToPage', page.name)}
        </button>
      )}
      <Promised target={target} desk={desk} today={today} />
    </header>
  );
}
