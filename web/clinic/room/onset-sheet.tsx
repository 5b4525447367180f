// Is anything felt? The clock of the route beside what the person says, and the ways on from "not yet" and from "too much".
import { useState } from 'react';
import { type OnsetWay, onset } from '#clinical/dosing/onset.ts';
import { givenAt, lastFelt } from '#dosing-session/due-checks.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { feltWords } from './fact-words.ts';
import { NotSaved } from './keep-sheet.tsx';
import { type SheetAsked, useRoom } from './room-context.ts';
import { tapClass } from './tap-choices.tsx';
import { useKeep } from './use-keep.ts';
import { useVisitWalk, VisitSteps } from './visit-walk.tsx';

const leads: Readonly<Partial<Record<OnsetWay, readonly [string, SheetAsked]>>> = {
  'look-at-the-line': ['Look at the line', { kind: 'line' }],
  'rate-by-order': ['Set rate, as ordered', { kind: 'rate' }],
  'ask-prescriber': ['Ask the prescriber', { kind: 'back-up' }],
  pause: ['Mark pause', { kind: 'pause' }],
  'first-moves': ['Help given, first moves', { kind: 'done-for-them', firstMoves: 'distress' }],
  'call-back-up': ['Call the back-up', { kind: 'back-up' }],
};

export function OnsetSheet() {
  const { state, edition, now, close, open, firstName } = useRoom();
  const { keep, failed } = useKeep();
  const walk = useVisitWalk();
  const [opened] = useState(now);
  const from = givenAt(state);
  if (from === undefined) return null;
  const said = lastFelt(state);
  const isSaidNow = said !== undefined && said.at >= opened;
  const clock = onset({ edition, givenAt: from, felt: said?.fact.felt, now });
  const words: Readonly<Partial<Record<OnsetWay, string>>> = {
    wait: `Wait until ${formatClock(clock.to)}. Nothing more before then.`,
    'further-part-by-order': 'A further part only as the order has it, and at its time.',
    'nothing-more': 'Nothing more than the order has. It may come late, or not at all today.',
  };
  const clockWords = {
    before: 'That time has not begun.',
    now: 'That time is now.',
    past: 'That time has passed.',
  }[clock.clock];
  return (
    <Sheet
      open
      onClose={close}
      title="Is anything felt?"
      actions={
        walk !== undefined && (
          <Button
            variant={isSaidNow ? 'primary' : 'quiet'}
            wide
            size="large"
            onClick={() => walk.next(isSaidNow)}
          >
            {isSaidNow ? 'Go on' : 'Not now'}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <VisitSteps />
        <p>
          On this route it is usually felt first from{' '}
          <span className="figures">
            {formatClock(clock.from)} to {formatClock(clock.to)}
          </span>
          . {clockWords} For {firstName} it may be otherwise.
        </p>
        <div className="grid grid-cols-3 gap-2">
          {(['not-yet', 'felt', 'too-much'] as const).map((felt) => (
            <button
              key={felt}
              type="button"
              aria-pressed={said?.fact.felt === felt}
              className={tapClass(said?.fact.felt === felt)}
              onClick={() => keep([factOf('OnsetSaid', { felt })])}
            >
              {feltWords[felt]}
            </button>
          ))}
        </div>
        {said !== undefined && (
          <p className="text-small text-ink-2" role="status">
            {feltWords[said.fact.felt]}: {formatClock(said.at)}, {said.byName}.
          </p>
        )}
        {clock.ways.map((way) => {
          const lead = leads[way];
          return lead === undefined ? (
            <p key={way} className="font-[560]">
              {words[way]}
            </p>
          ) : (
            <Button key={way} variant="plain" wide size="large" onClick={() => open(lead[1])}>
              {lead[0]}
            </Button>
          );
        })}
        {failed && <NotSaved />}
      </div>
    </Sheet>
  );
}
