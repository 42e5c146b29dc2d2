import { type Question, type Saying, saying } from './protocol';

/** The worker was ended before it had answered. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

/** Asks a worker of its own about one file. */
export interface FileReader {
  /** @throws Stopped where it was ended; Error where the worker fell over */
  ask(question: Question, told?: (rows: number) => void): Promise<Saying>;
  /** Ends the worker and all that it was doing. */
  stop(): void;
}

/** Starts the worker. One question at a time. */
export function startReader(
  worker: Worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' }),
): FileReader {
  let stopped = false;
  let give: ((reason: Error) => void) | null = null;
  return {
    ask: (question, told = () => {}) =>
      new Promise<Saying>((resolve, reject) => {
        if (stopped) return reject(new Stopped());
        give = reject;
        worker.onmessage = ({ data }: MessageEvent<unknown>) => {
          const said = saying.safeParse(data);
          if (!said.success) reject(new Error('the reader said something else'));
          else if (said.data.say === 'progress') told(said.data.rows);
          else resolve(said.data);
        };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(question, question.ask === 'open' ? [question.bytes.buffer] : []);
      }),
    stop() {
      stopped = true;
      worker.terminate();
      give?.(new Stopped());
    },
  };
}
