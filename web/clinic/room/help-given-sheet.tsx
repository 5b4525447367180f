// The first moves when something goes wrong, to read, and what was done with hands and voice, each one tap with its time.
// The sheet stays open: in an emergency nobody looks for it twice.
import { useState } from 'react';
import { emergencyLists } from '#clinical/monitoring/emergencies.ts';
import { careActionWords } from '#dosing-session/care-actions.ts';
import { CareAction } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { Symptom } from '#dosing-session/symptoms.ts';
import { formatTime } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { NotSaved } from './keep-sheet.tsx';
import { limitsSaid, planSaid } from './limits-said.ts';
import { useRoom } from './room-context.ts';
import { tapClass } from './tap-choices.tsx';
import { useKeep } from './use-keep.ts';

export function HelpGivenSheet({
  forSymptom,
  firstMoves,
}: {
  readonly forSymptom?: Symptom | undefined;
  /** The list that is open from the start, where what happened already says which. */
  readonly firstMoves?: string | undefined;
}) {
  const { state, close, room } = useRoom();
  const plan = planSaid(room.preparation);
  const { say } = limitsSaid(room.preparation);
  const theirs = [say, plan.helps, plan.anchor].filter((words) => words !== undefined);
  const { keep, failed } = useKeep();
  const [listId, setListId] = useState(firstMoves);
  const list = emergencyLists.find(({ id }) => id === listId);
  return (
    <Sheet
      open
      onClose={close}
      title={forSymptom === undefined ? 'Help given' : `Help given for: ${forSymptom.symptom}`}
    >
      <div className="flex flex-col gap-4">
        {theirs.length > 0 && (
          <div className="rounded-card bg-sand px-4 py-3 text-on-sand">
            <h3 className="text-small font-[560]">What they said helps</h3>
            {theirs.map((words) => (
              <p key={words} className="font-serif">
                {words}
              </p>
            ))}
          </div>
        )}
        {firstMoves !== undefined && list !== undefined && <FirstMoves list={list} />}
        <div className="grid grid-cols-2 gap-2">
          {CareAction.options.map((action) => {
            const last = state.facts.CareActionTaken.findLast(({ fact }) => fact.action === action);
            return (
              <button
                key={action}
                type="button"
                className={tapClass(false)}
                onClick={() =>
                  keep([
                    factOf('CareActionTaken', {
                      action,
                      ...(forSymptom === undefined ? {} : { symptomId: forSymptom.symptomId }),
                    }),
                  ])
                }
              >
                <span className="font-sub">{careActionWords[action]}</span>
                {last !== undefined && (
                  <span className="text-tag text-ink-2">
                    {formatTime(last.at)}, {last.byName}
                  </span>
                )}
              </button>
            );
          })}
        </div>
        {failed && <NotSaved />}
        <section className="flex flex-col gap-2 border-t border-contour pt-3">
          <h3 className="font-sub">First moves, to read</h3>
          <p className="text-small text-ink-2">
            Example lists of general practice. Your clinic’s own training and orders come first. No dose
            stands here.
          </p>
          {firstMoves === undefined && list !== undefined && <FirstMoves list={list} />}
          <div className="grid grid-cols-2 gap-2">
            {emergencyLists.map(({ id, name }) => (
              <button
                key={id}
                type="button"
                aria-pressed={id === listId}
                className={tapClass(id === listId)}
                onClick={() => setListId(id === listId ? undefined : id)}
              >
                {name}
              </button>
            ))}
          </div>
        </section>
      </div>
    </Sheet>
  );
}

function FirstMoves({ list }: { readonly list: (typeof emergencyLists)[number] }) {
  return (
    <div className="rounded-card bg-shallow px-4 py-3" role="status">
      <h4 className="font-sub">{list.name}</h4>
      <ol className="m-0 list-decimal pl-5">
        {list.first.map((move) => (
          <li key={move}>{move}</li>
        ))}
      </ol>
      <p className="mt-2 text-small">To write down: {list.record.join(', ')}.</p>
    </div>
  );
}
