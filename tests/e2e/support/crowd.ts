import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer';
import { todayHere } from '../../../scripts/today';
import { buildBank } from '../../demo-crm/data/bank';
import type { DemoClient } from '../../demo-crm/data/model';
import type { Zhibi } from '../pages/zhibi';
import type { Belongs } from './witness';

const randomId = (): string => randomBytes(12).toString('hex');

/** Every client of the demo bank, as it stands today. */
export const BANK = buildBank({ today: todayHere() });

const tailOf = ({ phone }: DemoClient): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** A word that stands in the history of this client and nowhere else. */
const markOf = (recordId: string): string => `记号${recordId}`;

/** Clients of the demo bank who can be told apart, every other one of them in the book already. */
export class Crowd {
  readonly clients: readonly DemoClient[];

  /** The first `size` clients after the special ones, people and companies, no two of one name. */
  constructor(size: number) {
    const names = new Map<string, number>();
    for (const { name, latinName } of BANK.clients) {
      for (const each of new Set([name, latinName])) names.set(each, (names.get(each) ?? 0) + 1);
    }
    const distinct = BANK.clients.filter(
      ({ name, latinName }) => names.get(name) === 1 && names.get(latinName) === 1,
    );
    const companies = distinct.filter(({ kind }) => kind === 'company').slice(0, Math.floor(size / 5));
    const people = distinct.filter(({ kind }) => kind === 'individual').slice(0, size - companies.length);
    this.clients = [...people, ...companies];
  }

  get recordIds(): string[] {
    return this.clients.map(({ recordId }) => recordId);
  }

  named(recordId: string, language: 'zh' | 'en'): string {
    const client = this.clients.find((each) => each.recordId === recordId);
    if (!client) throw new Error(`${recordId} is not of the crowd`);
    return language === 'zh' ? client.name : client.latinName;
  }

  /** Puts every other client into the book, each with a contact that names it. */
  async enter(zhibi: Zhibi): Promise<void> {
    const page = await zhibi.browser.newPage();
    await page.goto(`chrome-extension://${zhibi.id}/sidepanel.html`);
    for (const { recordId, kind, name } of this.clients.filter((_, place) => place % 2 === 0)) {
      await order(page, {
        do: 'logContact',
        subject: {
          type: 'sighted',
          sighting: {
            adapter: 'demo-modern',
            record: { crmId: 'demo-bank', entity: kind, recordId },
            kind,
            name,
            fields: [],
            contacts: [],
          },
        },
        contactId: randomId(),
        details: { ...CALL, note: markOf(recordId) },
        keeps: null,
        answers: null,
      });
    }
    await page.close();
  }

  /** Whether what a panel shows is this record's: its name, and nothing that only another's would hold. */
  belongs(language: 'zh' | 'en'): Belongs {
    const judged = new Map<string, boolean>();
    return (recordId, name, text) => {
      const client = this.clients.find((each) => each.recordId === recordId);
      if (!client || (name !== client.name && (language === 'zh' || name !== client.latinName))) return false;
      const key = `${recordId} ${text}`;
      const known = judged.get(key) ?? !this.#foreignWords(client).some((word) => text.includes(word));
      judged.set(key, known);
      return known;
    };
  }

  /** Phone numbers, marks and contacts of all the others, as far as they are not this client's too. */
  #foreignWords(client: DemoClient): string[] {
    const own = new Set(wordsOf(client));
    return this.clients
      .filter((each) => each !== client)
      .flatMap((each) => wordsOf(each).filter((word) => !own.has(word)));
  }
}

const wordsOf = (client: DemoClient): string[] => [
  tailOf(client),
  markOf(client.recordId),
  ...client.contacts.map(({ text }) => text),
];

const CALL = {
  channel: 'phone',
  direction: 'out',
  result: 'reached',
  day: todayHere(),
  minute: null,
  zone: 'Asia/Shanghai',
  minutesLong: null,
  purpose: null,
  goal: null,
  goalReached: null,
  marker: null,
  nextStep: null,
  clientWords: false,
  metWith: null,
  companions: null,
  place: null,
  newBusiness: false,
  coldVisit: false,
  mass: false,
};

/** Sends an order as our own pages do, and fails unless it is on the disk. */
async function order(page: Page, command: unknown): Promise<void> {
  const message = { kind: 'order', order: { op: randomId(), command } };
  const outcome = await page.evaluate((sent) => chrome.runtime.sendMessage(sent), message);
  if (!outcome?.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
}
