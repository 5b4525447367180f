// What goes from a phone when its person leaves it, or ended it from elsewhere: the key, whose phone it is, what opens without
// signing in or by the phone's lock, and the knocks. Words not sent yet stay, sealed: only a new sign-in of theirs opens them.
import { closeVault } from '#web/kit/vault.ts';
import { forgetPaper } from './after/kept-paper.ts';
import { forgetPlan } from './help/kept-plan.ts';
import { forgetKept } from './kept/phone-lock.ts';
import { letterbox } from './letterbox/letterbox.ts';
import { forgetPerson } from './phone-memory.ts';

export async function leavePhone(): Promise<void> {
  closeVault();
  forgetPerson();
  await forgetPaper();
  await forgetPlan();
  await forgetKept();
  await letterbox.close().catch(() => undefined);
  const worker = await navigator.serviceWorker?.getRegistration('/app/');
  const knocks = await worker?.pushManager?.getSubscription();
  await knocks?.unsubscribe();
}
