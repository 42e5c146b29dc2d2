import * as z from 'zod/mini';
import { adapter } from '../utils/adapters/schema';

type Shape = z.core.JSONSchema.BaseSchema;

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** More values than these are counted, not listed. */
const LISTED = 12;

const code = (text: string): string => `\`${text}\``;

function range(from: number | undefined, to: number | undefined, what: string): string[] {
  if (from === undefined && to === undefined) return [];
  if (from === to) return [`${from} ${what}`];
  return [
    from === undefined
      ? `up to ${to} ${what}`
      : to === undefined
        ? `${from} ${what} or more`
        : `${from} to ${to} ${what}`,
  ];
}

const formsOf = ({ anyOf, oneOf }: Shape): Shape[] => [...(anyOf ?? oneOf ?? [])].filter(isShape);

/** A shape in a few words. */
function words(one: Shape): string {
  if (one.const !== undefined) return code(JSON.stringify(one.const));
  if (one.enum) {
    const values = one.enum.map((value) => code(JSON.stringify(value)));
    return values.length <= LISTED ? values.join(', ') : `one of ${values.length} words`;
  }
  const forms = formsOf(one);
  if (forms.length > 0) return [...new Set(forms.map(words))].join(' or ');
  const limits =
    one.type === 'array'
      ? range(one.minItems, one.maxItems, 'entries')
      : range(one.minLength, one.maxLength, 'signs');
  const pattern = one.pattern === undefined ? [] : [`like ${code(one.pattern.replaceAll('|', '\\|'))}`];
  const name =
    one.type === 'object' && isShape(one.additionalProperties)
      ? `table of ${words(one.additionalProperties)}`
      : one.type === 'array' && isShape(one.items)
        ? `list of ${words(one.items)}`
        : (one.type ?? 'any');
  return [name, ...limits, ...pattern].join(', ');
}

/** One row for each key, those of lists and forms below their own; of several forms, each has its own musts. */
function rows(one: Shape, path: string, must = 'yes'): string[] {
  const own = Object.entries(one.properties ?? {}).flatMap(([key, value]) => {
    if (!isShape(value)) return [];
    const place = path === '' ? key : `${path}.${key}`;
    const said = one.required?.includes(key) ? must : '';
    return [`| ${code(place)} | ${said} | ${words(value)} |`, ...rows(value, place)];
  });
  const forms = formsOf(one);
  const inner = forms.flatMap((form) => rows(form, path, forms.length > 1 ? 'in its form' : must));
  const entries = isShape(one.items) ? rows(one.items, `${path}[]`) : [];
  return [...own, ...inner, ...entries];
}

/** The adapter format as a page of docs, made from the schema itself. */
export function formatReference(): string {
  const json = z.toJSONSchema(adapter, { unrepresentable: 'any', io: 'input' });
  return `${[
    '# The adapter format, key by key',
    '',
    'Made from `utils/adapters/schema.ts` by `npm run adapter:reference`; a test holds the two together. What the',
    'keys mean, with an example, is in [Adapters](adapters.md). Keys that are not listed are refused.',
    '',
    '| key | must | what |',
    '|---|---|---|',
    ...new Set(rows(json, '')),
  ].join('\n')}\n`;
}
