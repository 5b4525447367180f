// What lies on this phone under its own lock: laid there when the lock was used with a signal, opened with it without one.
import { getMe, type Me } from '#api/me.ts';
import { call } from '#web/kit/api-client.ts';
import { deviceNow } from '#web/kit/clock.ts';
import { closeVault, setVaultKey, vault } from '#web/kit/vault.ts';
import { askLock, type OpenedLock } from '#web/patient/passkey.ts';
import { remember } from '#web/patient/phone-memory.ts';
import { meQuery, queryClient } from '#web/patient/queries.ts';
import { keepAnswers, keptAnswers, personIn } from './kept-answers.ts';
import { keptShelf } from './kept-shelf.ts';
import { unwrapKey, wrapKey } from './lock-key.ts';

const ports = { shelf: keptShelf, vault };

let keeping: Promise<() => void> | undefined;

function keepWhatIsHeard(): void {
  keeping ??= keepAnswers(ports, queryClient, deviceNow());
}

/** With every start that had a signal. True for whom this phone's lock was set up. */
export async function keepFor({ id }: Pick<Me, 'id'>): Promise<boolean> {
  if ((await keptShelf.lock())?.accountId !== id) return false;
  keepWhatIsHeard();
  return true;
}

/** False where the lock gave no secret or the phone keeps nothing; then it only opens the door while there is a signal. */
export async function layUnderLock({ credentialId, secret }: OpenedLock): Promise<boolean> {
  const answered = secret === undefined ? undefined : await call(getMe);
  if (secret === undefined || answered?.kind !== 'answered') return false;
  const me = answered.value;
  try {
    // One person's: what another laid here before is let go.
    if ((await keptShelf.lock())?.accountId !== me.id) await keptShelf.forget();
    await keptShelf.layLock(await wrapKey(secret, { accountId: me.id, credentialId, vaultKey: me.vaultKey }));
  } catch {
    return false;
  }
  remember({ opensWithLock: true });
  // Before the vault is open there is nothing to seal with; whoever comes in is met by `keepFor`.
  if (vault.openVaultAccount() === me.id) await keepFor(me);
  return true;
}

/** Opens the vault and lays what was last heard before the pages. False when the lock or what lies here did not open. */
export async function openWithLock(): Promise<boolean> {
  const kept = await keptShelf.lock();
  const opened = kept === undefined ? undefined : await askLock(kept.credentialId);
  if (kept === undefined || opened?.secret === undefined) return false;
  const vaultKey = await unwrapKey(opened.secret, kept);
  if (vaultKey === undefined) return false;
  await setVaultKey(vaultKey, kept.accountId);
  const answers = await keptAnswers(ports, deviceNow());
  const me = personIn(answers);
  if (me?.id !== kept.accountId) {
    closeVault();
    return false;
  }
  for (const { queryKey, data, heardAt } of answers)
    queryClient.setQueryData(queryKey, data, { updatedAt: heardAt });
  const lastHeardAt = Math.max(...answers.map(({ heardAt }) => heardAt));
  queryClient.setQueryData(meQuery.queryKey, me, { updatedAt: lastHeardAt });
  keepWhatIsHeard();
  // From here on the app asks again by itself until someone answers.
  queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  return true;
}

export async function forgetKept(): Promise<void> {
  const stop = await keeping?.catch(() => undefined);
  stop?.();
  keeping = undefined;
  await keptShelf.forget().catch(() => undefined);
}
