import { judge, parseCanary } from '../canary/canary';
import { countHolds, sightFor } from '../canary/check';
import type { Connection } from '../connection/connection';
import type { Database } from '../connection/database';
import { errorName, isDatabaseError } from '../connection/failure';
import type { Verdict } from '../outcomes';
import type { Damage } from '../ports';
import { verifyDeep } from './deep';

const verdictOf = (damage: Damage | null, entries: number): Verdict => ({
  intact: damage === null,
  entries,
  rows: 0,
  findings: damage ? [`${damage.why}: had ${damage.had}, has ${damage.has}`] : [],
});

/** Head, canary, last entry and count: a few reads. Raises the flag if one of them is wrong. */
export async function verifyShallow(connection: Connection, db: Database): Promise<Verdict> {
  const canary = parseCanary(await connection.ports.canary.read());
  const sight = await sightFor(db, canary);
  const count = await countHolds(db);
  const damage: Damage | null = judge(canary, sight) ?? (count ? { why: 'gap', ...count } : null);
  if (damage) await connection.trip(damage);
  return verdictOf(damage, sight.head?.seq ?? 0);
}

async function verifyOpen(connection: Connection, db: Database, deep: boolean): Promise<Verdict> {
  const shallow = await verifyShallow(connection, db);
  const ring = await connection.ring();
  if (!deep || !ring) return shallow;
  const verdict = await verifyDeep(connection, db, ring);
  const findings = [...shallow.findings, ...verdict.findings];
  return { ...verdict, intact: shallow.intact && verdict.intact, findings };
}

const unread = (why: string): Verdict => ({ intact: false, entries: 0, rows: 0, findings: [why] });

/** The store's check of itself (decision 9): shallow, and on demand everything. Never throws for the database. */
export async function verify(connection: Connection, how: { deep: boolean }): Promise<Verdict> {
  const ready = await connection.ready();
  if (!ready.ok) return unread(ready.error.detail);
  try {
    return await verifyOpen(connection, ready.value, how.deep);
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    connection.doubt();
    return unread(`cannot be read: ${errorName(error)}`);
  }
}
