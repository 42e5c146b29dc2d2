import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { instant } from '@/utils/domain/schema/time';
import { hex } from '@/utils/store/crypto/bytes';
import { publicKeyOf } from '@/utils/store/crypto/x25519';
import { compare, type Entry, type NewMember, placesIn, sealEntry } from '@/utils/sync/devices/log';
import {
  adding,
  idOf,
  type Own,
  removing,
  renaming,
  type Standing,
  sameSecrets,
  secretsByWords,
  standingOf,
  wordsMember,
} from '@/utils/sync/devices/members';
import { type WireSecrets, wireKeysOf } from '@/utils/sync/wire/keys';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const NOW = instant.parse(1_790_000_000_000);
type In = Extract<Standing, { state: 'in' }>;

interface Person {
  own: Own;
  member: NewMember;
  secrets: WireSecrets;
}

async function person(name: string, secrets: WireSecrets): Promise<Person> {
  const secret = random(32);
  const key = publicKeyOf(secret);
  const id = await idOf(key);
  return {
    own: { id, secret },
    member: { id, kind: 'device', name, since: NOW, key: hex(key) },
    secrets,
  };
}

const start = (): WireSecrets => ({ ids: random(32), seals: [random(32)] });

async function inside(who: Person, list: readonly Entry[]): Promise<In> {
  const standing = await standingOf(who.secrets, who.own, list);
  if (standing.state !== 'in') throw new Error(`${who.member.name} is ${standing.state}`);
  who.secrets = standing.secrets;
  return standing;
}

/** Three devices in one list. */
async function three() {
  const secrets = start();
  const [a, b, c] = [await person('甲', secrets), await person('乙', secrets), await person('丙', secrets)];
  const list: Entry[] = [];
  list.push(await adding(await inside(a, list), a.own, a.member, random));
  list.push(await adding(await inside(a, list), a.own, b.member, random));
  list.push(await adding(await inside(b, list), b.own, c.member, random));
  return { a, b, c, list };
}

