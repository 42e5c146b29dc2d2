import type { Coming, TakeChoice } from '@/utils/app/handover/match';
import type { PacketPreview } from '@/utils/app/handover/port';
import { dayOf } from '@/utils/domain/day';
import type { ClientId } from '@/utils/domain/schema/ids';
import { tierWord } from '../../popup/clientWords';
import { Button } from '../../ui/Button';
import { exactDay } from '../../ui/dayWords';
import { t } from '../../ui/words';

const optionOf = (choice: TakeChoice | undefined): string =>
  choice?.do === 'into' ? choice.client : (choice?.do ?? 'leave');

function ComingLine({
  coming,
  choice,
  choose,
}: {
  coming: Coming;
  choice: TakeChoice | undefined;
  choose(next: TakeChoice): void;
}) {
  const { client, candidates, state } = coming;
  const isHere = candidates.some(({ id }) => id === client.id);
  const pick = (value: string) => {
    const into = candidates.find(({ id }) => id === value);
    choose(into ? { do: 'into', client: into.id } : value === 'new' ? { do: 'new' } : { do: 'leave' });
  };
  return (
    <tr class={state === 'doubtful' ? 'hdoubt' : undefined}>
      <th scope="row">
        {client.name} <small>{tierWord(client)}</small>
      </th>
      <td>
        <select
          class="input"
          aria-label={t('handover.becomes', client.name)}
          value={optionOf(choice)}
          onChange={(event) => pick(event.currentTarget.value)}
        >
          {candidates.map(({ id, name, by }) => (
            <option key={id} value={id}>
              {t('handover.into', name, t(`handover.sign.${by}`))}
            </option>
          ))}
          {!isHere && <option value="new">{t('handover.new')}</option>}
          <option value="leave">{t('handover.leave')}</option>
        </select>
      </td>
    </tr>
  );
}

interface Props {
  preview: PacketPreview;
  choices: ReadonlyMap<ClientId, TakeChoice>;
  zone: string;
  problem: string | null;
  choose(id: ClientId, next: TakeChoice): void;
  take(): void;
  drop(): void;
}

/** What a packet would bring, before anything is written. */
export function Preview({ preview, choices, zone, problem, choose, take, drop }: Props) {
  const going = [...choices.values()].filter((choice) => choice.do !== 'leave').length;
  const doubtful = preview.coming.filter(({ state }) => state === 'doubtful').length;
  return (
    <section aria-labelledby="h-preview">
      <h3 id="h-preview">{t('handover.fromWhom', preview.from, exactDay(dayOf(preview.madeAt, zone)))}</h3>
      <p class="hcode">
        {t('handover.packetCodeTake')} <b>{preview.code}</b>
      </p>
      <p>
        {t('handover.packed', preview.coming.length)}{' '}
        {t('handover.packedRows', String(preview.contacts), String(preview.notes), String(preview.rows))}{' '}
        {preview.confidential > 0 && t('handover.withConfidential', preview.confidential)}
      </p>
      {doubtful > 0 && <p class="outheld">{t('handover.doubtful', doubtful)}</p>}
      <div class="hscroll">
        <table class="htable">
          <thead>
            <tr>
              <th scope="col">{t('handover.inPacket')}</th>
              <th scope="col">{t('handover.here')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.coming.map((coming) => (
              <ComingLine
                key={coming.client.id}
                coming={coming}
                choice={choices.get(coming.client.id)}
                choose={(next) => choose(coming.client.id, next)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="hdeeds">
        <Button kind="go" disabled={going === 0} onClick={take}>
          {t('handover.take', going)}
        </Button>
        <Button kind="ghost" onClick={drop}>
          {t('ui.cancel')}
        </Button>
      </p>
      {problem && (
        <p class="outrefused" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
