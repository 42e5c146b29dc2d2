import { describe, expect, it } from 'vitest';
import { readingsOf } from '@/utils/app/readings';
import type { ClientBundle } from '@/utils/domain/bundle';
import { fillPlaces } from '@/utils/domain/library/fill';
import { closedTo, piecesFor } from '@/utils/domain/library/fits';
import { libraryText, MAX_LIBRARY_BYTES, readLibrary, readPiece } from '@/utils/domain/library/libraryText';
import type { Piece, Track, TrackKind } from '@/utils/domain/library/piece';
import { searchPieces } from '@/utils/domain/library/search';
import { factsOf } from '@/utils/domain/nba/facts';
import { outlineOf } from '@/utils/domain/outline';
import type { Settings } from '@/utils/domain/schema/settings';
import { aBundle, aClient, aCompany, aContact, aFact, choice, d, someSettings, text } from '../build';

/** A Friday that is worked. */
const TODAY = d('2026-11-20');
const aTrack = (kind: TrackKind, more: Partial<Track> = {}): Track => ({
  type: 'track',
  id: `a-${kind.toLowerCase()}`,
  title: '道谢：开户周年',
  kind,
  text: '{title}，谢谢您。',
  ...more,
});
const aCard = (product: string | null): Piece => ({
  type: 'card',
  id: 'a-card',
  title: '某产品',
  kind: 'wealth',
  product,
  risk: 'R2',
  points: ['期限清楚'],
  advantages: [],
  forWhom: '期限内不用钱的客户',
  comparison: '净值会波动',
  example: '一位教师',
  questions: [{ asked: '会亏吗', answer: '会' }],
  objections: [],
});
const agreed = { phone: { given: true, day: d('2026-01-05'), source: 'client' as const } };
const factsFor = (bundle: Partial<ClientBundle> = {}, settings: Partial<Settings> = {}) => {
  const all = someSettings(settings);
  const whole = aBundle({ client: aClient({ consents: agreed }), ...bundle });
  return factsOf({ ...outlineOf(whole, all, TODAY), settings: all });
};

describe('what a library may hold', () => {
  it('is read back as it was written', () => {
    const pieces = [aTrack('opening'), aCard('稳健一号')];
    expect(readLibrary(libraryText(pieces))).toEqual({ ok: true, value: pieces });
  });

  it('is refused with the place and the words that may not be said', () => {
    expect(readPiece(aTrack('fabe', { text: '保本的，您放心。' }))).toEqual({
      ok: false,
      error: [{ path: 'text', what: 'words', detail: '保本' }],
    });
    const card = { ...aCard(null), questions: [{ asked: '会亏吗', answer: '零风险' }] };
    expect(readLibrary(libraryText([aTrack('opening'), card]))).toMatchObject({
      error: [{ path: 'pieces.1.questions.0.answer', what: 'words', detail: '零风险' }],
    });
    expect(readPiece(aTrack('fabe', { text: '这不是保本产品。' })).ok).toBe(true);
  });

  it('is refused with the place of a password or a card’s number, which is not quoted', () => {
    expect(readPiece(aTrack('fabe', { text: '您的卡号是 4111 1111 1111 1111。' }))).toEqual({
      ok: false,
      error: [{ path: 'text', what: 'secret', detail: '' }],
    });
  });

  it.each([
    ['nothing', ''],
    ['a number too many', '{"format":"zhibi-library","version":2,"pieces":[]}'],
    ['an unknown key', '{"format":"zhibi-library","version":1,"pieces":[],"more":1}'],
    ['a piece of no type', '{"format":"zhibi-library","version":1,"pieces":[{"type":"joke"}]}'],
    ['a prototype', '{"format":"zhibi-library","version":1,"pieces":[{"__proto__":{"type":"track"}}]}'],
    ['too many pieces', JSON.stringify({ format: 'zhibi-library', version: 1, pieces: Array(501).fill(1) })],
    ['too large a file', ' '.repeat(MAX_LIBRARY_BYTES + 1)],
  ])('is not %s', (_, written) => {
    expect(readLibrary(written).ok).toBe(false);
  });

  it('has each id once', () => {
    const twice = readLibrary(libraryText([aTrack('opening'), aTrack('opening')]));
    expect(twice).toMatchObject({ error: [{ path: 'pieces.1.id', what: 'twice' }] });
  });
});

describe('searching', () => {
  const pieces = [
    { piece: aTrack('care') as Piece },
    { piece: aTrack('opening', { title: '第一次', text: '说说道谢的事' }) as Piece },
  ];
  const found = (typed: string) => searchPieces(pieces, typed, readingsOf).map(({ piece }) => piece.title);
  it('goes by words, the title first, and by pinyin of the title', () => {
    expect(found('')).toHaveLength(2);
    expect(found('道谢')).toEqual(['道谢：开户周年', '第一次']);
    expect(found('daoxie')).toEqual(['道谢：开户周年']);
    expect(found('dxkh')).toEqual(['道谢：开户周年']);
    expect(found('谢谢 周年')).toEqual(['道谢：开户周年']);
    expect(found('xyz')).toEqual([]);
  });
});

