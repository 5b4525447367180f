// Letting this phone be knocked at: asks the phone, then its maker for an address, and gives that to the clinic.
import { addPushPhone, endPushPhone } from '#api/reminders.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { tellWorkerLanguage } from '#web/kit/knock-worker.ts';
import { currentLanguage } from '#web/kit/locale.ts';

export function canBeKnockedAt(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export type Knocking = 'on' | 'denied' | 'failed';

export async function letKnock(patientId: string, pushKey: string): Promise<Knocking> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  try {
    await tellWorkerLanguage(currentLanguage());
    const { pushManager } = await navigator.serviceWorker.ready;
    const subscription = await pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: bytesOf(pushKey),
    });
    const told = await call(addPushPhone, {
      params: { patientId },
      body: { id: newCommandId(), address: subscription.endpoint },
    });
    return told.kind === 'answered' ? 'on' : 'failed';
  } catch {
    // The maker of the browser cannot be reached, or does not take part.
    return 'failed';
  }
}

/** Where this phone is knocked at, if it is. */
export async function ownPushAddress(): Promise<string | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration('/app/');
  return (await registration?.pushManager?.getSubscription())?.endpoint;
}

export async function endKnocks(patientId: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration('/app/');
  const subscription = await registration?.pushManager.getSubscription();
  if (subscription == null) return;
  const address = subscription.endpoint;
  await subscription.unsubscribe();
  await call(endPushPhone, { params: { patientId }, body: { address } });
}
