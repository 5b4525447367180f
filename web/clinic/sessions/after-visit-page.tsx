// The paper that goes home: what happened today and what to do tonight, from the log alone.
import { useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { type AfterVisitSummary, getAfterVisitSummary } from '#api/dosing-sessions.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatDateTime, formatLocalDate, formatNumber, formatTime } from '#web/kit/locale.ts';

export function AfterVisitPage() {
  const { patientId, sessionId } = useParams({ from: '/patients/$patientId/sessions/$sessionId/summary' });
  const summary = useAnswer(['patient', patientId, 'summary', sessionId], getAfterVisitSummary, {
    params: { patientId, sessionId },
  });
  return (
    <DeskPage
      title="After-visit summary"
      actions={
        <Button
          variant="primary"
          icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      }
    >
      <Heard of={summary}>{(paper) => <Paper paper={paper} />}</Heard>
    </DeskPage>
  );
}

function Paper({ paper }: { readonly paper: AfterVisitSummary }) {
  const { id, name, version, approver } = paper.protocol;
  const protocol = `${name ?? id}${version === undefined ? '' : `, version ${version}`}`;
  return (
    <article className="paper max-w-[52rem] rounded-card px-8 py-7 max-tablet:px-5 print:p-0">
      <header className="paper-head">
        <div>
          <p className="font-sub">{paper.clinic.name}</p>
          <p>{paper.clinic.address}</p>
          <p>{paper.clinic.phone}</p>
        </div>
        <div className="text-right">
          <p className="font-sub">{paper.patientName}</p>
          <p>{formatLocalDate(paper.date, 'long')}</p>
        </div>
      </header>
      <div className="flex flex-col gap-5">
        <section>
          <h2 className="text-sub font-sub">Today</h2>
          <p>
            {doseInWords(paper)}{' '}
            {paper.releasedAt === undefined
              ? 'Not yet released.'
              : `Left at ${formatTime(paper.releasedAt, paper.zone)}${paper.releasedTo === undefined ? '' : ` with ${paper.releasedTo}`}.`}
          </p>
        </section>
        <List
          title="Readings"
          empty="No reading is written down."
          lines={paper.readings.map((each) => `${formatTime(each.at, paper.zone)}: ${each.text}`)}
        />
        <List
          title="What was felt"
          empty="No symptom is written down."
          lines={paper.symptoms.map(
            (each) =>
              `${each.text}, from ${formatTime(each.from, paper.zone)}${each.until === undefined ? ', still there when written' : ` to ${formatTime(each.until, paper.zone)}`}`,
          )}
        />
        <div className="paper-box">
          <List
            title="Tonight and tomorrow"
            empty="No instruction is written down. Ask before you leave."
            lines={paper.instructions}
          />
        </div>
        <List
          title="Medicines"
          empty="No medicine instruction was written. Ask before you leave."
          lines={paper.medicines.map((each) => `${each.name}: ${each.instruction}`)}
        />
        <List
          title="What comes next"
          empty="Nothing is booked."
          lines={paper.nextSteps.map((each) =>
            each.at === undefined ? each.what : `${each.what}, ${formatDateTime(each.at, paper.zone)}`,
          )}
        />
        <p className="font-sub">If you need us tonight: {paper.helpLine}</p>
      </div>
      <footer className="paper-foot">
        <span>
          Protocol {protocol}
          {approver === undefined
            ? ', an example, not approved by a clinician'
            : `, approved by ${approver.name}`}
        </span>
        <span>Printed {formatDateTime(serverNow(), paper.zone)}</span>
      </footer>
    </article>
  );
}

function List({
  title,
  lines,
  empty,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly empty: string;
}) {
  return (
    <section>
      <h2 className="text-sub font-sub">{title}</h2>
      {lines.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <ul className="list-disc pl-6">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const routeWords = {
  nasal: 'sprayed into the nose',
  im: 'into a muscle',
  sublingual: 'held in the mouth',
} as const;

function doseInWords(paper: AfterVisitSummary): string {
  const { doseGivenMg, drug, partsGiven, doseStartedAt, doseStoppedAt, zone } = paper;
  if (doseGivenMg === undefined) return 'No dose is written down.';
  const name = drug === 'esketamine' ? 'Esketamine' : 'Ketamine';
  const given = `${name}, ${formatNumber(doseGivenMg)} mg`;
  const [first] = partsGiven;
  if (first !== undefined) {
    const parts = partsGiven.map(({ at, doseMg }) => `${formatNumber(doseMg)} mg at ${formatTime(at, zone)}`);
    return `${given}, ${routeWords[first.route]}: ${parts.join(', ')}.`;
  }
  const from = doseStartedAt === undefined ? '' : `, from ${formatTime(doseStartedAt, zone)}`;
  return `${given}${from}${doseStoppedAt === undefined ? '' : ` to ${formatTime(doseStoppedAt, zone)}`}.`;
}
