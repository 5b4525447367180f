// A record from elsewhere: chosen on this phone, read by the clinic's server, looked at line by line. Nothing enters the
// record before the person keeps it.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { decideImportLines, importRecord, listRecordImports, type RecordImport } from '#api/health-record.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, formatDate, formatLocalDate, t } from '#web/kit/locale.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey, queryClient, renewPatient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { screeningWords } from '#web/patient/words/screening.ts';
import { decisionCounts, type ImportLine, type LineGroup, lineGroups } from './import-lines.ts';

extendCatalog(screeningWords);

function importsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'record-imports'),
    queryFn: () => ask(listRecordImports, { params: { patientId } }),
  });
}

function ImportPage() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const imports = useQuery(importsQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('import.title')}
      lead={t('import.lead')}
      back={{ to: '/screening', label: t('screening.back') }}
    >
      <ChooseFile hasOne={(imports.data?.imports.length ?? 0) > 0} />
      <Asked query={imports}>
        {(data) =>
          data.imports
            .toSorted((a, b) => b.createdAt - a.createdAt)
            .map((each) => (
              <Section key={each.id} title={t('import.earlier', { when: whenWords(each.createdAt, now) })}>
                <Imported found={each} />
              </Section>
            ))
        }
      </Asked>
    </Page>
  );
}

const mostBytes = 12_000_000;

function ChooseFile({ hasOne }: { readonly hasOne: boolean }) {
  const { patientId } = usePerson();
  const picker = useRef<HTMLInputElement>(null);
  const act = useAct(importRecord);
  const [fault, setFault] = useState<string>();

  const read = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    event.target.value = '';
    act.forget();
    setFault(undefined);
    if (file === undefined) return;
    if (file.size > mostBytes) {
      setFault(t('import.too-large', { mb: Math.round(file.size / 1_000_000) }));
      return;
    }
    let bundle: string;
    try {
      bundle = await file.text();
    } catch {
      setFault(t('import.not-text'));
      return;
    }
    const done = await act.run({
      params: { patientId },
      body: { id: newCommandId(), bundle },
      timeoutMs: 60_000,
    });
    if (done !== undefined) renewPatient(patientId);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <input
        ref={picker}
        type="file"
        accept=".json,application/json,application/fhir+json"
        onChange={read}
        className="only-read-aloud"
        tabIndex={-1}
        aria-label={t('import.choose')}
      />
      <Button
        variant={hasOne ? 'secondary' : 'primary'}
        size="large"
        icon={<FileUp size={22} strokeWidth={1.9} aria-hidden="true" />}
        onClick={() => picker.current?.click()}
        busy={act.busy ? t('import.reading') : undefined}
      >
        {t(hasOne ? 'import.another' : 'import.choose')}
      </Button>
      <p className="text-small text-ink-2">{t('import.what-file')}</p>
      {fault !== undefined && <ErrorState compact title={fault} stillTrue={t('import.still')} />}
      {act.failure !== undefined && (
        <ErrorState
          title={t('import.refused')}
          stillTrue={
            <>
              {failureWords(act.failure)}{' '}
              {act.failure.kind === 'refusal' && act.failure.fields.map((field) => field.message).join(' ')}{' '}
              {t('import.still')}
            </>
          }
        />
      )}
    </div>
  );
}

const matchMarks: Readonly<Record<RecordImport['patientInFile']['matches'], State>> = {
  same: 'checked',
  different: 'not-met',
  unknown: 'unknown',
};

