// In the place of the next step when it is not this person's turn: what is waited for, who has it, by when, and what can be
// done meanwhile. Fetched only when it is shown.
import { useQuery } from '@tanstack/react-query';
import type { JourneyStage } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { questionsQuery } from '#web/patient/messages/asked-query.ts';
import { whenWords } from '#web/patient/moments.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import type { Answered } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { messageWords } from '#web/patient/words/messages.ts';
import { waitingWords } from '#web/patient/words/waiting.ts';
import { appointmentsQuery } from './appointments-query.ts';
import { type Wait, waitsOf } from './waiting.ts';

extendCatalog(messageWords);
extendCatalog(waitingWords);

export interface WaitingBlockProps {
  readonly answered: Answered;
  readonly now: Instant;
}

export function WaitingBlock({ answered, now }: WaitingBlockProps) {
  const { me, patientId } = usePerson();
  const questions = useQuery(questionsQuery(patientId));
  const appointments = useQuery(appointmentsQuery(patientId));
  // Said once both were heard, or could not be: what is waited for does not change under the eyes.
  if (questions.isPending || appointments.isPending) return null;
  const [first, ...rest] = waitsOf({
    tasks: answered.answer.tasks,
    record: answered.record,
    questions: questions.data?.questions ?? [],
    appointments: appointments.data?.appointments ?? [],
    now,
  });
  const { stage } = answered.record;
  if (first.id === 'nothing' && hasOwnPage.includes(stage)) return null;
  const meanwhile = meanwhileIn(stage);
  return (
    <DeepBlock
      kicker={t('wait.kicker')}
      heading={t(`wait.${first.id}`)}
      action={
        <Go to={meanwhile.to} className={buttonClass({ variant: 'deep', size: 'large', wide: true })}>
          {t(`wait.meanwhile-${meanwhile.id}`)}
        </Go>
      }
      closing={
        <Go to="/messages" className="inline-flex min-h-12 items-center underline">
          {t('wait.ask')}
        </Go>
      }
    >
      <WhoHasIt wait={first} />
      <p>{timeWords(first, now, me.clinic.phone)}</p>
      {rest.length > 0 && (
        <>
          <p className="mt-3 font-[540]">{t('wait.also')}</p>
          <ul className="list-disc pl-6">
            {rest.map((wait) => (
              <li key={wait.id}>{t(`wait.${wait.id}`)}</li>
            ))}
          </ul>
        </>
      )}
    </DeepBlock>
  );
}

function WhoHasIt({ wait: { id, question } }: { readonly wait: Wait }) {
  if (question === undefined) return <p>{t(`wait.${id}.text`)}</p>;
  const { taken, ownerRole } = question;
  return (
    <p>
      {taken === undefined ? t(`messages.with.${ownerRole}`) : t('messages.taken', { name: taken.byName })}
    </p>
  );
}

/** Where nobody promised a day, that is said and none is made up. */
function timeWords({ id, time }: Wait, now: Instant, phone: string): string {
  if (time === undefined) return id === 'nothing' || id === 'plan' ? '' : t('wait.no-day');
  if (time.is === 'promised' && time.at < now) return t('messages.late', { phone });
  return say(`wait.${time.is}`, { when: whenWords(time.at, now) });
}

/** What comes now has its own page, which Today leads to. */
const hasOwnPage: readonly JourneyStage[] = ['paused', 'stopped'];

const reading: readonly JourneyStage[] = ['curious', 'inquired'];
const afterwards: readonly JourneyStage[] = [
  'released',
  'integrating',
  'spaced-out',
  'paused',
  'stopped',
  'finished',
];

function meanwhileIn(stage: JourneyStage): { readonly id: string; readonly to: string } {
  if (reading.includes(stage)) return { id: 'learn', to: '/learn' };
  return afterwards.includes(stage) ? { id: 'journal', to: '/journal' } : { id: 'prepare', to: '/prepare' };
}