describe('the gates before a track', () => {
  it('let all through to a client who agreed, on a working day', () => {
    const facts = factsFor();
    for (const kind of ['opening', 'invitation', 'fabe', 'closing', 'care', 'situation'] as const)
      expect(closedTo(aTrack(kind), facts), kind).toBeNull();
  });

  it('keep offers from whoever never agreed, and care goes on', () => {
    const facts = factsFor({ client: aClient() });
    expect(closedTo(aTrack('fabe'), facts)).toBe('consent');
    expect(closedTo(aTrack('care'), facts)).toBeNull();
  });

  it('let nothing but the complaint be spoken of while one is open', () => {
    const facts = factsFor({ contacts: [aContact('2026-11-18', 1, { purpose: 'complaint' })] });
    expect(closedTo(aTrack('objection'), facts)).toBe('complaint');
    expect(closedTo(aTrack('problem'), facts)).toBe('complaint');
    expect(closedTo(aTrack('complaint'), facts)).toBeNull();
  });

  it('say no line of sale and no festive greeting to the bereaved, and condolence to nobody else', () => {
    const facts = { lifeEvents: aFact(text('母亲去世'), '2026-11-01') };
    const bereaved = factsFor({ client: aClient({ consents: agreed, facts }) });
    const condolence = aTrack('care', { fits: { occasion: 'condolence' } });
    const festive = aTrack('care', { fits: { occasion: 'springFestival' } });
    expect(closedTo(aTrack('fabe'), bereaved)).toBe('mourning');
    expect(closedTo(festive, bereaved)).toBe('mourning');
    expect(closedTo(condolence, bereaved)).toBeNull();
    expect(closedTo(condolence, factsFor())).toBe('notFitting');
    expect(closedTo(festive, factsFor())).toBeNull();
  });

  it('close no deal with whoever is 65 or older', () => {
    const born = (day: string) =>
      factsFor({
        client: aClient({
          consents: agreed,
          facts: { birthday: aFact({ type: 'day', day: d(day) }, '2026-01-05') },
        }),
      });
    expect(closedTo(aTrack('closing'), born('1961-11-20'))).toBe('older');
    expect(closedTo(aTrack('closing'), born('1961-11-21'))).toBeNull();
    expect(closedTo(aTrack('fabe'), born('1961-11-20'))).toBeNull();
  });

  it('leave whoever wants to be left alone alone', () => {
    const doNotContact = { day: d('2026-11-01'), until: null, reason: null };
    const facts = factsFor({ client: aClient({ consents: agreed, doNotContact }) });
    expect(closedTo(aTrack('care'), facts)).toBe('doNotContact');
    expect(closedTo(aTrack('complaint'), facts)).toBeNull();
  });
});

describe('what fits', () => {
  it('is for the kind of client, and at the prompts’ rules first', () => {
    const pieces = [
      aTrack('opening', { id: 'any' }),
      aTrack('situation', { id: 'second', fits: { rules: ['maturity'] } }),
      aTrack('situation', { id: 'first', fits: { rules: ['overdue'] } }),
      aTrack('situation', { id: 'company', fits: { kinds: ['company'] } }),
    ];
    const ids = (facts = factsFor()) =>
      piecesFor(pieces, facts, { rules: ['overdue', 'maturity'], purposes: [] }).map(({ id }) => id);
    expect(ids()).toEqual(['first', 'second', 'any']);
    expect(ids(factsFor({ client: aCompany() }))).toContain('company');
  });

  it('has cards of what is on sale only, and of a risk that suits the client', () => {
    const least = { minor: '1000000', currency: 'CNY' };
    const onSale = (risk: 'R2' | 'R4' | null) => ({
      products: [{ name: '稳健一号', kind: 'wealth' as const, risk, least }],
    });
    const tested = {
      riskLevel: aFact(choice('C3'), '2026-06-01'),
      riskTestedOn: aFact({ type: 'day', day: d('2026-06-01') }, '2026-06-01'),
    };
    const owned = aFact({ type: 'money', money: { minor: '10000000', currency: 'CNY' } }, '2026-06-01');
    const client = aClient({ consents: agreed, facts: { ...tested, aum: owned } });
    const cards = [aCard('稳健一号'), aCard('别家的'), aCard(null)];
    const beside = { rules: [], purposes: [] };
    const shown = (facts: ReturnType<typeof factsFor>) => piecesFor(cards, facts, beside);
    expect(shown(factsFor({ client }, onSale('R2')))).toEqual([cards[0]]);
    // Of whom nobody knows what he owns.
    expect(shown(factsFor({ client: aClient({ consents: agreed, facts: tested }) }, onSale('R2')))).toEqual(
      [],
    );
    expect(shown(factsFor({ client }, onSale('R4')))).toEqual([]);
    expect(shown(factsFor({ client }, onSale(null)))).toEqual([]);
    expect(shown(factsFor({}, onSale('R2')))).toEqual([]);
    expect(shown(factsFor({ client: aClient({ facts: tested }) }, onSale('R2')))).toEqual([]);
    expect(shown(factsFor({ client }))).toEqual([]);
  });

  it('has a checklist for what a prompt is for, and a case of its rule', () => {
    const list: Piece = { type: 'checklist', id: 'l', title: '回访', purpose: 'care', items: ['称呼'] };
    const said = { title: '一件事', situation: '那时', did: '做了', result: '成了', lesson: '先问' };
    const aCase: Piece = { type: 'case', id: 'c', ...said, fits: { rules: ['overdue'] } };
    const at = (rules: string[], purposes: 'care'[]) =>
      piecesFor([list, aCase], factsFor(), { rules, purposes }).map(({ id }) => id);
    expect(at([], [])).toEqual([]);
    expect(at(['overdue'], ['care'])).toEqual(['c', 'l']);
  });

  it('is said with the client’s name', () => {
    const places = { title: '王女士', name: '王丽华' };
    expect(fillPlaces('{title}，您好，{name}的{other}', places)).toBe('王女士，您好，王丽华的{other}');
    expect(fillPlaces('{title}', { title: '$&', name: '' })).toBe('$&');
  });
});
