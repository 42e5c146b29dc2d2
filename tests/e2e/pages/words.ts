import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type Language = 'zh_CN' | 'en';

type Node = string | { [key: string]: Node };

const files = new Map<Language, Node>();

/** The words a user reads: page objects find things by them, from the same files the product speaks from. */
export function word(language: Language, key: string, ...places: (string | number)[]): string {
  let node = files.get(language);
  if (node === undefined) {
    node = parse(readFileSync(`locales/${language}.yml`, 'utf8')) as Node;
    files.set(language, node);
  }
  for (const part of key.split('.')) {
    if (typeof node === 'string') throw new Error(`no such words: ${key}`);
    const next: Node | undefined = node[part];
    if (next === undefined) throw new Error(`no such words: ${key}`);
    node = next;
  }
  if (typeof node !== 'string') throw new Error(`not a sentence: ${key}`);
  return node.replace(/\$(\d)/g, (_, place: string) => String(places[Number(place) - 1] ?? ''));
}
