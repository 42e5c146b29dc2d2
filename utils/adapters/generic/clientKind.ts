import type { ClientKind } from '@/utils/domain/schema/client';

/** Words in a name that only a company has. */
const OF_COMPANY =
  /公司|集团|集團|企业|企業|合作社|事务所|工厂|有限|法定代表|注册资本|註冊資本|信用代码|\b(?:ltd|limited|inc|llc|llp|plc|corp|corporation|company|gmbh|ag|holdings?|group|trust)\b\.?/iu;

/** Words in a label that only a company's page has. */
const OF_COMPANY_LABEL =
  /法定代表|注册资本|註冊資本|信用代码|信用代碼|registered capital|legal representative/iu;

/** Whether a name says that it is a company's. */
export const isCompanyName = (name: string): boolean => OF_COMPANY.test(name);

/** Whether a page is a person's or a company's, guessed by its name, its labels and its kind of record. */
export function guessKind(
  name: string,
  fields: readonly { label: string; value: string }[],
  entity: string,
): ClientKind {
  if (isCompanyName(name)) return 'company';
  if (fields.some(({ label, value }) => value !== '' && OF_COMPANY_LABEL.test(label))) return 'company';
  return /^(?:company|corp|enterprise|organi[sz]ation|ent)/iu.test(entity) ? 'company' : 'individual';
}
