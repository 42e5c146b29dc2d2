import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EveningPort } from '@/utils/app/eveningPort';
import { latestFirst, type PendingEntry, pendingOf } from '@/utils/domain/evening/evening';
import type { ContactId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { copyContact } from '../../carry/copyContact';
import { templateText } from '../../carry/templateText';
import { Button } from '../../ui/Button';
import { createDeeds } from '../../ui/deeds';
import { isShortcut } from '../../ui/keys';
import { Day } from '../../ui/Say';
import { UndoBar } from '../../ui/UndoBar';
import { useKeyDown } from '../../ui/useKeyDown';
import { t } from '../../ui/words';
import { PickList } from './PickList';
import type { KnownClients } from './useClients';

const COPY_KEY = 'C';

/** Most lines drawn; the rest come up as these are carried over. */
const MOST = 200;

interface Props {
  known: KnownClients;
  evening: EveningPort;
  today: CivilDay;
}

/**
 * What the bank's own system has not got: copied in its template, pasted there by the RM, marked here. Enter
 * marks one and copies the next, so that twenty are carried over without typing a word again.
 */
export function ToEnter({ known, evening, today }: Props) {
  const [entered, setEntered] = useState<ReadonlySet<ContactId>>(new Set());
  const [copied, setCopied] = useState<ContactId | null>(null);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const [deeds] = useState(() =>
    createDeeds({
      run: async (command) => {
        const done = await evening.run(command);
        // Taken back: the book alone says again what is entered.
        if (done.outcome.ok && command.do === 'undo') setEntered(new Set());
        return done;
      },
    }),
  );
  const all = useMemo(() => {
    const { briefs, bundles } = known;
    const entries = briefs.flatMap((brief) => {
      const bundle = bundles.get(brief.clientId);
      return bundle ? pendingOf(brief, bundle, today) : [];
    });
    return latestFirst(entries).filter(({ contact }) => !entered.has(contact.id));
  }, [known, entered, today]);
  const items = all.slice(0, MOST);
  const place = Math.min(at, Math.max(items.length - 1, 0));
  const item = items[place] ?? null;
  const { template } = evening.settings.value;

  useLayoutEffect(() => list.current?.focus(), []);
  useLayoutEffect(() => {
    if (document.activeElement === document.body || document.activeElement === null) list.current?.focus();
  });

  const copy = async ({ contact, brief }: PendingEntry) => {
    const wrong = await copyContact(evening, contact, brief.name);
    if (wrong !== null) return deeds.say(wrong, true);
    setCopied(contact.id);
  };
  const enter = async (entry: PendingEntry) => {
    const { contact, brief } = entry;
    if (copied !== contact.id) return copy(entry);
    const { clientId, id: contactId } = contact;
    const outcome = await deeds.perform(
      { do: 'markEntered', clientId, contactId, entered: true },
      t('evening.marked', brief.name),
    );
    if (!outcome.ok) return;
    setEntered((ids) => new Set([...ids, contactId]));
    const next = items[place + 1];
    if (next) await copy(next);
  };
  useKeyDown((event) => {
    if (!item || !isShortcut(event) || event.key.toUpperCase() !== COPY_KEY) return;
    event.preventDefault();
    void copy(item);
  });

  return (
    <>
      {item === null ? (
        <p class="wempty">{t('evening.allEntered')}</p>
      ) : (
        <div class="evening">
          <PickList
            label={t('evening.toEnter', all.length)}
            items={items}
            keyOf={({ contact }) => contact.id}
            at={place}
            onMove={setAt}
            onEnter={(entry) => void enter(entry)}
            list={list}
          >
            {({ brief, contact }) => (
              <>
                <span class="evname">
                  <b>{brief.name}</b> {t(`channel.${contact.channel}`)}
                </span>
                <span class="evquiet">
                  <Day day={contact.day} today={today} />
                </span>
              </>
            )}
          </PickList>
          <section class="evform" aria-label={item.brief.name}>
            <pre class="evcopy">{templateText(item.contact, item.brief.name, template)}</pre>
            <div class="evdeeds">
              <Button
                kind={copied === item.contact.id ? 'plain' : 'go'}
                hotkey={COPY_KEY}
                aria-keyshortcuts={COPY_KEY}
                onClick={() => void copy(item)}
              >
                {t('log.copyToCrm')}
              </Button>
              {copied === item.contact.id && (
                <Button kind="go" hotkey="↵" onClick={() => void enter(item)}>
                  {t('evening.enteredNext')}
                </Button>
              )}
            </div>
            <p class="evquiet" role="status">
              {copied === item.contact.id ? t('evening.copied', item.brief.name) : t('evening.copyHint')}
            </p>
          </section>
        </div>
      )}
      <UndoBar deeds={deeds} />
    </>
  );
}
