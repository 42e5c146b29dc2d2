import type { ComponentChildren } from 'preact';

interface Props<Value extends string> {
  /** What is narrowed, for screen readers. */
  label: string;
  values: readonly Value[];
  chosen: Value;
  choose(value: Value): void;
  word(value: Value): ComponentChildren;
  /** How many each lets through. */
  count(value: Value): number | undefined;
}

/** What a list is narrowed to, one of several, each with how many it lets through. */
export function Filters<Value extends string>({ label, values, chosen, choose, word, count }: Props<Value>) {
  return (
    <fieldset class="wfilters">
      <legend class="unseen">{label}</legend>
      {values.map((each) => (
        <button
          key={each}
          type="button"
          class="wfilter"
          aria-pressed={each === chosen}
          onClick={() => choose(each)}
        >
          {word(each)} <span class="wcount">{count(each)}</span>
        </button>
      ))}
    </fieldset>
  );
}
