// What the long-term watch needs from the clinic: a liver test as the laboratory wrote it, and what a prescriber looked up.
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { type HealthRecordBody, recordHealthEntry } from '#api/health-record.ts';
import { Failure } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { NumberField } from '#web/kit/number-field.tsx';
import { parseNumber } from '#web/kit/parse-number.ts';
import { monitoringWords } from './entry-words.ts';

type Monitoring = keyof typeof monitoringWords;

export function LongTermCard({ patientId }: { readonly patientId: string }) {
  const me = useMe();
  if (!has(me, 'nurse', 'prescriber')) return null;
  return (
    <Card title="Long-term watch">
      <div className="grid items-start gap-6 tablet:grid-cols-2">
        <LiverTestForm patientId={patientId} />
        {has(me, 'prescriber') && <PrescriptionForm patientId={patientId} />}
      </div>
    </Card>
  );
}

function useKeep(patientId: string, done: () => void) {
  const queries = useQueryClient();
  return useAct(
    (body: BodyOf<typeof recordHealthEntry>, commandId) =>
      call(recordHealthEntry, { params: { patientId }, body, commandId }),
    () => {
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
      done();
    },
  );
}

function LiverTestForm({ patientId }: { readonly patientId: string }) {
  const [alt, setAlt] = useState('');
  const [limit, setLimit] = useState('');
  const [takenOn, setTakenOn] = useState('');
  const keep = useKeep(patientId, () => {
    setAlt('');
    setLimit('');
    setTakenOn('');
  });
  const altUnitsPerLitre = parseNumber(alt);
  const upperLimitUnitsPerLitre = parseNumber(limit);
  const isWhole = altUnitsPerLitre !== undefined && upperLimitUnitsPerLitre !== undefined && takenOn !== '';
  const body: HealthRecordBody | undefined = isWhole
    ? { kind: 'liver-test', altUnitsPerLitre, upperLimitUnitsPerLitre, takenOn }
    : undefined;
  return (
    <EntryForm
      keep={keep}
      body={body}
      missing="Give the value, the laboratory’s upper limit and the day"
      action="Keep the liver test"
    >
      <NumberField label="ALT" name="alt" unit="U/L" text={alt} onChange={setAlt} />
      <NumberField
        label="Upper limit of this laboratory"
        name="alt-limit"
        unit="U/L"
        text={limit}
        onChange={setLimit}
      />
      <DateTimeField kind="date" label="Taken on" name="alt-taken" value={takenOn} onChange={setTakenOn} />
    </EntryForm>
  );
}

const monitorings = Object.entries(monitoringWords) as readonly (readonly [Monitoring, string])[];

function PrescriptionForm({ patientId }: { readonly patientId: string }) {
  const [refills, setRefills] = useState('');
  const [monitoring, setMonitoring] = useState<Monitoring>();
  const keep = useKeep(patientId, () => {
    setRefills('');
    setMonitoring(undefined);
  });
  const earlyRefills = parseNumber(refills);
  const body: HealthRecordBody | undefined =
    earlyRefills === undefined || monitoring === undefined
      ? undefined
      : { kind: 'prescription-check', earlyRefills, monitoring };
  return (
    <EntryForm keep={keep} body={body} missing="Say both before this series" action="Keep what you looked up">
      <ChoiceGroup
        label="Before this series"
        value={monitoring}
        onChange={setMonitoring}
        choices={monitorings.map(([value, label]) => ({ value, label }))}
      />
      <NumberField
        label="Refills asked for before their time"
        name="early-refills"
        whole
        text={refills}
        onChange={setRefills}
      />
    </EntryForm>
  );
}

interface EntryFormProps {
  readonly keep: ReturnType<typeof useKeep>;
  readonly body: HealthRecordBody | undefined;
  readonly missing: string;
  readonly action: string;
  readonly children: ReactNode;
}

function EntryForm({ keep, body, missing, action, children }: EntryFormProps) {
  return (
    <form
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (body !== undefined) keep.run({ id: newCommandId(), body });
      }}
    >
      {children}
      <Failure failure={keep.failure} stillTrue="Nothing was kept." />
      <Button
        type="submit"
        size="row"
        closed={body === undefined ? missing : undefined}
        busy={keep.busy ? 'Saving' : undefined}
      >
        {action}
      </Button>
    </form>
  );
}
