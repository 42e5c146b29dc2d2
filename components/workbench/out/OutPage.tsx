import { useEffect, useState } from 'preact/hooks';
import type { LeavingRules, OutPort } from '@/utils/app/outPort';
import type { Brief } from '@/utils/domain/brief';
import { EXPORT_RULES, type ExportRule } from '@/utils/domain/exportRule';
import { Segmented } from '../../ui/Segmented';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { Erasing } from './Erasing';
import { Exports } from './Exports';
import { Restoring } from './Restoring';
import './out.css';

interface Props {
  desk: Desk;
  port: OutPort;
  briefs: readonly Brief[];
}

/** Whether anything may leave; what the bank has set cannot be loosened here. */
function Rule({ desk, rules, told }: { desk: Desk; rules: LeavingRules; told(): void }) {
  const { port, deeds } = desk;
  const set = async (exports: ExportRule) => {
    const kept = await port.saveSettings({ ...port.settings.peek(), exports });
    deeds.say(kept ? t('options.saved', t(`out.rule.${exports}`)) : t('options.notSaved'), !kept);
    told();
  };
  return (
    <section class="outrule">
      {rules.exportsByBank ? (
        <p>
          <b>{t(`out.rule.${rules.exports}`)}</b> <span class="outnote">{t('options.byBank')}</span>
        </p>
      ) : (
        <Segmented
          label={t('out.ruleOf')}
          options={EXPORT_RULES.map((value) => ({ value, label: t(`out.rule.${value}`) }))}
          value={rules.exports}
          onChange={(next: ExportRule | null) => next && void set(next)}
        />
      )}
      <p class="outnote">{t(`out.ruleAbout.${rules.exports}`)}</p>
    </section>
  );
}

function Out({ desk, port, briefs }: Props) {
  const [rules, setRules] = useState<LeavingRules | null>(null);
  const ask = () => void port.rules().then(setRules);
  useEffect(ask, [port]);
  if (!rules) return <p class="wempty">{t('popup.loading')}</p>;
  return (
    <>
      <p class="outabout">{t('out.about')}</p>
      <Rule desk={desk} rules={rules} told={ask} />
      {rules.exports !== 'off' && <Exports desk={desk} port={port} briefs={briefs} />}
      <Restoring desk={desk} port={port} />
      <Erasing desk={desk} port={port} briefs={briefs} rules={rules} told={ask} />
    </>
  );
}

/** What leaves the book: exports under the bank's rule, the whole of it and back, and erasure for good. */
export function OutPage({ desk }: { desk: Desk }) {
  const [port, setPort] = useState<OutPort | null>(null);
  useEffect(() => void desk.port.out().then(setPort), [desk]);
  const book = desk.port.book.value;
  if (book.state === 'error') return null;
  return (
    <>
      <div class="wpage-head">
        <h2>{t('workbench.page.out')}</h2>
      </div>
      {port && book.state === 'ready' ? (
        <Out desk={desk} port={port} briefs={book.briefs} />
      ) : (
        <p class="wempty">{t('popup.loading')}</p>
      )}
    </>
  );
}
