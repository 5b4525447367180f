// One thing asked or written: whose it is, by when it is answered, and in the end the answer with a name. Past the promise it
// says so and gives the number.
import type { PatientQuestion } from '#api/questions.ts';
import { Card } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { say } from '#web/patient/say.ts';
import { messageWords } from '#web/patient/words/messages.ts';
import { readyWords } from '#web/patient/words/ready.ts';

extendCatalog(messageWords);
extendCatalog(readyWords);

export function AskedCard({ question }: { readonly question: PatientQuestion }) {
  const now = useNow(60_000);
  const { answered } = question;
  return (
    <Card>
      <p className={question.kind === 'talk' ? 'font-sub' : 'own-words whitespace-pre-line'}>
        {question.kind === 'talk'
          ? t('asked.talk', { topic: t(`know.q.${question.words}`) })
          : question.words}
      </p>
      {answered === undefined ? (
        <Waiting question={question} now={now} />
      ) : (
        <div className="mt-3 border-t border-contour pt-3">
          <p className="text-small text-ink-2">
            {say('messages.answered', { name: answered.byName, when: whenWords(answered.at, now) })}
          </p>
          <p className="whitespace-pre-line">{answered.answer}</p>
        </div>
      )}
    </Card>
  );
}

function Waiting({ question, now }: { readonly question: PatientQuestion; readonly now: number }) {
  const { me } = usePerson();
  const { taken, ownerRole, promisedBy } = question;
  const isLate = promisedBy < now;
  return (
    <div className="mt-3 border-t border-contour pt-3">
      <StateWord
        state={isLate ? 'late' : 'due'}
        word={
          isLate
            ? t('messages.late', { phone: me.clinic.phone })
            : say('messages.by', { when: whenWords(promisedBy, now) })
        }
      />
      <p className="mt-1 text-small text-ink-2">
        {taken === undefined ? t(`messages.with.${ownerRole}`) : t('messages.taken', { name: taken.byName })}
      </p>
    </div>
  );
}
