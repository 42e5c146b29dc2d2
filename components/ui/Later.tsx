import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props<Module> {
  /** Imports the part's code: always the same function, or it is loaded again and again. */
  load: () => Promise<Module>;
  /** Holds the place until the code is there. */
  fallback?: ComponentChildren;
  children: (module: Module) => ComponentChildren;
}

/** A part whose code comes after the first paint. A part that fails to load leaves its place empty. */
export function Later<Module>({ load, fallback = null, children }: Props<Module>) {
  const [module, setModule] = useState<Module | null>(null);
  useEffect(() => {
    let gone = false;
    load().then(
      (loaded) => {
        // Wrapped: a function in a module would be taken for an updater.
        if (!gone) setModule(() => loaded);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [load]);
  return <>{module === null ? fallback : children(module)}</>;
}
