import { bitsOf } from './inline';
import { labelSign } from './labelSigns';
import { coreOf, partsOf } from './parts';
import type { Seen } from './seen';
import { shapeOf } from './shapes';
import { SENTENCE } from './zoneHints';

/** Boxes of one kind in each of which a date stands beside a longer text: what happened, one after another. */
export function isFeed(seen: Seen): boolean {
  const items = seen.kids.filter((kid) => kid.text !== '' && !/^H[1-6]$/.test(kid.tag));
  const [first, second] = items;
  if (
    !first ||
    !second ||
    items.length > 60 ||
    first.tag === '#text' ||
    first.tag === 'TR' ||
    first.tag === 'DT' ||
    seen.tag === 'TR'
  )
    return false;
  return items.every((item) => item.tag === first.tag && isHappening(item)) && !areFields(items);
}

/** Fields side by side that say who did something and when, each under a label of its own: "Created by", "Last modified by". */
function areFields(items: readonly Seen[]): boolean {
  const labels = items.map((item) => {
    const [label, value] = partsOf(coreOf(item));
    return label && value && labelSign(label) >= 2 ? label.text : '';
  });
  return !labels.includes('') && new Set(labels).size === labels.length;
}

function isHappening(item: Seen): boolean {
  if (item.text.length > 900) return false;
  const leaves: Seen[] = [];
  const look = (one: Seen): void => {
    if (one.tag === '#text') leaves.push(one);
    for (const kid of one.kids) look(kid);
  };
  look(item);
  if (leaves.length < 2 || leaves.length > 14) return false;
  const dates = leaves.filter(
    ({ text }) =>
      /\d|ago|前|day/u.test(text) && bitsOf(text).some((bit) => /^(?:date|time)$/.test(shapeOf(bit) ?? '')),
  );
  const labels = leaves.filter((leaf) => labelSign(leaf) >= 2).length;
  return (
    dates.length >= 1 &&
    dates.length <= 2 &&
    leaves.some(({ text }) => text.length >= 14 || SENTENCE.test(text)) &&
    labels <= (leaves.length >= 3 ? 1 : 0)
  );
}
