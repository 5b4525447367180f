// What went wrong, told from the sofa, the bus or three weeks later; and who has looked at it.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { listMySideEffects, type MySideEffect, reportAdverseEvent } from '#api/adverse-events.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { currentZone, t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { SideEffectForm, sideEffectTopic } from '#web/kit/side-effects/side-effect-form.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { CrisisLines } from '#web/patient/help/help-sheet.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson, useSurroundings } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';

function sideEffectsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'side-effects'),
    queryFn: () => ask(listMySideEffects, { params: { patientId } }),
  });
}

function SideEffectsPage() {
  const { patientId } = usePerson();
  const told = useQuery(sideEffectsQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('side.title')}
      lead={t('side.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <SideEffectForm
        zone={currentZone()}
        call={<CallFirst />}
        onTell={async (body) => {
          await keep(reportAdverseEvent, {
            topic: sideEffectTopic,
            params: { patientId },
            body,
            commandId: body.id,
          });
        }}
      />
      <Section title={t('side.mine')}>
        <Asked query={told}>
          {({ events }) =>
            events.length === 0 ? (
              <p className="text-ink-2">{t('side.none')}</p>
            ) : (
              <ul className="flex flex-col gap-3">
                {events.map((event) => (
                  <li key={event.id}>
                    <Told event={event} />
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </Section>
    </Page>
  );
}

function CallFirst() {
  const { openHelp } = useSurroundings();
  return (
    <div className="flex flex-col items-start gap-4 rounded-card border-[1.5px] border-lamp bg-lamp-tint p-5">
      <p className="font-[540]">{t('side.call-first')}</p>
      <Button variant="lamp" size="large" onClick={openHelp}>
        {t('help.title')}
      </Button>
      <CrisisLines />
    </div>
  );
}

function Told({ event }: { readonly event: MySideEffect }) {
  const now = useNow(60_000);
  const { seen, answers, severity, ended } = event;
  const isOver = ended !== undefined && ended !== 'ongoing';
  const detail = [
    severity === undefined ? undefined : t(`side.severity-${severity}`),
    ended === undefined ? undefined : t(isOver ? 'side.is-over' : 'side.is-ongoing'),
  ].filter((part) => part !== undefined);
  return (
    <Card>
      <p className="text-small text-ink-2">
        {event.reportedAs === 'patient'
          ? say('side.by-you', { when: whenWords(event.reportedAt, now) })
          : say('side.by-other', { name: event.reportedByName, when: whenWords(event.reportedAt, now) })}
      </p>
      <p className="own-words">{event.words}</p>
      {detail.length > 0 && <p>{detail.join('. ')}</p>}
      <div className="mt-2">
        <StateWord
          state={seen === undefined ? 'not-yet' : 'seen'}
          word={
            <span className="font-normal">
              {seen === undefined
                ? t('side.not-seen')
                : say('side.seen', { name: seen.byName, when: whenWords(seen.at, now) })}
            </span>
          }
        />
      </div>
      {answers.map((answer) => (
        <div key={answer.at} className="mt-3 border-t border-contour pt-3">
          <p className="text-small text-ink-2">
            {say('side.answer', { name: answer.byName, when: whenWords(answer.at, now) })}
          </p>
          <p className="whitespace-pre-line">{answer.words}</p>
        </div>
      ))}
    </Card>
  );
}

export const page = SideEffectsPage;
