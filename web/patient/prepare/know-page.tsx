// What will happen, in five short cards, and five questions back. How well it is known is rated before and after, so that
// the clinic learns whether its words help. Each tap is kept: a person comes back to exactly where they stopped.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { moodMayLiftWithinHours } from '#clinical/outcomes/onset.ts';
import {
  gapsOf,
  type TeachBackAnswer,
  type TeachBackId,
  teachBackFor,
  teachBackIds,
} from '#clinical/preparation/teach-back.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { type Draft, useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, formatSpan, t } from '#web/kit/locale.ts';
import { whenWords } from '#web/patient/moments.ts';
import { NumberRow } from '#web/patient/number-row.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { ReadAloud } from '#web/patient/read-aloud.tsx';
import { say } from '#web/patient/say.ts';
import { courseWords } from '#web/patient/words/course.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { useSteadyTap } from './steady-tap.ts';

extendCatalog(readyWords);
extendCatalog(courseWords);

function KnowPage() {
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  return (
    <PreparedPage title={t('prepare.know')} lead={t('know.lead')}>
      {(cycleId, items) =>
        data === undefined ? null : <Known cycleId={cycleId} items={items} edition={data.edition} />
      }
    </PreparedPage>
  );
}

interface KnownProps {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
  readonly edition: Edition;
}

interface Place {
  /** How many of the five cards were read. */
  readonly read: number;
  readonly answers: readonly { readonly question: TeachBackId; readonly said: TeachBackAnswer }[];
}

const start: Place = { read: 0, answers: [] };

function ratingOf(items: readonly PreparationItem[], moment: 'before-learning' | 'after-learning') {
  return items.find((item) => item.body.kind === 'prepared-rating' && item.body.moment === moment);
}

function Known({ cycleId, items, edition }: KnownProps) {
  const now = useNow(60_000);
  const place = useDraft<Place>(`prepare/know/${cycleId}`, start);
  const [again, setAgain] = useState(false);
  const before = ratingOf(items, 'before-learning');
  const after = ratingOf(items, 'after-learning');
  const back = latestOf(items, 'teach-back');
  if (!place.ready) return null;
  if (before === undefined) return <Rating cycleId={cycleId} moment="before-learning" />;
  if (place.value.read < teachBackIds.length && (back === undefined || again))
    return <Card place={place} edition={edition} />;
  if (back === undefined || again)
    return (
      <Questions
        cycleId={cycleId}
        edition={edition}
        place={place}
        before={back?.item}
        onDone={() => setAgain(false)}
      />
    );
  if (after === undefined) return <Rating cycleId={cycleId} moment="after-learning" />;
  const gaps = gapsOf(back.body.answers, edition.route);
  return (
    <>
      <p role="status" className="font-[560]">
        {say('know.done', { when: whenWords(back.item.recordedAt, now) })}{' '}
        {gaps.length === 0 ? t('know.all-clear-to-you') : t('know.to-talk', { count: gaps.length })}
      </p>
      <Button
        className="self-start"
        onClick={() => {
          place.set(start);
          setAgain(true);
        }}
      >
        {t('know.again')}
      </Button>
    </>
  );
}

interface RatingProps {
  readonly cycleId: string;
  readonly moment: 'before-learning' | 'after-learning';
}

/** One tap answers and goes on. */
function Rating({ cycleId, moment }: RatingProps) {
  const writer = useItemWriter(cycleId, undefined);
  const [chosen, setChosen] = useState<number>();
  const choose = async (rating: number): Promise<void> => {
    setChosen(rating);
    await writer.write({ kind: 'prepared-rating', moment, rating });
  };
  return (
    <>
      <NumberRow
        label={t(moment === 'before-learning' ? 'know.before' : 'know.after')}
        value={chosen}
        onChange={choose}
      />
      <p className="text-small text-ink-2">{t('know.scale')}</p>
      {writer.failure !== undefined && (
        <ErrorState compact title={failureWords(writer.failure)} stillTrue={t('prepare.not-saved')} />
      )}
    </>
  );
}

