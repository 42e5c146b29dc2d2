/** Something to be done with the frame in which a change of the page will be seen. */
export interface FrameWork {
  /** In the same frame, before it is painted: style is clean then, or is about to be made clean anyway. */
  before(): void;
  /** When it has been painted: what can wait costs the page least here. */
  after(): void;
}

/** Where no frames are drawn (a covered window), work is done after so long. */
const NO_FRAME_MS = 250;

/**
 * Asked after a change of the page, does the work once with the next frame. A change made while that frame
 * is being prepared is looked at on the spot: it will be painted, too. A tab in the background draws no
 * frames and shows nothing; it is looked at at once.
 */
export function createFrames(document: Document, work: FrameWork): () => void {
  let state: 'idle' | 'waiting' | 'drawing' = 'idle';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    if (state !== 'waiting') return;
    clearTimeout(timer);
    state = 'drawing';
    work.before();
    setTimeout(() => {
      state = 'idle';
      work.after();
    });
  }

  return () => {
    if (state === 'waiting') return;
    if (state === 'drawing') {
      work.before();
      return;
    }
    state = 'waiting';
    if (document.hidden) draw();
    else {
      requestAnimationFrame(draw);
      timer = setTimeout(draw, NO_FRAME_MS);
    }
  };
}
