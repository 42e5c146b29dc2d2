import { describe, expect, it } from 'vitest';
import { fieldsIn, read } from './reading';

describe('what was picked in a drawn select', () => {
  const drawn = (inner: string): string =>
    `<table><tbody><tr><td><label for="s">Status</label></td><td><select id="s" aria-hidden="true"><option selected>Open</option></select><span class="select2"><span role="combobox"><span role="textbox">${inner}</span></span></span></td></tr></tbody></table>`;

  it('is a value though a button may say the same', async () => {
    expect(await fieldsIn(drawn('Open'))).toEqual(['Status=Open']);
  });

  it('is read without the cross that takes it off', async () => {
    expect(await fieldsIn(drawn('<span class="clear">×</span>白金'))).toEqual(['Status=白金']);
  });
});

describe('a text with a count of its signs', () => {
  it('is read without it', async () => {
    const fields = await fieldsIn(
      '<div class="form-item"><label>备注</label><div><div><textarea>留意购汇。</textarea></div><span>5 / 1000</span></div></div>',
    );
    expect(fields).toEqual(['备注=留意购汇。']);
  });
});

describe('radios in a drawn group', () => {
  const group = (checked: string): string =>
    `<div class="form-item"><label class="form-label"><span>性别</span></label><div class="radio-group"><label class="n-radio"><div><input type="radio" name="g" value="男"${checked}></div><div>男</div></label><label class="n-radio"><div><input type="radio" name="g" value="女"></div><div>女</div></label></div></div>`;

  it('say nothing where none is ticked', async () => {
    expect(await fieldsIn(group(''))).toEqual([]);
  });

  it('say which is ticked', async () => {
    expect(await fieldsIn(group(' checked'))).toEqual(['性别=男']);
  });

  it('say which is ticked though a label may say the same', async () => {
    expect(await fieldsIn(group(' checked').replace('性别', '偏好联系').replaceAll('男', '电话'))).toEqual([
      '偏好联系=电话',
    ]);
  });
});

describe('a button in what the page calls a box to pick from', () => {
  const picker = (label: string, said: string, box = 'picklist'): string =>
    `<div class="form-element"><label> ${label} </label><div class="control"><div class="slds-${box}"><div><button type="button"><span>${said} </span></button><button type="button"><svg></svg></button></div></div></div></div>`;

  it('says what was picked', async () => {
    expect(await fieldsIn(picker('Profession', 'Dairy farmer') + picker('Whereabouts', 'Kajiado'))).toEqual([
      'Profession=Dairy farmer',
      'Whereabouts=Kajiado',
    ]);
  });

  it('says nothing where nothing was', async () => {
    const part = `<div class="part"><div class="head"> Business </div>${picker('Business Sector', 'Select...')}</div>`;
    expect(await fieldsIn(part)).toEqual([]);
  });

  it.each(['actions', 'upload-select'])('is none where it only does something: %s', async (box) => {
    expect(await fieldsIn(picker('Profession', 'Look it up', box))).toEqual([]);
  });
});

describe('words over the cells of a small form', () => {
  const form = (...cells: string[]): string =>
    `<table><tbody><tr><td>Email</td><td>Email Location</td><td></td></tr><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`;
  const LINK = '<a href="#">Another Email</a>';

  it('are its labels', async () => {
    const fields = await fieldsIn(
      form(
        '<input value="alban@tregarrow.example">',
        '<select><option selected>Home</option></select>',
        LINK,
      ),
    );
    expect(fields).toEqual(['Email=alban@tregarrow.example', 'Email Location=Home']);
  });
});

describe('a button beside a label', () => {
  it('that says a web address is its value', async () => {
    expect(await fieldsIn('<div><div>网址</div><button>www.dongtingmi.example</button></div>')).toEqual([
      '网址=www.dongtingmi.example',
    ]);
  });
});

describe('what is said behind an address or a number', () => {
  it('in brackets is none of it', async () => {
    const fields = await fieldsIn(
      '<dl><dt>Work Email</dt><dd><a href="#">chair@slate.example</a> <span>(On Hold)</span></dd></dl>',
    );
    expect(fields).toEqual(['Work Email=chair@slate.example']);
  });

  it('names the network somebody has a name in', async () => {
    const fields = await fieldsIn(
      '<ul><li><div><a href="#">weng.jx68</a><span>(LINE)</span></div></li></ul>',
    );
    expect(fields).toEqual(['(LINE)=weng.jx68'.replace(/[()]/g, '')]);
  });
});

describe('a name drawn as the heading under its label', () => {
  it('is the value of that label, and said once', async () => {
    const { fields } = await read(
      '<main><div><div>姓名</div><h1><span>翁靜嫻</span></h1></div><dl><dt>電話</dt><dd>02-2771-0846</dd></dl></main>',
    );
    expect(fields.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '姓名=翁靜嫻',
      '電話=02-2771-0846',
    ]);
  });
});
