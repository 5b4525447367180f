// One sitting as it goes: the phase, the two scales, a line between sets, and a closing that is asked before it is closed. Each
// tap is kept; nothing here says what anything means.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type EmdrBench, type EmdrSitting, type EmdrTarget, saveEmdrSitting } from '#api/emdr.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { localDateOf } from '#clinical/instant.ts';
import {
  type ClosureQuestion,
  closureQuestions,
  emdrPhases,
  goesOnFrom,
  holdsOpen,
  missingInTarget,
  sudRange,
  vocRange,
} from '#clinical/integration/emdr.ts';
import { emdrLicenceIssues } from '#clinical/integration/emdr-licence.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { currentZone, formatDateTime, formatTime } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { closureWords, missingWord, phaseWords } from './emdr-words.ts';
import { SetsCard } from './sets-card.tsx';

interface BeginProps {
  readonly bench: EmdrBench;
  readonly target: EmdrTarget;
  readonly patientId: string;
  readonly name: string;
}

/** Where they are is asked anew each time: the licence and the ambulance both depend on it. */
export function BeginSitting({ bench, target, patientId, name }: BeginProps) {
  const now = useNow(15_000);
  const [id] = useState(newCommandId);
  const draft = useDraft<{ setting?: 'here' | 'elsewhere'; place: string; address: string; askedAt: number }>(
    `emdr/${target.id}/begin`,
    { place: '', address: '', askedAt: 0 },
  );
  const { setting } = draft.value;
  const place = setting === 'here' ? (bench.clinicPlace ?? draft.value.place) : draft.value.place;
  const address = setting === 'here' ? bench.clinicAddress : draft.value.address;
  const askedAt = draft.value.askedAt === 0 ? undefined : draft.value.askedAt;
  const save = useSaveSitting(patientId, id);
  const issues =
    setting === undefined
      ? []
      : emdrLicenceIssues({
          licences: bench.licences,
          place,
          address,
          askedAt,
          startsAt: now,
          date: localDateOf(now, currentZone()),
        });
  const begin = async (): Promise<void> => {
    if (setting === undefined || askedAt === undefined) return;
    const done = await save.run({
      version: 0,
      targetId: target.id,
      phase: 'preparation',
      whereabouts: { setting, place, address, askedAt },
      readings: [],
      between: [],
      startedAt: serverNow(),
      closes: false,
    });
    if (done !== undefined) draft.clear();
  };
  const closed =
    setting === undefined
      ? `Ask first where ${name} is now`
      : issues.length > 0
        ? 'Closed: see what is open above'
        : undefined;
  return (
    <Card title="Begin a sitting">
      <div className="flex flex-col gap-4">
        <ChoiceGroup
          label={`Where is ${name} now?`}
          value={setting}
          columns={2}
          onChange={(next) => draft.set({ ...draft.value, setting: next, askedAt: serverNow() })}
          choices={[
            { value: 'here', label: 'Here, in the clinic' },
            { value: 'elsewhere', label: 'Somewhere else' },
          ]}
        />
        {setting === 'elsewhere' && (
          <TextField
            label="The address, as they say it now"
            value={draft.value.address}
            maxLength={200}
            onChange={(next) => draft.set({ ...draft.value, address: next, askedAt: serverNow() })}
          />
        )}
        {(setting === 'elsewhere' || (setting === 'here' && bench.clinicPlace === undefined)) && (
          <TextField
            label="State or country"
            hint="As on the licence, for example NY"
            value={draft.value.place}
            maxLength={40}
            onChange={(next) => draft.set({ ...draft.value, place: next, askedAt: serverNow() })}
          />
        )}
        {issues.map((issue) => (
          <StateWord
            key={issue.code}
            state={issue.action === 'unknown' ? 'unknown' : 'not-met'}
            word={<span className="font-normal">{issue.title}</span>}
          />
        ))}
        {bench.lastDoseAt !== undefined && (
          <p className="text-small text-ink-2">
            Last dose: they left {formatDateTime(bench.lastDoseAt, currentZone())}.
          </p>
        )}
        {save.failure !== undefined && <ErrorState compact title={failureWords(save.failure)} />}
        <Button variant="primary" onClick={begin} closed={closed} busy={save.busy ? 'Beginning' : undefined}>
          Begin the sitting
        </Button>
      </div>
    </Card>
  );
}

