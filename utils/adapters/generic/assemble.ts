import type { ClientKind, FieldKey } from '@/utils/domain/schema/client';
import { MAX_FIELDS, MAX_LABEL } from '../limits';
import type { Adapter, AdapterLocate, AdapterPage } from '../schema';
import { cleanText } from '../text';
import { freeKey } from './keys';
import type { FieldKind } from './lexicon/kinds';
import type { Proposed } from './propose';
import type { AdapterTransform } from './transformFor';

/** One field as the wizard has it: what was read, and how it is found again. */
export interface LearntField {
  label: string;
  value: string;
  kind: FieldKind;
  find: AdapterLocate | null;
}

/** What the user has said to a proposal. */
export interface Learnt {
  /** Null where no page can be proposed: all is then left to the generic reader. */
  proposal: Proposed | null;
  /** The name where the user has pointed at it; null for that of the proposal. */
  name: LearntField | null;
  namePinned?: boolean;
  fields: readonly { field: LearntField; key: FieldKey; as: AdapterTransform; pinned?: boolean }[];
  /** Labels whose fields the user does not want. */
  leave?: readonly string[];
  kind: ClientKind;
  title: string;
  author: string;
  /** The CRM's host, with or without a port. */
  host: string;
  /** The civil day on which it was made: its version. */
  today: string;
}

const words = (text: string, otherwise: string): string => cleanText(text, 100) || otherwise;

/** A host as ids are written: `crm.bank.test:8443` is `crm-bank-test`. */
const slug = (host: string): string =>
  host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/**
 * The adapter of what a wizard has learnt of one CRM: declarative as any other, for `compileAdapter` to
 * check. Fields that are not found again are left out; of two with one key the second keeps its own label.
 */
export function assemble(learnt: Learnt): Adapter {
  const { proposal, title, author, host, today } = learnt;
  const bare = host.toLowerCase().replace(/:\d+$/, '');
  const own = slug(bare) || 'crm';
  const leave = [...new Set((learnt.leave ?? []).map((label) => cleanText(label, MAX_LABEL)))].slice(
    0,
    MAX_FIELDS,
  );
  return {
    format: 1,
    id: `own-${own}`.slice(0, 64).replace(/-+$/, ''),
    crmId: own.slice(0, 64),
    title: words(title, bare || 'CRM'),
    version: versionOf(today),
    author: words(author, 'Zhibi'),
    ...(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(bare) ? { hosts: [bare] } : {}),
    pages: proposal ? [pageOf(proposal, learnt)] : [],
    unaided: leave.length > 0 ? { leave } : {},
  };
}

function pageOf(
  { url, frameUrl, entity, root, identity, name }: Proposed,
  { name: pointed, namePinned, fields, kind }: Learnt,
): AdapterPage {
  return {
    id: 'client',
    url,
    ...(frameUrl ? { frameUrl } : {}),
    entity,
    kind,
    root,
    identity,
    name: { find: pointed?.find ?? name.find, ...(namePinned ? { pinned: true } : {}) },
    fields: fieldsOf(fields),
  };
}

/** 2026-11-22 is version 2026.11.22. */
const versionOf = (today: string): string => {
  const [year, month, day] = today.split('-').map(Number);
  return [year, month, day].every((part) => Number.isInteger(part)) ? `${year}.${month}.${day}` : '1';
};

function fieldsOf(learnt: Learnt['fields']): AdapterPage['fields'] {
  const taken = new Set<FieldKey>();
  return learnt.slice(0, MAX_FIELDS).flatMap(({ field, key, as, pinned }) => {
    if (field.find === null) return [];
    const free = freeKey(field, key, taken);
    taken.add(free);
    const title = cleanText(field.label, MAX_LABEL);
    // What a label finds is called by it; what a selector finds has to be told.
    const named = 'label' in field.find || title === '' ? {} : { title };
    return [{ key: free, ...named, find: field.find, as, ...(pinned ? { pinned } : {}) }];
  });
}
