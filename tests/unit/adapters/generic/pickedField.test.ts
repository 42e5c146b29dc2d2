import { describe, expect, it } from 'vitest';
import { atOnce } from '@/utils/adapters/generic/atOnce';
import { pairSteps, pickedField, stepFrom } from '@/utils/adapters/generic/pickedField';
import { treesUnder } from '@/utils/adapters/trees';
import { isVisible, openPage } from '../page';

/** The field around what carries `data-x`. */
async function picked(body: string): Promise<[label: string, value: string, kind: string]> {
  const document = await openPage(`<body>${body}</body>`);
  const element = treesUnder(document, isVisible).flatMap((tree) => [
    ...tree.querySelectorAll('[data-x]'),
  ])[0];
  if (!element) throw new Error('nothing to pick');
  const pairs = atOnce(pairSteps(document, { isVisible }));
  const { label, value, kind } = pickedField(element, pairs, { isVisible });
  return [label, value, kind];
}

describe('what a user points at', () => {
  it.each([
    ['the value', '<dl><dt>手机</dt><dd data-x>13800571234</dd></dl>'],
    ['a part of the value', '<dl><dt>手机</dt><dd><span data-x>13800571234</span></dd></dl>'],
    ['the label', '<dl><dt data-x>手机</dt><dd>13800571234</dd></dl>'],
    ['the box around both', '<div data-x><label>手机</label><span>13800571234</span></div>'],
    ['a cell of a list', '<nav><dl><dt>手机</dt><dd data-x>13800571234</dd></dl></nav>'],
    ['a control', '<label>手机<input data-x value="13800571234"></label>'],
    [
      'something in a shadow root',
      '<x-a><template shadowrootmode="open"><dl><dt>手机</dt><dd data-x>13800571234</dd></dl></template></x-a>',
    ],
    [
      'something put into a slot',
      '<x-a><template shadowrootmode="open"><dl><dt>手机</dt><dd><slot></slot></dd></dl></template><b data-x>13800571234</b></x-a>',
    ],
  ])('is the field around it: %s', async (_, body) => {
    expect(await picked(body)).toEqual(['手机', '13800571234', 'phone']);
  });

  it('is itself where it has no label', async () => {
    expect(await picked('<main><p data-x>li@mail.test</p></main>')).toEqual(['', 'li@mail.test', 'email']);
  });

  it('is no field of two where it holds two', async () => {
    const [label] = await picked(
      '<dl data-x><dt>手机</dt><dd>13800571234</dd><dt>邮箱</dt><dd>li@mail.test</dd></dl>',
    );
    expect(label).toBe('');
  });
});

describe('a step by key', () => {
  it('leads through what is seen, into shadow roots and out of them', async () => {
    const document = await openPage(
      '<body><p>1</p><p hidden>2</p><x-a><template shadowrootmode="open"><b>3</b></template></x-a></body>',
    );
    const [first] = document.querySelectorAll('p');
    const host = document.querySelector('x-a');
    const inner = host?.shadowRoot?.querySelector('b');
    if (!first || !host || !inner) throw new Error('not the page it was');
    expect(stepFrom(first, 'next', isVisible)).toBe(host);
    expect(stepFrom(host, 'child', isVisible)).toBe(inner);
    expect(stepFrom(inner, 'parent', isVisible)).toBe(host);
    expect(stepFrom(host, 'previous', isVisible)).toBe(first);
    expect(stepFrom(first, 'previous', isVisible)).toBeNull();
    expect(stepFrom(document.body, 'parent', isVisible)).toBeNull();
  });
});
