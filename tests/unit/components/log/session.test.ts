import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REST_MS } from '@/components/log/draftShelf';
import { newDraft } from '@/components/log/drafts';
import { createLogSession } from '@/components/log/session';
import { subjectKey } from '@/components/log/subjects';
import { createDeeds } from '@/components/ui/deeds';
import type { Outcome, Subject } from '@/utils/app/command';
import { fail } from '@/utils/domain/result';
import { aClientId } from '../../../gallery/fixtures/people';
import { SIGHTING } from '../../../gallery/fixtures/pictures';
import { playPort } from '../../../gallery/fixtures/port';
import '../setup';

const WANG = {
  subject: { type: 'client', clientId: aClientId(1) } as const,
  name: '王丽华',
  kind: 'individual' as const,
};
const LI = {
  subject: { type: 'client', clientId: aClientId(2) } as const,
  name: '李建国',
  kind: 'individual' as const,
};
const NEW = {
  subject: { type: 'sighted', sighting: SIGHTING } as const,
  name: '欧阳静怡',
  kind: 'individual' as const,
};
const _FULL: Outcome = fail({ code: 'full', field: null });

const shown = (subject: Subject) => ({ subject, record: null });
const turn = () => vi.advanceTimersByTimeAsync(0);
const rest = () => vi.advanceTimersByTimeAsync(REST_MS);

function play() {
  const port = playPort({ state: 'starting' });
  const deeds = createDeeds(port);
  const session = createLogSession(port, deeds);
  session.show(shown(WANG.subject));
  const draftOf = (subject: Subject) => port.drafts.get(subjectKey(subject))?.details;
  return { port, deeds, session, draftOf };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('drafts', () => {
  it('are kept once typing rests, and at once when the page is about to go', async () => {
    const { session, draftOf } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '想稳' });
    await vi.advanceTimersByTimeAsync(REST_MS - 1);
    expect(draftOf(WANG.subject)).toBeUndefined();
    session.change({ note: '想稳一点' });
    await vi.advanceTimersByTimeAsync(REST_MS - 1);
    expect(draftOf(WANG.subject)).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(draftOf(WANG.subject)?.note).toBe('想稳一点');
    session.change({ note: '想稳一点，下周再说' });
    session.flush();
    await turn();
    expect(draftOf(WANG.subject)?.note).toBe('想稳一点，下周再说');
  });

  it('are sent when the page is about to go, even if what was sent before is not answered', async () => {
    const { session, port } = play();
    await turn();
    const sent: unknown[] = [];
    // As while the browser starts its worker: the page will be gone when it answers.
    port.saveDraft = (draft) => {
      sent.push(draft.details.note);
      return new Promise(() => {});
    };
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '想稳' });
    await rest();
    session.change({ note: '想稳一点' });
    session.flush();
    expect(sent).toEqual(['想稳', '想稳一点']);
  });

  it('are kept once a second while someone writes on without a rest', async () => {
    const { session, draftOf } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    for (let letters = 1; letters <= 6; letters++) {
      session.change({ note: '写'.repeat(letters) });
      await vi.advanceTimersByTimeAsync(REST_MS - 100);
    }
    expect(draftOf(WANG.subject)?.note).toBe('写'.repeat(5));
  });

  it('are not made by opening and closing a form', async () => {
    const { session, port } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.close();
    await rest();
    expect(port.drafts.size).toBe(0);
    expect(session.kept.value).toBeNull();
  });

  it('wait for their client after closing, and are gone on with by a letter', async () => {
    const { session } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '说到一半' });
    session.close();
    expect(session.opened.value).toBeNull();
    expect(session.kept.value?.details.note).toBe('说到一半');
    session.open(newDraft(WANG, { channel: 'meeting' }));
    expect(session.opened.value).toMatchObject({ resumed: true });
    expect(session.opened.value?.draft.details).toMatchObject({ channel: 'meeting', note: '说到一半' });
  });

  it('stay of the day on which they were begun', async () => {
    const { session, port } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '昨天的电话' });
    const begun = port.today.value;
    await rest();
    expect(port.drafts.get(subjectKey(WANG.subject))?.details.day).toBe(begun);
  });

  it('never move to another client: the form closes and the draft stays, with a word about it', async () => {
    const { session, deeds, draftOf } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '只属于王丽华' });
    session.show(shown(LI.subject));
    expect(session.opened.value).toBeNull();
    expect(session.kept.value).toBeNull();
    expect(deeds.said.value?.text).toContain('王丽华');
    await rest();
    expect(draftOf(WANG.subject)?.note).toBe('只属于王丽华');
    expect(draftOf(LI.subject)).toBeUndefined();
    session.open(newDraft(LI, { channel: 'phone' }));
    expect(session.opened.value?.draft.details.note).toBeUndefined();
    session.close();
    session.show(shown(WANG.subject));
    await turn();
    expect(session.kept.value?.details.note).toBe('只属于王丽华');
  });

  it('do not appear for a client who was left while they were being read', async () => {
    const { session, port } = play();
    await turn();
    port.drafts.set(subjectKey(LI.subject), newDraft(LI, { channel: 'phone', note: '李的' }));
    session.show(shown(LI.subject));
    session.show(shown(WANG.subject));
    await turn();
    expect(session.kept.value).toBeNull();
  });

  it('of someone else are refused, whatever the store answers', async () => {
    const { session, port } = play();
    await turn();
    port.loadDraft = async () => newDraft(WANG, { channel: 'phone', note: '王的' });
    session.show(shown(LI.subject));
    await turn();
    expect(session.kept.value).toBeNull();
  });

  it('are joined with a form that was opened faster than they could be read', async () => {
    const { session, port } = play();
    port.drafts.set(subjectKey(WANG.subject), newDraft(WANG, { channel: 'phone', note: '早先写的' }));
    session.open(newDraft(WANG, { channel: 'wechat' }));
    session.change({ note: '刚写的' });
    await turn();
    expect(session.opened.value?.draft.details).toMatchObject({
      channel: 'wechat',
      note: '早先写的\n刚写的',
    });
  });

  it('of one client are not lost to another client’s typing', async () => {
    const { session, draftOf } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '王' });
    session.show(null);
    session.show(shown(LI.subject));
    session.open(newDraft(LI, { channel: 'phone' }));
    session.change({ note: '李' });
    await rest();
    expect(draftOf(WANG.subject)?.note).toBe('王');
    expect(draftOf(LI.subject)?.note).toBe('李');
  });

  it('of a client first sighted belong to the same client once tracked', async () => {
    const { session } = play();
    session.show({ subject: NEW.subject, record: SIGHTING.record });
    await turn();
    session.open(newDraft(NEW, { channel: 'phone' }));
    session.change({ note: '还在写' });
    session.show({ subject: { type: 'client', clientId: aClientId(9) }, record: SIGHTING.record });
    expect(session.opened.value?.draft.details.note).toBe('还在写');
    session.show({ subject: LI.subject, record: null });
    expect(session.opened.value).toBeNull();
  });

  it('that cannot be kept are said to be so', async () => {
    const { session, port, deeds } = play();
    await turn();
    port.saveDraft = () => Promise.reject(new Error('locked'));
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '想稳' });
    await rest();
    expect(deeds.said.value).toMatchObject({ failed: true });
  });
});