describe('the list of devices', () => {
  it('says the same to everybody in it', async () => {
    const { a, b, c, list } = await three();
    for (const who of [a, b, c]) {
      const { members } = await inside(who, list);
      expect(members.map(({ name, out }) => [name, out])).toEqual([
        ['甲', null],
        ['乙', null],
        ['丙', null],
      ]);
    }
  });

  it('gives a device another name', async () => {
    const { a, b, list } = await three();
    list.push(await renaming(await inside(b, list), b.own, b.own.id, '家', random));
    expect((await inside(a, list)).members[1]?.name).toBe('家');
  });

  it('a device that was taken out learns so and gets no key; the others have the new one', async () => {
    const { a, b, c, list } = await three();
    const before = a.secrets;
    list.push(await removing(await inside(a, list), a.own, c.own.id, NOW, random));
    const [left, right] = [await inside(a, list), await inside(b, list)];
    expect(sameSecrets(left.secrets, right.secrets)).toBe(true);
    expect(left.secrets.seals.length).toBe(2);
    // Older documents open still, and new ones are sealed with the new key.
    expect(left.secrets.seals[1]).toEqual(before.seals[0]);
    expect((await wireKeysOf(left.secrets)).now.kid).toBe(left.k);
    expect(left.members.find(({ id }) => id === c.own.id)?.out).toBe(NOW);
    expect(await standingOf(c.secrets, c.own, list)).toMatchObject({ state: 'out', by: a.own.id });
    // Nothing in the list opens with what the device has: neither its key nor the database's former secret.
    const entry = list[3];
    expect(Object.keys(entry?.boxes ?? {}).sort()).toEqual([a.own.id, b.own.id].sort());
    expect(await standingOf(c.secrets, null, list)).toEqual({ state: 'broken', at: 3 });
    expect(await standingOf(c.secrets, { id: b.own.id, secret: c.own.secret }, list)).toEqual({
      state: 'broken',
      at: 3,
    });
  });

  it('a device that was away learns two changes of keys at once, from one whom it has never met', async () => {
    const { a, b, c, list } = await three();
    const d = await person('丁', (await inside(b, list)).secrets);
    list.push(await adding(await inside(b, list), b.own, d.member, random));
    list.push(await removing(await inside(d, list), d.own, c.own.id, NOW, random));
    list.push(await removing(await inside(d, list), d.own, b.own.id, NOW, random));
    const { secrets, members } = await inside(a, list);
    expect(secrets.seals.length).toBe(3);
    expect(sameSecrets(secrets, (await inside(d, list)).secrets)).toBe(true);
    expect(members.filter(({ out }) => out === null).map(({ name }) => name)).toEqual(['甲', '丁']);
  });

  it('believes nothing that a device wrote that had been taken out', async () => {
    const { a, b, c, list } = await three();
    const then = await inside(c, list);
    const away = await removing(await inside(a, list), a.own, c.own.id, NOW, random);
    const back = await person('戊', c.secrets);
    // At its former place, behind its removal, and over it.
    const [, , , , end] = await placesIn([...list, away]);
    if (!end) throw new Error('no place');
    const late = await adding({ ...then, next: end }, c.own, back.member, random);
    expect(await standingOf(b.secrets, b.own, [...list, away, late])).toEqual({ state: 'broken', at: 4 });
    const early = await adding(then, c.own, back.member, random);
    expect(compare([...list, away], [...list, early])).toBe('forked');
  });

  it('T9: believes no secret from the server', async () => {
    const { a, b, c, list } = await three();
    const away = await removing(await inside(a, list), a.own, c.own.id, NOW, random);
    // The device that is going knows the former secret, and the server helps it: a box of its own for each.
    const forged = await removing(await inside(c, list), { ...c.own, id: a.own.id }, b.own.id, NOW, random);
    expect(await standingOf(a.secrets, a.own, [...list, forged])).toEqual({ state: 'broken', at: 3 });
    const mixed: Entry = { ...away, boxes: forged.boxes ?? {} };
    expect(await standingOf(b.secrets, b.own, [...list, mixed])).toEqual({ state: 'broken', at: 3 });
    const none: Entry = { by: away.by, k: away.k, e: away.e };
    expect(await standingOf(b.secrets, b.own, [...list, none])).toEqual({ state: 'broken', at: 3 });
  });

  it('nobody takes himself out, is taken in twice, or is named who is not there', async () => {
    const { a, b, list } = await three();
    const at = await inside(a, list);
    const wrong = [
      await removing(at, a.own, a.own.id, NOW, random),
      await adding(at, a.own, b.member, random),
      await renaming(at, a.own, '0'.repeat(16), 'x', random),
    ];
    for (const one of wrong)
      expect(await standingOf(b.secrets, b.own, [...list, one])).toEqual({ state: 'broken', at: 3 });
  });

  it('who has the secret in force may take himself in, and nobody else by his own word', async () => {
    const { a, b, c, list } = await three();
    const restored = await person('戊', a.secrets);
    const entered = await adding(await inside(a, list), restored.own, restored.member, random);
    expect((await inside(b, [...list, entered])).members.at(-1)?.name).toBe('戊');
    const other = await adding(
      await inside(a, list),
      restored.own,
      (await person('己', a.secrets)).member,
      random,
    );
    expect(await standingOf(b.secrets, b.own, [...list, other])).toEqual({ state: 'broken', at: 3 });
    // One that was taken out has no secret in force, and does not come back by a former one.
    const then = await inside(c, list);
    list.push(await removing(await inside(a, list), a.own, c.own.id, NOW, random));
    const again = await person('丙', c.secrets);
    const { next } = await inside(b, list);
    const late = await adding({ ...then, next }, again.own, again.member, random);
    expect(await standingOf(b.secrets, b.own, [...list, late])).toEqual({ state: 'broken', at: 4 });
  });

  it('words open the list for a device that has nothing else, after each change of keys', async () => {
    const { a, c, list } = await three();
    const entropy = random(32);
    const words = await wordsMember(entropy);
    const member: NewMember = { id: words.id, kind: 'words', name: '24', since: NOW, key: hex(words.key) };
    expect(await secretsByWords(words, list)).toBeNull();
    list.push(await adding(await inside(a, list), a.own, member, random));
    expect(await secretsByWords(words, list).then((found) => found && sameSecrets(found, a.secrets))).toBe(
      true,
    );
    list.push(await removing(await inside(a, list), a.own, c.own.id, NOW, random));
    const { secrets } = await inside(a, list);
    const found = await secretsByWords(await wordsMember(entropy), list);
    expect(found && sameSecrets(found, secrets)).toBe(true);
    expect(await secretsByWords(await wordsMember(random(32)), list)).toBeNull();
    // Who came by words is a member like any other from then on.
    if (!found) throw new Error('the words opened nothing');
    const fresh = await person('新', found);
    const at = await standingOf(found, words, list);
    if (at.state !== 'in') throw new Error(at.state);
    list.push(await adding(at, words, fresh.member, random));
    expect((await inside(a, list)).members.at(-1)?.name).toBe('新');
  });

  it('a list that the server has cut is known as an older one', async () => {
    const { list } = await three();
    expect(compare(list, list)).toBe('same');
    expect(compare(list, list.slice(0, 2))).toBe('behind');
    expect(compare(list.slice(0, 2), list)).toBe('ahead');
    expect(compare([], list)).toBe('ahead');
    expect(compare(list, list.slice(1))).toBe('forked');
  });

  test.prop([fc.nat(2), fc.nat(), fc.nat(), fc.constantFrom('by', 'k', 'e')], { numRuns: 40 })(
    'one letter changed in any entry is noticed',
    async (which, place, by, field) => {
      const { a, list } = await three();
      const one = list[which];
      if (!one) throw new Error('no entry');
      const text = one[field];
      const at = place % text.length;
      const alphabet =
        field === 'e'
          ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
          : '0123456789abcdef';
      const other =
        alphabet[(alphabet.indexOf(text[at] ?? '') + 1 + (by % (alphabet.length - 1))) % alphabet.length];
      const changed = text.slice(0, at) + other + text.slice(at + 1);
      const forged = list.map((entry, n) => (n === which ? { ...entry, [field]: changed } : entry));
      // The last letter of base64 may carry bits that mean nothing: what opens says the same then, and is another entry.
      const standing = await standingOf(a.secrets, a.own, forged);
      if (standing.state === 'in') {
        expect(which).toBe(2);
        expect(compare(list, forged)).toBe('forked');
      } else expect(standing.state).toBe('broken');
    },
  );

  it('two entries cannot change places', async () => {
    const { a, list } = await three();
    const [one, two, three_] = list;
    if (!one || !two || !three_) throw new Error('no entries');
    for (const mixed of [
      [one, three_, two],
      [two, one, three_],
      [one, two, two],
    ])
      expect((await standingOf(a.secrets, a.own, mixed)).state).toBe('broken');
  });

  it('an entry sealed by the right secret at the wrong place does not open', async () => {
    const { a, list } = await three();
    const at = await inside(a, list);
    const [secret] = at.secrets.seals;
    if (!secret) throw new Error('no secret');
    const what = { do: 'rename', id: a.own.id, name: '他' } as const;
    const one = await sealEntry({ k: at.k, bytes: secret }, { ...at.next, n: 7 }, a.own.id, what, random);
    expect(await standingOf(a.secrets, a.own, [...list, one])).toEqual({ state: 'broken', at: 3 });
  });
});
