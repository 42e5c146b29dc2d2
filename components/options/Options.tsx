import { useEffect, useState } from 'preact/hooks';
import { OPTIONS_SECTIONS, type OptionsPort, type OptionsSection } from '@/utils/app/optionsPort';
import { usePage } from '../popup/usePage';
import { UndoBar } from '../ui/UndoBar';
import { t } from '../ui/words';
import { AdaptersPart } from './AdaptersPart';
import { BankSet } from './BankSet';
import { BackupPart } from './backup/BackupPart';
import { CadencePart } from './CadencePart';
import { CrmPart } from './CrmPart';
import { DataPart } from './DataPart';
import { DisplayPart } from './DisplayPart';
import { createOptionsDesk } from './desk';
import { LeavePart } from './LeavePart';
import { LockPart } from './LockPart';
import { LockScreen } from './LockScreen';
import { RemindersPart } from './RemindersPart';
import { RestorePart } from './restore/RestorePart';
import { RulesPart } from './rules/RulesPart';
import { SamplePart } from './SamplePart';
import { SalePart } from './sale/SalePart';
import { SyncPart } from './sync/SyncPart';
import { TemplatePart } from './TemplatePart';
import { WhatIfPart } from './whatIf/WhatIfPart';
import '../ui/tokens.css';
import '../ui/ui.css';
import './options.css';
import './controls.css';

/** The part that the address names. */
const named = (): OptionsSection | null =>
  OPTIONS_SECTIONS.find((section) => `#${section}` === location.hash) ?? null;

/** Brings a part into sight and the focus to its heading. */
function goTo(section: OptionsSection): void {
  const part = document.getElementById(section);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector('h2')?.focus({ preventScroll: true });
}

/** The part being read: the one named by a link, then the topmost in sight. */
function useCurrent(ready: boolean): OptionsSection {
  const [current, setCurrent] = useState<OptionsSection>(named() ?? 'crm');
  useEffect(() => {
    if (!ready) return;
    const start = named();
    if (start) goTo(start);
    const onHash = () => {
      const section = named();
      if (!section) return;
      setCurrent(section);
      goTo(section);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting)?.target.id;
        const section = OPTIONS_SECTIONS.find((each) => each === seen);
        if (section) setCurrent(section);
      },
      // A band in the upper part of the window: the part that crosses it is being read.
      { rootMargin: '-15% 0px -75% 0px' },
    );
    for (const section of OPTIONS_SECTIONS) {
      const part = document.getElementById(section);
      if (part) observer.observe(part);
    }
    window.addEventListener('hashchange', onHash);
    return () => {
      observer.disconnect();
      window.removeEventListener('hashchange', onHash);
    };
  }, [ready]);
  return current;
}

/** The options page. Every change is saved at once, announced, and can be taken back. */
export function Options({ port }: { port: OptionsPort }) {
  const [desk] = useState(() => createOptionsDesk(port));
  useEffect(() => () => desk.close(), [desk]);
  const settings = port.settings.value;
  usePage(settings?.theme ?? 'system');
  const current = useCurrent(settings !== null);

  const locked = port.lock.state.value === 'locked';
  return (
    <>
      <div class="options" hidden={locked}>
        <header class="ohead">
          <h1>{t('options.title')}</h1>
        </header>
        <nav class="onav" aria-label={t('options.title')}>
          {OPTIONS_SECTIONS.map((section) => (
            <a key={section} href={`#${section}`} aria-current={section === current ? 'true' : undefined}>
              {t(`options.part.${section}`)}
            </a>
          ))}
        </nav>
        <main class="omain">
          {settings && (
            <>
              <BankSet desk={desk} />
              <CrmPart desk={desk} />
              <AdaptersPart desk={desk} />
              <CadencePart desk={desk} settings={settings} />
              <DisplayPart desk={desk} settings={settings} />
              <TemplatePart desk={desk} settings={settings} />
              <RulesPart desk={desk} settings={settings} />
              <SalePart desk={desk} settings={settings} />
              <WhatIfPart desk={desk} settings={settings} />
              <RemindersPart desk={desk} reminders={settings.reminders} />
              <SamplePart desk={desk} />
              <LockPart desk={desk} />
              <BackupPart desk={desk} settings={settings} />
              <RestorePart desk={desk} settings={settings} />
              <SyncPart desk={desk} zone={settings.zone} />
              <DataPart desk={desk} />
              <LeavePart desk={desk} />
            </>
          )}
        </main>
        <UndoBar deeds={desk} />
      </div>
      {locked && <LockScreen port={port.lock} theme={settings?.theme ?? 'system'} />}
    </>
  );
}
