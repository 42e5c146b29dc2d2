import { type BankSettings, NAMES } from '@/utils/domain/bank/bankSettings';
import { t } from '../ui/words';
import type { OptionsDesk } from './desk';

/** What a setting of the bank's says, in words. */
function saying(name: keyof BankSettings, bank: BankSettings): string {
  switch (name) {
    case 'crmOrigins':
      return bank.crmOrigins?.length === 0 ? t('options.bank.noCrm') : (bank.crmOrigins ?? []).join(' · ');
    case 'surface':
      return t(`options.bank.surfaceIs.${bank.surface ?? 'any'}`);
    case 'exports':
      return t(`options.bank.exportsAre.${bank.exports ?? 'allowed'}`);
    case 'retentionDays':
      return t('options.bank.days', bank.retentionDays ?? 0);
    case 'sync':
      return bank.sync?.allowed === false
        ? t('options.bank.off')
        : (bank.sync?.url ?? t('options.bank.allowed'));
    case 'lock':
      return t(bank.lock?.required === true ? 'lock.bankRequires' : 'options.bank.set');
    case 'recoveryKey':
      return t('options.bank.set');
    case 'wipeEpoch':
      return String(bank.wipeEpoch);
  }
}

/** All that the bank has set beside adapters and prompts, and what of it cannot be read; nothing where there is none. */
export function BankSet({ desk }: { desk: OptionsDesk }) {
  const { bank, garbled } = desk.port.bank.value;
  const set = NAMES.filter((name) => bank[name] !== undefined);
  if (set.length === 0 && garbled.length === 0) return null;
  return (
    <section class="opart obank" aria-labelledby="bank-title">
      <div class="opart-head">
        <h2 id="bank-title">{t('options.bank.title')}</h2>
      </div>
      <p class="opart-about">{t('options.bank.about')}</p>
      <dl class="obank-set">
        {set.map((name) => (
          <div key={name}>
            <dt>{t(`options.bank.name.${name}`)}</dt>
            <dd>{saying(name, bank)}</dd>
          </div>
        ))}
      </dl>
      {garbled.map((name) => (
        <p key={name} class="owarn">
          {t('options.bank.garbled', t(`options.bank.name.${name}`), name)}
        </p>
      ))}
    </section>
  );
}
