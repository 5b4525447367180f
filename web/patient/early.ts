// Runs while the app is still on its way to the phone, and asks what every start needs: who is here, and what now. On a slow
// line that is a question less to wait for after the app has come.
import { askedAhead } from '#web/kit/asked-ahead.ts';
import { askEarly, type EarlyWay } from '#web/kit/asked-early.ts';
import { type HeardResponse, usualTimeoutMs } from '#web/kit/how-we-ask.ts';
import { preferredLanguage } from '#web/kit/preferred-language.ts';
import { secretIn } from './enter.ts';
import { phoneMemory } from './phone-memory.ts';

const { language = preferredLanguage(navigator.languages), patientId } = phoneMemory();

function answerPath(patient: string): string {
  return `/api/patients/${encodeURIComponent(patient)}/answer`;
}

// A link decides who is here; it is opened first.
if (secretIn(location.hash) === undefined) {
  const signal = AbortSignal.timeout(usualTimeoutMs);
  const way: EarlyWay = { language, signal, ahead: askedAhead('/app/', signal) };
  if (patientId !== undefined) askEarly(answerPath(patientId), way);
  askEarly('/api/me', way, patientId === undefined ? (me) => askOfThisPerson(me, way) : undefined);
}

async function askOfThisPerson(me: HeardResponse, way: EarlyWay): Promise<void> {
  if (!me.ok) return;
  const { patientId: found } = JSON.parse(await me.text()) as { readonly patientId?: unknown };
  if (typeof found === 'string') askEarly(answerPath(found), way);
}
