// Runs while the app is still on its way to the phone, and asks what every start needs: who is here, and what now. On a slow
// line that is a question less to wait for after the app has come.
import { askEarly } from '#web/kit/asked-early.ts';
import { preferredLanguage } from '#web/kit/preferred-language.ts';
import { secretIn } from './enter.ts';
import { phoneMemory } from './phone-memory.ts';

const { language = preferredLanguage(navigator.languages), patientId } = phoneMemory();

function answerPath(patient: string): string {
  return `/api/patients/${encodeURIComponent(patient)}/answer`;
}

// A link decides who is here; it is opened first.
if (secretIn(location.hash) === undefined) {
  if (patientId !== undefined) askEarly(answerPath(patientId), language);
  askEarly('/api/me', language, patientId === undefined ? askOfThisPerson : undefined);
}

async function askOfThisPerson(me: Response): Promise<void> {
  if (!me.ok) return;
  const { patientId: found } = (await me.json()) as { readonly patientId?: unknown };
  if (typeof found === 'string') askEarly(answerPath(found), language);
}
