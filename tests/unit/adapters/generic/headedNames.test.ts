import { describe, expect, it } from 'vitest';
import { CLIENT, fieldsIn, read } from './reading';

const FIELDS = '<dl><dt>Phone</dt><dd>+40 721 555 190</dd><dt>Email</dt><dd>m@mail.test</dd></dl>';

describe('what stands before a name in its heading is none of it', () => {
  it.each([
    ['Account: Skagen Cordage', 'Skagen Cordage'],
    ['Contact: Signe Overby', 'Signe Overby'],
    ['客户：王丽华', '王丽华'],
    ['#10231 Stiftung Talmuseum', 'Stiftung Talmuseum'],
  ])('%s', async (heading, name) => {
    expect(await read(`<main><h1>${heading}</h1>${FIELDS}</main>`)).toMatchObject({
      identity: { id: '10231' },
      name: { value: name },
    });
  });

  it('but for another sort of record', async () => {
    const { name } = await read(
      `<main><h1>Loan: Signe Overby</h1>${FIELDS}</main>`,
      'https://c.test/x/10231',
    );
    expect(name?.value).not.toBe('Signe Overby');
  });

  it('and two tabs of his page show nothing but the heading and a list', async () => {
    const table = `<table><thead><tr><th>Full Name</th><th>Email</th></tr></thead><tbody>${'<tr><td>Gion Capaul</td><td>g@mail.test</td></tr>'.repeat(3)}</tbody></table>`;
    const body = `<main><h4>#10231 Stiftung Talmuseum</h4><h4>Contacts</h4>${table}</main>`;
    const reading = await read(body, 'https://c.test/admin/clients/client/10231?group=contacts');
    expect(reading).toMatchObject({ identity: { id: '10231' }, name: { value: 'Stiftung Talmuseum' } });
  });
});

describe('a name that only the title and the crumbs say', () => {
  const page = (title: string) =>
    read(
      `<title>${title}</title><main><ul><li><a href="#">Contacts</a></li><li>Sarnai Ganzorig</li></ul>
       <div><div>Sarnai Ganzorig</div><div>Chief accountant</div></div>${FIELDS}</main>`,
      'https://c.test/contacts/details/hQ3mXv7LdKp2TzRbN',
    );

  it('is the record’s, and the label of nothing', async () => {
    const { identity, name, fields } = await page('Sarnai Ganzorig');
    expect([identity?.id, name?.value]).toEqual(['hQ3mXv7LdKp2TzRbN', 'Sarnai Ganzorig']);
    expect(fields.map(({ label }) => label)).not.toContain('Sarnai Ganzorig');
  });

  it('a sort of record that the title says stays a label', async () => {
    const { fields } = await read(
      `<title>Business Partner</title><main><h1>王丽华</h1><dl><dt>Business Partner</dt><dd>1000418</dd></dl>${FIELDS}</main>`,
    );
    expect(fields).toContainEqual(expect.objectContaining({ label: 'Business Partner', value: '1000418' }));
  });
});

describe('beside a heading', () => {
  const page = (beside: string) =>
    read(`<main><div><h2>Skagen Cordage</h2>${beside}</div>${FIELDS}</main>`, CLIENT);

  it('what is said to the user is no fact', async () => {
    const { fields } = await page('<p>Everything you need to know about sales potential</p>');
    expect(fields.map(({ value }) => value).join(' ')).not.toContain('Everything');
  });
});

describe('a value', () => {
  it('stands in a box that is pressed and has a button of its own, behind the letters of an avatar', async () => {
    const box =
      '<div role="button"><span>Sales Owner:</span><span><span>AT</span></span><span>Adaeze Thornbury</span><button type="button">e</button></div>';
    expect(await fieldsIn(box)).toEqual(['Sales Owner=Adaeze Thornbury']);
  });

  it('may be a word that buttons bear as well', async () => {
    const rows = '<dl><dt>五级分类</dt><dd>关注</dd><dt>备注</dt><dd>关注</dd></dl>';
    expect(await fieldsIn(rows)).toEqual(['五级分类=关注']);
  });

  it('may be “No”, which heads numbers elsewhere', async () => {
    const rows =
      '<ul><li><div>Subscribed:</div><div>No</div></li><li><div>Score:</div><div>72</div></li></ul>';
    expect(await fieldsIn(rows)).toEqual(['Subscribed=No', 'Score=72']);
  });

  it('is all that was chosen in a list', async () => {
    const select =
      '<label for="g">Groups</label><select id="g" multiple><option>Charity</option><option selected>Premium banking</option><option selected>Exporter</option></select>';
    expect(await fieldsIn(select)).toEqual(['Groups=Premium banking, Exporter']);
  });

  it('“Not tagged yet” is nothing', async () => {
    expect(await fieldsIn('<dl><dt>Tags</dt><dd>Not tagged yet</dd></dl>')).toEqual([]);
  });
});
