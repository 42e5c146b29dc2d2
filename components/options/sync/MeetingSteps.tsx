import { Button } from '../../ui/Button';
import { language, t } from '../../ui/words';
import type { MeetingStep } from './useMeeting';
import './devices.css';

const HALF_CODE = 4;
const HALF_DIGITS = 3;

/** Digits in two groups: they are read aloud, and typed elsewhere. */
const inTwo = (digits: string, first: number): string => `${digits.slice(0, first)} ${digits.slice(first)}`;

/** The minute of an instant, by the clock of this machine. */
const minuteOf = (at: number): string =>
  new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(at);

interface Props {
  at: Exclude<MeetingStep, { step: 'asks' }>;
  onAnswer(same: boolean): void;
  onAgain(): void;
  onClose(): void;
}

/** What a screen shows while two devices meet, whichever of them it is. */
export function MeetingSteps({ at, onAnswer, onAgain, onClose }: Props) {
  switch (at.step) {
    case 'waits':
      return (
        <>
          <p role="status">{t('devices.waits')}</p>
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
          </div>
        </>
      );
    case 'code':
      return (
        <>
          <p>{t('devices.codeAbout')}</p>
          <output class="dcode">{inTwo(at.code, HALF_CODE)}</output>
          <p class="ofine">{t('devices.codeUntil', minuteOf(at.until))}</p>
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
          </div>
        </>
      );
    case 'digits':
      return (
        <>
          <p>{t('devices.digitsAbout')}</p>
          <output class="dcode">{inTwo(at.digits, HALF_DIGITS)}</output>
          <p class="ofine">{t('devices.digitsWhy')}</p>
          <div class="dialog-buttons">
            <Button onClick={() => onAnswer(false)}>{t('devices.different')}</Button>
            <Button kind="go" onClick={() => onAnswer(true)}>
              {t('devices.same')}
            </Button>
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <p class="field-error" role="alert">
            {t(`devices.problem.${at.why}`)}
          </p>
          <div class="dialog-buttons">
            <Button onClick={onClose}>{t('ui.close')}</Button>
            <Button kind="go" onClick={onAgain}>
              {t('devices.again')}
            </Button>
          </div>
        </>
      );
  }
}