function useSaveSitting(patientId: string, sittingId: string) {
  const client = useQueryClient();
  return useAct(
    (body: BodyOf<typeof saveEmdrSitting>, commandId) =>
      call(saveEmdrSitting, { params: { patientId, sittingId }, body, commandId }),
    () => client.invalidateQueries({ queryKey: ['patient', patientId, 'emdr'] }),
  );
}

interface SittingProps {
  readonly sitting: EmdrSitting;
  readonly target: EmdrTarget;
  readonly patientId: string;
  readonly name: string;
}

export function RunningSitting({ sitting, target, patientId, name }: SittingProps) {
  const save = useSaveSitting(patientId, sitting.id);
  const between = useDraft(`emdr/${sitting.id}/between`, '');
  const body = useDraft(`emdr/${sitting.id}/body`, sitting.body ?? '');
  const keep = (change: Partial<BodyOf<typeof saveEmdrSitting>>) => {
    const { id: _id, authorName: _by, closedAt: _closed, ...parts } = sitting;
    return save.run({ ...parts, body: body.value, closes: false, ...change });
  };
  const rate = (scale: 'sud' | 'voc', value: number) =>
    keep({
      readings: [...sitting.readings, { scale, value, at: serverNow(), phase: sitting.phase }],
    });
  /** A slip of the finger; what it was stays in the version before. */
  const takeOut = (scale: 'sud' | 'voc') => {
    const last = sitting.readings.findLast((reading) => reading.scale === scale);
    return keep({ readings: sitting.readings.filter((reading) => reading !== last) });
  };
  const missing = missingInTarget(target, sitting.readings);
  const goesOn = goesOnFrom(sitting.phase, sitting.readings);
  return (
    <div className="flex flex-col gap-4">
      <Card title={`${target.title}, begun ${formatTime(sitting.startedAt)}`}>
        <div className="flex flex-col gap-5">
          <fieldset>
            <legend className="mb-2 text-small text-ink-2">Phase</legend>
            <div className="flex flex-wrap gap-2">
              {emdrPhases.value.map((phase) => (
                <button
                  key={phase}
                  type="button"
                  aria-pressed={phase === sitting.phase}
                  onClick={() => keep({ phase })}
                  className="press min-h-12 cursor-pointer rounded-control border-[1.5px] border-edge px-3.5 aria-pressed:border-sea aria-pressed:bg-shallow aria-pressed:font-[560]"
                >
                  {phaseWords[phase]}
                </button>
              ))}
            </div>
          </fieldset>
          {missing.length > 0 && (
            <StateWord
              state="unknown"
              word={<span className="font-normal">Not there yet: {missing.map(missingWord).join(', ')}</span>}
            />
          )}
          <Scale
            label="SUD, how much it troubles now"
            least={sudRange.value.least}
            most={sudRange.value.most}
            readings={sitting.readings.filter((reading) => reading.scale === 'sud')}
            onRate={(value) => rate('sud', value)}
            onTakeOut={() => takeOut('sud')}
          />
          <Scale
            label="VoC, how true the wanted belief feels"
            least={vocRange.value.least}
            most={vocRange.value.most}
            readings={sitting.readings.filter((reading) => reading.scale === 'voc')}
            onRate={(value) => rate('voc', value)}
            onTakeOut={() => takeOut('voc')}
          />
          {goesOn === false && (
            <p className="text-small">Practice would stay in this phase at the last reading. You decide.</p>
          )}
          <div className="flex flex-col gap-2">
            <TextField
              label="Between sets, in their words"
              value={between.value}
              maxLength={200}
              onChange={between.set}
            />
            <Button
              size="row"
              className="self-start"
              closed={between.value.trim() === '' ? 'Write a line first' : undefined}
              onClick={async () => {
                const words = between.value.trim();
                const done = await keep({ between: [...sitting.between, { at: serverNow(), words }] });
                if (done !== undefined) between.clear();
              }}
            >
              Keep the line
            </Button>
            <ol className="flex flex-col gap-1">
              {sitting.between.map((line) => (
                <li key={line.at} className="font-serif">
                  {line.words} <span className="font-sans text-small text-ink-2">{formatTime(line.at)}</span>
                </li>
              ))}
            </ol>
          </div>
          <TextArea
            label="Body, from head to foot"
            rows={1}
            optional
            value={body.value}
            maxLength={4_000}
            onChange={body.set}
          />
          <Button
            size="row"
            className="self-start"
            busy={save.busy ? 'Saving' : undefined}
            closed={body.value === (sitting.body ?? '') ? 'Body: nothing new' : undefined}
            onClick={() => keep({})}
          >
            Keep what the body says
          </Button>
          {save.failure !== undefined && (
            <ErrorState compact title={failureWords(save.failure)} stillTrue="The last tap was not kept." />
          )}
        </div>
      </Card>
      <SetsCard patientId={patientId} name={name} />
      <Closing key={sitting.id} sitting={sitting} onClose={(closure) => keep({ closure, closes: true })} />
    </div>
  );
}

