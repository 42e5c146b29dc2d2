import { type NamedRecord, readAddress } from './address';
import { sameName } from './names';
import type { Memory } from './reading';
import type { Seen } from './seen';
import type { Settled } from './settle';
import { isAction, plainWords } from './terms';
import type { Zones } from './zones';

interface Case {
  record: NamedRecord | null;
  number: { id: string; pair: Settled } | 'two' | null;
  all: readonly Seen[];
  pieces: readonly Seen[];
  memory: Memory | null;
  name: string;
  print: string;
  zones: Zones;
  addresses: readonly string[];
}

const OWN_ID = /^(?:id|.*\bid|客户id|客戶id|record id)$/;

/** What speaks against taking the page's record for the one its address or number names; null for nothing. */
export function doubtAbout(page: Case): string | null {
  const { record, number, memory, name, print } = page;
  if (!record && number === 'two') return 'the page shows two numbers';
  if (record && number && number !== 'two' && isOther(record.id, number))
    return 'the address and the number on the page differ';
  if (record && linksElsewhere(page, record)) return 'the page links to another record as its own';
  const id = record?.id ?? (number && number !== 'two' ? number.id : null);
  if (memory === null || id === null) return null;
  if (memory.id !== id && memory.name === name && memory.print === print)
    return 'nothing but the address has changed';
  if (memory.id === id && memory.entity === (record?.entity ?? memory.entity) && !sameName(memory.name, name))
    return 'the same address showed another name before';
  return null;
}

/** A number of the same making that differs: the CRM's own id, or figures as long that begin alike. */
function isOther(id: string, { id: said, pair }: { id: string; pair: Settled }): boolean {
  // A hyphen may part what is two numbers elsewhere, and is kept; where only it differs it is one.
  const shown = /^\d+$/.test(id) ? said.replaceAll('-', '') : said;
  if (id === shown || id.replace(/^0+/, '') === shown.replace(/^0+/, '')) return false;
  if (!/^\d+$/.test(id) || !/^\d+$/.test(shown))
    return (
      id.length === shown.length && id.length >= 6 && id.slice(0, 3) === shown.slice(0, 3) && /\d/.test(id)
    );
  if (OWN_ID.test(plainWords(pair.label))) return id.length === shown.length;
  return (
    id.length === shown.length &&
    id.length >= 4 &&
    id.slice(0, Math.ceil(id.length / 3)) === shown.slice(0, Math.ceil(id.length / 3))
  );
}

/** Whether what is pressed to edit or show this very record leads to another of its kind. */
function linksElsewhere({ all, zones }: Case, record: NamedRecord): boolean {
  if (typeof record.at === 'string') return false;
  const ids = new Set<string>();
  for (const seen of all) {
    if (seen.tag !== 'A' || seen.href === '' || zones.of(seen) !== null) continue;
    const words = `${seen.text} ${seen.element.getAttribute('aria-label') ?? ''}`.trim();
    if (
      !/^(?:edit|show|编辑|編輯|修改)\b|^(?:编辑|編輯|修改)/iu.test(words) ||
      !(isAction(words.split(/\s/)[0] ?? '') || isAction(words))
    )
      continue;
    const [other] = readAddress(new URL(seen.href, 'http://page.invalid/').href).records;
    if (other && other.entity === record.entity && other.from === record.from) ids.add(other.id);
  }
  return ids.size === 1 && !ids.has(record.id);
}
