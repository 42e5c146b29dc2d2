import { useState } from 'preact/hooks';
import { STAGES, type Stage } from '@/utils/domain/schema/relation';
import { type FamilyEvent, familyEvent, type Settings } from '@/utils/domain/schema/settings';
import type { CivilDay } from '@/utils/domain/schema/time';
import { DayInput, Tick, Words } from '../../panel/facts/inputs';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { shortDay } from '../../ui/dayWords';
import { phrase, t } from '../../ui/words';
import type { OptionsDesk } from '../desk';
import { SaleList } from './SaleList';

interface Draft {
  name: string | null;
  stages: readonly Stage[];
  until: CivilDay | null;
}

const NEW: Draft = { name: null, stages: [], until: null };

function EventForm(props: { draft: Draft; save(event: FamilyEvent): void; close(): void }) {
  const [draft, setDraft] = useState(props.draft);
  const [asked, setAsked] = useState(false);
  const put = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const read = familyEvent.safeParse(draft);
  return (
    <Dialog
      title={t(props.draft.name === null ? 'options.sale.newEvent' : 'options.sale.editEvent')}
      onClose={props.close}
    >
      <form
        class="osale-form"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (read.success) props.save(read.data);
        }}
      >
        <Words
          label={t('options.sale.name')}
          max={60}
          value={draft.name}
          onChange={(name) => put({ name })}
        />
        <DayInput
          label={t('options.sale.eventDay')}
          value={draft.until}
          onChange={(until) => put({ until })}
        />
        <fieldset class="osale-stages">
          <legend>{t('options.sale.stages')}</legend>
          {STAGES.map((stage) => (
            <Tick
              key={stage}
              label={phrase(`sort.stage.${stage}`)}
              value={draft.stages.includes(stage)}
              onChange={(on) =>
                put({ stages: on ? [...draft.stages, stage] : draft.stages.filter((one) => one !== stage) })
              }
            />
          ))}
        </fieldset>
        <p class="field-error" role="alert">
          {asked && !read.success && t('options.sale.eventProblem')}
        </p>
        <div class="dialog-buttons">
          <Button onClick={props.close}>{t('ui.cancel')}</Button>
          <Button kind="go" type="submit">
            {t('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const isSame = (one: FamilyEvent, other: FamilyEvent): boolean =>
  one.name === other.name && one.until === other.until;

/** The bank's events to which clients with children of a stage can be invited. */
export function Events({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const [editing, setEditing] = useState<FamilyEvent | 'new' | null>(null);
  const today = desk.port.today.value;
  const events = settings.events ?? [];
  const save = (event: FamilyEvent) => {
    const former = editing === 'new' ? null : editing;
    setEditing(null);
    void desk.save(
      ({ events: now = [] }) => ({
        events: [...now.filter((one) => !isSame(one, event) && !(former && isSame(one, former))), event],
      }),
      t('options.sale.eventSaved', event.name),
    );
  };
  return (
    <>
      <SaleList
        title={t('options.sale.events')}
        none={t('options.sale.noEvents')}
        add={t('options.sale.addEvent')}
        locked={desk.port.locked.value.locked.events !== null}
        rows={events.map((event) => ({
          key: `${event.name}|${event.until}`,
          name: event.name,
          about: [
            shortDay(event.until, today),
            ...event.stages.map((stage) => phrase(`sort.stage.${stage}`)),
          ].join(' · '),
          edit: () => setEditing(event),
          remove: () =>
            void desk.save(
              ({ events: now = [] }) => ({ events: now.filter((one) => !isSame(one, event)) }),
              t('options.sale.removed', event.name),
            ),
        }))}
        onAdd={() => setEditing('new')}
      />
      {editing && (
        <EventForm draft={editing === 'new' ? NEW : editing} save={save} close={() => setEditing(null)} />
      )}
    </>
  );
}
