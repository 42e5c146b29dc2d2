import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { VisitFigures } from '@/utils/app/workbenchPort';
import { addDays, addMonths, monthOf } from '@/utils/domain/day';
import type { ClientId } from '@/utils/domain/schema/ids';
import { type CivilDay, civilDay } from '@/utils/domain/schema/time';
import type { Bringer } from '@/utils/domain/visits/referrals';
import { monthHeading } from '../../ui/dayWords';
import { t, type WordKey } from '../../ui/words';
import type { Desk } from '../desk';

const PERCENT = 100;
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * PERCENT)}%`);

function Figure({ name, value, hint }: { name: WordKey; value: string | number; hint?: string }) {
  return (
    <div class="vfigure">
      <dt>{t(name)}</dt>
      <dd>{value}</dd>
      {hint !== undefined && <dd class="vhint">{hint}</dd>}
    </div>
  );
}

function Group({ title, children }: { title: WordKey; children: ComponentChildren }) {
  return (
    <section class="vgroup">
      <h3>{t(title)}</h3>
      <dl class="vfigures">{children}</dl>
    </section>
  );
}

function Branch(props: { bringer: Bringer; nameOf: (id: ClientId) => string; desk: Desk }) {
  const { bringer, nameOf, desk } = props;
  const { client, brought } = bringer;
  return (
    <li>
      <button type="button" class="wname" onClick={() => desk.show(client)}>
        {nameOf(client)}
      </button>{' '}
      {brought.length > 0 && <span class="vstanding">{t('visitsPage.figure.brought', brought.length)}</span>}
      {brought.length > 0 && (
        <ul>
          {brought.map((each) => (
            <Branch key={each.client} bringer={each} nameOf={nameOf} desk={desk} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Shown({ figures, desk }: { figures: VisitFigures; desk: Desk }) {
  const { quality, referrals } = figures;
  const book = desk.port.book.value;
  const names = new Map(
    book.state === 'ready' ? book.briefs.map(({ clientId, name }) => [clientId, name]) : [],
  );
  return (
    <>
      <Group title="visitsPage.figure.each">
        <Figure name="visitsPage.figure.visits" value={quality.visits} />
        <Figure name="visitsPage.figure.reachedShare" value={percent(quality.reachedShare)} />
        <Figure name="visitsPage.figure.reached" value={quality.reached.yes} />
        <Figure name="visitsPage.figure.partly" value={quality.reached.partly} />
        <Figure name="visitsPage.figure.no" value={quality.reached.no} />
        <Figure name="visitsPage.figure.unsaid" value={quality.reached.unsaid} />
        <Figure name="visitsPage.figure.prepared" value={quality.prepared} />
        <Figure name="visitsPage.figure.evidenced" value={quality.evidenced} />
        <Figure name="visitsPage.figure.focused" value={quality.focused} />
      </Group>
      <Group title="visitsPage.figure.short">
        <Figure name="visitsPage.figure.contacts" value={quality.contacts} />
        <Figure name="visitsPage.figure.clients" value={quality.clients} />
        <Figure name="visitsPage.figure.converted" value={quality.converted} />
        <Figure name="visitsPage.figure.conversion" value={percent(quality.conversion)} />
      </Group>
      <Group title="visitsPage.figure.long">
        <Figure
          name="visitsPage.figure.channelization"
          value={percent(referrals.channelization)}
          hint={t('visitsPage.figure.channelizationHint')}
        />
        <Figure name="visitsPage.figure.bringers" value={referrals.bringers} />
      </Group>
      <section class="vgroup" aria-labelledby="visits-tree">
        <h3 id="visits-tree">{t('visitsPage.figure.tree')}</h3>
        {referrals.trees.length === 0 && <p class="vnone">{t('visitsPage.figure.noneTree')}</p>}
        <ul class="vtree">
          {referrals.trees.map((tree) => (
            <Branch
              key={tree.client}
              bringer={tree}
              nameOf={(id) => names.get(id) ?? t('people.nameless')}
              desk={desk}
            />
          ))}
        </ul>
      </section>
    </>
  );
}

const firstOfMonth = (day: CivilDay): CivilDay => civilDay.parse(`${monthOf(day)}-01`);

/** How the visits of a month went: each, in the short term, and in who brought whom. */
export function FiguresPage({ desk }: { desk: Desk }) {
  const { port } = desk;
  const today = port.today.value;
  const [from, setFrom] = useState(firstOfMonth(today));
  const [figures, setFigures] = useState<VisitFigures | null | undefined>(undefined);
  // Shown as of when the month is opened, and anew when the book changes.
  const book = port.book.value;
  useEffect(() => {
    let left = false;
    void port.visitFigures({ from, to: addDays(addMonths(from, 1), -1) }).then((found) => {
      if (!left) setFigures(found);
    });
    return () => {
      left = true;
    };
  }, [port, from, book]);
  const go = (months: number) => {
    setFigures(undefined);
    setFrom(firstOfMonth(addMonths(from, months)));
  };
  return (
    <>
      <div class="vsteps-day vsteps-month">
        <button
          type="button"
          class="iconbtn"
          aria-label={t('visitsPage.figure.earlier')}
          onClick={() => go(-1)}
        >
          ‹
        </button>
        <b aria-live="polite">{t('visitsPage.figure.month', monthHeading(monthOf(from)))}</b>
        <button
          type="button"
          class="iconbtn"
          aria-label={t('visitsPage.figure.later')}
          disabled={addMonths(from, 1) > today}
          onClick={() => go(1)}
        >
          ›
        </button>
      </div>
      {figures === undefined && <p class="wempty">{t('visitsPage.loading')}</p>}
      {figures === null && <p class="wempty">{t('visitsPage.failed')}</p>}
      {figures && <Shown figures={figures} desk={desk} />}
    </>
  );
}
