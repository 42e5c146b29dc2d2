/** Something that keeps what it has when the page may be about to go. */
interface Keeper {
  flush(): void;
}

/** Keeps at once what waits whenever the page is hidden or left. Returns what ends that, keeping it a last time. */
export function flushOnLeaving(keeper: Keeper): () => void {
  const flush = (): void => keeper.flush();
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  document.addEventListener('visibilitychange', onHidden);
  // A frame that is being torn down says its last words to nobody: this comes while it is still heard.
  addEventListener('beforeunload', flush);
  addEventListener('pagehide', flush);
  return () => {
    document.removeEventListener('visibilitychange', onHidden);
    removeEventListener('beforeunload', flush);
    removeEventListener('pagehide', flush);
    flush();
  };
}
