import {
  type ClientId,
  type ContactId,
  clientId,
  contactId,
  type NoteId,
  noteId,
  type OpId,
  opId,
} from '@/utils/domain/schema/ids';

/** 96 random bits in hex. */
function randomHex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

export const newClientId = (): ClientId => clientId.parse(randomHex(12));
export const newContactId = (): ContactId => contactId.parse(randomHex(12));
export const newNoteId = (): NoteId => noteId.parse(randomHex(12));
/** For a person, holding, policy, credit or opportunity: parsed into the id of its kind. */
export const newRowId = (): string => randomHex(12);
export const newOpId = (): OpId => opId.parse(randomHex(12));
/** A nonce of 128 bits. */
export const newNonce = (): string => randomHex(16);