interface ScaleProps {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly readings: EmdrSitting['readings'];
  readonly onRate: (value: number) => void;
  /** Takes the last one out again. */
  readonly onTakeOut?: (() => void) | undefined;
}

function Scale({ label, least, most, readings, onRate, onTakeOut }: ScaleProps) {
  const values = Array.from({ length: most - least + 1 }, (_, at) => least + at);
  return (
    <fieldset>
      <legend className="mb-2 font-[560]">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {values.map((value) => (
          <button
            key={value}
            type="button"
            onClick={() => onRate(value)}
            className="press figures size-12 cursor-pointer rounded-control border-[1.5px] border-edge text-sub hover:bg-shallow"
          >
            {value}
          </button>
        ))}
      </div>
      <p className="mt-2 text-small">
        {readings.length === 0
          ? 'Not asked in this sitting.'
          : readings.map(({ value, at }) => `${value} at ${formatTime(at)}`).join(', then ')}
      </p>
      {onTakeOut !== undefined && readings.length > 0 && (
        <Button size="row" variant="quiet" className="-ml-4" onClick={onTakeOut}>
          Take out {readings.at(-1)?.value}
          <span className="sr-only"> of {label}</span>
        </Button>
      )}
    </fieldset>
  );
}

interface ClosingProps {
  readonly sitting: EmdrSitting;
  readonly onClose: (closure: NonNullable<EmdrSitting['closure']>) => Promise<unknown>;
}

const noAnswers: { answers: Partial<Record<ClosureQuestion, 'yes' | 'no'>>; sudNow?: number; plan: string } =
  {
    answers: {},
    plan: '',
  };

function Closing({ sitting, onClose }: ClosingProps) {
  const draft = useDraft(`emdr/${sitting.id}/closing`, noAnswers);
  const { answers, sudNow, plan } = draft.value;
  const open = holdsOpen({ ...answers, sudNow, plan });
  return (
    <Card title="Closing">
      <div className="flex flex-col gap-4">
        {closureQuestions.map((question) => (
          <ChoiceGroup
            key={question}
            label={closureWords[question]}
            columns={2}
            value={answers[question]}
            onChange={(answer) => draft.set({ ...draft.value, answers: { ...answers, [question]: answer } })}
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
        ))}
        <Scale
          label="SUD now, before they go"
          least={sudRange.value.least}
          most={sudRange.value.most}
          readings={
            sudNow === undefined ? [] : [{ scale: 'sud', value: sudNow, at: serverNow(), phase: 'closure' }]
          }
          onRate={(value) => draft.set({ ...draft.value, sudNow: value })}
        />
        <TextArea
          label="What is done about what is still open"
          rows={1}
          optional
          maxLength={4_000}
          value={plan}
          onChange={(next) => draft.set({ ...draft.value, plan: next })}
        />
        {open.length > 0 && (
          <StateWord
            state="unknown"
            word={<span className="font-normal">Still open: {open.map(missingWord).join('; ')}</span>}
          />
        )}
        <Button
          variant="primary"
          closed={open.length > 0 ? 'The closing is not finished' : undefined}
          onClick={async () => {
            if ((await onClose({ answers, sudNow, plan })) !== undefined) draft.clear();
          }}
        >
          Close the sitting
        </Button>
      </div>
    </Card>
  );
}
