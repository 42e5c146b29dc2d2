import { useState } from 'preact/hooks';
import { EVENT_FORMS } from '@/utils/app/eventForms';
import type { Brief } from '@/utils/domain/brief';
import { relationId } from '@/utils/domain/schema/ids';
import { Choose } from '../../panel/facts/inputs';
import { parseEntry } from '../../panel/profile/parseEntry';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';
import type { Desk } from '../desk';
import { commonOf, type Gathering } from './gathering';
import { useHalf } from './half';

interface Props {
  gathering: Gathering;
  briefs: readonly Brief[];
  desk: Desk;
}

/** Whom a guest brought along and who is not in the book yet: a prospect, with who brought him. */
export function Newcomer({ gathering, briefs, desk }: Props) {
  const { port, deeds } = desk;
  const half = useHalf(desk, `newcomer|${gathering.id}`, EVENT_FORMS.newcomer);
  const { name = '', phone: typedPhone = '', by: chosen = null } = half.form;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const names = new Map(briefs.map((brief) => [brief.clientId, brief.name]));
  const came = gathering.guests.filter(({ standing }) => standing === 'came').map(({ clientId }) => clientId);
  const [first] = came;
  const by = came.find((id) => id === chosen) ?? first;
  const phone = parseEntry('phone', typedPhone);
  const wrongPhone = typedPhone.trim() !== '' && phone === null;
  const namesake = briefs.find((brief) => brief.name === name.trim());
  if (by === undefined) return null;

  const save = async () => {
    setAsked(true);
    const called = name.trim();
    if (called === '' || wrongPhone || busy) return;
    setBusy(true);
    const outcome = await deeds.perform(
      {
        do: 'bringGuest',
        ...commonOf(desk, gathering, ''),
        name: called,
        phone,
        broughtBy: by,
        contactId: port.newContactId(),
        relationId: relationId.parse(port.newRowId()),
      },
      t('eventPage.hasBrought', called, names.get(by) ?? t('people.nameless')),
    );
    setBusy(false);
    if (!outcome.ok) return;
    half.end();
    setAsked(false);
  };

  return (
    <section class="gpart" aria-labelledby="event-newcomer">
      <h4 id="event-newcomer">{t('eventPage.brought')}</h4>
      <p class="evquiet">{t('eventPage.broughtHint')}</p>
      <form
        class="gnewcomer"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('people.field.name')}
          maxLength={200}
          value={name}
          onInput={(typed) => half.set({ name: typed })}
          error={asked && name.trim() === '' ? t('eventPage.nameMissing') : null}
          {...(namesake ? { hint: t('eventPage.namesake', namesake.name) } : {})}
        />
        <TextField
          label={t('field.mobile')}
          maxLength={64}
          value={typedPhone}
          onInput={(typed) => half.set({ phone: typed })}
          error={asked && wrongPhone ? t('eventPage.noPhone') : null}
        />
        <Choose
          label={t('eventPage.broughtBy')}
          codes={came}
          word={(id) => names.get(id) ?? t('people.nameless')}
          value={by}
          onChange={(id) => half.set({ by: id })}
        />
        <Button type="submit" disabled={busy}>
          {t('eventPage.addBrought')}
        </Button>
      </form>
    </section>
  );
}
