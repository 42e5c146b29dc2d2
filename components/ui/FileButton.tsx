import { useRef } from 'preact/hooks';
import { Button } from './Button';

interface Props {
  /** What stands on the button, and names the input to whoever asks for it by name. */
  label: string;
  /** What the browser offers, as the `accept` of an input. */
  accept: string;
  kind?: 'go' | 'plain' | 'ghost';
  disabled?: boolean;
  /** The file that was chosen; the same one chosen again is told again. */
  onFile(file: File): void;
}

/** A button that lets a file be chosen. The browser's own input stays out of sight and out of the order of Tab. */
export function FileButton({ label, accept, kind = 'plain', disabled = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        class="unseen"
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      <Button kind={kind} disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
