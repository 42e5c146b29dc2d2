import type { ComponentProps } from 'preact';
import { TextField } from '../../ui/TextField';
import { t } from '../../ui/words';

/** Most letters of a device's name. */
export const MOST_LETTERS = 60;

type Props = Pick<ComponentProps<typeof TextField>, 'value' | 'onInput' | 'error'>;

/** What the user calls this device, for himself on his others. */
export const OwnName = (props: Props) => (
  <TextField
    label={t('devices.ownName')}
    hint={t('devices.ownNameHint')}
    maxLength={MOST_LETTERS}
    {...props}
  />
);
