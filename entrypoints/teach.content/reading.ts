import { browserLayout } from '@/utils/adapters/generic/browserLayout';
import { findIn, propose, proposeRoot } from '@/utils/adapters/generic/propose';
import { draftSteps } from '@/utils/adapters/generic/readAnyPage';
import { isHeading, type PageReading, type ReadField } from '@/utils/adapters/generic/reading';
import { MAX_FIELDS, MAX_LABEL, MAX_RECORD_ID } from '@/utils/adapters/limits';
import { foldFigures } from '@/utils/adapters/text';
import type { IsVisible } from '@/utils/adapters/trees';
import { visibleOnce } from '@/utils/adapters/visible';
import type { TaughtField, TeachReport } from '@/utils/messaging/teach';

/** What the wizard was told of the page last, and where it stands. */
export interface Lesson {
  reading: PageReading;
  /** What an adapter of this page would look in. */
  root: Element;
  report: Extract<TeachReport, { kind: 'reading' }>;
  /** The elements that the numbers in the report stand for, and what to call each. */
  places: Map<number, { element: Element; label: string }>;
}

/** A field as the wizard shows it, under a number of its own; remembers where it stands. */
export function taught(
  field: ReadField,
  root: Element,
  reading: PageReading,
  isVisible: IsVisible,
  places: Lesson['places'],
): TaughtField {
  const n = places.size;
  const label = field.label.slice(0, MAX_LABEL);
  places.set(n, { element: field.element, label });
  return {
    n,
    label,
    value: field.value,
    kind: field.kind,
    confidence: field.confidence,
    find: findIn(field, root, reading, isVisible),
  };
}

/** Reads the page as if nothing was known of it, and what an adapter for it would be; in slices. */
export function* lessonSteps(document: Document, url: string): Generator<void, Lesson> {
  const reading = yield* draftSteps({ document, url, ...browserLayout });
  yield;
  const isVisible = visibleOnce();
  const page = { document, url, isVisible };
  const { root } = proposeRoot(reading, page);
  const places: Lesson['places'] = new Map();
  const tell = (field: ReadField): TaughtField => taught(field, root, reading, isVisible, places);
  const { name } = reading;
  const toldName = name && tell(name);
  const fields: TaughtField[] = [];
  for (const field of reading.fields.slice(0, MAX_FIELDS)) {
    if (isHeading(field, name)) continue;
    yield;
    fields.push(tell(field));
  }
  yield;
  const { identity } = reading;
  const isOne =
    reading.page === 'client' && identity !== null && foldFigures(identity.id).length <= MAX_RECORD_ID;
  return {
    reading,
    root,
    places,
    report: {
      kind: 'reading',
      origin: new URL(url).origin,
      title: document.title,
      page: reading.page,
      name: toldName,
      fields,
      record: isOne
        ? {
            id: foldFigures(identity.id),
            from: identity.from,
            at: String(identity.at).slice(0, MAX_LABEL),
            entity: identity.entity,
          }
        : null,
      proposal: propose(reading, page),
    },
  };
}
