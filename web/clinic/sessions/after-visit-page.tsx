// The paper that goes home: shown for each reader and language, gone through at the door, and handed over by name.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type AfterVisitTold,
  type AfterVisitVersion,
  getAfterVisitSummary,
  handOverSummary,
} from '#api/after-visit.ts';
import { afterVisitBytes } from '#dosing-session/papers/after-visit.ts';
import { paperChanges } from '#dosing-session/papers/paper.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { PrintButton } from '#web/clinic/papers/paper-sheet.tsx';
import { has, roleWord } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { AfterVisitChanges, AfterVisitSections } from '#web/kit/after-visit-sections.tsx';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { digestOf } from '#web/kit/digest.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { serverNow } from '#web/kit/live.ts';
import { formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import type { Language } from '#web/kit/preferred-language.ts';
import { Select } from '#web/kit/select.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';

interface Of {
  readonly patientId: string;
  readonly sessionId: string;
}

export function AfterVisitPage() {
  const of = useParams({ from: '/patients/$patientId/sessions/$sessionId/summary' });
  const told = useAnswer(['patient', of.patientId, 'summary', of.sessionId], getAfterVisitSummary, {
    params: of,
  });
  return (
    <DeskPage title="After-visit summary" actions={<PrintButton />}>
      <Heard of={told}>{(answer) => <Summary key={answer.versions.length} of={of} told={answer} />}</Heard>
    </DeskPage>
  );
}

const states = {
  'not-over': { state: 'not-yet', word: 'They have not left yet' },
  'not-handed-over': { state: 'due', word: 'Waits to be handed over' },
  'handed-over': { state: 'checked', word: 'Handed over' },
  changed: { state: 'late', word: 'Changed since it was handed over' },
} as const;

function Summary({ of, told }: { readonly of: Of; readonly told: AfterVisitTold }) {
  const me = useMe();
  const [newest, before] = told.versions;
  const waits = told.state === 'not-handed-over' || told.state === 'changed';
  const [shown, setShown] = useState(newest === undefined || waits ? 'now' : String(newest.version));
  const [reader, setReader] = useState<'patient' | 'companion'>('patient');
  const [language, setLanguage] = useState<Language>(told.language);
  const version = told.versions.find((each) => String(each.version) === shown);
  const content = version?.content ?? told.draft;
  const compared = version === undefined ? newest : version === newest ? before : undefined;
  return (
    <div className="flex max-w-[52rem] flex-col gap-4">
      <div className="not-on-paper flex flex-col gap-4">
        <Card title="Where it stands">
          <StateWord
            state={states[told.state].state}
            word={states[told.state].word}
            tail={newest && handedWords(newest, told.zone)}
          />
        </Card>
        <div className="grid gap-3 tablet:grid-cols-3">
          <Select
            label="For"
            value={reader}
            onChange={(next) => setReader(next === 'companion' ? 'companion' : 'patient')}
            choices={[
              { value: 'patient', label: told.patientName },
              { value: 'companion', label: 'Whoever takes them home' },
            ]}
          />
          <Select
            label="In"
            value={language}
            onChange={(next) => setLanguage(next === 'es' ? 'es' : 'en')}
            choices={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
          />
          {told.versions.length > 0 && (
            <Select
              label="Shown below"
              value={shown}
              onChange={(next) => setShown(next ?? 'now')}
              choices={[
                { value: 'now', label: 'As the record stands now' },
                ...told.versions.map((each) => ({
                  value: String(each.version),
                  label: `Version ${each.version}, ${handedWords(each, told.zone)}`,
                })),
              ]}
            />
          )}
        </div>
      </div>
      <article
        data-theme="day"
        className="paper rounded-card px-8 py-7 max-tablet:px-5 print:p-0"
        aria-label="After-visit summary"
      >
        <header className="paper-head">
          <div>
            <p className="font-sub">{told.clinic.name}</p>
            <p>{told.clinic.address}</p>
            <p>{told.clinic.phone}</p>
          </div>
          <div className="text-right">
            {reader === 'patient' && <p className="font-sub">{told.patientName}</p>}
            <p>{formatLocalDate(content.date, 'long')}</p>
            {version !== undefined && <p>Version {version.version}</p>}
          </div>
        </header>
        <div className="flex flex-col gap-6">
          {compared !== undefined && (
            <AfterVisitChanges
              changes={paperChanges(
                compared.content[reader][language].sections,
                content[reader][language].sections,
              )}
            />
          )}
          <AfterVisitSections paper={content[reader][language]} language={language} />
        </div>
        <footer className="paper-foot">
          <span>
            Protocol {content.protocol.name}
            {content.protocol.approvedBy === undefined
              ? ', an example, not approved by a clinician'
              : `, approved by ${content.protocol.approvedBy}`}
            .{' '}
            {version === undefined ? 'Not handed over.' : `Handed over: ${handedWords(version, told.zone)}.`}
          </span>
          <span>Printed {formatDateTime(serverNow(), told.zone)}</span>
        </footer>
      </article>
      {waits && version === undefined && has(me, 'nurse', 'prescriber') && (
        <HandOverCard of={of} told={told} />
      )}
    </div>
  );
}

function handedWords({ byName, as, at }: AfterVisitVersion, zone: string): string {
  return `${byName}, ${roleWord(as)}, ${formatDateTime(at, zone)}`;
}

/** What is said at the door, in an order that ends with their own words. */
const conversation = [
  '“How are you now, and what do you need before you go?”',
  '“When may you drive again?” They say the day.',
  '“Who is with you tonight, and until when?” Ask the companion too.',
  '“What would make you call us, and what would make you call the emergency number?”',
  '“What comes next, and when?” Book the talk about it if it is not there.',
  '“What is still open for you?” Answer it, or say who will.',
] as const;

function HandOverCard({ of, told }: { readonly of: Of; readonly told: AfterVisitTold }) {
  const queries = useQueryClient();
  const [id] = useState(newCommandId);
  const hand = useAct(
    (body: { sha256: string; version: number }, commandId) =>
      call(handOverSummary, {
        params: { ...of },
        body: { id, ...body, meaning: 'I went through this with them' },
        commandId,
      }),
    () => queries.invalidateQueries({ queryKey: ['patient', of.patientId] }),
  );
  return (
    <Card
      title={told.state === 'changed' ? 'Hand over the new version' : 'At the door'}
      className="not-on-paper"
    >
      <ol className="mb-4 flex list-decimal flex-col gap-1 pl-6">
        {conversation.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {hand.failure !== undefined && (
        <ErrorState title={failureWords(hand.failure)} stillTrue="It is not handed over." compact />
      )}
      <Button
        variant="primary"
        size="large"
        busy={hand.busy ? 'Keeping' : undefined}
        onClick={async () => {
          const sha256 = await digestOf(afterVisitBytes(told.draft));
          await hand.run({ sha256, version: told.versions[0]?.version ?? 0 });
        }}
      >
        I went through this with them
      </Button>
    </Card>
  );
}
