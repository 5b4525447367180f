// Booking for one person: a consult or a preparation hour, or a whole series with an integration hour held for each dose.
import { Link, useParams } from '@tanstack/react-router';
import { listSeries } from '#api/consult.ts';
import { getPatient } from '#api/patients.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { HomePlans } from '#web/clinic/home/home-plan.tsx';
import { useMe } from '#web/clinic/me.ts';
import { CareWishLine } from '#web/clinic/patients/care-wish.tsx';
import { nameOf } from '#web/clinic/patients/name-of.ts';
import { SlotsCard } from '#web/clinic/patients/slots-and-rides.tsx';
import { has } from '#web/clinic/places.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { BookHour } from './book-hour.tsx';
import { BookSeries } from './book-series.tsx';

export function BookPage() {
  const me = useMe();
  const { patientId } = useParams({ from: '/patients/$patientId/book' });
  const patient = useAnswer(['patient', patientId, 'person'], getPatient, { params: { patientId } });
  const name = patient.answer === undefined ? 'this person' : nameOf(patient.answer);
  return (
    <DeskPage
      title={`Book for ${name}`}
      lead="Times are the clinic’s own."
      actions={
        <Link to="/patients/$patientId" params={{ patientId }} className={buttonClass({ size: 'row' })}>
          Their page
        </Link>
      }
      aside={<SlotsCard patientId={patientId} />}
    >
      <CareWishLine patientId={patientId} />
      <SeriesToBook patientId={patientId} />
      {has(me, 'front-desk') && <BookHour patientId={patientId} />}
    </DeskPage>
  );
}

function SeriesToBook({ patientId }: { readonly patientId: string }) {
  const listed = useAnswer(['patient', patientId, 'series'], listSeries, { params: { patientId } });
  // The desk may not read the order; then the series cannot be named here, and the sentence says whose move it is.
  if (listed.failure?.kind === 'refusal' && listed.failure.status === 403) {
    return (
      <Card title="Book a series">
        <p>
          The plan is not the desk’s to open. Ask the nurse or the prescriber to book this series with you.
        </p>
      </Card>
    );
  }
  return (
    <Heard of={listed}>
      {({ series }) => {
        const active = series.find((one) => one.status === 'active');
        if (active === undefined) {
          return (
            <Card title="Book a series">
              <p>
                There is no active series. The prescriber plans it first; then its doses can be booked here.
              </p>
            </Card>
          );
        }
        return (
          <>
            <BookSeries key={active.id} patientId={patientId} series={active} />
            <HomePlans patientId={patientId} series={active} />
          </>
        );
      }}
    </Heard>
  );
}
