import type { ComponentChildren } from 'preact';
import type { Brief } from '@/utils/domain/brief';
import type { Range } from '@/utils/domain/search/matchName';
import { Chip, type Tone } from '../ui/Chip';
import { tierWord } from './clientWords';

/** A text with its ranges marked. */
function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const range of ranges) {
    parts.push(
      text.slice(end, range.start),
      <mark key={range.start}>{text.slice(range.start, range.end)}</mark>,
    );
    end = range.end;
  }
  parts.push(text.slice(end));
  return <>{parts}</>;
}

interface Props {
  brief: Brief;
  /** The second line: why the client is here. */
  about: string;
  mark: { tone: Tone; text: string } | null;
  ranges?: readonly Range[];
  /** The key that picks the row. */
  hotkey?: string | undefined;
}

/** What one line of a list says of a client; the control around it picks the client. */
export function ClientRow({ brief, about, mark, ranges = [], hotkey }: Props) {
  const tier = tierWord(brief);
  return (
    <>
      <span class="prow-main" title={`${brief.name} · ${about}`}>
        <span class="prow-name">
          <Marked text={brief.name} ranges={ranges} />
        </span>
        {tier !== null && (
          <span class="prow-tier" title={tier}>
            {brief.tier}
          </span>
        )}
        <span class="prow-about">{about}</span>
      </span>
      {mark && <Chip tone={mark.tone}>{mark.text}</Chip>}
      {hotkey !== undefined && (
        <span class="prow-key" aria-hidden="true">
          {hotkey}
        </span>
      )}
    </>
  );
}
