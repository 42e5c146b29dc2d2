import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { locateFor, selectorFor } from '@/utils/adapters/generic/selectorFor';
import { isLastingClass, isStableName, isTellingClass } from '@/utils/adapters/generic/stableNames';
import { selectorProblem } from '@/utils/adapters/selector';
import { queryAll, treesUnder } from '@/utils/adapters/trees';
import { isVisible, openPage } from '../page';

const search = { isVisible, avoid: ['王丽华', '10231', '13800571234'] };

/** The selector for what carries `data-x` in a page. */
async function selects(body: string): Promise<string | null> {
  const document = await openPage(`<body>${body}</body>`);
  const element = treesUnder(document, isVisible).flatMap((tree) => [
    ...tree.querySelectorAll('[data-x]'),
  ])[0];
  if (!element) throw new Error('nothing to select');
  return selectorFor(element, document.body, search);
}

describe('a picked element is found again', () => {
  it.each([
    [
      'by an attribute that names it',
      '<b data-field="mobile" class="v" data-x>1</b>',
      'b[data-field="mobile"]',
    ],
    ['by words for screen readers', '<b aria-label="Mobile" data-x>1</b>', 'b[aria-label="Mobile"]'],
    ['by the name of a control', '<input name="mobile" data-x>', 'input[name="mobile"]'],
    ['by an id that a person chose', '<b id="custMobile" data-x>1</b>', '#custMobile'],
    ['by its role', '<div role="main" data-x>1</div>', '[role="main"]'],
    ['by a class of its own', '<b class="client-phone" data-x>1</b>', 'b.client-phone'],
    [
      'below a parent that has a name',
      '<p class="client-phone"><b data-x>1</b></p><p><b>2</b></p>',
      'p.client-phone > b',
    ],
    [
      'by a kit’s class only below such a parent',
      '<p class="client-head"><b class="el-tag" data-x>1</b><b>2</b></p><b class="el-tag">3</b>',
      'p.client-head > b.el-tag',
    ],
  ])('%s', async (_, body, selector) => {
    expect(await selects(body)).toBe(selector);
  });

  it.each([
    ['a hashed class', '<b class="css-1x2y3z sc-bdVaJa Header_name__3kX2a" data-x>1</b><b>2</b>'],
    ['a place in a row', '<b class="col-6 el-col-8 first" data-x>1</b><b>2</b>'],
    ['a state', '<b class="is-active selected" data-x>1</b><b>2</b>'],
    ['the record’s own number', '<b id="mobile-10231" data-key="10231" data-x>1</b><b>2</b>'],
    ['the client’s own name', '<b aria-label="王丽华" title="王丽华的手机" data-x>1</b><b>2</b>'],
    ['a name that others have', '<b name="mobile" data-x>1</b><b name="mobile">2</b>'],
  ])('never by %s', async (_, body) => {
    expect(await selects(body)).toBeNull();
  });

  it('in a shadow root, alone in the whole of the page', async () => {
    expect(
      await selects(
        '<x-a><template shadowrootmode="open"><b class="client-phone" data-x>1</b></template></x-a>',
      ),
    ).toBe('b.client-phone');
    expect(
      await selects(
        '<b class="client-phone">2</b><x-a><template shadowrootmode="open"><b class="client-phone" data-x>1</b></template></x-a>',
      ),
    ).toBeNull();
  });
});

describe('a picked value', () => {
  const locate = async (body: string) => {
    const document = await openPage(`<body>${body}</body>`);
    const element = document.querySelector('[data-x]');
    if (!element) throw new Error('nothing to locate');
    return locateFor({ element, label: '手机', value: '13800571234' }, document.body, search);
  };

  it('is found by its label, which no redesign of the markup changes', async () => {
    expect(await locate('<dl><dt>手机</dt><dd data-field="mobile" data-x>13800571234</dd></dl>')).toEqual({
      label: '手机',
    });
  });

  it('within its part of the page where the label stands in two', async () => {
    expect(
      await locate(
        '<dl class="basic-info"><dt>手机</dt><dd data-x>13800571234</dd></dl><dl class="spouse-info"><dt>手机</dt><dd>13900001111</dd></dl>',
      ),
    ).toEqual({ label: '手机', within: 'dl.basic-info' });
  });
});

describe('names in a page’s markup', () => {
  it.each(['customer-detail', 'infoTable', 'custPanel', 'client_name', 'app-container'])(
    '%s lasts',
    (name) => {
      expect([isStableName(name), isTellingClass(name)]).toEqual([true, true]);
    },
  );

  it.each([
    'css-1x2y3z',
    'sc-bdVaJa1',
    'jss123',
    'a1b2c3d4',
    'ember1034',
    'Header_name__3kX2a',
    'ext-gen1043',
  ])('%s is a machine’s', (name) =>
    expect([isStableName(name), isLastingClass(name)]).toEqual([false, false]),
  );

  it.each(['col-md-6', 'is-active', 'text-sm', 'mt-4', 'flex', 'selected', 'row-even'])(
    '%s is a place or a state',
    (name) => expect(isLastingClass(name)).toBe(false),
  );

  it.each(['el-card', 'ant-descriptions', 'MuiBox', 'btn-group'])('%s is a kit’s', (name) =>
    expect([isLastingClass(name), isTellingClass(name)]).toEqual([true, false]),
  );
});

const name = fc.oneof(
  fc.constantFrom(
    'client-phone',
    'col-6',
    'css-1x2y3z',
    'el-card',
    'mobile',
    '10231',
    '王丽华',
    'a"]b',
    'x{y}',
    '*',
  ),
  fc.string({ maxLength: 30 }),
);

describe('any markup', () => {
  const opened = openPage('<body><main></main></body>');

  test.prop([fc.array(fc.tuple(name, name, name), { minLength: 1, maxLength: 6 })], { numRuns: 100 })(
    'gives a selector an adapter may have and that finds this element alone, or none',
    async (elements) => {
      const document = await opened;
      const main = document.querySelector('main');
      main?.replaceChildren();
      for (const [id, attribute, className] of elements) {
        const element = document.createElement('b');
        element.id = id;
        element.setAttribute('data-field', attribute);
        element.setAttribute('class', className);
        main?.append(element);
      }
      const [element] = document.querySelectorAll('b');
      if (!element) throw new Error('no element');
      const selector = selectorFor(element, document.body, search);
      if (selector === null) return;
      expect(selectorProblem(selector)).toBeNull();
      expect(queryAll([document], selector, isVisible)).toEqual([element]);
      for (const own of search.avoid) expect(selector).not.toContain(own);
    },
  );
});
