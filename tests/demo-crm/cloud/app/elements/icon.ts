/** `cx-icon`: a drawing on a coloured square, as object icons are. */
import { h } from '../../../modern/app/dom';
import { type IconName, iconSvg } from '../../../modern/app/icons';

/** @param kind the class of the colour, `person`, `business`, `call` … */
export function objectIcon(name: IconName, kind: string, size: 'small' | 'large' = 'small'): HTMLElement {
  return h('span', { class: `slds-icon_container slds-icon-${kind} slds-icon_${size}` }, iconSvg(name));
}

/** An icon button with a spoken name. */
export function iconButton(name: IconName, label: string, onClick?: () => void): HTMLButtonElement {
  return h(
    'button.slds-button.slds-button_icon',
    { type: 'button', 'aria-label': label, title: label, onClick },
    iconSvg(name),
  );
}

export interface ButtonOptions {
  brand?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  onClick?: () => void;
}

/** `<button class="slds-button slds-button_neutral">`. */
export function button(label: string, options: ButtonOptions = {}): HTMLButtonElement {
  const { brand = false, disabled = false, type = 'button', onClick } = options;
  const element = h(
    'button',
    { type, class: `slds-button slds-button_${brand ? 'brand' : 'neutral'}`, onClick },
    label,
  );
  element.disabled = disabled;
  return element;
}
