// What this person asks, fears, or could not say back: taken on by name, and closed with an answer they read.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerQuestion, listQuestions, type PatientQuestion, takeQuestion } from '#api/questions.ts';
import { Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { AnswerForm } from '#web/clinic/messages/answer-form.tsx';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { questionWords } from './prepared-words.ts';

export const askedKinds = {
  question: 'Question',
  fear: 'Fear',
  talk: 'To talk through',
  message: 'Message',
} as const;

export function QuestionsCard({ patientId }: { readonly patientId: string }) {
  const asked = useAnswer(['patient', patientId, 'asked'], listQuestions, { params: { patientId } });
  return (
    <Card title="What they ask and fear">
      <Heard of={asked}>
        {({ questions }) =>
          questions.length === 0 ? (
            <EmptyState>Nothing asked yet. Each question stands here until someone answers it.</EmptyState>
          ) : (
            <ul className="flex flex-col divide-y divide-contour">
              {questions.map((question) => (
                <li key={question.id} className="py-3 first:pt-0">
                  <Question patientId={patientId} question={question} />
                </li>
              ))}
            </ul>
          )
        }
      </Heard>
    </Card>
  );
}

interface QuestionProps {
  readonly patientId: string;
  readonly question: PatientQuestion;
}

function Question({ patientId, question }: QuestionProps) {
  const mayAnswer = has(useMe(), 'nurse', 'prescriber', 'therapist');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const renew = () => client.invalidateQueries({ queryKey: ['patient', patientId, 'asked'] });
  const params = { patientId, questionId: question.id };
  const take = useAct(
    (_: Record<string, never>, commandId) => call(takeQuestion, { params, body: {}, commandId }),
    renew,
  );
  const { answered, taken } = question;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-start gap-2.5">
        <StateMark state={answered === undefined ? 'due' : 'checked'} size={22} className="mt-0.5" />
        <span>
          <span className="text-small text-ink-2">
            {askedKinds[question.kind]}, {formatDateTime(question.askedAt)}
          </span>
          <span className="own-words block whitespace-pre-line">{questionWords(question)}</span>
        </span>
      </p>
      {answered !== undefined && (
        <p className="pl-8">
          {answered.answer}
          <span className="block text-small text-ink-2">
            {answered.byName}, {formatDateTime(answered.at)}
          </span>
        </p>
      )}
      {answered === undefined && taken !== undefined && (
        <p className="pl-8 text-small text-ink-2">{taken.byName} will answer this.</p>
      )}
      {answered === undefined && (
        <p className="pl-8 text-small text-ink-2">Promised by {formatDateTime(question.promisedBy)}.</p>
      )}
      {answered === undefined && mayAnswer && !open && (
        <div className="flex flex-wrap gap-3 pl-8">
          <Button size="row" onClick={() => setOpen(true)} aria-label={`Answer: ${questionWords(question)}`}>
            Answer
          </Button>
          {taken === undefined && (
            <Button
              size="row"
              variant="quiet"
              busy={take.busy ? 'Taking it' : undefined}
              onClick={() => take.run({})}
            >
              I will answer this
            </Button>
          )}
        </div>
      )}
      <Failure failure={take.failure} />
      {open && answered === undefined && (
        <AnswerForm
          questionId={question.id}
          of="question"
          send={(answer, commandId) =>
            call(answerQuestion, {
              params: { patientId, questionId: question.id },
              body: { answer },
              commandId,
            })
          }
          onDone={() => {
            setOpen(false);
            renew();
          }}
        />
      )}
    </div>
  );
}
