import type { Section } from './briefingSections';

/** One part of a page that can be printed: its title, and its lines or what is said where there are none. */
export function PaperPart({ section }: { section: Section }) {
  return (
    <section class={`vpart vpart-${section.id}`}>
      <h3>{section.title}</h3>
      {section.lines.length === 0 ? (
        <p class="vnone">{section.none}</p>
      ) : (
        <ul>
          {section.lines.map(({ text, more, tone }) => (
            <li key={`${text}|${more}`} class={tone === 'late' ? 'vlate' : undefined}>
              <b>{text}</b> {more !== undefined && <span>{more}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
