import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeviceProblem, MeetingScreen } from '@/utils/app/sync/devicesPort';

/** How far a meeting of two devices is, as one of them shows it. */
export type MeetingStep =
  | { step: 'asks' }
  /** The server is being asked, or the other device is waited for. */
  | { step: 'waits' }
  | { step: 'code'; code: string; until: number }
  | { step: 'digits'; digits: string }
  | { step: 'failed'; why: DeviceProblem };

interface Meeting {
  at: MeetingStep;
  /** Begins; the work gets what a meeting needs of this screen. */
  begin(name: string, work: (screen: MeetingScreen) => Promise<DeviceProblem | null>): Promise<boolean>;
  showCode(code: string, until: number): void;
  /** What the user says of the digits. */
  answer(same: boolean): void;
  again(): void;
}

/** One meeting on this screen. It ends with the screen. */
export function useMeeting(): Meeting {
  const [at, setAt] = useState<MeetingStep>({ step: 'asks' });
  const running = useRef<AbortController | null>(null);
  const answered = useRef<(same: boolean) => void>(() => undefined);
  useEffect(() => () => running.current?.abort(), []);
  return {
    at,
    showCode: (code, until) => setAt({ step: 'code', code, until }),
    answer: (same) => {
      setAt({ step: 'waits' });
      answered.current(same);
    },
    again: () => setAt({ step: 'asks' }),
    async begin(name, work) {
      const control = new AbortController();
      running.current = control;
      setAt({ step: 'waits' });
      const compare = (digits: string) =>
        new Promise<boolean>((resolve) => {
          answered.current = resolve;
          setAt({ step: 'digits', digits });
        });
      const problem = await work({ name, compare, signal: control.signal }).catch(() => 'failed' as const);
      if (control.signal.aborted) return false;
      if (problem !== null) setAt({ step: 'failed', why: problem });
      return problem === null;
    },
  };
}
