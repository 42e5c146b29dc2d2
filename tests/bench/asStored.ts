import type { ClientBundle } from '../../utils/domain/bundle';
import type { StoredBodies, StoredTable } from '../../utils/store/rows/bodies';
import { kindOf } from '../../utils/store/rows/kinds';
import { handedOut } from '../../utils/store/rows/openRow';

/** A row as the store hands it out: what was written is read, parsed by its kind and frozen. */
export const asStored = <Table extends StoredTable>(
  table: Table,
  body: StoredBodies[Table],
): StoredBodies[Table] => handedOut(kindOf(table).body.parse(JSON.parse(JSON.stringify(body))));

/**
 * A client's rows as the store hands them out. Which form its objects have decides how fast the engine reads
 * them: rows put together by a test are another matter.
 */
export const bundleAsStored = (bundle: ClientBundle): ClientBundle => ({
  ...bundle,
  client: asStored('clients', bundle.client),
  contacts: bundle.contacts.map((row) => asStored('contacts', row)),
  relations: bundle.relations.map((row) => asStored('relations', row)),
  holdings: bundle.holdings.map((row) => asStored('holdings', row)),
  policies: bundle.policies.map((row) => asStored('policies', row)),
  credits: bundle.credits.map((row) => asStored('credits', row)),
  opportunities: bundle.opportunities.map((row) => asStored('opportunities', row)),
});
