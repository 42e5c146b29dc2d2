import type { ComponentChildren } from 'preact';
import type { OptionsSection } from '@/utils/app/optionsPort';
import { Button } from '../ui/Button';
import { t } from '../ui/words';

interface Props {
  id: OptionsSection;
  about: string;
  /** Puts the part back to its starting values; null while it has them. */
  reset?: (() => void) | null;
  children: ComponentChildren;
}

/** One part of the page, linkable by its id; the heading takes the focus when a link leads here. */
export function Part({ id, about, reset = null, children }: Props) {
  return (
    <section id={id} class="opart" aria-labelledby={`${id}-title`}>
      <div class="opart-head">
        <h2 id={`${id}-title`} tabIndex={-1}>
          {t(`options.part.${id}`)}
        </h2>
        {reset && (
          <Button kind="link" onClick={reset}>
            {t('options.reset')}
          </Button>
        )}
      </div>
      <p class="opart-about">{about}</p>
      {children}
    </section>
  );
}
