import { effect, type Signal, signal } from '@preact/signals';
import type { Subject } from '@/utils/app/command';
import type { PanelPort, PanelView } from '@/utils/app/panelPort';
import type { Part } from '@/utils/domain/nba/action';
import type { FieldKey } from '@/utils/domain/schema/client';
import type { LogClient } from '../log/drafts';
import { flushOnLeaving } from '../log/flushOnLeaving';
import { createLogSession, type LogSession } from '../log/session';
import type { Shown } from '../log/subjects';
import { createDeeds, type Deeds } from '../ui/deeds';
import { t } from '../ui/words';
import { createUnsaved, type Unsaved } from './unsaved';

/** What the parts of the panel share for as long as it is open. */
export interface Desk {
  port: PanelPort;
  deeds: Deeds;
  session: LogSession;
  /** The profile field that someone wants to fill in; the profile opens it and sets this back. */
  asked: Signal<FieldKey | null>;
  /** What is written in a form of facts and not saved yet. */
  unsaved: Unsaved;
  /** Ends the desk's watching of the view. */
  close(): void;
}

/** One desk over a port. */
export function createDesk(port: PanelPort): Desk {
  const deeds = createDeeds(port);
  const session = createLogSession(port, deeds);
  // Not in a component's effect, which would come a frame late: before anything of another client is
  // drawn, the form of the former one is closed and its draft kept.
  const stop = effect(() => session.show(shownOf(port.view.value)));
  const unsaved = createUnsaved(port, () => deeds.say(t('log.draftNotKept'), true));
  const stopFlushing = flushOnLeaving(unsaved);
  return {
    port,
    deeds,
    session,
    asked: signal(null),
    unsaved,
    close() {
      stopFlushing();
      stop();
    },
  };
}

/** Whom the panel shows: what every command and every form of this screen is about. */
export type ShownClient = LogClient;

/** Whom a view is about; null where it shows no one whose record could be written to. */
export function clientOf(view: PanelView): ShownClient | null {
  if (view.state === 'firstSight') {
    return { subject: view.subject, name: view.sighting.name, kind: view.sighting.kind };
  }
  if (view.state !== 'client') return null;
  const { name, kind } = view.picture.bundle.client;
  return { subject: view.subject, name, kind };
}

/** The subject of a view with the CRM record beside it, for the log session. */
export function shownOf(view: PanelView): Shown | null {
  if (view.state !== 'client' && view.state !== 'firstSight') return null;
  const subject: Subject = view.subject;
  return { subject, record: view.sighting?.record ?? null };
}

/** Brings a part of the panel into sight and the focus to its heading. */
export function goTo(section: Part | 'tracks'): void {
  const part = document.getElementById(`part-${section}`);
  part?.scrollIntoView({ block: 'start' });
  part?.querySelector('h2')?.focus({ preventScroll: true });
}