function Card({ place, edition }: { readonly place: Draft<Place>; readonly edition: Edition }) {
  const { read } = place.value;
  const steady = useSteadyTap(read);
  const id = teachBackIds[read] ?? 'stay';
  const title = t(`know.${id}.title`);
  const text = t(
    edition.route === 'home' && (id === 'stay' || id === 'call' || id === 'home')
      ? `know.${id}.home`
      : `know.${id}.text`,
    { time: formatSpan(edition.durations.roomMinutes.value * 60_000) },
  );
  const more = moreOf(id, edition);
  const go = (by: 1 | -1): void => place.set({ ...place.value, read: read + by });
  return (
    <>
      <section className="card flex min-h-60 flex-col gap-3 rounded-card bg-surface p-5" aria-live="polite">
        <p className="figures text-small text-ink-2">{t('know.place', { step: read + 1 })}</p>
        <h2 className="text-head font-title">{title}</h2>
        <p className="long-reading">{text}</p>
        {more.map((line) => (
          <p key={line} className="long-reading">
            {line}
          </p>
        ))}
      </section>
      <ReadAloud key={id} texts={[title, text, ...more]} />
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" size="large" onClick={() => steady(() => go(1))}>
          {t('know.go-on')}
        </Button>
        {read > 0 && (
          <Button size="large" onClick={() => steady(() => go(-1))}>
            {t('know.back')}
          </Button>
        )}
      </div>
    </>
  );
}

/** How soon it begins, how long it lasts, how soon mood may lift: by the protocol and the route, and unknown where unknown. */
function moreOf(id: TeachBackId, { route, durations }: Edition): readonly string[] {
  const { onset, mainEffect } = durations;
  if (id === 'strange')
    return [
      t('onset.begins', { from: onset.fromMinutes.value, to: onset.toMinutes.value }),
      ...(mainEffect === undefined
        ? []
        : [
            t('know.strange.main', {
              from: mainEffect.fromMinutes.value,
              to: mainEffect.toMinutes.value,
            }),
          ]),
    ];
  if (id !== 'home') return [];
  const mood = moodMayLiftWithinHours[route];
  return [mood === undefined ? t('onset.not-counted') : t('onset.may-lift', { hours: mood.value })];
}

interface QuestionsProps {
  readonly cycleId: string;
  readonly edition: Edition;
  readonly place: Draft<Place>;
  readonly before: PreparationItem | undefined;
  readonly onDone: () => void;
}

/** One question at a time, one tap each. */
function Questions({ cycleId, edition, place, before, onDone }: QuestionsProps) {
  const writer = useItemWriter(cycleId, before);
  const questions = teachBackFor(edition.route);
  const { answers } = place.value;
  const steady = useSteadyTap(answers.length);
  const question = questions[Math.min(answers.length, questions.length - 1)];
  if (question === undefined) return null;
  const answer = async (said: TeachBackAnswer): Promise<void> => {
    const given = [...answers.slice(0, questions.length - 1), { question: question.id, said }];
    place.set({ ...place.value, answers: given });
    if (given.length < questions.length) return;
    if (await writer.write({ kind: 'teach-back', answers: given })) onDone();
  };
  return (
    <section className="flex flex-col gap-4" aria-live="polite">
      <h2 className="text-sub font-sub">{t('know.check-title')}</h2>
      <p className="text-ink-2">{t('know.check-lead')}</p>
      <fieldset key={question.id} className="flex min-w-0 flex-col gap-3">
        <legend className="mb-3 text-head font-title">{t(`know.q.${question.id}`)}</legend>
        {question.choices.map((said) => (
          <Button key={said} size="large" wide onClick={() => steady(() => answer(said))}>
            {t(`know.a.${said}`)}
          </Button>
        ))}
      </fieldset>
      {writer.failure !== undefined && (
        <ErrorState compact title={failureWords(writer.failure)} stillTrue={t('prepare.not-saved')} />
      )}
    </section>
  );
}

export const page = KnowPage;
