import { describe, expect, it } from 'vitest';
import { candidatesFor } from '@/utils/adapters/readPage';
import { recognise } from '@/utils/adapters/recognise';
import { compiled, plainPage } from './build';
import { isVisible, openPage } from './page';

const LABELS = ['手机', '邮箱', '地址'] as const;
const KEYS: Readonly<Record<string, string>> = { 手机: 'mobile', 邮箱: 'email', 地址: 'address' };

const adapter = compiled([
  plainPage({
    fields: LABELS.map((label) => ({
      key: KEYS[label] ?? '',
      find: { label },
      as: { type: 'text' as const },
    })),
  }),
]);

/** The texts read beside the labels, in a page whose identity is in order. */
async function fieldsOf(body: string): Promise<Record<string, string>> {
  const html = `<main><h1>王丽华</h1><p>客户号：10000001</p>${body}</main>`;
  const document = await openPage(html, 'http://localhost/client/10000001');
  const { recognition } = recognise(
    candidatesFor([adapter], document.location.href),
    document,
    isVisible,
    true,
  );
  if (recognition.state !== 'sighting') throw new Error(recognition.state);
  return Object.fromEntries(recognition.sighting.fields.map(({ key, text }) => [key, text]));
}

describe('a value beside its label', () => {
  it.each([
    ['th and td', '<table><tr><th>手机</th><td>138</td></tr><tr><th>邮箱</th><td>a@b</td></tr></table>'],
    [
      'a grid of four columns',
      '<table><tr><td>手机：</td><td>138</td><td>邮箱：</td><td>a@b</td></tr></table>',
    ],
    [
      'a header row over one row',
      '<table><tr><th>手机</th><th>邮箱</th></tr><tr><td>138</td><td>a@b</td></tr></table>',
    ],
    ['dt and dd', '<dl><dt>手机</dt><dd>138</dd><dt>邮箱</dt><dd>a@b</dd></dl>'],
    [
      'wrapped dt and dd',
      '<dl><div><dt>手机</dt><dd>138</dd></div><div><dt>邮箱</dt><dd>a@b</dd></div></dl>',
    ],
    ['label over value', '<div><div>手机</div><div>138</div></div><div><div>邮箱</div><div>a@b</div></div>'],
    [
      'boxed labels',
      '<div><div><span>手机</span></div><div><b>138</b></div></div><div><div><span>邮箱</span></div><div>a@b</div></div>',
    ],
    ['label and text in one element', '<p>手机：138</p><p>邮箱: a@b</p>'],
    ['a bold label before text', '<p><b>手机：</b>138 <b>邮箱：</b>a@b</p>'],
    ['label and value in one element', '<p>手机：<span>138</span></p><p>邮箱：<a href="#">a@b</a></p>'],
    [
      'inputs',
      '<label for="m">手机</label><input id="m" value="138"><label>邮箱 <input value="a@b"></label>',
    ],
    [
      'inputs beside labels',
      '<div><span>手机</span><div><input value="138"></div></div><div><span>邮箱</span><input type="email" value="a@b"></div>',
    ],
    [
      'a select',
      '<div><span>手机</span><select><option>139</option><option selected>138</option></select></div><div><span>邮箱</span><textarea>a@b</textarea></div>',
    ],
    [
      'aria-labelledby',
      '<span id="l1">手机</span><i>x</i><p aria-labelledby="l1">138</p><span id="l2">邮箱</span><hr><p aria-labelledby="l2">a@b</p>',
    ],
    ['required marks', '<dl><dt>* 手机:</dt><dd>138</dd><dt><em>*</em> 邮箱</dt><dd>a@b</dd></dl>'],
    [
      'split text nodes',
      '<dl><dt>手<!-- -->机</dt><dd>1<!-- -->38</dd><dt>邮箱<!-- -->：</dt><dd><span>a</span><span>@b</span></dd></dl>',
    ],
    [
      'a shadow root per field',
      '<f-f><template shadowrootmode="open"><span>手机</span><div>138</div></template></f-f><f-f><template shadowrootmode="open"><span>邮箱</span><slot></slot></template>a@b</f-f>',
    ],
    [
      'an icon between',
      '<div><span>手机</span><i aria-hidden="true">☎</i><b></b><span>138</span></div><dl><dt>邮箱</dt><dd>a@b</dd></dl>',
    ],
    [
      'a colon of its own between',
      '<div><div><p>手机</p></div><div><p> : </p></div><div><p>138</p></div></div><div><span>邮箱</span><i>：</i><span>a@b</span></div>',
    ],
    [
      'a copy button behind',
      '<dl><dt>手机</dt><dd>138 <button>复制</button><span role="button">拨打</span></dd><dt>邮箱</dt><dd>a@b</dd></dl>',
    ],
  ])('is found in %s', async (_, body) => {
    expect(await fieldsOf(body)).toEqual({ mobile: '138', email: 'a@b' });
  });

  it.each([
    ['an empty cell', '<table><tr><td>手机</td><td></td><td>邮箱</td><td>a@b</td></tr></table>'],
    ['an empty dd', '<dl><dt>手机</dt><dd></dd><dt>邮箱</dt><dd>a@b</dd></dl>'],
    ['a dash', '<dl><dt>手机</dt><dd>--</dd><dt>邮箱</dt><dd>a@b</dd></dl>'],
    ['the next label', '<p><b>手机</b> <b>邮箱</b> a@b</p>'],
    ['the next field', '<div><span>手机</span></div><div><span>邮箱</span><span>a@b</span></div>'],
    ['a hidden value', '<dl><dt>手机</dt><dd hidden>138</dd><dt>邮箱</dt><dd>a@b</dd></dl>'],
    [
      'a hidden field',
      '<div style="display: none"><span>手机</span><span>138</span></div><dl><dt>邮箱</dt><dd>a@b</dd></dl>',
    ],
    [
      'a password',
      '<div><span>手机</span><input type="password" value="138"></div><dl><dt>邮箱</dt><dd>a@b</dd></dl>',
    ],
    [
      'a list under a header',
      '<table><tr><th>手机</th><th>姓名</th></tr><tr><td>138</td><td>甲</td></tr><tr><td>139</td><td>乙</td></tr></table><dl><dt>邮箱</dt><dd>a@b</dd></dl>',
    ],
    [
      'two different values',
      '<dl><dt>手机</dt><dd>138</dd><dt>手机</dt><dd>139</dd><dt>邮箱</dt><dd>a@b</dd></dl>',
    ],
  ])('is not made up from %s', async (_, body) => {
    expect(await fieldsOf(body)).toEqual({ email: 'a@b' });
  });

  it('is one value where the page says it twice in the same words', async () => {
    expect(await fieldsOf('<dl><dt>手机</dt><dd>138</dd></dl><p>手机：138</p>')).toEqual({ mobile: '138' });
  });

  it('keeps block texts apart and runs inline ones together', async () => {
    expect(
      await fieldsOf('<dl><dt>地址</dt><dd><div>上海市</div><div>浦东<span>新区</span></div></dd></dl>'),
    ).toEqual({
      address: '上海市 浦东新区',
    });
  });

  it('is harmless whatever it says', async () => {
    const evil = '&lt;img src=x onerror=alert(1)&gt;\u202egnp';
    expect(await fieldsOf(`<dl><dt>地址</dt><dd>${evil}<script>1</script></dd></dl>`)).toEqual({
      address: '<img src=x onerror=alert(1)>gnp',
    });
  });
});
