// Coming into a visit from elsewhere. The place is said anew each time; what is shut says why and what can be done instead.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { enterRemoteVisit, getRemoteVisit, type RemoteVisit } from '#api/remote-visits.ts';
import { visitOpensBeforeMinutes } from '#clinical/law/remote-visit.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { extendCatalog, formatDate, formatTime, t } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { usePathPart } from '#web/patient/address.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { appointmentWords } from '#web/patient/today/calendar-button.tsx';
import { useAct } from '#web/patient/use-act.ts';
import { visitWords } from '#web/patient/words/visit.ts';

extendCatalog(visitWords);

const askAgainMs = 30_000;

function VisitPage() {
  const { patientId } = usePerson();
  const appointmentId = usePathPart('appointmentId');
  const params = { patientId, appointmentId };
  const key = patientKey(patientId, 'visit', appointmentId);
  const client = useQueryClient();
  const visit = useQuery({
    queryKey: key,
    queryFn: () => ask(getRemoteVisit, { params }),
    refetchInterval: askAgainMs,
    retry: false,
  });
  return (
    <Page
      place="/more"
      title={t('visit.title')}
      lead={t('visit.lead')}
      back={{ to: '/more/appointments', label: t('place.more') }}
    >
      {visit.isError ? (
        <EmptyState>{t('visit.gone')}</EmptyState>
      ) : (
        <Asked query={visit}>
          {(data) => (
            <>
              <When visit={data} />
              <SayWhere
                params={params}
                onAnswer={(answer) => client.setQueryData(key, answer)}
                isFirst={data.said === undefined}
              />
              {data.said !== undefined && <Door visit={data} place={data.said.place} />}
            </>
          )}
        </Asked>
      )}
    </Page>
  );
}

/** The hour on the wall here, and on the wall there where it is another. */
function When({ visit: { appointment, clinicZone } }: { readonly visit: RemoteVisit }) {
  const { startsAt, endsAt } = appointment;
  const here = deviceZone();
  const span = (zone: string): string =>
    `${formatDate(startsAt, 'weekday', zone)}, ${formatTime(startsAt, zone)} – ${formatTime(endsAt, zone)}`;
  return (
    <Card title={appointmentWords(appointment)}>
      <p className="first-letter:uppercase">{t('visit.here', { time: span(here) })}</p>
      {span(here) !== span(clinicZone) && (
        <p className="text-ink-2 first-letter:uppercase">{t('visit.clinic', { time: span(clinicZone) })}</p>
      )}
    </Card>
  );
}

/** The zone this device stands in, whatever zone the app speaks in. */
function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

interface SayWhereProps {
  readonly params: { readonly patientId: string; readonly appointmentId: string };
  readonly isFirst: boolean;
  readonly onAnswer: (visit: RemoteVisit) => void;
}

function SayWhere({ params, isFirst, onAnswer }: SayWhereProps) {
  const draft = useDraft(`visit/${params.appointmentId}`, { place: '', address: '' });
  const act = useAct(enterRemoteVisit);
  const { place, address } = draft.value;
  const closed = place.trim() === '' || address.trim() === '' ? t('visit.fill-first') : undefined;
  const send = async (): Promise<void> => {
    if (closed !== undefined) return;
    const answer = await act.run({
      params,
      body: { id: newCommandId(), place: place.trim(), address: address.trim(), zone: deviceZone() },
    });
    if (answer !== undefined) onAnswer(answer);
  };
  return (
    <Form
      onSubmit={send}
      failure={act.failure}
      stillTrue={t('visit.not-told')}
      actions={
        <Button
          type="submit"
          variant={isFirst ? 'primary' : 'secondary'}
          size="large"
          wide
          closed={closed}
          busy={act.busy ? t('visit.entering') : undefined}
        >
          {t('visit.enter')}
        </Button>
      }
    >
      <TextField
        label={t('visit.place')}
        hint={t('visit.place-hint')}
        autoComplete="address-level1"
        maxLength={40}
        value={place}
        onChange={(value) => draft.set({ ...draft.value, place: value })}
      />
      <TextField
        label={t('visit.address')}
        hint={t('visit.address-hint')}
        autoComplete="street-address"
        maxLength={200}
        value={address}
        onChange={(value) => draft.set({ ...draft.value, address: value })}
      />
    </Form>
  );
}

const told = ['visit-not-yet', 'visit-over', 'no-licence-there', 'licence-not-valid-that-day'];

function Door({ visit, place }: { readonly visit: RemoteVisit; readonly place: string }) {
  const { held, link, others, clinicPhone } = visit;
  if (held.length === 0 && link !== undefined)
    return (
      <Section title={t('visit.open')}>
        <p>{t('visit.open-text', { place })}</p>
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonClass({ variant: 'primary', size: 'large', wide: true })}
        >
          {t('visit.join')}
        </a>
        <p className="text-small text-ink-2">{t('visit.new-window')}</p>
      </Section>
    );
  const why = told.find((code) => held.some((issue) => issue.code === code)) ?? 'other';
  return (
    <Section title={t('visit.shut')}>
      <StateWord
        state="not-met"
        word={t(`visit.why.${why}`, { place, minutes: visitOpensBeforeMinutes.value })}
      />
      <Card title={t('visit.ways')}>
        <ul className="flex flex-col gap-1">
          <li>
            <a
              className="link inline-flex min-h-12 items-center"
              href={`tel:${clinicPhone.replace(/\s/g, '')}`}
            >
              {t('visit.call', { phone: clinicPhone })}
            </a>
          </li>
          <li>
            <Go to="/messages" className="link inline-flex min-h-12 items-center">
              {t('visit.message')}
            </Go>
          </li>
          {others.length > 0 && (
            <li>{t('visit.others', { names: others.map(({ name }) => name).join(', ') })}</li>
          )}
          <li>{t('visit.elsewhere')}</li>
        </ul>
      </Card>
    </Section>
  );
}

export const page = VisitPage;
