/*
 * Names in a page's markup by which an element is found again on the next client's page and after the next
 * release: those a person chose. Not those a machine made, not places in a row, not states that come and go.
 */

/** Made by a machine: a hash, a count, a build's own prefix. */
const MADE =
  /\d{3,}|[0-9a-f]{6,}|^css-|^sc-|^jss\d|^svelte-|^ng-|^_ng|^v-|^data-v-|^ember|^ext-|^gwt-|^mui-\w*\d|^radix|^headlessui|^react-|^yui|^:r|__[A-Za-z0-9_-]{5,6}$|_[A-Za-z0-9]*\d[A-Za-z0-9]*$|-[a-zA-Z]*\d[a-zA-Z0-9]{3,}$|[A-Z]{2,}[a-z]+[A-Z]\w*\d|[bcdfghjklmnpqrstvwxz]{6,}/;

/** Places and measures: a column, a row, an even one, utility classes of all kinds. */
const PLACE =
  /(?:^|[-_])(?:col|row|span|offset|order|nth|first|last|even|odd|left|right|top|bottom|center|start|end|xs|sm|md|lg|xl|\d+)(?:[-_]?\d+)?(?:$|[-_])|^(?:m|p)[trblxy]?-|^(?:w|h|min|max|gap|space|text|font|bg|border|rounded|shadow|flex|grid|items|justify|self|overflow|leading|tracking|opacity|z|inset|cursor|transition|duration|ring|divide|size|basis|grow|shrink|truncate|block|inline|hidden|absolute|relative|fixed|sticky|static|container|clearfix|pull|float|whitespace|break|align|d|fw|fs|fade|show)(?:-|$)/;

/** States: what is so now and not on the next page. */
const STATE =
  /(?:^|[-_])(?:is|has|active|inactive|selected|current|open|opened|closed|on|off|focus|focused|hover|hovered|disabled|enabled|readonly|loading|loaded|visible|hidden|hide|show|shown|checked|expanded|collapsed|dirty|pristine|valid|invalid|touched|error|success|warning|danger|animated|enter|leave|entering|entered|in|out)(?:$|[-_])/;

/** Parts of component kits: on every page, in every number. */
const KIT =
  /^(?:el|ant|ivu|layui|x|mui|slds|lightning|btn|card|panel|form|table|list|tab|tabs|modal|nav|navbar|well|badge|label|input|icon|fa|dx|k|p|v|q|mat|mdc|chakra|mantine|arco|semi|van|weui|ui|uk|bx|bp\d|pf|ms|o|oe)(?:$|[-_])|^(?:Mui|ant|Ant|El)[A-Z]/;

/** Whether a name is one that lasts; `avoid` are the client's own values, none of which may be in it. */
export function isStableName(name: string, avoid: readonly string[] = []): boolean {
  if (!/^[A-Za-z][\w.-]{1,39}$/.test(name) || !/[A-Za-z]{2}/.test(name)) return false;
  if (MADE.test(name)) return false;
  return !namesClient(name, avoid);
}

/** Whether a text has one of these values in it: it would be another's on the next page. */
export const namesClient = (text: string, avoid: readonly string[]): boolean =>
  avoid.some((value) => value.length >= 2 && text.toLowerCase().includes(value.toLowerCase()));

/** Whether a class is a name of its own and may lead to an element by itself. */
export const isTellingClass = (name: string, avoid: readonly string[] = []): boolean =>
  isStableName(name, avoid) && name.length >= 4 && !PLACE.test(name) && !STATE.test(name) && !KIT.test(name);

/** Whether a class is good for something beside another name: a part of a kit is, a place or state is not. */
export const isLastingClass = (name: string, avoid: readonly string[] = []): boolean =>
  isStableName(name, avoid) && name.length >= 3 && !PLACE.test(name) && !STATE.test(name);

/** A class or id written as a selector; only the dot needs it among the signs such names may have. */
export const written = (name: string): string => name.replace(/\./g, '\\.');
