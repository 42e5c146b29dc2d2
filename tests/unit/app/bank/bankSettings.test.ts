import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hearPolicy } from '@/utils/app/background/policy';
import {
  BANK_SETTINGS,
  type BankSettings,
  bankIn,
  mayConnect,
  NAMES,
} from '@/utils/domain/bank/bankSettings';
import { lockedIn } from '@/utils/domain/schema/locked';
import { instant } from '@/utils/domain/schema/time';
import { loadLockSettings, saveLockSettings } from '@/utils/platform/lock';
import { loadBank, watchBank } from '@/utils/platform/policyBank';
import { loadSettings, saveSettings } from '@/utils/platform/settings';
import { FakeLocks } from '../../store/support/locks';

const NOW = instant.parse(Date.UTC(2026, 10, 20));
const { managed } = fakeBrowser.storage;

/** One of each that will do. */
const GOOD = {
  crmOrigins: ['https://crm.bank.example', 'http://crm:8080'],
  surface: 'sidePanelOnly',
  lock: { required: true, graceDays: 3, idleMinutes: 5, deadlineHours: 8 },
  exports: 'audited',
  retentionDays: 1825,
  recoveryKey: `MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE${'A'.repeat(86)}==`,
  sync: { allowed: true, url: 'https://couch.bank.example', database: 'zhibi' },
  wipeEpoch: 1,
} satisfies Required<BankSettings>;

/** What will not do, by setting. */
const BAD: Record<keyof BankSettings, readonly unknown[]> = {
  crmOrigins: [
    'https://crm',
    ['crm.bank.example'],
    ['https://crm.bank.example/path'],
    ['javascript:alert(1)'],
    null,
  ],
  surface: ['page', true, 1],
  lock: [
    true,
    { idleMinutes: 0 },
    { idleMinutes: 241 },
    { deadlineHours: 25 },
    { required: 'yes' },
    { graceDays: 31 },
    [],
  ],
  exports: ['on', false],
  retentionDays: [29, 36_501, '365', 1.5],
  recoveryKey: ['', 'short', '!'.repeat(100), `${'A'.repeat(122)}==`],
  sync: ['https://couch', { url: 'http://couch.bank.example' }, { database: 'Zhibi' }, { allowed: 1 }],
  wipeEpoch: [-1, 1.5, '2', 1_000_001],
};

interface Node {
  type: string;
  properties?: Record<string, Node>;
  enum?: string[];
  items?: Node;
}
const { properties }: { properties: Record<string, Node> } = JSON.parse(
  readFileSync('public/managed_schema.json', 'utf8'),
);

describe('what the bank sets beside adapters and prompts', () => {
  it.each(NAMES)('%s is read where it will do, and named where it will not, each for itself', (name) => {
    expect(bankIn({ [name]: GOOD[name] })).toEqual({ bank: { [name]: GOOD[name] }, garbled: [] });
    for (const bad of BAD[name])
      expect(bankIn({ ...GOOD, [name]: bad })).toEqual({
        bank: Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name)),
        garbled: [name],
      });
  });

  it('passes over what this version does not know', () => {
    expect(bankIn({ ...GOOD, later: 1, lock: { ...GOOD.lock, later: 1 } })).toEqual({
      bank: GOOD,
      garbled: [],
    });
  });

  it('stands in the schema for browsers, with the same parts and the same words', () => {
    for (const name of NAMES) {
      const node = properties[name];
      if (!node) throw new Error(`${name} is not in the schema`);
      const said: unknown = GOOD[name];
      const type = Array.isArray(said) ? 'array' : typeof said === 'number' ? 'integer' : typeof said;
      expect([name, node.type]).toEqual([name, type]);
      const { def } = BANK_SETTINGS[name];
      if (def.type === 'enum') expect(node.enum).toEqual(Object.values(def.entries));
      if (def.type === 'object') expect(Object.keys(node.properties ?? {})).toEqual(Object.keys(def.shape));
    }
  });

  it('lets only the CRMs be connected that it names, and any where it names none', () => {
    expect(mayConnect({}, 'https://other.example')).toBe(true);
    expect(mayConnect(GOOD, 'http://crm:8080')).toBe(true);
    expect(mayConnect(GOOD, 'http://crm:8081')).toBe(false);
    expect(mayConnect({ crmOrigins: [] }, 'https://crm.bank.example')).toBe(false);
  });
});

describe('in force', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
  });
  const hear = async (said: Record<string, unknown>) => {
    await managed.clear();
    await managed.set(said);
    await hearPolicy(true, NOW);
  };

  it('is what was heard, told to whoever watches, and ends with the policy', async () => {
    const heard: unknown[] = [];
    const stop = watchBank((reading) => heard.push(reading));
    await hear({ exports: 'off', surface: 'nowhere' });
    expect(await loadBank()).toEqual({ bank: { exports: 'off' }, garbled: ['surface'] });
    await vi.waitFor(
      () => expect(heard).toEqual([{ bank: { exports: 'off' }, garbled: ['surface'] }]),
      20_000,
    );
    await managed.clear();
    await hearPolicy(true, NOW);
    expect(await loadBank()).toEqual({ bank: {}, garbled: [] });
    stop();
  });

  it('locks when the bank says; the user’s own times come back with their freedom', async () => {
    await saveLockSettings({ idleMinutes: 30, deadlineHours: 10 });
    await hear({ lock: { idleMinutes: 5 } });
    expect(await loadLockSettings()).toEqual({ idleMinutes: 5, deadlineHours: 10 });
    await saveLockSettings({ idleMinutes: 99, deadlineHours: 3 });
    expect(await loadLockSettings()).toEqual({ idleMinutes: 5, deadlineHours: 3 });
    await managed.clear();
    await hearPolicy(true, NOW);
    expect(await loadLockSettings()).toEqual({ idleMinutes: 30, deadlineHours: 3 });
  });

  it('has the bank’s cadence before the user’s own, tier by tier', async () => {
    await saveSettings({
      ...(await loadSettings()),
      cadence: { ...(await loadSettings()).cadence, A: 40, B: 50 },
    });
    await hear({ cadence: { A: 20 } });
    const { cadence } = await loadSettings();
    expect([cadence.A, cadence.B]).toEqual([20, 50]);
    await saveSettings({ ...(await loadSettings()), cadence: { ...cadence, B: 55 } });
    await managed.clear();
    await hearPolicy(true, NOW);
    const free = (await loadSettings()).cadence;
    expect([free.A, free.B]).toEqual([40, 55]);
    expect(lockedIn({ cadence: { A: 0 } }).garbled).toEqual(['cadence']);
  });
});
