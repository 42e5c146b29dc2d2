import { useEffect, useState } from 'preact/hooks';
import { CopyIcon, EyeIcon } from '../../ui/icons';
import { t } from '../../ui/words';
import { sayCopied, sayUnseen } from '../copied';
import type { Desk } from '../desk';
import { dialled, masked, type PhoneValue } from './phoneText';

/** How long a number stays readable to whoever looks over the shoulder. */
export const REVEAL_MS = 10_000;

/** A phone number, masked until asked for, masked again after ten seconds; copied without spaces. */
export function Phone({ phone, desk }: { phone: PhoneValue; desk: Desk }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setOpen(false), REVEAL_MS);
    return () => clearTimeout(timer);
  }, [open]);
  // Another number must never be shown because this one was.
  useEffect(() => setOpen(false), [phone.raw]);

  const copy = async () => {
    sayCopied(desk, await desk.port.copy(dialled(phone)));
  };
  const toggle = () => {
    if (open || desk.port.reveal(dialled(phone))) setOpen(!open);
    else sayUnseen(desk);
  };
  if (phone.masked) return <span class="phone">{phone.raw}</span>;
  return (
    <span class="phone">
      <span class="phone-digits">{open ? dialled(phone) : masked(phone)}</span>
      <button
        type="button"
        class="iconbtn"
        aria-pressed={open}
        aria-label={t('panel.who.revealPhone')}
        title={t('panel.who.revealPhone')}
        onClick={toggle}
      >
        <EyeIcon />
      </button>
      <button
        type="button"
        class="iconbtn"
        aria-label={t('panel.who.copyPhone')}
        title={t('panel.who.copyPhone')}
        onClick={() => void copy()}
      >
        <CopyIcon />
      </button>
    </span>
  );
}
