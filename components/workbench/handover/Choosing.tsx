import { useMemo, useState } from 'preact/hooks';
import type { Brief } from '@/utils/domain/brief';
import { TIERS, type Tier } from '@/utils/domain/schema/client';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { CivilDay } from '@/utils/domain/schema/time';
import { tierWord } from '../../popup/clientWords';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { t } from '../../ui/words';
import { useFinder } from '../useFinder';

/** So many are listed; more are found by another letter or taken all at once. */
const MOST_LISTED = 100;

interface Props {
  briefs: readonly Brief[];
  today: CivilDay;
  chosen: ReadonlySet<ClientId>;
  choose(chosen: ReadonlySet<ClientId>): void;
}

/** Who is handed over: found by name, narrowed by tier and area, ticked one by one or all at once. */
export function Choosing({ briefs, today, chosen, choose }: Props) {
  const [typed, setTyped] = useState('');
  const [tier, setTier] = useState<Tier | 'none' | ''>('');
  const [area, setArea] = useState('');
  const finder = useFinder(briefs, today);
  const areas = useMemo(
    () => [...new Set(briefs.flatMap(({ workload }) => workload?.area ?? []))].sort(),
    [briefs],
  );
  const text = typed.trim();
  const found = text === '' ? briefs : finder.find(text).hits.map(({ brief }) => brief);
  const shown = found.filter(
    (brief) =>
      (tier === '' || (brief.tier ?? 'none') === tier) && (area === '' || brief.workload?.area === area),
  );
  const missing = shown.filter(({ clientId }) => !chosen.has(clientId)).length;
  const toggle = (id: ClientId, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    choose(next);
  };
  const allShown = (on: boolean) => {
    const next = new Set(chosen);
    for (const { clientId } of shown) {
      if (on) next.add(clientId);
      else next.delete(clientId);
    }
    choose(next);
  };
  return (
    <div class="hchoosing">
      <div class="outform hfilters">
        <Field label={t('handover.find')}>
          {(wiring) => (
            <input
              {...wiring}
              type="search"
              class="input"
              autocomplete="off"
              value={typed}
              placeholder={t('popup.findHint')}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('tier.label')}>
          {(wiring) => (
            <select
              {...wiring}
              class="input"
              value={tier}
              onChange={({ currentTarget: { value } }) =>
                setTier(value === 'none' ? 'none' : (TIERS.find((each) => each === value) ?? ''))
              }
            >
              <option value="">{t('handover.anyTier')}</option>
              {TIERS.map((each) => (
                <option key={each} value={each}>
                  {tierWord({ tier: each })}
                </option>
              ))}
              <option value="none">{t('tier.none')}</option>
            </select>
          )}
        </Field>
        <Field label={t('handover.area')}>
          {(wiring) => (
            <select
              {...wiring}
              class="input"
              value={area}
              onChange={(event) => setArea(event.currentTarget.value)}
            >
              <option value="">{t('handover.anyArea')}</option>
              {areas.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <p class="hall">
        <b role="status">{t('handover.chosen', chosen.size)}</b>
        <Button kind="link" disabled={missing === 0} onClick={() => allShown(true)}>
          {t('handover.tickAll', shown.length)}
        </Button>
        <Button kind="link" disabled={chosen.size === 0} onClick={() => choose(new Set())}>
          {t('handover.tickNone')}
        </Button>
      </p>
      {shown.length === 0 && <p class="wnobody">{t('popup.notFound')}</p>}
      <ul class="hlist" aria-label={t('popup.clients')}>
        {shown.slice(0, MOST_LISTED).map((brief) => (
          <li key={brief.clientId}>
            <label class="tick">
              <input
                type="checkbox"
                autocomplete="off"
                checked={chosen.has(brief.clientId)}
                onChange={(event) => toggle(brief.clientId, event.currentTarget.checked)}
              />
              <b>{brief.name}</b>
              <small>{[tierWord(brief), brief.workload?.area].filter(Boolean).join(' · ')}</small>
            </label>
          </li>
        ))}
      </ul>
      {shown.length > MOST_LISTED && (
        <p class="outnote">{t('workbench.book.more', shown.length - MOST_LISTED)}</p>
      )}
    </div>
  );
}
