const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, ordered(value[key])]));
}

/**
 * JSON with the keys in order: the same content is the same text on every device, and so the same revision.
 * A key that is undefined is absent.
 */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value));
