import { useEffect, useState } from 'preact/hooks';
import { USUAL_LINES } from '@/utils/domain/nba/serviceLines';
import { type Settings, serviceLines } from '@/utils/domain/schema/settings';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Field } from '../../ui/Field';
import { isComposing } from '../../ui/keys';
import { t } from '../../ui/words';
import type { OptionsDesk } from '../desk';

const WAN = 10_000;

const typed = (lines: readonly number[]): string => lines.map((line) => String(line / WAN)).join('、');

/** Lines as they are typed, in 万 yuan, one behind the other; null where that is not what stands there. */
function readLines(text: string): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;]+/u)
    .filter((part) => part !== '');
  if (!parts.every((part) => /^\d{1,7}(?:\.\d{1,4})?$/u.test(part))) return null;
  const lines = parts.map((part) => Math.round(Number(part) * WAN)).sort((a, b) => b - a);
  const read = serviceLines.safeParse([...new Set(lines)]);
  return read.success && read.data.length > 0 ? read.data : null;
}

/** The lines of assets between the bank's service levels: 私行, 财富, 金卡. */
export function ServiceLines({ desk, settings }: { desk: OptionsDesk; settings: Settings }) {
  const lines = settings.serviceLines ?? USUAL_LINES;
  const kept = typed(lines);
  const [text, setText] = useState(kept);
  const [wrong, setWrong] = useState(false);
  const locked = desk.port.locked.value.locked.serviceLines !== null;
  useEffect(() => {
    setText(kept);
    setWrong(false);
  }, [kept]);
  const take = (value: string) => {
    const read = readLines(value);
    setWrong(read === null);
    if (read === null || typed(read) === kept) return;
    void desk.save(() => ({ serviceLines: read }), t('options.sale.linesChanged', typed(read)));
  };
  return (
    <>
      <h3 class="osale-title">
        {t('options.sale.lines')} {locked && <Chip tone="accent">{t('options.byBank')}</Chip>}
      </h3>
      <div class="osale-lines">
        <Field
          label={t('options.sale.linesLabel')}
          hint={t('options.sale.linesHint', typed(USUAL_LINES))}
          error={wrong ? t('options.sale.linesProblem') : null}
        >
          {(wiring) => (
            <input
              {...wiring}
              class="input"
              type="text"
              autocomplete="off"
              value={text}
              disabled={locked}
              onInput={(event) => setText(event.currentTarget.value)}
              onBlur={(event) => take(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !isComposing(event)) take(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        {!locked && kept !== typed(USUAL_LINES) && (
          <Button
            kind="link"
            onClick={() =>
              void desk.save(
                () => ({ serviceLines: [...USUAL_LINES] }),
                t('options.sale.linesChanged', typed(USUAL_LINES)),
              )
            }
          >
            {t('options.reset')}
          </Button>
        )}
      </div>
    </>
  );
}
