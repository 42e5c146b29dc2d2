import { useState } from 'preact/hooks';
import type { Problem } from '@/utils/app/command';
import type { PanelPort } from '@/utils/app/panelPort';
import type { Channel } from '@/utils/domain/schema/contact';
import { channelOfKey, completeDetails } from '../log/details';
import type { LogClient } from '../log/drafts';
import { LogKeys } from '../log/LogKeys';
import { Button } from '../ui/Button';
import { createDeeds, problemText } from '../ui/deeds';
import { isComposing, isShortcut } from '../ui/keys';
import { UndoBar } from '../ui/UndoBar';
import { useKeyDown } from '../ui/useKeyDown';
import { t } from '../ui/words';

export type BareLogPort = Pick<PanelPort, 'run' | 'newContactId' | 'today' | 'settings'>;

/** The log in the two keys that may be seen: a letter, and Enter. A draft that waits is left alone. */
export function BareLog({ client, port }: { client: LogClient; port: BareLogPort }) {
  const [deeds] = useState(() => createDeeds(port));
  const [channel, setChannel] = useState<Channel | null>(null);
  // Made once per letter: a save that is tried again is the same contact, never a second one.
  const [contactId, setContactId] = useState(() => port.newContactId());
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const pick = (next: Channel | null) => {
    if (saving) return;
    setProblem(null);
    setChannel(next);
  };
  const save = async () => {
    if (channel === null || saving) return;
    setSaving(true);
    const today = port.today.peek();
    const { zone } = port.settings.peek();
    const details = completeDetails(
      { channel, day: today },
      { today, zone, fallbackStep: t('log.nextStepFallback') },
    );
    const outcome = await deeds.perform(
      {
        do: 'logContact',
        subject: client.subject,
        contactId,
        details,
        keeps: null,
        answers: null,
        besideDraft: true,
      },
      t('log.saved', client.name),
    );
    setSaving(false);
    if (outcome.ok) {
      setContactId(port.newContactId());
      setChannel(null);
      return;
    }
    deeds.dismiss();
    setProblem(outcome.error);
  };

  useKeyDown(
    (event) => {
      if (isComposing(event) || event.defaultPrevented) return;
      const letter = isShortcut(event) ? channelOfKey(event.key) : null;
      // Enter on a button is that button's own.
      const onButton = event.target instanceof HTMLButtonElement;
      if (letter) pick(letter);
      else if (event.key === 'Escape' && channel !== null) pick(null);
      else if (event.key === 'Enter' && channel !== null && !onButton) void save();
      else return;
      event.preventDefault();
    },
    { first: true },
  );

  return (
    <section class="present-log" aria-label={t('log.title')}>
      <LogKeys current={channel} pick={pick} />
      {problem && (
        <p class="logproblem" role="alert">
          {problemText(problem)}
        </p>
      )}
      {channel !== null && (
        <Button kind="go" class="btn-save" hotkey="↵" disabled={saving} onClick={() => void save()}>
          {saving ? t('log.saving') : t('log.saveTo', client.name)}
        </Button>
      )}
      <UndoBar deeds={deeds} />
    </section>
  );
}
