import { browser } from 'wxt/browser';
import type { ClientId, ContactId } from '@/utils/domain/schema/ids';
import type { OptionsSection } from '../optionsPort';
import type { WorkbenchPage } from '../workbenchPages';

/** Opens the options page, at one of its parts. */
export function openOptions(section?: OptionsSection): void {
  if (section === undefined) void browser.runtime.openOptionsPage();
  else void browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${section}`) });
}

/** Opens the briefing of a planned visit, in the workbench. */
export const openBriefing = (client: ClientId, visit: ContactId): void =>
  void browser.tabs.create({
    url: browser.runtime.getURL(`/workbench.html#visits/briefing/${client}/${visit}`),
  });

/** Opens the workbench in a tab of its own, at one of its pages. */
export const openWorkbench = (page?: WorkbenchPage): void =>
  void browser.tabs.create({
    url: browser.runtime.getURL(page ? `/workbench.html#${page}` : '/workbench.html'),
  });
