import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { REST_MS } from '@/components/log/draftShelf';
import { newDraft } from '@/components/log/drafts';
import { createLogSession } from '@/components/log/session';
import { subjectKey } from '@/components/log/subjects';
import { createDeeds } from '@/components/ui/deeds';
import type { Outcome, Subject } from '@/utils/app/command';
import { fail } from '@/utils/domain/result';
import { aClientId, aContactId } from '../../../gallery/fixtures/people';
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
const _NEW = {
  subject: { type: 'sighted', sighting: SIGHTING } as const,
  name: '欧阳静怡',
  kind: 'individual' as const,
};
const FULL: Outcome = fail({ code: 'full', field: null });

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

describe('saving', () => {
  it('logs with the client the form was opened for, then says so by name, then forgets the draft', async () => {
    const { session, port, deeds } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '想稳一点' });
    await rest();
    expect(await session.save()).toBe(true);
    expect(port.commands).toMatchObject([
      {
        do: 'logContact',
        subject: WANG.subject,
        details: { channel: 'phone', note: '想稳一点', goalReached: null },
      },
    ]);
    expect(deeds.said.value).toMatchObject({ text: '已保存到 王丽华', failed: false });
    expect(deeds.said.value?.undo).not.toBeNull();
    await rest();
    expect(session.opened.value).toBeNull();
    expect(port.drafts.size).toBe(0);
  });

  it('keeps the form and the draft when it fails, says why, and tries again as the same contact', async () => {
    const { session, port, deeds, draftOf } = play();
    await turn();
    port.answer.outcome = FULL;
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '想稳一点' });
    expect(await session.save()).toBe(false);
    expect(session.problem.value?.code).toBe('full');
    expect(session.opened.value?.draft.details.note).toBe('想稳一点');
    expect(deeds.said.value?.undo ?? null).toBeNull();
    await turn();
    expect(draftOf(WANG.subject)?.note).toBe('想稳一点');
    port.answer.outcome = { ok: true, value: { clientId: null, seq: 2 } };
    expect(await session.save()).toBe(true);
    const ids = port.commands.map((command) => command.do === 'logContact' && command.contactId);
    expect(ids[0]).toBe(ids[1]);
  });

  it('is done once however often the key is pressed', async () => {
    const { session, port } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    await Promise.all([session.save(), session.save(), session.save()]);
    expect(port.commands).toHaveLength(1);
  });

  it('goes to its own client when another is shown before it is done', async () => {
    const { session, port, deeds } = play();
    await turn();
    let answer = (_: Outcome) => {};
    const { run } = port;
    port.run = async (command) => {
      const done = await run(command);
      return { ...done, outcome: await new Promise<Outcome>((resolve) => (answer = resolve)) };
    };
    session.open(newDraft(WANG, { channel: 'phone', note: '王的' }));
    session.change({ note: '王的电话' });
    const saved = session.save();
    await turn();
    session.show(shown(LI.subject));
    expect(session.opened.value).toBeNull();
    answer({ ok: true, value: { clientId: null, seq: 1 } });
    expect(await saved).toBe(true);
    expect(port.commands[0]).toMatchObject({ subject: WANG.subject });
    expect(deeds.said.value?.text).toBe('已保存到 王丽华');
    await rest();
    expect(port.drafts.size).toBe(0);
  });

  it('that fails after its client was left keeps the draft there and names them', async () => {
    const { session, port, deeds, draftOf } = play();
    await turn();
    port.answer.outcome = FULL;
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '王的电话' });
    const saved = session.save();
    session.show(shown(LI.subject));
    expect(await saved).toBe(false);
    await turn();
    expect(deeds.said.value).toMatchObject({ failed: true });
    expect(deeds.said.value?.text).toContain('王丽华');
    expect(draftOf(WANG.subject)?.note).toBe('王的电话');
    expect(session.problem.value).toBeNull();
  });

  it('of a correction supersedes the entry', async () => {
    const { session, port } = play();
    await turn();
    const draft = newDraft(WANG, { channel: 'phone', note: '改' }, { amends: aContactId(2) });
    session.open(draft);
    await session.save();
    expect(port.commands[0]).toMatchObject({
      do: 'amendContact',
      supersedes: aContactId(2),
      clientId: aClientId(1),
    });
  });
});

describe('a correction and an unfinished draft', () => {
  it('are never mixed: the question comes first', async () => {
    const { session, port, draftOf } = play();
    await turn();
    session.open(newDraft(WANG, { channel: 'phone' }));
    session.change({ note: '没写完' });
    session.close();
    const correction = newDraft(WANG, { channel: 'meeting' }, { amends: aContactId(2) });
    session.open(correction);
    expect(session.opened.value).toBeNull();
    expect(session.blocked.value).not.toBeNull();
    session.unblock();
    await rest();
    expect(draftOf(WANG.subject)?.note).toBe('没写完');
    session.open(correction);
    session.discard();
    expect(session.opened.value?.draft.amends).toBe(aContactId(2));
    await rest();
    expect(port.drafts.size).toBe(0);
  });
});
