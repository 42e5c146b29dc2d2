import { useEffect, useRef, useState } from 'preact/hooks';
import { refusedIn } from '@/utils/domain/refuse/refuse';
import { contactDetails } from '@/utils/domain/schema/contact';
import type { Settings } from '@/utils/domain/schema/settings';
import { namesAPlace, TEMPLATE_PLACES, unknownPlaces } from '@/utils/domain/template/template';
import { templateText } from '../carry/templateText';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { isSaveKey } from '../ui/keys';
import { isChinese, t } from '../ui/words';
import type { OptionsDesk } from './desk';
import { Part } from './Part';

const LONGEST = 2000;

/** A log as it could be, of an invented client. */
const sample = () =>
  contactDetails.parse({
    channel: 'phone',
    direction: 'out',
    result: 'reached',
    day: '2026-03-09',
    minute: 620,
    zone: 'Asia/Shanghai',
    minutesLong: 6,
    purpose: 'maturity',
    goal: t('options.template.sample.goal'),
    goalReached: 'partly',
    marker: null,
    nextStep: { text: t('options.template.sample.next'), due: '2026-03-12' },
    note: t('options.template.sample.note'),
    clientWords: false,
    metWith: null,
    companions: null,
    place: null,
    newBusiness: false,
    coldVisit: false,
    mass: false,
  });

/** What is wrong with a template; null where it can be kept. */
function problemOf(text: string): string | null {
  const [unknown] = unknownPlaces(text);
  if (unknown !== undefined) return t('options.template.unknown', `{${unknown}}`);
  if (refusedIn(text).length > 0) return t('options.template.secret');
  return namesAPlace(text) ? null : t('options.template.noPlace');
}

/** How a log is copied for the bank's CRM: the text with its places, and what becomes of it. */
export function TemplatePart({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const kept = settings.template ?? t('history.copy.template');
  const [text, setText] = useState(kept);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setText(kept), [kept]);
  const problem = problemOf(text);
  const changed = text !== kept;

  const save = () => {
    if (problem === null && changed)
      void desk.save(() => ({ template: text }), t('options.template.changed'));
  };
  const insert = (name: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
    const before = `${text.slice(0, selectionStart)}{${name}}`;
    setText(`${before}${text.slice(selectionEnd)}`.slice(0, LONGEST));
    area.current?.focus();
    requestAnimationFrame(() => area.current?.setSelectionRange(before.length, before.length));
  };
  return (
    <Part
      id="template"
      about={t('options.template.about')}
      reset={
        settings.template === undefined
          ? null
          : () => void desk.save(() => ({ template: undefined }), t('options.template.resetDone'))
      }
    >
      <div class="otemplate">
        <div>
          <Field label={t('options.template.text')} error={problem}>
            {(wiring) => (
              <textarea
                autocomplete="off"
                {...wiring}
                ref={area}
                class="input input-area otemplate-text"
                rows={10}
                maxLength={LONGEST}
                spellcheck={false}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (!isSaveKey(event)) return;
                  event.preventDefault();
                  save();
                }}
              />
            )}
          </Field>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend on the screen */}
          <div class="otemplate-places" role="group" aria-label={t('options.template.places')}>
            {Object.values(TEMPLATE_PLACES).map(([chinese, english]) => {
              const name = isChinese() ? chinese : english;
              return (
                <button key={name} type="button" class="chip chip-button" onClick={() => insert(name)}>
                  {name}
                </button>
              );
            })}
          </div>
        </div>
        <figure class="otemplate-preview">
          <figcaption>{t('options.template.preview')}</figcaption>
          <pre>{templateText(sample(), t('options.template.sample.client'), text)}</pre>
        </figure>
      </div>
      <Button kind="go" hotkey="Ctrl ↵" disabled={!changed || problem !== null} onClick={save}>
        {t('options.template.save')}
      </Button>
    </Part>
  );
}
