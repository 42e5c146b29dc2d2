import type { RecordRef } from './schema/sighting';

/**
 * The kind of record under which a client's number lies that a spreadsheet alone has told. No CRM has shown such a record:
 * it says for whom to look, and by itself never that two clients are one.
 */
export const FROM_FILE = 'fromFile';

export const isFromFile = ({ entity }: Pick<RecordRef, 'entity'>): boolean => entity === FROM_FILE;
