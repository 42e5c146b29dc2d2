import { describe, expect, it } from 'vitest';
import { findOf } from '@/utils/adapters/generic/find';
import { isVisible } from '../page';
import { read } from './reading';

/** How each value of a page is found again. */
async function findsIn(body: string): Promise<[string, unknown][]> {
  const { fields, root } = await read(`<h1>王丽华</h1>${body}`);
  return fields.map((field) => [field.value, findOf(field, root, isVisible)]);
}

describe('a field is found again', () => {
  it('by its label', async () => {
    expect(
      await findsIn('<dl><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>'),
    ).toEqual([
      ['王丽华', { selector: 'h1' }],
      ['13800571234', { label: '手机' }],
      ['li@mail.test', { label: '邮箱' }],
    ]);
  });

  it('by what its link does or its element is named', async () => {
    expect(
      await findsIn(
        '<p><a href="mailto:li@mail.test">li@mail.test</a></p><p><b data-testid="client-phone">+44 20 7946 0831</b></p>',
      ),
    ).toEqual([
      ['王丽华', { selector: 'h1' }],
      ['li@mail.test', { selector: 'a[href^="mailto:"]' }],
      ['+44 20 7946 0831', { selector: 'b[data-testid="client-phone"]' }],
    ]);
  });

  it('never by a hashed class or a record’s own number', async () => {
    const finds = await findsIn(
      '<p><b id="phone-10231" class="css-1x2y3z">+44 20 7946 0831</b></p><p><b class="css-9k2">+44 20 7946 0832</b></p>',
    );
    expect(finds.slice(1)).toEqual([
      ['+44 20 7946 0831', null],
      ['+44 20 7946 0832', null],
    ]);
  });
});
