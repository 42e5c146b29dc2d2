import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { catalogueFor } from '@/utils/domain/clarity/catalogue/catalogue';
import type { FieldStanding } from '@/utils/domain/clarity/report';
import type { ClientPicture } from '@/utils/domain/picture';
import type { FieldKey } from '@/utils/domain/schema/client';
import { Button } from '../../ui/Button';
import { bringIntoSight } from '../../ui/scroll';
import { phrase, t } from '../../ui/words';
import type { Desk, ShownClient } from '../desk';
import { Section } from '../Section';
import { type FieldDeeds, FieldRow } from './FieldRow';
import { NextQuestion } from './NextQuestion';
import { crmStandings, needsAttention } from './standings';
import { fieldName } from './valueWords';
import './profile.css';

interface Props {
  picture: ClientPicture;
  client: ShownClient;
  desk: Desk;
}

/** Gaps listed before “all fields” is opened. */
const GAPS = 6;

function useFieldDeeds({ picture, client, desk }: Props, edit: (key: FieldKey | null) => void): FieldDeeds {
  return useMemo(
    () => ({
      edit,
      async save(key, value, source) {
        const fact = { value, source, day: picture.today };
        const command = { do: 'setFact', subject: client.subject, key, fact } as const;
        const outcome = await desk.deeds.perform(command, t('profile.saved', fieldName(key), client.name));
        return outcome.ok;
      },
      takeCrm(key) {
        const { id: clientId } = picture.bundle.client;
        void desk.deeds.perform({ do: 'clearFact', clientId, key }, t('profile.tookCrm', fieldName(key)));
      },
    }),
    [picture, client.subject, client.name, desk, edit],
  );
}

/** How well the client is known: what to ask next, what is missing or old, and all that is known. */
export function Profile(props: Props) {
  const { picture, desk } = props;
  const { client } = picture.bundle;
  const { clarity, today } = picture;
  const [editing, setEditing] = useState<FieldKey | null>(null);
  const [all, setAll] = useState(false);
  const deeds = useFieldDeeds(props, setEditing);
  const catalogue = useMemo(
    () => new Map(catalogueFor(client.kind).map((field) => [field.key, field])),
    [client.kind],
  );

  // Something elsewhere asks for a field: a prompt, the score. It opens here and comes into sight.
  const asked = desk.asked.value;
  useEffect(() => {
    if (asked === null) return;
    desk.asked.value = null;
    setEditing(asked);
  }, [asked]);
  const gaps = clarity.fields.filter(needsAttention);
  const shownGaps = all ? gaps : gaps.slice(0, GAPS);
  const hidden = editing !== null && !shownGaps.some(({ key }) => key === editing);
  useEffect(() => {
    if (editing === null) return;
    if (hidden) setAll(true);
    const row = document.getElementById(`field-${editing}`);
    if (row) bringIntoSight(row);
  }, [editing, hidden]);

  const row = (standing: FieldStanding) => (
    <FieldRow
      key={standing.key}
      standing={standing}
      field={catalogue.get(standing.key) ?? null}
      client={client}
      today={today}
      editing={editing === standing.key}
      deeds={deeds}
      desk={desk}
    />
  );
  const known = clarity.fields.filter(
    (standing) => !needsAttention(standing) && !catalogue.get(standing.key)?.minor,
  );
  return (
    <Section
      id="profile"
      title={t('profile.title')}
      count={clarity.score}
      action={
        <Button kind="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('profile.less') : t('profile.all')}
        </Button>
      }
    >
      {clarity.next && <NextQuestion next={clarity.next} onAsked={setEditing} />}
      {gaps.length === 0 && <p class="quiet">{t('profile.complete')}</p>}
      <ul class="fields">{shownGaps.map(row)}</ul>
      {!all && gaps.length > GAPS && (
        <Button kind="link" onClick={() => setAll(true)}>
          {t('profile.moreGaps', gaps.length - GAPS)}
        </Button>
      )}
      {all &&
        clarity.dimensions.map(({ dimension }) => (
          <section key={dimension} class="dimension">
            <h3>{phrase(`dimension.${dimension}`)}</h3>
            <ul class="fields">{known.filter((field) => field.dimension === dimension).map(row)}</ul>
          </section>
        ))}
      {all && <CrmFields {...props} row={row} />}
    </Section>
  );
}

function CrmFields({ picture, row }: Props & { row: (standing: FieldStanding) => ComponentChild }) {
  const standings = crmStandings(picture);
  if (standings.length === 0) return null;
  return (
    <section class="dimension">
      <h3>{t('profile.onlyCrm')}</h3>
      <ul class="fields">{standings.map(row)}</ul>
    </section>
  );
}
