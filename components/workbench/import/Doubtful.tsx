import { useState } from 'preact/hooks';
import type { Choice, Match } from '@/utils/import/match';
import { Button } from '../../ui/Button';
import { t } from '../../ui/words';
import { fitsOne, type ImportDesk, type Review } from './desk';

interface Props {
  review: Review;
  desk: ImportDesk;
}

const FIRST = 30;
const MORE = 100;

const chosenIn = (choice: Choice | undefined): string =>
  choice?.do === 'into' ? choice.clientId : (choice?.do ?? 'leave');

function Line({ match, review, desk }: Props & { match: Match }) {
  const { index, brought, rows } = match.person;
  const { who } = brought;
  const name = who.name ?? who.number ?? '';
  const choose = (value: string): void => {
    const into = match.candidates.find(({ bundle }) => bundle.client.id === value);
    if (into) desk.choose(index, { do: 'into', clientId: into.bundle.client.id });
    else desk.choose(index, value === 'new' ? { do: 'new' } : { do: 'leave' });
  };
  return (
    <tr>
      <td class="iletter">{rows.slice(0, 3).join(', ')}</td>
      <th scope="row">{name}</th>
      <td>
        <select
          aria-label={t('importing.whoIs', name)}
          value={chosenIn(review.choices[index])}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="leave">{t('importing.choice.leave')}</option>
          {match.candidates.map(({ bundle: { client }, by }) => (
            <option key={client.id} value={client.id}>
              {t('importing.choice.into', client.name, t(`importing.sign.${by}`))}
            </option>
          ))}
          {who.name !== null && <option value="new">{t('importing.choice.new')}</option>}
        </select>
      </td>
    </tr>
  );
}

/** Those of the file who may be somebody in the book, and may be somebody else: the user says. */
export function Doubtful({ review, desk }: Props) {
  const [most, setMost] = useState(FIRST);
  const doubtful = review.checked.matches.filter(({ state }) => state === 'doubtful');
  if (doubtful.length === 0) return null;
  const simple = doubtful.filter(fitsOne).length;
  return (
    <section aria-label={t('importing.doubtful')}>
      <h3>
        {t('importing.doubtful')} <span class="icount">{doubtful.length}</span>
      </h3>
      <p class="iabout">{t('importing.doubtfulAbout')}</p>
      {simple > 0 && (
        <Button onClick={() => desk.takeForTheSame()}>{t('importing.takeForTheSame', simple)}</Button>
      )}
      <div class="iscroll">
        <table class="itable">
          <thead>
            <tr>
              <th scope="col">{t('importing.rowHead')}</th>
              <th scope="col">{t('importing.inFile')}</th>
              <th scope="col">{t('importing.isWho')}</th>
            </tr>
          </thead>
          <tbody>
            {doubtful.slice(0, most).map((match) => (
              <Line key={match.person.index} match={match} review={review} desk={desk} />
            ))}
          </tbody>
        </table>
      </div>
      {doubtful.length > most && (
        <Button kind="link" onClick={() => setMost(most + MORE)}>
          {t('workbench.book.more', doubtful.length - most)}
        </Button>
      )}
    </section>
  );
}
