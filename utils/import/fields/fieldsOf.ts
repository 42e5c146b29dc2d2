import type { SheetKind } from '../sheetKind';
import { CLIENTS } from './clients';
import { CONTACTS } from './contacts';
import type { ImportField } from './field';
import { HOLDINGS } from './holdings';
import { POLICIES } from './policies';
import { RELATIONS } from './relations';
import { WHO } from './who';

/*
 * What a column may be, as data. Every kind of sheet says whose a row is.
 */

const FIELDS: Readonly<Record<SheetKind, readonly ImportField[]>> = {
  clients: CLIENTS,
  contacts: CONTACTS,
  calendar: WHO,
  holdings: HOLDINGS,
  policies: POLICIES,
  relations: RELATIONS,
};

/** What a column of a sheet of this kind may be, in the order in which a list offers it. */
export const fieldsOf = (kind: SheetKind): readonly ImportField[] => FIELDS[kind];
