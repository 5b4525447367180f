// A sheet that writes: its one button stays open until the facts are safe here, and a failure is said where it happened.
import { type ReactNode, useState } from 'react';
import type { SessionFact } from '#dosing-session/events.ts';
import type { RecordOptions } from '#web/clinic/session-book.ts';
import { Button } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { useRoom } from './room-context.ts';
import { useKeep } from './use-keep.ts';
import { useVisitWalk, VisitSteps } from './visit-walk.tsx';

export function NotSaved() {
  return (
    <ErrorState
      compact
      title="Not saved"
      stillTrue="What you entered is still here. Try again, or write it on paper."
    />
  );
}

export interface KeepSheetProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The facts to write, or the sentence that says what is missing. */
  readonly facts: readonly SessionFact[] | string;
  readonly verb: string;
  readonly options?: RecordOptions | undefined;
  readonly variant?: 'primary' | 'danger' | undefined;
  readonly done?: (() => void) | undefined;
}

export function KeepSheet({
  title,
  children,
  facts,
  verb,
  options,
  variant = 'primary',
  done,
}: KeepSheetProps) {
  const { close } = useRoom();
  const { keep, busy, failed } = useKeep();
  const walk = useVisitWalk();
  const missing = typeof facts === 'string' ? facts : undefined;
  const save = async (): Promise<void> => {
    if (typeof facts === 'string') return;
    if (!(await keep(facts, options))) return;
    if (walk === undefined) (done ?? close)();
    else walk.next(true);
  };
  return (
    <Sheet
      open
      onClose={close}
      title={title}
      actions={
        <>
          <Button
            variant={variant}
            wide
            size="large"
            busy={busy ? 'Saving here' : undefined}
            closed={missing}
            onClick={save}
          >
            {verb}
          </Button>
          {walk !== undefined && <Button onClick={() => walk.next(false)}>Not now</Button>}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <VisitSteps />
        {children}
        {failed && <NotSaved />}
      </div>
    </Sheet>
  );
}

export interface AnswerSheetProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly answers: readonly {
    readonly words: string;
    readonly detail?: string;
    readonly facts: readonly SessionFact[];
  }[];
  readonly done?: (() => void) | undefined;
}

/** A question with its answers: one tap writes the one that is true. */
export function AnswerSheet({ title, children, answers, done }: AnswerSheetProps) {
  const { close } = useRoom();
  const { keep, busy, failed } = useKeep();
  const [pressed, setPressed] = useState<string>();
  return (
    <Sheet open onClose={close} title={title}>
      <div className="flex flex-col gap-3">
        {children}
        {answers.map((answer) => (
          <Button
            key={answer.words}
            variant="plain"
            size="large"
            wide
            busy={busy && pressed === answer.words ? 'Saving here' : undefined}
            onClick={async () => {
              setPressed(answer.words);
              if (await keep(answer.facts)) (done ?? close)();
            }}
          >
            {answer.words}
            {answer.detail !== undefined && (
              <span className="block text-small font-normal text-ink-2">{answer.detail}</span>
            )}
          </Button>
        ))}
        {failed && <NotSaved />}
      </div>
    </Sheet>
  );
}
