// The way out of a series, as well made as the way in: what was decided and why in the prescriber's own words, what stays open,
// when someone asks after them, names outside, and the letter to take along.
import { useQuery } from '@tanstack/react-query';
import { Phone, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { getWayOut, type WayOutTold } from '#api/series-decisions.ts';
import type { WayOutLine } from '#clinical/outcomes/way-out.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { currentLanguage, extendCatalog, formatDateTime, formatLocalDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { afterWords } from '#web/patient/words/after.ts';
import { NamesOutside } from './names-outside.tsx';
import { SeenOnScreen } from './seen-on-screen.tsx';

extendCatalog(afterWords);

type Way = NonNullable<WayOutTold['way']>;

function WayOutPage() {
  const { patientId } = usePerson();
  const told = useQuery({
    queryKey: patientKey(patientId, 'way-out'),
    queryFn: () => ask(getWayOut, { params: { patientId } }),
  });
  const way = told.data?.way;
  return (
    <Page
      place="/"
      title={t(way?.choice === 'pause' ? 'way.title-pause' : 'way.title-stop')}
      lead={
        way === undefined
          ? undefined
          : t('way.lead', { when: formatDateTime(way.at, told.data?.zone ?? ''), name: way.byName })
      }
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={told}>
        {({ way: found, zone }) =>
          found === undefined ? <p>{t('way.none')}</p> : <Inside way={found} zone={zone} />
        }
      </Asked>
    </Page>
  );
}

function Inside({ way, zone }: { readonly way: Way; readonly zone: string }) {
  const day = (date: string): string => formatLocalDate(date, 'medium');
  return (
    <>
      <SeenOnScreen decisionId={way.decisionId} seenAt={way.seenAt}>
        {way.wordsForPatient !== undefined && (
          <OwnWordsCard words={way.wordsForPatient} foot={t('way.from', { name: way.byName })} />
        )}
        <p className="not-on-paper text-small text-ink-2">{t('decided.clinic-sees')}</p>
      </SeenOnScreen>
      <Part title={t('way.meaning')}>
        <Lines way={way} topic="meaning" />
      </Part>
      <Part title={t('way.seen')}>
        <StateWord
          state={way.followUpAt === undefined ? 'due' : 'checked'}
          word={
            <span className="font-normal">
              {way.followUpAt === undefined
                ? t('way.no-follow-up', { date: day(way.followUpBy) })
                : t('way.follow-up', { when: formatDateTime(way.followUpAt, zone) })}
            </span>
          }
        />
        <p>{t('way.watch', { days: way.watchOn.map(day).join(', ') })}</p>
      </Part>
      <Part title={t('way.stays')}>
        <Lines way={way} topic="stays" />
        <p className="not-on-paper flex flex-wrap gap-x-6">
          <Go to="/pulse" className="link inline-flex min-h-12 items-center">
            {t('way.daily')}
          </Go>
          <Go to="/more/record" className="link inline-flex min-h-12 items-center">
            {t('way.record')}
          </Go>
        </p>
      </Part>
      <Part title={t('way.tell-us')}>
        <Lines way={way} topic="tell-us" />
        <a
          className="link inline-flex min-h-12 items-center gap-2"
          href={`tel:${way.clinic.phone.replaceAll(/[^\d+]/g, '')}`}
        >
          <Phone size={20} strokeWidth={1.9} aria-hidden="true" />
          {t('way.call', { clinic: way.clinic.name, phone: way.clinic.phone })}
        </a>
      </Part>
      <Part title={t('way.names')}>
        {way.referrals.length === 0 ? <p>{t('way.names-none')}</p> : <NamesOutside places={way.referrals} />}
      </Part>
      <Part title={t('way.back')}>
        <Lines way={way} topic="back" />
      </Part>
      <Part title={t('way.letter')}>
        <p className="text-ink-2">{t('way.letter-text')}</p>
        <Letter way={way} />
      </Part>
      <Button
        className="self-start"
        icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('way.print')}
      </Button>
    </>
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

function Lines({ way, topic }: { readonly way: Way; readonly topic: WayOutLine['topic'] }) {
  const language = currentLanguage();
  return (
    <ul className="flex list-disc flex-col gap-2 pl-6">
      {way.lines
        .filter((line) => line.topic === topic)
        .map(({ words }) => (
          <li key={words.value.en}>{words.value[language]}</li>
        ))}
    </ul>
  );
}

function Letter({ way }: { readonly way: Way }) {
  return (
    <div lang="en" className="flex flex-col gap-4 rounded-card border-[1.5px] border-edge px-4 py-4">
      {way.letter.map(({ heading, lines }) => (
        <section key={heading} className="flex flex-col gap-1">
          <h3 className="font-sub">{heading}</h3>
          {lines.map(({ text, isMissing }) =>
            isMissing === true ? (
              <StateWord key={text} state="unknown" word={<span className="font-normal">{text}</span>} />
            ) : (
              <p key={text}>{text}</p>
            ),
          )}
        </section>
      ))}
    </div>
  );
}

export const page = WayOutPage;
