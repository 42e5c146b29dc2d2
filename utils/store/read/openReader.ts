import { fail, ok, type Result } from '@/utils/domain/result';
import { Connection } from '../connection/connection';
import { DEFAULT_NAME } from '../connection/database';
import type { StorePorts } from '../ports';
import type { OpenProblem, OpenReader } from '../store';
import { type Reading, readingOf } from './reader';

/** A checked connection and what reads over it. */
export interface Opening extends Reading {
  connection: Connection;
}

/** Opens and checks the database: what `openReader` and `openStore` have in common. */
export async function openConnection(ports: StorePorts, name: string): Promise<Result<Opening, OpenProblem>> {
  const connection = new Connection(ports, name);
  const ready = await connection.ready();
  if (!ready.ok) {
    connection.close();
    return fail({ code: 'unavailable', detail: ready.error.detail });
  }
  const reading = readingOf(connection);
  const { damage } = connection;
  if (damage) {
    const reader = (await connection.ring()) ? reading.reader : null;
    return fail({ code: 'damaged', damage, reader });
  }
  if (connection.newer) return fail({ code: 'readOnly', reader: reading.reader });
  return ok({ connection, ...reading });
}

/**
 * Opens the store for reading, watching and drafts; loads no code that writes. A store that is
 * damaged or newer than this build is a problem that brings a reader with it.
 */
export const openReader: OpenReader = async (ports, name = DEFAULT_NAME) => {
  const opened = await openConnection(ports, name);
  return opened.ok ? ok(opened.value.reader) : opened;
};
