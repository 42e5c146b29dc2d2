import { browser } from 'wxt/browser';

/** What lies beside the book and goes into its backups, by the name it has there. */
export const BESIDE = ['settings', 'adapters', 'library', 'importMappings'] as const;
export type BesidePart = (typeof BESIDE)[number];

const KEYS = ['settings', 'adapters', 'adaptersOff', 'library', 'importMappings'] as const;

/**
 * What lies beside the book as it lies there: the user's own settings, not what the bank has set in their place. Nobody
 * looks at it before it is restored; then each part is parsed.
 */
export async function rawBeside(): Promise<ReadonlyMap<BesidePart, unknown>> {
  const kept: Readonly<Record<string, unknown>> = await browser.storage.local.get([...KEYS]);
  const { adapters: own, adaptersOff: off } = kept;
  const adapters = own === undefined && off === undefined ? undefined : { own: own ?? [], off: off ?? [] };
  const found = { ...kept, adapters };
  return new Map(
    BESIDE.flatMap((name): [BesidePart, unknown][] =>
      Reflect.get(found, name) === undefined ? [] : [[name, Reflect.get(found, name)]],
    ),
  );
}
