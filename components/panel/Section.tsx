import type { ComponentChildren } from 'preact';

interface Props {
  id:
    | 'actions'
    | 'log'
    | 'visits'
    | 'history'
    | 'profile'
    | 'people'
    | 'holdings'
    | 'policies'
    | 'credit'
    | 'opportunities'
    | 'consent'
    | 'tracks'
    | 'notes';
  title: string;
  /** A quiet figure behind the title. */
  count?: ComponentChildren;
  /** One link at the end of the line. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** One part of the panel under its heading; the heading can take the focus when something leads here. */
export function Section({ id, title, count, action, children }: Props) {
  return (
    <section id={`part-${id}`} class="part" aria-labelledby={`part-${id}-title`}>
      <div class="part-head">
        <h2 id={`part-${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {count !== undefined && <span class="part-count">{count}</span>}
        {action !== undefined && <span class="part-action">{action}</span>}
      </div>
      {children}
    </section>
  );
}
