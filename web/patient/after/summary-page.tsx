// What happened and what to do tonight, on the phone and on paper, from the session's own record.
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { type AfterVisitSummary, getAfterVisitSummary } from '#api/dosing-sessions.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import {
  extendCatalog,
  formatDateTime,
  formatLocalDate,
  formatNumber,
  formatTime,
  t,
} from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { usePathPart } from '#web/patient/address.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { afterWords } from '#web/patient/words/after.ts';

extendCatalog(afterWords);

function SummaryPage() {
  const sessionId = usePathPart('sessionId');
  const { patientId } = usePerson();
  const summary = useQuery({
    queryKey: patientKey(patientId, 'summary', sessionId),
    queryFn: () => ask(getAfterVisitSummary, { params: { patientId, sessionId } }),
  });
  return (
    <Page
      place="/"
      title={t('summary.title')}
      lead={summary.data === undefined ? undefined : formatLocalDate(summary.data.date, 'long')}
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={summary}>{(data) => <Summary summary={data} />}</Asked>
    </Page>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex break-inside-avoid flex-col gap-2 border-t border-contour pt-4">
      <h2 className="text-sub font-sub">{title}</h2>
      {children}
    </section>
  );
}

function doseWords({ partsGiven }: AfterVisitSummary) {
  const [first] = partsGiven;
  return first === undefined ? 'summary.dose-mg' : (`summary.dose-${first.route}` as const);
}

function Summary({ summary }: { readonly summary: AfterVisitSummary }) {
  const { zone } = summary;
  const time = (at: number): string => formatTime(at, zone);
  const none = <p className="text-ink-2">{t('summary.none')}</p>;
  // Only a drip runs from one time to another; every other dose has its own moments.
  const isRun = summary.partsGiven.length === 0;
  return (
    <>
      <Button
        className="self-start"
        icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('summary.print')}
      </Button>
      <p className="only-on-paper">
        {summary.clinic.name}, {summary.clinic.address}, {summary.clinic.phone}
      </p>
      {summary.protocol.approver === undefined && (
        <StateWord state="unknown" word={<span className="font-normal">{t('summary.not-approved')}</span>} />
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        <dt className="text-ink-2">{t('summary.patient')}</dt>
        <dd className="font-[560]">{summary.patientName}</dd>
        <dt className="text-ink-2">{t('summary.dose')}</dt>
        <dd>
          {summary.doseGivenMg === undefined
            ? t('summary.dose-unknown')
            : t(doseWords(summary), { mg: formatNumber(summary.doseGivenMg) })}
          {summary.partsGiven.map((part) => (
            <span key={`${part.at} ${part.doseMg}`} className="block text-ink-2">
              {t('summary.part', { mg: formatNumber(part.doseMg), time: time(part.at) })}
            </span>
          ))}
          {isRun && summary.doseStartedAt !== undefined && summary.doseStoppedAt !== undefined && (
            <span className="block text-ink-2">
              {t('summary.from-to', { from: time(summary.doseStartedAt), to: time(summary.doseStoppedAt) })}
            </span>
          )}
        </dd>
        {summary.releasedAt !== undefined && (
          <>
            <dt className="text-ink-2">{t('summary.released')}</dt>
            <dd>
              {summary.releasedTo === undefined
                ? time(summary.releasedAt)
                : t('summary.released-to', { time: time(summary.releasedAt), name: summary.releasedTo })}
            </dd>
          </>
        )}
      </dl>
      <Part title={t('summary.tonight')}>
        {summary.instructions.length === 0 ? (
          none
        ) : (
          <ul className="flex list-disc flex-col gap-2 pl-6">
            {summary.instructions.map((instruction) => (
              <li key={instruction}>{instruction}</li>
            ))}
          </ul>
        )}
      </Part>
      {summary.medicines.length > 0 && (
        <Part title={t('summary.medicines')}>
          <ul className="flex flex-col gap-2">
            {summary.medicines.map((medicine) => (
              <li key={medicine.name}>
                <span className="font-[560]">{medicine.name}</span>
                <span className="block">{medicine.instruction}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('summary.next')}>
        {summary.nextSteps.length === 0 ? (
          none
        ) : (
          <ul className="flex flex-col gap-2">
            {summary.nextSteps.map((step) => (
              <li key={`${step.what}${step.at ?? ''}`}>
                {step.what}
                {step.at !== undefined && (
                  <span className="block text-ink-2">{formatDateTime(step.at, zone)}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('summary.help')}>
        <p>{summary.helpLine}</p>
        {!summary.helpLine.includes(summary.clinic.phone) && (
          <p className="figures font-sub">{summary.clinic.phone}</p>
        )}
      </Part>
      <Part title={t('summary.symptoms')}>
        {summary.symptoms.length === 0 ? (
          none
        ) : (
          <ul className="flex flex-col gap-1">
            {summary.symptoms.map((symptom) => (
              <li key={`${symptom.text}${symptom.from}`}>
                {symptom.until === undefined
                  ? t('summary.symptom-open', { text: symptom.text, from: time(symptom.from) })
                  : t('summary.symptom-until', {
                      text: symptom.text,
                      from: time(symptom.from),
                      until: time(symptom.until),
                    })}
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('summary.readings')}>
        {summary.readings.length === 0 ? (
          none
        ) : (
          <ul className="flex flex-col gap-1">
            {summary.readings.map((reading) => (
              <li key={`${reading.at}${reading.text}`} className="grid grid-cols-[6rem_1fr]">
                <span className="figures text-ink-2">{time(reading.at)}</span>
                <span className="figures">{reading.text}</span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <p className="text-small text-ink-2">{t('summary.edition', { id: summary.protocol.id })}</p>
      <p className="only-on-paper">{t('summary.printed', { when: formatDateTime(serverNow(), zone) })}</p>
    </>
  );
}

export const page = SummaryPage;
