/** The database that a user's own devices share; those of several persons get names of their own. */
export const SPACE = 'own';

/** One runner at a time, in whichever context; held too by whoever changes where it runs to. */
export const SYNC_LOCK = 'zhibi:sync';
