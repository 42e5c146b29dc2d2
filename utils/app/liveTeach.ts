import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { TEACHING, teachReport } from '@/utils/messaging/teach';
import { watchSession } from '@/utils/platform/session';
import { askBackground } from './askBackground';
import { watchDay } from './live/day';
import { tabView, tabViewKey } from './tabView';
import { loadNotes, saveNotes, watchEnd } from './teaching/notes';
import { createTeaching } from './teaching/teaching';
import type { TeachPort } from './teachPort';

/**
 * The wizard's port in a browser: a line to the script in the tab's page, the tab's notes, and the
 * background, which alone keeps adapters. Rejects where the tab is not taught (any more).
 */
export async function openTeachPort(tabId: number): Promise<TeachPort> {
  const [notes, day] = await Promise.all([loadNotes(tabId), watchDay()]);
  if (!notes) throw new Error('not taught');
  const line = browser.tabs.connect(tabId, { name: TEACHING, frameId: 0 });
  let isKept = false;
  let stopWatching = (): void => undefined;

  const end = (): void => {
    stopWatching();
    try {
      line.postMessage({ kind: 'end' });
    } catch {
      // The script has gone before us.
    }
    void askBackground({ kind: 'stopTeaching', tabId }).catch(() => undefined);
  };
  const teaching = createTeaching(notes, {
    tell(order) {
      try {
        line.postMessage(order);
      } catch {
        teaching.lose();
      }
    },
    note: (next) => void saveNotes(tabId, next),
    async keep(json) {
      isKept = true;
      const reply = await askBackground({ kind: 'keepTaught', tabId, json });
      if ('done' in reply) return null;
      isKept = false;
      if ('problems' in reply) return reply.problems;
      throw new Error(reply.refused);
    },
    end,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    settings: day.settings,
    author: i18n.t('teach.author'),
    today: day.today.peek(),
  });
  // Whatever ends the teaching elsewhere takes the wizard off the page; not so what it has itself asked for.
  stopWatching = watchEnd(tabId, () => isKept || end());
  line.onMessage.addListener((message: unknown) => {
    const report = teachReport.safeParse(message);
    if (report.success) teaching.hear(report.data);
  });
  line.onDisconnect.addListener(() => {
    void browser.runtime.lastError;
    teaching.lose();
  });
  // Once the CRM is known, the client's panel takes over as soon as it has a client.
  watchSession(tabViewKey(tabId), tabView, (seen) => {
    if (seen?.state === 'sighted' && teaching.view.peek().stage === 'done') end();
  });
  teaching.begin();
  return teaching;
}
