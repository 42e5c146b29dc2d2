import { dropBankWrap, readBankWrap, writeBankWrap } from '@/utils/platform/bankWrap';
import { loadBank } from '@/utils/platform/policyBank';
import { readMaster } from '@/utils/platform/vault';
import { bankKeyName, wrapForBank } from '@/utils/store/crypto/bankSeal';
import { unbase64 } from '@/utils/store/crypto/bytes';
import { dataKeysOf } from '@/utils/store/crypto/keyring';
import type { RandomBytes } from '@/utils/store/crypto/seal';
import { inLine } from '../inLine';

const inVault = inLine('vault');

const fresh: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Lays the master for the bank as its policy says now: to the key it names, anew where it names another or the
 * master is another; none where it names none. A locked book keeps what it has until it is unlocked: its user may be
 * gone. For callers that are in the vault's line.
 *
 * @param anew also where what is there would do: its words have been told
 */
export async function layForBank(anew = false, random = fresh): Promise<void> {
  const [{ bank }, wrap] = await Promise.all([loadBank(), readBankWrap()]);
  if (bank.recoveryKey === undefined) {
    if (wrap) await dropBankWrap();
    return;
  }
  const master = await readMaster();
  if (!(master instanceof Uint8Array)) return;
  const spki = unbase64(bank.recoveryKey);
  const [to, { kid }] = await Promise.all([bankKeyName(spki), dataKeysOf(master)]);
  if (!anew && wrap?.to === to && wrap.kid === kid) return;
  await writeBankWrap(await wrapForBank(spki, kid, master, random));
}

/** The same, in its turn. */
export const keepForBank = (): Promise<void> => inVault(() => layForBank());
