import { MAX_RECORDING } from '@/utils/domain/schema/contact';
import { Segmented } from '../ui/Segmented';
import { t } from '../ui/words';
import type { PartProps } from './LogFormParts';
import { TextLine } from './TextLine';

/** What became of the recording (双录) of a sale, asked where the bank asks for it; nothing is preselected (§11.6). */
export function RecordingField({ log, session }: Omit<PartProps, 'today'>) {
  const choices = session.recordings.value;
  if (choices.length === 0) return null;
  const { recording } = log.draft.details;
  const problem = session.problem.value;
  return (
    <div class="logrecording">
      <Segmented
        label={t('log.recording')}
        options={choices.map((value) => ({ value, label: t(`recording.${value}`) }))}
        value={recording?.by ?? null}
        onChange={(by) =>
          by &&
          by !== recording?.by &&
          session.change({ recording: by === 'number' ? { by, number: '' } : { by } })
        }
      />
      {recording?.by === 'number' && (
        <TextLine
          label={t('recording.number')}
          hint={t('recording.hint')}
          value={recording.number}
          maxLength={MAX_RECORDING}
          onChange={(number) => session.change({ recording: { by: 'number', number } })}
        />
      )}
      {problem?.field === 'recording' && (
        <p class="field-error" role="alert">
          {t('recording.missing')}
        </p>
      )}
    </div>
  );
}
