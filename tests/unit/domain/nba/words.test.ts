import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALL_GATES } from '@/utils/domain/nba/gates/registry';
import { ALL_RULES } from '@/utils/domain/nba/rules/registry';
import { RELATION_ROLES } from '@/utils/domain/schema/relation';
import { checkWording } from '@/utils/domain/wording/wording';
import type { Message } from '@/utils/domain/words';
import { withInner } from './ask';
import { allActions } from './scenarios';

type Node = string | { [key: string]: Node };

function flat(node: Node, path: readonly string[] = []): [string, string][] {
  if (typeof node === 'string') return [[path.join('.'), node]];
  return Object.entries(node).flatMap(([key, child]) => flat(child, [...path, key]));
}
const LOCALES = ['zh_CN', 'zh_TW', 'en'].map(
  (name) => [name, new Map(flat(parse(readFileSync(`locales/${name}.yml`, 'utf8'))))] as const,
);
const places = (words: string): string[] => [...new Set(words.match(/\$\d/g) ?? [])].sort();

const said = allActions().flatMap(({ title, why, talkTrack }) =>
  [title, ...why, talkTrack].flatMap(withInner),
);
const ownKeys = (locale: ReadonlyMap<string, string>, section: string) =>
  [...locale.keys()].filter((key) => key.startsWith(`${section}.`)).sort();

describe('the registry of rules', () => {
  it('has each id, number and base once', () => {
    for (const of of ['id', 'number', 'base'] as const) {
      expect(new Set(ALL_RULES.map((rule) => rule[of])).size, of).toBe(ALL_RULES.length);
    }
  });

  it('is in the order of the numbers, and each rule rests at least a day', () => {
    const numbers = ALL_RULES.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(ALL_RULES.every(({ coolDown }) => coolDown >= 1)).toBe(true);
  });

  it('names rules so that keys and locale entries can be made of them', () => {
    expect(ALL_RULES.filter(({ id }) => !/^[a-z][A-Za-z]{2,39}$/.test(id))).toEqual([]);
  });
});

describe.each(LOCALES)('the words of the rules in %s', (_, locale) => {
  it('fill in exactly the places that each sentence has', () => {
    const wrong = said.filter(({ key, args }) => {
      const words = locale.get(key);
      return (
        words === undefined || places(words).join() !== args.map((_arg, index) => `$${index + 1}`).join()
      );
    });
    expect([...new Set(wrong.map(({ key, args }) => `${key} with ${args.length}`))]).toEqual([]);
  });

  it('are all said by some rule, but for the names', () => {
    const keys = new Set(said.map(({ key }) => key));
    const names = ALL_RULES.map(({ id }) => `rule.${id}.name`);
    expect(ownKeys(locale, 'rule').filter((key) => !keys.has(key))).toEqual([...names].sort());
    expect(ownKeys(locale, 'greeting').filter((key) => !keys.has(key))).toEqual([]);
  });

  it('name every rule, gate and silence', () => {
    const needed = [
      ...ALL_RULES.map(({ id }) => `rule.${id}.name`),
      ...ALL_GATES.map(({ id }) => `gate.${id}`),
      ...['discretion', 'older', 'rightHour'].map((id) => `caution.${id}.name`),
      ...RELATION_ROLES.map((role) => `person.${role}`),
      ...['done', 'dismissed', 'declined', 'resting', 'switchedOff'].map((reason) => `silence.${reason}`),
    ];
    expect(needed.filter((key) => !locale.get(key))).toEqual([]);
    expect(ownKeys(locale, 'gate')).toHaveLength(ALL_GATES.length);
  });

  it('have one plural form or two, chosen by the first number', () => {
    for (const { key, args } of said) {
      const forms = locale.get(key)?.split(' | ').length ?? 0;
      expect(forms, key).toBeLessThanOrEqual(args.some((arg) => typeof arg === 'number') ? 2 : 1);
    }
  });

  it('never push: no word of hurry, promise of gain or sale in a talk track', () => {
    const pushing =
      /(?:马上买|馬上買)|[赶趕][紧緊]|抓[紧緊]|[错錯][过過]|名[额額]|收益|[报報]酬|[划劃]算|[优優]惠|hurry up|last chance|guarantee|yield|bargain/i;
    const tracks = [...locale].filter(([key]) => /^rule\..*\.track/.test(key));
    expect(tracks.length).toBeGreaterThan(5);
    expect(tracks.filter(([, words]) => pushing.test(words)).map(([key]) => key)).toEqual([]);
  });
});

/** A message as a client would hear it, with the places filled; days and amounts in a plain form. */
function spoken(message: Message, locale: ReadonlyMap<string, string>): string {
  const words = locale.get(message.key)?.split(' | ').at(-1) ?? '';
  return message.args.reduce<string>((text, arg, index) => {
    const filling =
      typeof arg !== 'object'
        ? String(arg)
        : 'message' in arg
          ? spoken(arg.message, locale)
          : 'day' in arg
            ? arg.day
            : `${Number(arg.money.minor) / 100}`;
    return text.replaceAll(`$${index + 1}`, filling);
  }, words);
}

describe.each(LOCALES)('the talk tracks in %s, as they are spoken', (_, locale) => {
  const tracks = allActions().map((action) => ({
    rule: action.rule,
    text: spoken(action.talkTrack, locale),
  }));

  it('are of every rule', () => {
    expect(new Set(tracks.map(({ rule }) => rule)).size).toBe(ALL_RULES.length);
    expect(tracks.filter(({ text }) => text.length < 6 || text.includes('$'))).toEqual([]);
  });

  it('say nothing that §11.5 refuses', () => {
    expect(tracks.filter(({ text }) => checkWording(text).length > 0)).toEqual([]);
  });

  it('have not a word of business in condolence, complaint and greeting', () => {
    const kind = new Set(['birthday', 'festivalGreeting', 'complaintFollowUp', 'dormant', 'postLoan']);
    const business =
      /[产產]品|商品|理[财財]|基金|保[险險]|投[资資]|申[购購]|[购購][买買]|推[荐薦]|offer|product|fund(?!ing)|insur|invest|recommend|buy\b/i;
    const quiet = tracks.filter(({ rule }) => kind.has(rule));
    expect(new Set(quiet.map(({ rule }) => rule)).size).toBe(kind.size);
    expect(quiet.filter(({ text }) => business.test(text))).toEqual([]);
  });

  it('tell nobody of a suspicion', () => {
    const watched = new Set(['leaving', 'settlementFlow', 'registerChange', 'postLoan', 'coldRelationship']);
    const suspicion =
      /流失|[转轉]走|可疑|[异異]常|[怀懷]疑|(?:风险预警|風險預警)|(?:诉讼|訴訟)|涉[诉訟]|suspic|leaving|litigat|churn|warning/i;
    const told = tracks.filter(({ rule, text }) => watched.has(rule) && suspicion.test(text));
    expect(told).toEqual([]);
  });
});
