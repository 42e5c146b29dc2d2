import type { TrailLine, TrailPort, TrailStep } from '@/utils/app/outPort';
import { dayOf, minuteOf } from '@/utils/domain/day';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Instant } from '@/utils/domain/schema/time';
import type { Cell, Table } from '@/utils/export/table';
import { clockTime } from '../../ui/dayWords';
import { t } from '../../ui/words';
import { actorWord, causeWord, storiesOf } from './changeWords';
import { deedWords } from './deedWords';
import { tableWord } from './fields';

const HEADINGS = ['entry', 'when', 'client', 'who', 'what', 'kind', 'field', 'before', 'after'] as const;

/** An instant as people write it, in the RM's zone: `2026-11-22 14:05`. */
export const sayInstant = (at: Instant, zone: string): string =>
  `${dayOf(at, zone)} ${clockTime(minuteOf(at, zone))}`;

/** The changes of the clients that these entries are about, read once for each. */
async function stepsFor(lines: readonly TrailLine[], port: TrailPort) {
  const steps = new Map<ClientId, Map<number, TrailStep>>();
  for (const id of new Set(lines.flatMap(({ clients }) => clients))) {
    const read = await port.ofClient(id);
    steps.set(id, new Map((read ?? []).map((step) => [step.seq, step])));
  }
  const kept = new Set([...steps.values()].flatMap((of) => [...keptHere(of.values())]));
  return { stepOf: (id: ClientId, seq: number) => steps.get(id)?.get(seq), kept };
}

/** Notes of one client that must not leave this device, or once had to stay: by their ids. */
const keptHere = (steps: Iterable<TrailStep>): ReadonlySet<string> =>
  new Set(
    [...steps].flatMap(({ changes }) =>
      changes.flatMap(({ table, id, before, after }) =>
        table === 'notes' && [before, after].some(isLocalOnly) ? [id] : [],
      ),
    ),
  );

const isLocalOnly = (body: object | null): boolean =>
  body !== null && Reflect.get(body, 'sensitivity') === 'localOnly';

/** Entries as a table to be read by people: a line for each field that changed, in the order of the entries. */
export async function trailTable(
  lines: readonly TrailLine[],
  port: TrailPort,
  nameOf: (id: ClientId) => string,
  zone: string,
): Promise<Table> {
  const { stepOf, kept } = await stepsFor(lines, port);
  const rows = lines.toReversed().flatMap((line): Cell[][] => {
    const head = (client: string): Cell[] => [
      line.seq,
      sayInstant(line.at, zone),
      client,
      actorWord(line.cause),
      causeWord(line.cause),
    ];
    const told = line.clients.flatMap((id) => {
      const step = stepOf(id, line.seq);
      const changes = (step?.changes ?? []).flatMap((change) =>
        kept.has(change.id)
          ? [[...head(nameOf(id)), tableWord(change.table), t('trail.localOnly'), null, null]]
          : storiesOf(change, true).map(({ field, before, after }): Cell[] => [
              ...head(nameOf(id)),
              tableWord(change.table),
              field,
              before,
              after,
            ]),
      );
      const unread: Cell[] = [...head(nameOf(id)), null, t('trail.unreadable'), null, null];
      return step && step.unreadable === 0 ? changes : [...changes, unread];
    });
    if (line.act) told.push([...head(''), tableWord('acts'), deedWords(line.act.deed), null, null]);
    for (let i = 0; i < line.erased; i++)
      told.push([...head(t('trail.erasedClient')), null, t('trail.erased'), null, null]);
    return told;
  });
  return { name: t('workbench.page.trail'), headings: HEADINGS.map((one) => t(`trail.column.${one}`)), rows };
}
