import type { Note } from './schema/note';

/*
 * How far a note may go. What says nothing of it is normal. Whatever shows, prints, copies, exports or sends
 * notes asks here.
 */

/** Whether it may stand where others read along: on paper, in a copied text, while a client looks on. */
export const mayShow = ({ sensitivity }: Pick<Note, 'sensitivity'>): boolean => sensitivity === undefined;

/** Whether it may leave this device: by sync, export, backup for another person, handover. */
export const mayLeave = ({ sensitivity }: Pick<Note, 'sensitivity'>): boolean => sensitivity !== 'localOnly';
