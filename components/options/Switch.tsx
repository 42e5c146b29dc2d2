import { useId } from 'preact/hooks';

interface Props {
  label: string;
  about?: string | null;
  on: boolean;
  /** Set by the bank: to be read, not changed. */
  locked?: boolean;
  set(on: boolean): void;
}

/** Something that is on or off, with a line on what that means. */
export function Switch({ label, about = null, on, locked = false, set }: Props) {
  const id = useId();
  return (
    <div class="oswitch">
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        disabled={locked}
        aria-checked={on}
        {...(about === null ? {} : { 'aria-describedby': `${id}-about` })}
        onChange={(event) => set(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {about !== null && (
        <span id={`${id}-about`} class="oswitch-about">
          {about}
        </span>
      )}
    </div>
  );
}
