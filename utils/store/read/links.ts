import { fail, ok, type Result } from '@/utils/domain/result';
import type { ClientId } from '@/utils/domain/schema/ids';
import type { Connection } from '../connection/connection';
import type { ReadProblem } from '../problems';
import type { SealedRow } from '../rows/sealedRow';
import { setAside } from './setAside';

/**
 * The client a link's row stands for. Only what lies inside the seal is believed: a row moved or
 * changed must not show one client on another's page, nor pass for a record nobody has tracked yet.
 */
export async function clientOfLink(
  connection: Connection,
  row: SealedRow | undefined,
): Promise<Result<ClientId | null, ReadProblem>> {
  if (!row) return ok(null);
  const ring = await connection.ring();
  if (!ring) return fail(connection.noKeys);
  const opened = await connection.cache.open(ring, 'links', row);
  if (opened.state === 'open') return ok(opened.body.clientId);
  if (opened.state === 'newer') return fail({ code: 'readOnly', detail: 'link row' });
  await setAside(connection, 'links', row, opened.why);
  return fail({ code: 'damaged', detail: 'link row' });
}
