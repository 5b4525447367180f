// One series as a decision needs it: the totals before and since, the days with and without an answer, what the rule asks now,
// what was decided, and the letter for whoever goes on. The pages of the prescriber and of the person come from here.

import type { Series } from '#api/consult.ts';
import type { SeriesDecisionTold, WayOutTold } from '#api/series-decisions.ts';
import type { InstrumentResponse } from '#clinical/care-record.ts';
import { type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { courseOf } from '#clinical/outcomes/course.ts';
import { type DecisionPointId, seriesDecision } from '#clinical/outcomes/decision-points.ts';
import { decisionRules } from '#clinical/outcomes/decision-rules.ts';
import { pulseTrend } from '#clinical/outcomes/response.ts';
import { decidingOf, type SeriesMeasure, seriesMeasures } from '#clinical/outcomes/series-measures.ts';
import { followUpBy, handOverLetter, watchDays, wayOut } from '#clinical/outcomes/way-out.ts';
import type { Clinic } from '#server/access';
import { latestEntries } from '#server/health-record';
import type { Tx } from '#server/postgres';
import { completedResponses } from '#server/questionnaires';
import { calledOf, type DecisionRow, decisionsOf, nextTalkAt, referralPlaces } from './decision-store.ts';
import { durabilityByDay } from './held.ts';
import { type DosedSession, dosedSessions, zoneOf } from './store.ts';

const routeWords: Readonly<Record<Series['route'], string>> = {
  iv: 'by drip',
  im: 'into a muscle',
  sublingual: 'held in the mouth, in the clinic',
  home: 'held in the mouth, at home',
  nasal: 'sprayed into the nose',
};

const choiceWords: Readonly<Record<DecisionRow['choice'], string>> = {
  continue: 'To go on',
  'space-out': 'To space the doses out',
  change: 'To change the plan',
  pause: 'To pause',
  stop: 'To stop',
};

export async function seriesTold(
  tx: Tx,
  { patientId, series, now }: { readonly patientId: string; readonly series: Series; readonly now: number },
): Promise<SeriesDecisionTold> {
  const zone = (await zoneOf(tx, patientId)) ?? 'UTC';
  const dayOf = (at: number): LocalDate => localDateOf(at, zone);
  const own = dosesOf(series, await dosedSessions(tx, patientId, now), zone);
  const entries = await latestEntries(tx, patientId);
  const named = entries.flatMap(({ body, status }) =>
    body.kind === 'indication' && status === 'confirmed' ? [body.indication] : [],
  );
  const measures = seriesMeasures(named);
  const forms = [...measures.map(({ instrument }) => instrument), pulse.id];
  const responses = [
    ...(await completedResponses(tx, patientId, forms)).map((one) => ({
      instrument: one.instrument,
      at: one.authoredAt,
      total: one.score?.total,
    })),
    ...totalsTypedIn(entries),
  ].toSorted((a, b) => a.at - b.at);
  const firstDoseAt = own[0]?.at;
  const pulses = responses.flatMap(({ instrument, at, total }) =>
    instrument === pulse.id && total !== undefined ? [{ at, value: total }] : [],
  );
  const durability = durabilityByDay({ doses: own, answers: pulses, betterIs: pulse.betterIs, now, zone });
  const decisions = (await decisionsOf(tx, patientId)).filter((row) => row.series_id === series.id);
  const place: Parameters<typeof seriesDecision>[0]['series'] = {
    kind: series.route === 'nasal' ? 'esketamine' : 'ketamine',
    dosesGiven: own.length,
    dosesPlanned: series.plannedCycles,
    firstDoseAt,
    decided: decisions.flatMap(({ point, decided_at: at }) =>
      point === null ? [] : [{ point: point as DecisionPointId, at }],
    ),
  };
  const readBy = (measure: SeriesMeasure) => {
    const { instrument, rule, reliable } = measure;
    const course = courseOf({ responses, instrument, firstDoseAt, now, zone });
    const evidence = { course, rule, reliable, durability };
    return { measure, course, answer: seriesDecision({ series: place, evidence, now, zone }) };
  };
  const [first, ...further] = measures;
  const readings = [readBy(first), ...further.map(readBy)] as const;
  const deciding = decidingOf(readings);
  const { answer } = deciding;
  const measured = readings.map(({ measure, course }) => ({
    instrument: measure.name,
    betterIs: measure.betterIs,
    decides: measure === deciding.measure,
    before: course.baseline && { total: course.baseline.total ?? 0, on: dayOf(course.baseline.at) },
    latest: course.latest && { total: course.latest.total ?? 0, on: dayOf(course.latest.at) },
  }));
  const trend = pulseTrend({ pulses, now, zone });
  const [newest] = decisions;
  const rests = newest !== undefined && (newest.choice === 'pause' || newest.choice === 'stop');
  const doses = own.map(({ at }) => dayOf(at));
  const called = await calledOf(tx, patientId);
  return {
    now,
    zone,
    patientName: called.name,
    patientLanguage: called.language,
    series: {
      id: series.id,
      version: series.version,
      status: series.status,
      plannedCycles: series.plannedCycles,
      protocol: series.edition?.name,
    },
    doses,
    isNamed: named.length > 0,
    measured,
    pulses: trend.days.map(({ date, value }) => ({ date, value })),
    answer,
    durability: {
      nextDate: durability.nextDate,
      soonestEnd: durability.soonestEnd,
      endsSeen: durability.endsSeen,
      dosesWithoutGain: durability.dosesWithoutGain,
    },
    asksAfterDoses: [decisionRules.firstLookAfterDoses.value, decisionRules.reconsiderAfterDoses.value],
    decisions: decisions.map((row) => ({
      id: row.id,
      seriesId: row.series_id,
      choice: row.choice,
      reason: row.reason,
      wordsForPatient: row.words_for_patient ?? undefined,
      at: row.decided_at,
      byName: row.decided_by_name,
      seenAt: row.seen_at ?? undefined,
    })),
    wayOut: rests
      ? {
          letter: [
            ...handOverLetter({
              drug: series.route === 'nasal' ? 'Esketamine' : 'Ketamine',
              routeWords: routeWords[series.route],
              dosesPlanned: series.plannedCycles,
              doseDays: doses,
              lastOrderedMg: series.order?.doseMg,
              answer,
              measured,
              daysWithoutAnswer: trend.daysWithoutAnswer,
              daysAsked: trend.days.length,
              decided: {
                what: choiceWords[newest.choice],
                on: dayOf(newest.decided_at),
                byName: newest.decided_by_name,
                reason: newest.reason,
              },
              ownWords: newest.words_for_letter ?? undefined,
              watchOn: watchDays(newest.decided_at, zone),
            }),
          ],
          followUpAt: await nextTalkAt(tx, patientId, now),
          followUpBy: followUpBy(newest.decided_at, zone),
          watchOn: [...watchDays(newest.decided_at, zone)],
        }
      : undefined,
    referrals: await referralPlaces(tx),
  };
}

/** Scales whose words are not here: a clinician types the total in. */
function totalsTypedIn(entries: Awaited<ReturnType<typeof latestEntries>>): readonly InstrumentResponse[] {
  return entries.flatMap(({ body, status }) =>
    body.kind === 'scale-total' && (body.score ?? 'total') === 'total' && status !== 'dismissed'
      ? [{ instrument: body.scale, at: body.takenAt, total: body.total }]
      : [],
  );
}

/** The doses of one series among all that were given. */
export function dosesOf(
  series: Series,
  sessions: readonly DosedSession[],
  zone: ZoneId,
): readonly DosedSession[] {
  const dayOf = (at: number): LocalDate => localDateOf(at, zone);
  return sessions.filter(({ at }) =>
    series.cycles.some(({ doseAt }) => doseAt !== undefined && dayOf(doseAt) === dayOf(at)),
  );
}

/** The person's page: the same facts, in words for them, and nothing that they could not take with them. */
export function wayOutTold(clinic: Clinic, told: SeriesDecisionTold, edition: Series['edition']): WayOutTold {
  const [newest] = told.decisions;
  const { wayOut: way } = told;
  if (newest === undefined || way === undefined || (newest.choice !== 'pause' && newest.choice !== 'stop'))
    return { zone: told.zone, way: undefined };
  return {
    zone: told.zone,
    way: {
      decisionId: newest.id,
      choice: newest.choice,
      at: newest.at,
      seenAt: newest.seenAt,
      byName: newest.byName,
      wordsForPatient: newest.wordsForPatient,
      lines: [...wayOut(newest.choice, edition)],
      followUpAt: way.followUpAt,
      followUpBy: way.followUpBy,
      watchOn: way.watchOn,
      referrals: told.referrals,
      letter: way.letter,
      clinic: { name: clinic.name, phone: clinic.phone, address: clinic.address },
    },
  };
}
