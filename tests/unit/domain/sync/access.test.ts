import { describe, expect, it } from 'vitest';
import { accessIn, isAllowedAt, readDatabaseUrl } from '@/utils/domain/sync/syncAccess';
import { waitBefore, wantsUser } from '@/utils/domain/sync/syncStatus';

describe('the address of a database', () => {
  it.each([
    ['couch.bank.example/zhibi-7731', 'https://couch.bank.example/zhibi-7731'],
    ['  https://couch.bank.example:6984/a/zhibi-7731/ ', 'https://couch.bank.example:6984/a/zhibi-7731'],
    ['http://127.0.0.1:5984/zhibi', 'http://127.0.0.1:5984/zhibi'],
    ['ｈｔｔｐｓ：／／couch.bank.example/zhibi', 'https://couch.bank.example/zhibi'],
  ])('%s is %s', (typed, url) => {
    expect(readDatabaseUrl(typed)).toEqual({ ok: true, value: url });
  });

  it.each([
    ['', 'empty'],
    ['ftp://couch.bank.example/a', 'notAddress'],
    ['http://couch.bank.example/a', 'plain'],
    ['https://rm:secret@couch.bank.example/a', 'credentials'],
    ['https://couch.bank.example/', 'noDatabase'],
    ['https://couch.bank.example/Zhibi', 'noDatabase'],
  ])('%s is none: %s', (typed, error) => {
    expect(readDatabaseUrl(typed)).toEqual({ ok: false, error });
  });

  it('is read with its sign-in as it was kept, and nothing else is', () => {
    const access = { url: 'https://couch.bank.example/a', signIn: { by: 'token', token: 't' } };
    expect(accessIn(JSON.stringify(access))).toEqual(access);
    for (const said of ['', '{}', JSON.stringify({ ...access, url: 'https://rm:x@couch.bank.example/a' })])
      expect(accessIn(said)).toBeNull();
  });
});

describe('the bank’s word', () => {
  const url = 'https://couch.bank.example/zhibi-7731';
  it.each([
    [undefined, true],
    [{ allowed: false }, false],
    [{ url: 'https://couch.bank.example' }, true],
    [{ url: 'https://couch.bank.example/', database: 'zhibi-7731' }, true],
    [{ url: 'https://couch.bank.example', database: 'zhibi-7732' }, false],
    [{ url: 'https://couch.bank.example.org' }, false],
    [{ url: 'https://couch.bank' }, false],
  ])('%j at one address: %s', (bank, allowed) => {
    expect(isAllowedAt(bank, url)).toBe(allowed);
  });
});

describe('the wait before the next try', () => {
  it('grows, is never as long as everybody’s, and has an end', () => {
    expect([0, 1, 2].map((turn) => waitBefore(turn, null, 0))).toEqual([15_000, 30_000, 60_000]);
    expect(waitBefore(0, null, 1)).toBe(30_000);
    expect(waitBefore(99, null, 1)).toBe(1_800_000);
  });

  it('is never shorter than what the server asks for', () => {
    expect(waitBefore(0, 90_000, 0)).toBe(90_000);
  });
});

describe('who is needed', () => {
  it('is the user where it stopped, and nobody where it passes by itself or he chose it', () => {
    expect(wantsUser({ state: 'stopped', why: 'signIn', open: 1 })).toBe(true);
    expect(wantsUser({ state: 'paused', by: 'user' })).toBe(false);
  });
});
