import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the builds of Chromium that a machine may have read the policies of its administrator. */
const FOLDERS = ['/etc/chromium', '/etc/opt/chrome', '/etc/opt/chrome_for_testing', '/etc/opt/edge'];

/** A name of its own: no policy that was there before is touched. */
const FILE = `zhibi-test-${process.pid}.json`;

/** A key for an extension's manifest, and the id that the extension has by it. */
export function extensionKey(): { key: string; id: string } {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const digits = createHash('sha256').update(spki).digest('hex').slice(0, 32);
  const id = [...digits].map((digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16))).join('');
  return { key: spki.toString('base64'), id };
}

/** A policy file of this machine for one extension, as an administrator lays it down; gone again when closed. */
export class ManagedPolicy {
  readonly #id: string;
  readonly #made = new Set<string>();

  constructor(id: string) {
    this.#id = id;
  }

  /** Lays the policy down for every build; a browser that starts after it reads it. */
  async set(policy: Readonly<Record<string, unknown>>): Promise<void> {
    const text = JSON.stringify({ '3rdparty': { extensions: { [this.#id]: policy } } });
    for (const folder of FOLDERS) {
      const managed = path.join(folder, 'policies', 'managed');
      await this.#makeFolder(managed).catch((error: unknown) => {
        throw new Error(`this machine lets no policy be laid down in ${managed}: run as root`, {
          cause: error,
        });
      });
      await writeFile(path.join(managed, FILE), text);
    }
  }

  async #makeFolder(folder: string): Promise<void> {
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) this.#made.add(made);
  }

  /** Takes away what was laid down, and every folder that was made for it. */
  async close(): Promise<void> {
    for (const folder of FOLDERS) await rm(path.join(folder, 'policies', 'managed', FILE), { force: true });
    for (const folder of this.#made) if (existsSync(folder)) await rm(folder, { recursive: true });
  }
}
