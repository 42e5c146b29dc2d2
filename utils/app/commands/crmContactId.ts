import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type ContactId, contactId } from '@/utils/domain/schema/ids';
import type { RecordRef, SeenContact } from '@/utils/domain/schema/sighting';

/** The id of an entry read from a CRM's own list: the same entry always gets the same one. */
export function crmContactId(record: RecordRef, seen: SeenContact): ContactId {
  const words = [
    record.crmId,
    record.entity,
    record.recordId,
    seen.day,
    seen.minute,
    seen.channel,
    seen.text,
  ];
  return contactId.parse(bytesToHex(sha256(utf8ToBytes(JSON.stringify(words)))).slice(0, 24));
}
