import { describe, expect, it } from 'vitest';
import { factsOf } from '@/utils/domain/nba/facts';
import { greetingOf } from '@/utils/domain/nba/greeting';
import { outlineOf } from '@/utils/domain/outline';
import type { FactSource } from '@/utils/domain/schema/factSource';
import { aBundle, aClient, aCompany, aFact, choice, d, someSettings } from '../build';

function greeting(name: string, gender?: string, source: FactSource = 'client', make = aClient) {
  const facts = gender === undefined ? {} : { gender: aFact(choice(gender), '2026-03-02', source) };
  const outline = outlineOf(aBundle({ client: make({ name, facts }) }), someSettings(), d('2026-11-20'));
  const { key, args } = greetingOf(factsOf({ ...outline, settings: someSettings() }));
  return [key, ...args];
}

describe('the greeting of a talk track', () => {
  it('is by surname where the gender is known', () => {
    expect(greeting('王丽华', 'female')).toEqual(['greeting.ms', '王']);
    expect(greeting('欧阳修远', 'male')).toEqual(['greeting.mr', '欧阳']);
    expect(greeting('Maria del Carmen', 'female')).toEqual(['greeting.ms', 'Carmen']);
  });

  it('is by the whole name where it is not, or only guessed', () => {
    expect(greeting('王丽华')).toEqual(['greeting.name', '王丽华']);
    expect(greeting('王丽华', 'female', 'guess')).toEqual(['greeting.name', '王丽华']);
    expect(greeting('Madonna', 'female')).toEqual(['greeting.name', 'Madonna']);
  });

  it('names nobody where the CRM hides the name, and no company', () => {
    expect(greeting('王*华', 'female')).toEqual(['greeting.plain']);
    expect(greeting('华东精密机械有限公司', undefined, 'client', aCompany)).toEqual(['greeting.plain']);
  });
});
