// What a biller finds on record of one session, and what is not there. It is evidence for a person and never a claim.
import { useParams } from '@tanstack/react-router';
import type { AnswerOf } from '#api/endpoint.ts';
import { getBillingEvidence } from '#api/papers.ts';
import { sources } from '#clinical/sources.ts';
import type { BillingEvidence, CodeEvidence } from '#dosing-session/papers/billing-evidence.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { sureness } from '#web/clinic/sureness.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { MarkWord, PaperSheet, PaperTable, PrintButton } from './paper-sheet.tsx';

export function BillingEvidencePage() {
  const of = useParams({ from: '/patients/$patientId/sessions/$sessionId/billing' });
  const told = useAnswer(['patient', of.patientId, 'billing', of.sessionId], getBillingEvidence, {
    params: of,
  });
  return (
    <DeskPage
      title="Billing evidence"
      lead="What is on record and what is not. Whether anything is billed, a person decides."
      actions={<PrintButton />}
    >
      <Heard of={told}>{(answer) => <Paper told={answer} />}</Heard>
    </DeskPage>
  );
}

function Paper({ told }: { readonly told: AnswerOf<typeof getBillingEvidence> }) {
  const { evidence } = told;
  return (
    <PaperSheet
      title="Billing evidence"
      clinicName={told.clinicName}
      patientName={told.patientName}
      birthDate={told.birthDate}
      date={evidence.serviceDate}
      zone={told.zone}
      foot={`Rules as of ${evidence.asOf}. Evidence, not a claim.`}
    >
      <p>
        Codes and dates were last read on {evidence.asOf}; payers differ. What each code needs on record:{' '}
        {sureness(evidence.evidenceConfidence).toLowerCase()}.
      </p>
      <section>
        <h2 className="text-sub font-sub">Minutes</h2>
        {evidence.minutes.length === 0 ? (
          <p>
            <MarkWord mark="missing" />
            No minutes are on record.
          </p>
        ) : (
          <ul className="mt-1 flex flex-col gap-1">
            {evidence.minutes.map((line) => (
              <li key={`${line.what} ${line.value}`}>
                <MarkWord mark={line.state === 'missing' ? 'missing' : undefined} />
                {line.what}: {line.value}.
              </li>
            ))}
          </ul>
        )}
      </section>
      {evidence.codes.length === 0 && (
        <p>
          <MarkWord mark="missing" />
          Nothing on record points to a code known here.
        </p>
      )}
      {evidence.codes.map((code) => (
        <Code key={`${code.code} ${code.onlyIf ?? ''}`} code={code} />
      ))}
      <Findings evidence={evidence} />
    </PaperSheet>
  );
}

function Code({ code }: { readonly code: CodeEvidence }) {
  return (
    <section className="paper-box">
      <h2 className="text-sub font-sub">
        {code.code},{' '}
        {code.units === undefined
          ? 'units not known'
          : `${code.units} ${code.units === 1 ? 'unit' : 'units'}`}
      </h2>
      <p>{code.meaning}.</p>
      {code.onlyIf !== undefined && <p>Only if {code.onlyIf}.</p>}
      <p>
        {code.onDay === 'usable'
          ? 'In use on this day'
          : code.onDay === undefined
            ? 'Whether it was in use on this day is not known'
            : code.onDay === 'retired'
              ? `Retired after ${code.until}`
              : `Begins on ${code.from}`}
        . {sources[code.source]}. {sureness(code.confidence)}.
      </p>
      <p className="font-sub">
        {code.missing === 0
          ? 'Each of these is on record.'
          : `${code.missing} of ${code.evidence.length} not on record.`}
      </p>
      <PaperTable
        label={`Evidence for ${code.code}`}
        columns={['What', 'On record']}
        rows={code.evidence.map((line) => ({
          key: line.id,
          cells: [
            line.what,
            <span key="have">
              <MarkWord mark={line.state === 'missing' ? 'missing' : undefined} />
              {line.have}
            </span>,
          ],
        }))}
      />
    </section>
  );
}

function Findings({ evidence }: { readonly evidence: BillingEvidence }) {
  if (evidence.findings.length === 0) return null;
  return (
    <section>
      <h2 className="text-sub font-sub">To look at</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {evidence.findings.map((finding) => (
          <li key={`${finding.code} ${finding.title}`}>
            <MarkWord mark={finding.action === 'unknown' ? 'unknown' : undefined} />
            {finding.title}
          </li>
        ))}
      </ul>
    </section>
  );
}