function Imported({ found }: { readonly found: RecordImport }) {
  const { patientId } = usePerson();
  const act = useAct(decideImportLines);
  const counts = decisionCounts(found.lines);
  const decide = async (lines: readonly ImportLine[], decision: 'kept' | 'left'): Promise<void> => {
    const done = await act.run({
      params: { patientId, importId: found.id },
      body: { decisions: lines.map((line) => ({ lineId: line.lineId, decision })) },
    });
    if (done === undefined) return;
    queryClient.setQueryData(importsQuery(patientId).queryKey, (before) =>
      before === undefined
        ? before
        : { imports: before.imports.map((each) => (each.id === done.id ? done : each)) },
    );
    queryClient.invalidateQueries({ queryKey: patientKey(patientId, 'health-record') });
  };
  const { name, birthDate, matches } = found.patientInFile;
  return (
    <>
      <Card>
        <p>
          {birthDate === undefined
            ? t('import.person-unborn', { name })
            : t('import.person', { name, born: formatLocalDate(birthDate, 'long') })}
        </p>
        <StateWord state={matchMarks[matches]} word={t(`import.matches.${matches}`)} className="mt-2" />
        <p role="status" className="figures mt-3 text-ink-2">
          {act.busy ? t('import.deciding') : t('import.count', counts)}
        </p>
        {act.failure !== undefined && <ErrorState compact title={failureWords(act.failure)} />}
      </Card>
      {lineGroups(found.lines).map((group) => (
        <Group key={group.id} group={group} onDecide={decide} />
      ))}
      {found.left.length > 0 && (
        <details className="rounded-card bg-water px-5">
          <summary className="link flex min-h-12 cursor-pointer items-center">
            {t('import.left-title')}
          </summary>
          <ul className="flex flex-col gap-3 pb-4">
            {found.left.map((left) => (
              <li key={`${left.what}${left.why}`}>
                <span className="font-[560]">
                  {t('import.left-line', { what: left.what, count: left.count })}
                </span>
                <span className="block text-small text-ink-2">{left.why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: LineGroup;
  readonly onDecide: (lines: readonly ImportLine[], decision: 'kept' | 'left') => void;
}

function Group({ group, onDecide }: GroupProps) {
  const undecided = group.lines.filter((line) => line.decision === 'undecided');
  const [looks, setLooks] = useState(!group.isSocial);
  return (
    <Card title={t(`import.group.${group.id}`)}>
      {group.isSocial && <p className="text-ink-2">{t('import.group-text')}</p>}
      {undecided.length > 1 && (
        <div className="my-3 flex flex-wrap gap-3">
          <Button onClick={() => onDecide(undecided, 'left')}>
            {t('import.leave-all', { count: undecided.length })}
          </Button>
          {!group.isSocial && (
            <Button onClick={() => onDecide(undecided, 'kept')}>
              {t('import.keep-all', { count: undecided.length })}
            </Button>
          )}
          {!looks && (
            <Button variant="quiet" onClick={() => setLooks(true)}>
              {t('import.look')}
            </Button>
          )}
        </div>
      )}
      {(looks || undecided.length <= 1) && (
        <ul className="divide-y divide-contour">
          {group.lines.map((line) => (
            <Line key={line.lineId} line={line} onDecide={(decision) => onDecide([line], decision)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Line({
  line,
  onDecide,
}: {
  readonly line: ImportLine;
  readonly onDecide: (decision: 'kept' | 'left') => void;
}) {
  const spoken = <span className="only-read-aloud">: {line.words}</span>;
  return (
    <li className="flex flex-col items-start gap-2 py-4 first:pt-1 last:pb-0">
      <div>
        <p className="font-sub">{line.words}</p>
        {line.detail !== undefined && <p className="text-ink-2">{line.detail}</p>}
        {line.at !== undefined && line.detail === undefined && (
          <p className="text-small text-ink-2">{t('import.at', { date: formatDate(line.at, 'medium') })}</p>
        )}
      </div>
      {line.decision === 'undecided' ? (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => onDecide('kept')}>
            {t('import.keep')}
            {spoken}
          </Button>
          <Button onClick={() => onDecide('left')}>
            {t('import.leave')}
            {spoken}
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <StateWord
            state={line.decision === 'kept' ? 'checked' : 'not-yet'}
            word={t(line.decision === 'kept' ? 'import.kept' : 'import.left-out')}
          />
          <Button variant="quiet" onClick={() => onDecide(line.decision === 'kept' ? 'left' : 'kept')}>
            {t(line.decision === 'kept' ? 'import.undo-leave' : 'import.undo-keep')}
            {spoken}
          </Button>
        </div>
      )}
    </li>
  );
}

export const page = ImportPage;
