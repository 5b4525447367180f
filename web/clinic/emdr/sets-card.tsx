// A set of light, sound or buzz on the patient's own screen. What they agreed to and whether their screen is there stand first.
import { useState } from 'react';
import { type BilateralState, getBilateral, startBilateralSet, stopBilateralSet } from '#api/emdr.ts';
import type { BodyOf } from '#api/endpoint.ts';
import {
  type BilateralMode,
  bilateralModes,
  mostSilenceMs,
  placeAt,
  roundsPerMinute,
  setSeconds,
  whyNoSet,
} from '#clinical/integration/bilateral-rhythm.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { BilateralStage } from '#web/kit/bilateral/stage.tsx';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { formatTime } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';

const modeWords: Readonly<Record<BilateralMode, string>> = { light: 'Light', sound: 'Sound', buzz: 'Buzz' };
const usualSeconds = setSeconds.value.usual;
const speeds = [roundsPerMinute.value.least, 30, roundsPerMinute.value.usual, 60, roundsPerMinute.value.most];
const lengths = [setSeconds.value.least, 20, setSeconds.value.usual, 45, setSeconds.value.most];

const closedWords = {
  'not-here': 'Their screen is not there',
  'too-slow': 'Their screen is too far away just now',
  'not-agreed': 'They have not agreed to this',
} as const;

interface SetsCardProps {
  readonly patientId: string;
  readonly name: string;
}

export function SetsCard({ patientId, name }: SetsCardProps) {
  // The moving light tells when it is over; the button below it has to hear of that too.
  useNow(500);
  const asked = useAnswer(['patient', patientId, 'bilateral'], getBilateral, { params: { patientId } });
  const [told, setTold] = useState<BilateralState>();
  const [mode, setMode] = useState<BilateralMode>('light');
  const [speed, setSpeed] = useState<number>(roundsPerMinute.value.usual);
  const [seconds, chooseSeconds] = useState<number>(usualSeconds);
  // What came last, whichever way it came.
  const state = (told?.now ?? 0) > (asked.answer?.now ?? 0) ? told : asked.answer;
  const start = useAct(
    (body: BodyOf<typeof startBilateralSet>, commandId) =>
      call(startBilateralSet, { params: { patientId }, body, commandId }),
    setTold,
  );
  const stop = useAct(
    (setId: string, commandId) =>
      call(stopBilateralSet, {
        params: { patientId, setId },
        body: { stoppedAt: Math.round(serverNow()) },
        commandId,
      }),
    setTold,
  );
  const set = state?.set;
  const place = set === undefined ? undefined : placeAt(set, serverNow());
  const isRunning = place !== undefined && place.state !== 'over';
  const screen = state?.screen;
  // The bench hears only when a screen comes or changes; the server asks afresh before each start.
  const why = whyNoSet({ screen: screen && { ...screen, heardAt: serverNow() }, mode, now: serverNow() });
  return (
    <Card title="Sets on their screen">
      <div className="flex flex-col gap-4">
        {screen === undefined ? (
          <StateWord
            state="unknown"
            word={
              <span className="font-normal">
                {name}’s screen was never heard. They open More, then “Light, sound or buzz”.
              </span>
            }
          />
        ) : (
          <StateWord
            state={screen.agreed.length === 0 ? 'not-yet' : 'checked'}
            word={
              <span className="font-normal">
                {screen.agreed.length === 0
                  ? `${name} has agreed to nothing on the screen now`
                  : `${name} agreed to ${screen.agreed.map((each) => modeWords[each].toLowerCase()).join(', ')}`}
                . Last heard {formatTime(screen.heardAt)}, {screen.roundTripMs} ms away.
              </span>
            }
          />
        )}
        <div className="grid gap-3 tablet:grid-cols-3">
          <Select
            label="What"
            value={mode}
            onChange={(next) => setMode(next ?? 'light')}
            choices={bilateralModes.map((value) => ({ value, label: modeWords[value] }))}
          />
          <Select
            label="How fast"
            value={String(speed)}
            onChange={(next) => setSpeed(Number(next ?? roundsPerMinute.value.usual))}
            choices={speeds.map((value) => ({ value: String(value), label: `${value} rounds a minute` }))}
          />
          <Select
            label="How long"
            value={String(seconds)}
            onChange={(next) => chooseSeconds(Number(next ?? usualSeconds))}
            choices={lengths.map((value) => ({ value: String(value), label: `${value} seconds` }))}
          />
        </div>
        {isRunning && set !== undefined ? (
          <>
            <BilateralStage set={set} isSilent label="Where the light is on their screen" />
            <Button variant="danger" size="large" onClick={() => stop.run(set.id)}>
              Stop the set
            </Button>
          </>
        ) : (
          <Button
            variant="primary"
            onClick={() => start.run({ id: newCommandId(), mode, roundsPerMinute: speed, seconds })}
            closed={why === undefined ? undefined : closedWords[why]}
            busy={start.busy ? 'Starting' : undefined}
          >
            Start one set
          </Button>
        )}
        <p role="status" className="text-small">
          {set === undefined || isRunning ? '' : endOf(set, name)}
        </p>
        {start.failure !== undefined && <ErrorState compact title={failureWords(start.failure)} />}
        {stop.failure !== undefined && (
          <ErrorState
            compact
            title={failureWords(stop.failure)}
            stillTrue={`Say stop aloud. Their screen ends by itself after ${Math.round(mostSilenceMs.value / 1_000)} seconds without us, and ${name} can stop it there.`}
          />
        )}
      </div>
    </Card>
  );
}

function endOf(set: NonNullable<BilateralState['set']>, name: string): string {
  if (set.stoppedAt === undefined) return 'The last set ran to its end.';
  const by = set.stoppedBy === 'patient' ? name : set.startedByName;
  return `${by} stopped the last set at ${formatTime(set.stoppedAt)}.`;
}
