import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/**
 * Browser tests that have the machine to themselves, after all others: those that count what is done in a given
 * time or how often a picture is painted, and those that build, since a build writes where the others read.
 */
const ALONE = [
  'tests/e2e/store.kill.test.ts',
  'tests/e2e/threats/supplyChain.test.ts',
  'tests/e2e/traps/painted.test.ts',
];

/** Each of these tests waits for a real browser, two of which a small machine can keep busy. */
const inBrowsers = {
  globalSetup: ['tests/e2e/build.ts'],
  testTimeout: 90_000,
  hookTimeout: 120_000,
};

/** Tests of rooms without a state of their own. */
const PURE = ['adapters', 'demo-crm', 'domain', 'house', 'import'].map(
  (room) => `tests/unit/${room}/**/*.test.ts`,
);

/** Tests of what is drawn: each of them takes away what it has put on the screen. */
const SCREENS = ['tests/unit/components/**/*.test.{ts,tsx}'];

const unit = {
  plugins: [WxtVitest()],
  // The faked browser asks for all of wxt's testing, and so for wxt and vite themselves: 1.7 s of each test file.
  resolve: { alias: [{ find: /^wxt\/testing$/, replacement: 'wxt/testing/fake-browser' }] },
  test: {
    // Every core: the default leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    // Properties over a thousand histories, and whole pages looked through for faults, take their time on a
    // busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        ...unit,
        test: {
          ...unit.test,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [...PURE, ...SCREENS],
          setupFiles: ['fake-indexeddb/auto'],
        },
      },
      {
        ...unit,
        test: {
          ...unit.test,
          name: 'unit-screens',
          include: SCREENS,
          environment: './tests/unit/components/oneWindow.ts',
          setupFiles: ['tests/unit/components/eachFile.ts'],
          isolate: false,
        },
      },
      {
        ...unit,
        // What keeps nothing from one test to the next need not be read anew for each file: a third of the time.
        test: { ...unit.test, name: 'unit-pure', include: PURE, isolate: false },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          ...inBrowsers,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          // Each file has a browser and a server of its own; what it imports keeps nothing.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias: { '@': import.meta.dirname } },
        test: {
          ...inBrowsers,
          name: 'e2e-alone',
          include: ALONE,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
