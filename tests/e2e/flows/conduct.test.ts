import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '@/utils/app/command';
import { isWorkingDay, nextWorkingDay } from '@/utils/domain/calendar/workingDays';
import { addDays, daysBetween } from '@/utils/domain/day';
import { ALL_GATES } from '@/utils/domain/nba/gates/registry';
import type { Contact } from '@/utils/domain/schema/contact';
import type { FieldValue } from '@/utils/domain/schema/fieldValue';
import type { ClientId } from '@/utils/domain/schema/ids';
import { defaultSettings, type ProductOnSale } from '@/utils/domain/schema/settings';
import type { Sighting } from '@/utils/domain/schema/sighting';
import { civilDay } from '@/utils/domain/schema/time';
import { todayHere } from '../../../scripts/today';
import { aContact, choice, text } from '../../unit/domain/build';
import { aCredit, aHolding, aRelation, yuan } from '../../unit/domain/buildFacts';
import { Actions } from '../pages/actions';
import { PanelScreen } from '../pages/panel';
import { faultsOf } from '../support/accessibility';
import { carryOut } from '../support/carryOut';
import { Stage } from '../support/stage';

const TODAY = civilDay.parse(todayHere());
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ago = (days: number) => addDays(TODAY, -days);

const WEALTH: ProductOnSale = { name: '云澜稳健', kind: 'wealth', risk: 'R2', least: yuan(10_000) };
const FUND: ProductOnSale = { name: '远山指数', kind: 'fund', risk: 'R4', least: yuan(1_000) };
/** More than the share of half a million that may go into so much risk. */
const LARGE: ProductOnSale = { name: '远山债券', kind: 'bond', risk: 'R4', least: yuan(200_000) };
const BORN_1950: FieldValue = { type: 'day', day: civilDay.parse('1950-03-02') };

/** Tier A is to be contacted every 30 days: then it was due, and so many days have gone since. */
const LONG_AGO = ago(90);
const daysOverdue = daysBetween(nextWorkingDay(addDays(LONG_AGO, 30)), TODAY);
const OVERDUE = 'overdue.title';

/** What is done for a client, once there is one. `n` numbers its rows apart from those of the others. */
type Deeds = (clientId: ClientId, n: number) => Command[];

const knows =
  (key: string, value: FieldValue): Deeds =>
  (clientId) => [
    {
      do: 'setFact',
      subject: { type: 'client', clientId },
      key,
      fact: { value, source: 'client', day: ago(30) },
    },
  ];
const agrees: Deeds = (clientId) => [
  {
    do: 'setConsent',
    subject: { type: 'client', clientId },
    channel: 'phone',
    consent: { given: true, day: ago(30), source: 'client' },
  },
];
const holds: Deeds = (clientId, n) => {
  const { clientId: _, ...holding } = aHolding(n);
  return [{ do: 'keepHolding', subject: { type: 'client', clientId }, holding }];
};
const borrows =
  (change: Parameters<typeof aCredit>[1]): Deeds =>
  (clientId, n) => {
    const { clientId: _, ...credit } = aCredit(n, change);
    return [{ do: 'keepCredit', subject: { type: 'client', clientId }, credit }];
  };
const logs =
  (change: Partial<Contact>): Deeds =>
  (clientId, n) => {
    const contact = aContact(change.day ?? TODAY, n, { zone: ZONE, ...change });
    const { id, clientId: _, origin, state, enteredInCrm, supersedes, keeps, loggedAt, ...details } = contact;
    return [
      {
        do: 'logContact',
        subject: { type: 'client', clientId },
        contactId: id,
        details,
        keeps: null,
        answers: null,
      },
    ];
  };
const tiered: Deeds = (clientId) => [
  { do: 'editClient', subject: { type: 'client', clientId }, change: { tier: 'A' } },
];

/** A client to whom the product may be offered: tested, agreed, with money at hand. */
const suited = (level: string, wish: string): Deeds[] => [
  agrees,
  holds,
  knows('riskLevel', choice(level)),
  knows('riskTestedOn', { type: 'day', day: ago(30) }),
  knows('productPreference', text(wish)),
];
const fit = suited('C3', '稳健的理财');

