// Who is signed in: as the clinic says, or, when it cannot be reached, as this device was told while the sign-in still lasts.
import { getMe } from '#api/me.ts';
import { CallFailed, call } from '#web/kit/api-client.ts';
import { deviceClock, deviceNow } from '#web/kit/clock.ts';
import { openVaultAccount, openVaultKey, openVaultWith, setVaultKey } from '#web/kit/vault.ts';
import { forgetSignIn, keepSignIn, keptSignIn } from './kept-sign-in.ts';
import type { Me } from './me.ts';

export async function whoIsHere(): Promise<Me> {
  const told = await call(getMe);
  if (told.kind === 'answered') {
    const { vaultKey, ...me } = told.value;
    if (openVaultAccount() !== me.id) await setVaultKey(vaultKey, me.id);
    const key = openVaultKey();
    if (key !== undefined && me.kind === 'staff')
      await keepSignIn({ me, key, clockOffsetMs: deviceClock.offsetMs(), heardAt: deviceNow() });
    return me;
  }
  if (told.kind === 'signed-out') await forgetSignIn();
  const kept = told.kind === 'offline' ? await keptSignIn(deviceNow()) : undefined;
  if (kept === undefined) throw new CallFailed(told);
  if (openVaultAccount() !== kept.me.id) {
    openVaultWith(kept.key, kept.me.id);
    deviceClock.assume(kept.clockOffsetMs);
  }
  return kept.me;
}
