import { useMemo, useState } from 'preact/hooks';
import type { TrialFound } from '@/utils/app/whatIf';
import {
  differenceOf,
  type QuietPrompt,
  type RuleTally,
  type TriedClient,
  tallyOf,
} from '@/utils/domain/nba/whatIf';
import type { CivilDay } from '@/utils/domain/schema/time';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { exactDay } from '../../ui/dayWords';
import { Say } from '../../ui/Say';
import { Segmented } from '../../ui/Segmented';
import { silenceWord } from '../../ui/silenceWord';
import { phrase, t } from '../../ui/words';

interface Props {
  found: TrialFound;
  day: CivilDay;
  /** Whether anything was tried otherwise than it is set. */
  differs: boolean;
}

/** Clients listed at once; more on a press. */
const AT_ONCE = 50;

function Rules({
  tallies,
  differs,
  choose,
}: {
  tallies: readonly RuleTally[];
  differs: boolean;
  choose(view: 'clients' | 'quiet', rule: string): void;
}) {
  return (
    <table class="owhatif-table">
      <thead>
        <tr>
          <th scope="col">{t('options.whatIf.rule')}</th>
          <th scope="col">{t(differs ? 'options.whatIf.tried' : 'options.whatIf.prompts')}</th>
          {differs && (
            <>
              <th scope="col">{t('options.whatIf.now')}</th>
              <th scope="col">{t('options.whatIf.appeared')}</th>
              <th scope="col">{t('options.whatIf.gone')}</th>
              <th scope="col">{t('options.whatIf.moved')}</th>
            </>
          )}
          <th scope="col">{t('options.whatIf.quiet')}</th>
        </tr>
      </thead>
      <tbody>
        {tallies.map(({ rule, now, tried, appeared, gone, moved, quiet }) => (
          <tr key={rule}>
            <th scope="row">
              <Button kind="link" onClick={() => choose('clients', rule)}>
                {phrase(`rule.${rule}.name`)}
              </Button>
            </th>
            <td>{tried}</td>
            {differs && (
              <>
                <td>{now}</td>
                <td>{appeared > 0 ? `+${appeared}` : ''}</td>
                <td>{gone > 0 ? `−${gone}` : ''}</td>
                <td>{moved > 0 ? moved : ''}</td>
              </>
            )}
            <td>
              {quiet > 0 && (
                <Button
                  kind="link"
                  aria-label={t('options.whatIf.quietOf', phrase(`rule.${rule}.name`), quiet)}
                  onClick={() => choose('quiet', rule)}
                >
                  {quiet}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ClientLine({ client, day, rule }: { client: TriedClient; day: CivilDay; rule: string | null }) {
  return (
    <li>
      <b>{client.name}</b>
      <ul>
        {client.prompts
          .filter(({ action }) => rule === null || action.rule === rule)
          .map((prompt) => {
            const difference = differenceOf(prompt);
            return (
              <li key={prompt.action.key} class={difference === 'gone' ? 'owhatif-gone' : ''}>
                <span class="owhatif-place">{prompt.is ?? '–'}</span>
                <span>
                  <Say message={prompt.action.title} today={day} />
                </span>
                {difference === 'appeared' && <Chip tone="good">{t('options.whatIf.appeared')}</Chip>}
                {difference === 'gone' && <Chip tone="late">{t('options.whatIf.gone')}</Chip>}
                {difference === 'moved' && (
                  <Chip tone="soon">{t('options.whatIf.movedFrom', String(prompt.was))}</Chip>
                )}
              </li>
            );
          })}
      </ul>
    </li>
  );
}

const whyQuiet = (why: QuietPrompt['why'], day: CivilDay): string =>
  why.reason === 'folded' ? t('options.whatIf.folded', why.most) : silenceWord(why, day);

/** What the rules found for a client and the try does not show, each with its reason. */
function QuietLine({ client, day, rule }: { client: TriedClient; day: CivilDay; rule: string | null }) {
  return (
    <li>
      <b>{client.name}</b>
      <ul class="owhatif-quiet">
        {client.quiet
          .filter(({ action }) => rule === null || action.rule === rule)
          .map(({ action, why }) => (
            <li key={action.key}>
              <span>
                <Say message={action.title} today={day} />
              </span>
              <span class="owhatif-why">{whyQuiet(why, day)}</span>
            </li>
          ))}
      </ul>
    </li>
  );
}

type View = 'rules' | 'clients' | 'changes' | 'quiet';

/** Whether a view has anything to tell of a client, of one rule or of any. */
function tells(view: View, { prompts, quiet }: TriedClient, rule: string | null): boolean {
  const own = view === 'quiet' ? quiet : prompts;
  return (
    own.some(({ action }) => rule === null || action.rule === rule) &&
    (view !== 'changes' || prompts.some((prompt) => differenceOf(prompt) !== 'same'))
  );
}

/** What a try found: by rule with counts, by client, what is held back and why, and what differs from now. */
export function Found({ found, day, differs }: Props) {
  const [view, setView] = useState<View>('rules');
  const [rule, setRule] = useState<string | null>(null);
  const [most, setMost] = useState(AT_ONCE);
  const tallies = useMemo(() => tallyOf(found.clients), [found]);
  const prompts = tallies.reduce((sum, { tried }) => sum + tried, 0);
  const shown = found.clients.filter((client) => tells(view, client, rule));
  const Line = view === 'quiet' ? QuietLine : ClientLine;
  const go = (next: View, of: string | null) => {
    setView(next);
    setRule(of);
    setMost(AT_ONCE);
  };
  return (
    <div class="owhatif-found">
      <p>
        {t('options.whatIf.sum', exactDay(day), String(found.done), String(prompts))}
        {found.stopped && ` ${t('options.whatIf.stopped', String(found.of))}`}
        {found.closed > 0 && ` ${t('options.whatIf.closed', found.closed)}`}
      </p>
      <Segmented
        label={t('options.whatIf.view')}
        value={view}
        onChange={(next) => next && go(next, null)}
        options={[
          { value: 'rules', label: t('options.whatIf.byRule') },
          { value: 'clients', label: t('options.whatIf.byClient') },
          { value: 'quiet', label: t('options.whatIf.quiet') },
          ...(differs ? [{ value: 'changes' as const, label: t('options.whatIf.changes') }] : []),
        ]}
      />
      {view === 'rules' ? (
        <Rules tallies={tallies} differs={differs} choose={go} />
      ) : (
        <>
          {rule !== null && (
            <p class="owhatif-filter">
              {t('options.whatIf.only', phrase(`rule.${rule}.name`))}{' '}
              <Button kind="link" onClick={() => go(view, null)}>
                {t('options.whatIf.all')}
              </Button>
            </p>
          )}
          {shown.length === 0 && <p class="oempty">{t('options.whatIf.nothing')}</p>}
          <ul class="owhatif-clients">
            {shown.slice(0, most).map((client) => (
              <Line key={client.id} client={client} day={day} rule={rule} />
            ))}
          </ul>
          {shown.length > most && (
            <Button onClick={() => setMost(most + AT_ONCE)}>
              {t('options.whatIf.more', String(shown.length - most))}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
