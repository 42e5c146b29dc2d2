import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandoverScreen } from '../pages/handover';
import { faultsOf } from '../support/accessibility';
import { Downloads } from '../support/downloads';
import { Stage } from '../support/stage';

/** One of the two: a browser of their own, with the page open and a place for what is downloaded. */
interface Side {
  stage: Stage;
  downloads: Downloads;
  screen: HandoverScreen;
}

async function sideOn(stage: Stage): Promise<Side> {
  const { surface, language } = await stage.zhibi.openWorkbench('handover');
  const screen = new HandoverScreen(surface, language);
  return { stage, screen, downloads: await Downloads.of(stage.browser) };
}

/** Clients go from one browser to another, and a receipt comes back. */
describe('handing over', () => {
  let giver: Side;
  let successor: Side;
  let folder: string;
  let clients: number;
  let receipt: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'zhibi-handover-'));
    giver = await sideOn(await Stage.withSampleBook());
    successor = await sideOn(await Stage.open());
  });
  afterAll(async () => {
    for (const side of [giver, successor]) {
      await side?.stage.close();
      await side?.downloads.end();
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('seals what was chosen to the successor’s key, and to nobody else', async () => {
    const { screen } = giver;
    await successor.screen.turnTo('take');
    const { key, code } = await successor.screen.receivingKey();
    expect(await faultsOf(successor.screen)).toEqual([]);
    await screen.comeToFront();
    clients = await screen.chooseTier('A');
    expect(clients).toBeGreaterThan(1);
    await screen.write(screen.say('handover.from'), '张敏');
    await screen.write(screen.say('handover.to'), '陈晨');
    await screen.write(screen.say('handover.theirKey'), key);
    expect(await screen.code()).toBe(code);
    expect(await faultsOf(screen)).toEqual([]);
    await screen.click('button', screen.say('handover.pack'));
    await screen.shows(screen.say('handover.packed', clients));
    const packetCode = await screen.code();
    const { name, bytes } = await giver.downloads.during(() =>
      screen.click('button', screen.say('out.hand')),
    );
    expect(name).toMatch(/^zhibi-handover-.*\.zhibih$/);
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    // The giver's own device has another key.
    await screen.turnTo('take');
    await screen.give(file);
    await screen.shows(screen.say('handover.fault.otherKey'));

    await successor.screen.comeToFront();
    await successor.screen.give(file);
    await successor.screen.shows(successor.screen.say('handover.take', clients));
    expect(await successor.screen.code()).toBe(packetCode);
    expect(await faultsOf(successor.screen)).toEqual([]);
  });

  it('comes into the successor’s book in one step, and a receipt is made of it', async () => {
    const { screen } = successor;
    await screen.click('button', screen.say('handover.take', clients));
    await screen.shows(screen.say('handover.taken', clients));
    await screen.write(screen.say('handover.from'), '陈晨');
    const { name, bytes } = await successor.downloads.during(() =>
      screen.click('button', screen.say('handover.receipt')),
    );
    receipt = path.join(folder, name);
    await writeFile(receipt, bytes);
    await screen.goTo('book');
    await screen.until((wanted) => document.querySelectorAll('.btable tbody tr').length === wanted, clients);
    await screen.goTo('trail');
    await screen.shows(screen.say('trail.cause.handover'));
  });

  it('lets the giver erase whom the receipt names, after a typed word, and nobody else', async () => {
    const { screen } = giver;
    await screen.comeToFront();
    await screen.turnTo('given');
    await screen.shows(screen.say('handover.noReceiptYet'));
    await screen.give(receipt);
    await screen.shows(screen.say('handover.receiptGood', '陈晨', clients));
    await screen.click('button', screen.say('handover.eraseHere', clients));
    expect(await faultsOf(screen)).toEqual([]);
    const word = screen.say('handover.eraseWord');
    await screen.write(screen.say('handover.typeWord', word), word);
    await screen.click('button', screen.say('out.eraseGo'));
    await screen.shows(screen.say('handover.erasedHere', clients));
    await screen.turnTo('give');
    await screen.narrowTo('A');
    await screen.until(() => document.querySelector('.hlist li') === null);
    await screen.narrowTo('B');
    await screen.until(() => document.querySelector('.hlist li') !== null);
    await screen.goTo('trail');
    await screen.shows(screen.say('trail.cause.erase'));
    await screen.shows(screen.say('trail.cause.handoverReceipt'));
  });
});
