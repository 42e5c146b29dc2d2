import { SearchIcon } from '../ui/icons';

interface Props {
  label: string;
  /** What can be typed, inside the empty field. */
  hint: string;
  value: string;
  onInput(value: string): void;
  /** Wider, where its page has more to look for. */
  wide?: boolean;
}

/** The field that narrows a page's list while one types. */
export function SearchField({ label, hint, value, onInput, wide = false }: Props) {
  return (
    <label class={wide ? 'wfind lfind' : 'wfind'}>
      <SearchIcon />
      <span class="unseen">{label}</span>
      <input
        type="search"
        autocomplete="off"
        value={value}
        placeholder={hint}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
