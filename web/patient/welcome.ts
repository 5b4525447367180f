// Letting a person in: what help needs is kept on the phone, the vault is opened, and the words are theirs, in that order.
import type { Me } from '#api/me.ts';
import { setLocale } from '#web/kit/locale.ts';
import { setVaultKey } from '#web/kit/vault.ts';
import { phoneMemory, remember } from './phone-memory.ts';

let letIn: Me | undefined;

export function isLetIn(me: Me): boolean {
  return letIn?.id === me.id;
}

/** What the one before kept open on this phone is not for whoever comes in now. */
async function forgetOthersPapers(): Promise<void> {
  const [{ forgetPlan }, { forgetPaper }] = await Promise.all([
    import('./help/kept-plan.ts'),
    import('./after/kept-paper.ts'),
  ]);
  await Promise.all([forgetPlan(), forgetPaper()]);
}

/** Once for each answer about who is here; again for the same one does nothing. */
export async function welcome(me: Me): Promise<void> {
  if (me === letIn) return;
  const { name, phone, openingHours, openingHoursEs, crisisPlace, zone, onCall } = me.clinic;
  const { patientId: before } = phoneMemory();
  if (before !== undefined && me.patientId !== undefined && before !== me.patientId)
    await forgetOthersPapers();
  // What was chosen on this phone stands; a new phone takes the language the clinic knows.
  const language = phoneMemory().language ?? (me.language === 'es' ? 'es' : 'en');
  remember({
    patientId: me.patientId,
    language,
    clinic: { name, phone, openingHours, openingHoursEs, crisisPlace, zone, onCall },
  });
  await setVaultKey(me.vaultKey, me.id);
  letIn = me;
  setLocale({ language, timeZone: zone });
}
