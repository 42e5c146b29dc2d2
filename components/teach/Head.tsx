import type { ComponentChildren } from 'preact';

/** What a stage asks of the user. The heading takes the focus when the stage begins. */
export function Head({ title, text }: { title: string; text?: string }) {
  return (
    <div class="teach-ask">
      <h1 tabIndex={-1}>{title}</h1>
      {text !== undefined && <p class="teach-text">{text}</p>}
    </div>
  );
}

/** The buttons of a stage, always in sight. */
export function Bar({ children }: { children: ComponentChildren }) {
  return <div class="teach-bar">{children}</div>;
}
