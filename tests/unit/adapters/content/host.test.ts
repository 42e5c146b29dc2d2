import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { createHost } from '@/entrypoints/crm.content/host';
import { NARROWEST, PLACE_AT_FIRST, type Place, WIDEST } from '@/utils/messaging/content';

const WORDS = { open: 'open', fold: 'fold', resize: 'resize', reload: 'reload' };

/** A host in a page of its own, and a hand that reaches what its closed root hides. */
function hostAt(place: Partial<Place> = {}) {
  const { window } = new JSDOM('', { url: 'http://localhost/' });
  const { Element, KeyboardEvent } = window;
  const placed: Partial<Place>[] = [];
  let inside: ShadowRoot | undefined;
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function keep(init) {
    inside = attach.call(this, init);
    return inside;
  };
  const host = createHost(window.document, WORDS, {
    toggled: () => undefined,
    placed(change, done) {
      expect(done).toBe(true);
      placed.push(change);
    },
  });
  host.apply({ ...PLACE_AT_FIRST, ...place }, true);
  return {
    placed,
    /** Presses a key on a part of the host; whether the page is kept from it. */
    press: (part: '.tab' | '.grip', key: string): boolean =>
      inside?.querySelector(part)?.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true })) ===
      false,
  };
}

describe('the keys of the host', () => {
  it('move the tab up and down', () => {
    const { press, placed } = hostAt({ top: 0.5 });
    expect(press('.tab', 'ArrowUp') && press('.tab', 'ArrowDown')).toBe(true);
    expect(placed).toEqual([{ top: 0.45 }, { top: 0.55 }]);
  });

  it('draw the panel wider to the left, narrower to the right', () => {
    const { press, placed } = hostAt({ width: 400 });
    expect(press('.grip', 'ArrowLeft') && press('.grip', 'ArrowRight')).toBe(true);
    expect(placed).toEqual([{ width: 420 }, { width: 380 }]);
  });

  it.each([
    { part: '.tab', key: 'ArrowUp', place: { top: 0.05 } },
    { part: '.tab', key: 'ArrowDown', place: { top: 0.95 } },
    { part: '.grip', key: 'ArrowLeft', place: { width: WIDEST } },
    { part: '.grip', key: 'ArrowRight', place: { width: NARROWEST } },
  ] as const)('do not go beyond the edge with $key', ({ part, key, place }) => {
    const { press, placed } = hostAt(place);
    press(part, key);
    expect(placed).toEqual([place]);
  });

  it('leave all others to the page', () => {
    const { press, placed } = hostAt();
    expect([press('.tab', 'ArrowLeft'), press('.grip', 'ArrowUp'), press('.tab', 'Enter')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(placed).toEqual([]);
  });
});
