import type { PanelPort } from '@/utils/app/panelPort';
import type { ContactDetails } from '@/utils/domain/schema/contact';
import { checkWording } from '@/utils/domain/wording/wording';
import { t } from '../ui/words';
import { templateText } from './templateText';

type CopyPort = Pick<PanelPort, 'copy' | 'settings'> & Partial<Pick<PanelPort, 'unseen'>>;

/**
 * Copies a contact in the bank's template, to be pasted into the bank's CRM by hand: Zhibi never writes
 * there. Words that a bank may not say are not copied (§11.5), unless they are the client's own.
 *
 * @returns null once it is on the clipboard, else why it is not.
 */
export async function copyContact(
  port: CopyPort,
  contact: ContactDetails,
  name: string,
): Promise<string | null> {
  const { template } = port.settings.peek();
  const own = contact.clientWords ? { ...contact, note: null } : contact;
  const [fault] = checkWording(templateText(own, name, template));
  if (fault) return t('history.copy.refused', fault.words);
  if (await port.copy(templateText(contact, name, template))) return null;
  const why = port.unseen?.() ?? null;
  return why === null ? t('ui.notCopied') : t(`ui.problem.${why}`);
}