/** One client for each gate, and the prompt that it keeps away: a product by its name, or another rule's. */
const CLIENTS: Readonly<Record<string, { deeds: Deeds[]; prompt?: string; product?: ProductOnSale }>> = {
  doNotContact: {
    deeds: [
      ...fit,
      (clientId) => [
        {
          do: 'setDoNotContact',
          subject: { type: 'client', clientId },
          doNotContact: { day: ago(1), until: null, reason: null },
        },
      ],
    ],
  },
  complaint: { deeds: [...fit, logs({ purpose: 'complaint' })] },
  mourning: { deeds: [...fit, knows('lifeEvents', text('父亲病故'))] },
  discretion: {
    deeds: [
      agrees,
      (clientId, n) => {
        const wall = { state: 'mustNotBeTold', day: ago(30), source: 'client' } as const;
        const { clientId: _, ...relation } = aRelation(n, { name: '周敏', covered: false, wall });
        return [{ do: 'keepRelation', subject: { type: 'client', clientId }, relation }];
      },
    ],
    prompt: 'insuranceGap.titleFamily',
  },
  consent: { deeds: fit.slice(1) },
  suitability: { deeds: [agrees, holds, knows('productPreference', text('稳健的理财'))] },
  older: { deeds: [...suited('C5', '基金'), knows('birthday', BORN_1950)], product: FUND },
  loanInProgress: { deeds: [...fit, borrows({ applied: ago(5) })] },
  borrowedMoney: { deeds: [...fit, borrows({ from: ago(10) })] },
  dayOff: { deeds: fit },
  callsEnough: { deeds: [...fit, logs({ purpose: 'negotiation' })] },
  testsEnough: {
    deeds: [
      knows('riskTestedOn', { type: 'day', day: ago(360) }),
      logs({ purpose: 'riskTest', goalReached: 'yes' }),
      (clientId, n) => logs({ purpose: 'riskTest', goalReached: 'yes' })(clientId, n + 500),
    ],
    prompt: 'documentExpiry.riskTestedOn',
  },
  planned: {
    deeds: [
      tiered,
      logs({ day: LONG_AGO }),
      (clientId, n) => logs({ day: addDays(TODAY, 5), channel: 'meeting', result: null })(clientId, n + 500),
    ],
    prompt: OVERDUE,
  },
  proportion: { deeds: suited('C5', '债券'), product: LARGE },
};

/** Conduct (§§9, 11): what is refused, in the panel of a client of whom it is to be refused. */
describe('conduct', () => {
  let stage: Stage;
  let page: Page;
  let panel: PanelScreen;
  let actions: Actions;
  const ids = new Map<string, ClientId>();

  const show = async (gate: string) => {
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${stage.zhibi.id}/sidepanel.html#client/${ids.get(gate)}`);
    panel = new PanelScreen(page, stage.zhibi.language);
    actions = new Actions(panel);
    await panel.isComplete();
  };

  beforeAll(async () => {
    stage = await Stage.open();
    const options = await stage.zhibi.openOptions();
    await options.page.evaluate((settings) => chrome.storage.local.set({ settings }), {
      ...defaultSettings(ZONE),
      products: [WEALTH, FUND, LARGE],
    });
    for (const [at, [gate, { deeds }]] of Object.entries(CLIENTS).entries()) {
      const record = { crmId: 'demo-bank', entity: 'individual', recordId: `2000${at}` };
      const sighting: Sighting = {
        adapter: 'demo',
        record,
        kind: 'individual',
        name: `客户${at}`,
        fields: [],
        contacts: [],
      };
      const id = await carryOut(options.page, { do: 'track', subject: { type: 'sighted', sighting } });
      ids.set(gate, id);
      await carryOut(options.page, ...deeds.flatMap((deed) => deed(id, at + 1)));
    }
    page = options.page;
  });
  afterAll(() => stage?.close());

  it('has a client for each gate', () => {
    expect(Object.keys(CLIENTS).toSorted()).toEqual(ALL_GATES.map(({ id }) => id).toSorted());
  });

  it.each(Object.entries(CLIENTS))('refuses by the gate %s', async (gate, { prompt, product = WEALTH }) => {
    await show(gate);
    if (gate === 'dayOff' && isWorkingDay(TODAY)) {
      // What nothing else keeps away is offered on a day at work.
      await actions.showOfRule('productMatch');
      return;
    }
    // On a day off that is said first of all that comes behind it.
    const said = gate === 'callsEnough' && !isWorkingDay(TODAY) ? 'dayOff' : gate;
    const title =
      prompt === undefined
        ? panel.say('rule.productMatch.title', product.name)
        : panel.say(`rule.${prompt}`, prompt === OVERDUE ? daysOverdue : panel.say('person.spouse'));
    expect(await actions.whyNot(title)).toBe(panel.say(`gate.${said}`));
  });

  it('warns before any contact that a relative must not be told, the words on press', async () => {
    await show('discretion');
    const mark = panel.say('caution.discretion.name');
    expect(await panel.has('button', mark)).toBe(true);
    expect(await panel.surface.$('.caution')).toBeNull();
    expect(await faultsOf(panel)).toEqual([]);
    await panel.click('button', mark);
    const told = await panel.at('.caution');
    expect(await told.evaluate((list) => list.textContent)).toContain('周敏');
  });

  it('lets an offer go at once when a complaint is logged, and puts the complaint first', async () => {
    await show('complaint');
    await actions.showOfRule('complaintFollowUp');
    const [first] = await actions.titles();
    expect(first).toBe(await actions.titleOfRule('complaintFollowUp'));
    await show('dayOff');
    const id = ids.get('dayOff');
    if (!id) throw new Error('no such client');
    await carryOut(page, ...logs({ purpose: 'complaint' })(id, 900));
    await actions.showOfRule('complaintFollowUp');
    await actions.showNoneOfRule('productMatch');
    expect(await actions.whyNot(panel.say('rule.productMatch.title', WEALTH.name))).toBe(
      panel.say('gate.complaint'),
    );
  });

  it('has the complaint on today’s list, as the prompt of highest value', async () => {
    const popup = await stage.zhibi.openPopup(await stage.zhibi.openPage('chrome://version/'));
    await popup.shows(popup.say('rule.complaintFollowUp.name'));
    expect((await popup.found()).slice(0, 2).toSorted()).toEqual(['客户1', '客户9']);
    await popup.close();
  });
});
