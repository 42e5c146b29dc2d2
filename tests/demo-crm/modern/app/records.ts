/** The order of record numbers: 220 people, then 80 companies. */
const LAST_PERSON = '10000220';
const FIRST_COMPANY = '60000001';
const LAST_COMPANY = '60000080';
const FIRST_PERSON = '10000001';

/** The record after this one, people before companies, around at the end. */
export function nextRecordId(recordId: string): string {
  if (recordId === LAST_PERSON) return FIRST_COMPANY;
  if (recordId === LAST_COMPANY) return FIRST_PERSON;
  return String(Number(recordId) + 1);
}
