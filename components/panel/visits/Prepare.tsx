import { useEffect, useRef, useState } from 'preact/hooks';
import { type CheckItem, MAX_CHECKS, type VisitDetails } from '@/utils/domain/schema/visit';
import { checklistFor } from '@/utils/domain/visits/checklists';
import type { PlannedVisit } from '@/utils/domain/visits/planned';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { isComposing } from '../../ui/keys';
import { t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';
import { Tick, Words } from '../facts/inputs';
import { RowForm } from '../facts/RowForm';
import type { FormKey } from '../unsaved';
import { checkWord } from './checkWords';

/** What is prepared so far, or what a preparation begins with. */
function begin({ id, plan, prepared }: PlannedVisit): VisitDetails {
  if (!prepared) {
    const checklist = checklistFor(plan.purpose);
    return { id, canDo: null, marker: null, area: null, checklist, focus: null, evidence: null };
  }
  const { clientId: _owner, sample: _sample, ...details } = prepared;
  return details;
}

/**
 * The preparation as it will be once all that was asked for is done: ticks come faster than the store
 * answers, and each must stand on the one before.
 */
function useKeeping(visit: PlannedVisit, desk: Desk) {
  const latest = useRef(begin(visit));
  const underway = useRef(0);
  const [, redraw] = useState({});
  const put = (details: VisitDetails) => {
    latest.current = details;
    redraw({});
  };
  useEffect(() => {
    if (underway.current === 0) put(begin(visit));
    // An opened row is the same object for as long as it says the same.
  }, [visit.prepared]);
  const keep = async (change: Partial<VisitDetails>, said: string): Promise<boolean> => {
    put({ ...latest.current, ...change });
    underway.current += 1;
    const command = { do: 'keepVisit', clientId: visit.clientId, visit: latest.current } as const;
    const { ok } = await desk.deeds.perform(command, said);
    underway.current -= 1;
    if (!ok) put(begin(visit));
    return ok;
  };
  return { details: latest.current, keep };
}

function AddLine({ onAdd }: { onAdd: (text: string) => Promise<boolean> }) {
  const [text, setText] = useState('');
  const add = async () => {
    const line = text.trim();
    if (line === '' || !(await onAdd(line))) return;
    setText('');
  };
  return (
    <div class="visit-add">
      <Field label={t('visits.addCheck')} quiet>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            type="text"
            autocomplete="off"
            maxLength={100}
            placeholder={t('visits.addCheck')}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isComposing(event)) return;
              event.preventDefault();
              void add();
            }}
          />
        )}
      </Field>
      <Button disabled={text.trim() === ''} onClick={() => void add()}>
        {t('visits.addCheckDo')}
      </Button>
    </div>
  );
}

interface Props {
  visit: PlannedVisit;
  client: ShownClient;
  desk: Desk;
  onClose: () => void;
}

/** The form of what is prepared, among those half written. */
export const prepareKey = ({ clientId, id }: Pick<PlannedVisit, 'clientId' | 'id'>): FormKey => ({
  of: clientId,
  name: `visits|${id}`,
});

/** Prepares a visit: what one can do for the client, the marker, and a checklist whose ticks are kept at once. */
export function Prepare({ visit, client, desk, onClose }: Props) {
  const { details, keep } = useKeeping(visit, desk);
  const tick = (at: number, item: CheckItem) => {
    const { checklist } = details;
    const done = !item.done;
    const next = checklist.map((each, place) => (place === at ? { ...each, done } : each));
    void keep({ checklist: next }, t(done ? 'visits.ticked' : 'visits.unticked', checkWord(item)));
  };
  const add = (text: string) =>
    keep({ checklist: [...details.checklist, { text, done: false }] }, t('visits.added', text));
  // As it is kept, not as it will be: what is typed must never be on top of something older.
  const { canDo, marker, area, focus } = begin(visit);
  return (
    <div class="visit-prepare">
      <RowForm
        // Prepared elsewhere meanwhile, it begins anew; what was typed here is taken along.
        key={JSON.stringify([canDo, marker, area, focus])}
        formKey={prepareKey(visit)}
        grab
        label={t('visits.one')}
        start={{ canDo, marker, area, focus }}
        desk={desk}
        unsourced
        onSave={(words) => keep(words, t('facts.saved', t('visits.one'), client.name))}
        onClose={onClose}
      >
        {(words, change) => (
          <>
            <div class="rowform-wide">
              <Words
                label={t('visits.canDo')}
                hint={t('visits.canDoHint')}
                max={500}
                value={words.canDo}
                onChange={(next) => change({ canDo: next })}
              />
            </div>
            <div class="rowform-wide">
              <Words
                label={t('visits.marker')}
                hint={t('visits.markerHint')}
                max={500}
                value={words.marker}
                onChange={(next) => change({ marker: next })}
              />
            </div>
            <Words
              label={t('visits.area')}
              max={60}
              value={words.area}
              onChange={(next) => change({ area: next })}
            />
            <Words
              label={t('visits.focus')}
              max={100}
              value={words.focus}
              onChange={(next) => change({ focus: next })}
            />
          </>
        )}
      </RowForm>
      <fieldset class="visit-checks">
        <legend>{t('visits.checklist')}</legend>
        {details.checklist.map((item, at) => (
          <Tick
            key={`${at}|${checkWord(item)}`}
            label={checkWord(item)}
            value={item.done}
            onChange={() => tick(at, item)}
          />
        ))}
      </fieldset>
      {details.checklist.length < MAX_CHECKS && <AddLine onAdd={add} />}
    </div>
  );
}
