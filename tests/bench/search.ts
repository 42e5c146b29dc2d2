import { readingsOf } from '@/utils/app/readings';
import type { Brief } from '@/utils/domain/brief';
import { civilDay } from '@/utils/domain/schema/time';
import { indexBriefs, searchClients } from '@/utils/domain/search/clientSearch';
import { briefOf, idOf } from '../unit/domain/search/briefs';
import type { Figure } from './figures';

/*
 * How long a key in the search of a whole book takes, without a browser. Part of `npm run bench`.
 */

const CLIENTS = 10_000;
const FRAME_MS = 16;
const TYPED = [
  ...['w', 'wl', 'wlh', 'wanglihua', 'zhangwei', 'jmjx', 'xian', '王', '纺织', '662', '6621', 'c0000'],
  ...['wang li', '王 66', 'zzzz', '138001386621'],
];

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾解仇'];
const GIVEN = [...'丽华伟芳娜敏静秀英强磊洋艳勇军杰娟涛明超霞平刚桂兰长乐重'];
const TRADES = [
  '恒通纺织有限公司',
  '长江精密机械制造股份有限公司',
  '华东医药科技集团有限责任公司',
  '重庆新材料有限公司',
];

/** A book of `size`, one company in four, without randomness. */
function bookOf(size: number): Brief[] {
  return Array.from({ length: size }, (_, index) => {
    const pick = <Item>(items: readonly Item[], step: number) =>
      items[Math.floor(index / step) % items.length] as Item;
    const person = pick(SURNAMES, 5) + pick(GIVEN, 7) + pick(GIVEN, 1);
    const name = index % 4 === 0 ? pick(GIVEN, 5) + pick(GIVEN, 11) + pick(TRADES, 4) : person;
    return briefOf({
      clientId: idOf(index),
      name,
      readings: readingsOf(name),
      phoneTails: [String((index * 7919) % 10_000).padStart(4, '0')],
      numbers: [`C${String(index).padStart(8, '0')}`],
      last: { day: `2026-${String((index % 10) + 1).padStart(2, '0')}-15`, channel: 'phone' },
      due: index % 3 === 0 ? '2026-11-01' : '2026-12-20',
    });
  });
}

/**
 * The least processor time of some runs, in milliseconds: what the work itself takes, whatever else
 * the machine does meanwhile.
 */
function quickest(work: () => unknown, runs = 9): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** The slowest of some searches against a frame of the screen, and a book made ready again against the first time. */
export function searchFigures(): Figure[] {
  const today = civilDay.parse('2026-11-20');
  const book = bookOf(CLIENTS);
  const index = indexBriefs(book, today);
  const times = TYPED.map((typed) => ({ typed, took: quickest(() => searchClients(index, typed)) }));
  const slowest = times.reduce((worst, each) => (each.took > worst.took ? each : worst));
  const changed = [briefOf({ name: '新客' }), ...book.slice(1)];
  const again = quickest(() => indexBriefs(changed, today, index), 3);
  const first = quickest(() => indexBriefs(book, today), 3);
  return [
    {
      what: `search of ${CLIENTS} clients, slowest of ${TYPED.length} words`,
      ratio: slowest.took / FRAME_MS,
      most: 1,
      detail: `${slowest.typed} ${slowest.took.toFixed(1)} ms : a frame`,
    },
    {
      what: `search of ${CLIENTS} clients made ready again`,
      ratio: again / first,
      most: 1,
      detail: `${again.toFixed(1)} ms : ${first.toFixed(1)} ms`,
    },
  ];
}
