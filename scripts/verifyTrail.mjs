// Checks a trail that Zhibi has signed, without Zhibi: node verifyTrail.mjs [folder] [fingerprint of the key]
// The folder is the export, unpacked; docs/trail.md of Zhibi says what is in it. Ends with 1 if anything is wrong.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const [folder = path.dirname(process.argv[1]), expected] = process.argv.slice(2);
const faults = [];
const check = (holds, fault) => void (holds || faults.push(fault));
const read = (name) => readFileSync(path.join(folder, name));
const sha = (...pieces) =>
  pieces.reduce((hash, piece) => hash.update(piece), createHash('sha256')).digest('hex');
const bytes = (hex) => Buffer.from(hex, 'hex');
const lines = (name) =>
  read(name)
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** Who signed: the key's fingerprint must be the one that was noted when this device was handed out. */
function checkSignature(manifest) {
  const der = Buffer.from(manifest.key, 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signature = Buffer.from(read('signature.txt').toString('ascii'), 'base64');
  const good = verify('sha256', read('manifest.json'), { key, dsaEncoding: 'ieee-p1363' }, signature);
  check(good, 'the signature is not of this manifest');
  check(!expected || expected === sha(der), 'it was signed by another key than the one expected');
  for (const [name, hash] of Object.entries(manifest.files))
    check(sha(read(name)) === hash, `${name} was changed`);
  const listed = new Set([...Object.keys(manifest.files), 'manifest.json', 'signature.txt']);
  for (const name of readdirSync(folder)) check(listed.has(name), `${name} is not part of the export`);
}

/** What was done in what order: no entry changed, added, taken out or moved, up to the head that was signed. */
function checkChain({ epoch, seq: last, hash: head }, entries, allowed) {
  let previous = bytes('00'.repeat(32));
  for (const [at, { seq, op, at: when, cause, n, commit, hash, parts }] of entries.entries()) {
    const header = JSON.stringify(['zj1', epoch, seq, op, when, cause, n]);
    check(seq === at + 1, `entry ${at + 1} is missing`);
    check(sha(previous, bytes(commit), header) === hash, `entry ${seq} does not follow the one before`);
    check(sha(...parts.map(({ c }) => bytes(c))) === commit, `the parts of entry ${seq} are not its own`);
    for (const { i, c, text, erased } of parts) {
      check(text === undefined || sha(text) === c, `what entry ${seq} says was changed`);
      check(!erased || allowed.has(`${seq}/${i}`), `part ${seq}/${i} is empty, and no erasure says so`);
    }
    previous = bytes(hash);
  }
  check(entries.length === last && (last === 0 || entries[last - 1].hash === head), 'the end is missing');
}

/** The rows as they stand: each by the hash that its last entry holds. */
function checkRows(rows, entries) {
  const changes = new Map();
  for (const { seq, parts } of entries)
    for (const { text } of parts)
      for (const { t, id, h } of text ? JSON.parse(text).changes : []) changes.set(`${seq} ${t} ${id}`, h);
  for (const { table, id, seq, plain } of rows)
    check(
      changes.get(`${seq} ${table} ${id}`) === sha(plain).slice(0, 32),
      `row ${table}/${id} is not what entry ${seq} wrote`,
    );
}

try {
  const manifest = JSON.parse(read('manifest.json'));
  const [entries, rows] = [lines('entries.jsonl'), lines('rows.jsonl')];
  checkSignature(manifest);
  checkRows(rows, entries);
  const deeds = rows.filter(({ table }) => table === 'acts').map(({ plain }) => JSON.parse(plain).b.deed);
  const erasures = deeds.filter(({ what }) => what === 'erased');
  const allowed = new Set(erasures.flatMap(({ parts }) => parts.map(([seq, i]) => `${seq}/${i}`)));
  checkChain(manifest.anchor, entries, allowed);
  const parts = entries.flatMap((entry) => entry.parts);
  const told = parts.filter(({ text }) => text !== undefined).length;
  const empty = parts.filter(({ erased }) => erased).length;
  if (faults.length === 0)
    console.log('INTACT: nothing was changed, added or taken out since it was signed.');
  console.log(
    `${entries.length} entries; ${told} parts told, ${empty} erased, ${parts.length - told - empty} not in this export.`,
  );
  if (manifest.keptHere > 0)
    console.log(
      `${manifest.keptHere} notes must not leave the device: neither they nor what quotes them is in it.`,
    );
  console.log(
    `Signed ${new Date(manifest.madeAt).toISOString()} by the key ${sha(Buffer.from(manifest.key, 'base64'))}`,
  );
} catch (error) {
  faults.push(`it cannot be read: ${error.message}`);
}
if (faults.length > 0) console.error(['NOT INTACT:', ...faults.slice(0, 20)].join('\n  '));
process.exitCode = faults.length > 0 ? 1 : 0;
