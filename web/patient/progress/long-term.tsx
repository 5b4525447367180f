// What is watched for over months: what was last said, what is not known, what comes next. Nothing here is called fine.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import { getLongTermWatch } from '#api/outcomes.ts';
import { instrumentIn } from '#clinical/instruments/asking.ts';
import { bladder } from '#clinical/instruments/bladder.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { misuse } from '#clinical/instruments/misuse.ts';
import { ask } from '#web/kit/api-client.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { currentLanguage, extendCatalog, formatDate, formatNumber, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { longTermWords } from '#web/patient/words/long-term.ts';

extendCatalog(longTermWords);

type Watch = AnswerOf<typeof getLongTermWatch>;
type Form = Watch['told']['bladder'];

export function LongTerm() {
  const { patientId, me } = usePerson();
  const watch = useQuery({
    queryKey: patientKey(patientId, 'long-term'),
    queryFn: () => ask(getLongTermWatch, { params: { patientId } }),
  });
  return (
    <Section title={t('long.title')}>
      <p className="text-ink-2">{t('long.lead')}</p>
      <Asked query={watch}>
        {({ now, told }) => (
          <>
            <Watched name="bladder">
              <Said form={told.bladder} instrument={bladder} />
              {told.bladder.said?.yes.includes('visible-blood') === true && (
                <p className="font-sub">{t('long.blood', { phone: me.clinic.phone })}</p>
              )}
              <Next form={told.bladder} id={bladder.id} now={now} />
            </Watched>
            <Watched name="misuse">
              <Said form={told.misuse} instrument={misuse} />
              <Next form={told.misuse} id={misuse.id} now={now} />
            </Watched>
            <Watched name="liver">
              <Liver liver={told.liver} />
            </Watched>
            <Watched name="doses">
              <Doses doses={told.doses} />
            </Watched>
          </>
        )}
      </Asked>
    </Section>
  );
}

function Watched({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Card title={t(`long.${name}`)}>
      <div className="flex flex-col gap-2">
        <p className="text-ink-2">{t(`long.${name}.why`)}</p>
        {children}
      </div>
    </Card>
  );
}

function Said({ form: { said }, instrument }: { readonly form: Form; readonly instrument: Instrument }) {
  if (said === undefined) return <p className="font-sub">{t('long.not-asked')}</p>;
  const date = formatDate(said.at, 'long');
  const { items } = instrumentIn(instrument, currentLanguage());
  const isAllNo = said.yes.length === 0 && said.open.length === 0;
  const isSomeNo = said.yes.length + said.open.length < items.length;
  return (
    <>
      {said.yes.length > 0 && (
        <>
          <p>{t('long.yes', { date })}</p>
          <ul className="list-disc pl-6">
            {items
              .filter(({ id }) => said.yes.some((name) => id === `${instrument.id}-${name}`))
              .map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
          </ul>
        </>
      )}
      {isAllNo && <p>{t('long.no', { date })}</p>}
      {!isAllNo && isSomeNo && <p>{t('long.no-to-rest', { date })}</p>}
      {said.open.length > 0 && <p>{t('long.open', { count: said.open.length })}</p>}
      {said.yes.length > 0 && <p>{t('long.looks')}</p>}
    </>
  );
}

function Next({
  form: { opensAt, isAnswered },
  id,
  now,
}: {
  readonly form: Form;
  readonly id: string;
  readonly now: number;
}) {
  if (isAnswered) return <p className="text-ink-2">{t('long.answered')}</p>;
  if (opensAt !== undefined && opensAt > now)
    return <p className="text-ink-2">{t('long.next', { date: formatDate(opensAt, 'long') })}</p>;
  return (
    <>
      <p className="text-ink-2">{t(opensAt === undefined ? 'long.no-date' : 'long.now')}</p>
      <Go to={`/questions/${id}`} className="link inline-flex min-h-12 items-center">
        {t('long.go')}
      </Go>
    </>
  );
}

function Liver({ liver: { test, isAsked } }: { readonly liver: Watch['told']['liver'] }) {
  return (
    <>
      <p>
        {test === undefined
          ? t('long.liver.none')
          : t('long.liver.test', {
              date: formatDate(test.at, 'long'),
              alt: formatNumber(test.altUnitsPerLitre),
              limit: formatNumber(test.upperLimitUnitsPerLitre),
            })}
      </p>
      <p className="text-ink-2">{t(`long.liver.${isAsked}`)}</p>
    </>
  );
}

function Doses({ doses: { sessions, firstAt } }: { readonly doses: Watch['told']['doses'] }) {
  return (
    <>
      <p>
        {sessions === 0 || firstAt === undefined
          ? t('long.doses.none')
          : t('long.doses.some', { count: sessions, date: formatDate(firstAt, 'long') })}
      </p>
      <p className="text-ink-2">{t('long.doses.next')}</p>
    </>
  );
}
