// The hours after a dose, on the real server: rest with a least length and no greatest, a room that waits for the one who is in
// it, and the talk before they go.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getAfterVisitSummary, getCompanionPaper } from '#api/after-visit.ts';
import { getAnswer } from '#api/answer.ts';
import * as appointments from '#api/appointments.ts';
import * as sessions from '#api/dosing-sessions.ts';
import { recordHealthEntry } from '#api/health-record.ts';
import { getSessionNote } from '#api/papers.ts';
import * as rides from '#api/preparation.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { roomBlock } from '#clinical/protocol/room-block.ts';
import { whatPeopleFeel } from '#content/pages/what-people-feel.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';
import { device } from '#test/session-facts.ts';

const { ana, luis } = charts;
const { maria, okafor, pat, ines, luz } = people;
const minute = 60_000;
const hour = 60 * minute;

describe('after the dose', () => {
  let house: TestApp;
  const params = { patientId: ana.patientId, sessionId: ana.sessionId };
  const tablet = device(ana, 950);
  const desktop = device(ana, 951);
  const say = async (by: Person, ...facts: readonly SessionFact[]): Promise<void> => {
    const pen = by === okafor ? desktop : tablet;
    await house.done(by, sessions.appendSessionEvents, {
      params,
      body: { events: facts.map((fact) => pen.fact(fact, house.now())) },
    });
  };
  const rest = async () => {
    const { answer } = await house.done(maria, getAnswer, { params: { patientId: ana.patientId } });
    return answer.gates.release.lines.find(({ condition }) => condition === 'rest-minimum')?.state;
  };
  /** A locked screen is opened again. */
  const later = async (minutes: number): Promise<void> => {
    house.later(minutes * minute);
    for (const person of [maria, okafor, pat, luz, people.ana]) await house.signIn(person);
  };
  /** Luis is to come to Ana's room. */
  const bookForLuis = async (startsAt: number) => {
    const cycleId = randomUUID() as string;
    const dose = { id: randomUUID() as string, startsAt, roomId: ana.roomId };
    const told = await house.call(pat, appointments.bookSeries, {
      params: { patientId: luis.patientId, seriesId: luis.seriesId },
      body: {
        cycles: [
          {
            cycleId,
            dose,
            integration: {
              id: randomUUID(),
              startsAt: startsAt + 26 * hour,
              practitionerId: ines.id,
            },
          },
        ],
      },
    });
    return { told, appointmentId: dose.id };
  };
  const openForLuis = (appointmentId: string) =>
    house.call(maria, sessions.openSession, {
      params: { patientId: luis.patientId },
      body: { id: randomUUID(), appointmentId },
    });

  before(async () => {
    house = await testApp();
    // The infusion ends now; what comes after it is said below.
    const untilStop = calmInfusion.events.slice(
      0,
      calmInfusion.events.findIndex(({ fact }) => fact.type === 'DoseStopped') + 1,
    );
    const endedAt = untilStop.at(-1)?.effectiveAt ?? 0;
    for (const { fact, effectiveAt } of untilStop) {
      const by = fact.type === 'PreDoseReviewSigned' ? okafor : maria;
      const pen = by === okafor ? desktop : tablet;
      const event = pen.fact(fact, house.now() - (endedAt - effectiveAt));
      await house.done(by, sessions.appendSessionEvents, { params, body: { events: [event] } });
    }
    await say(maria, factOf('RecoveryStarted', {}));
  });
  after(() => house.close());

  test('rest has a least length and no greatest, and the room is nobody else’s before the release @S1-28', async () => {
    const { rest: protocolRest } = ivExample1;
    const { turnoverMinutes } = roomBlock(ivExample1);
    assert.equal(await rest(), 'not-met');
    await later(protocolRest.minimumMinutes.value - 1);
    assert.equal(await rest(), 'not-met');
    await later(1);
    assert.equal(await rest(), 'met');

    // Long after the hours that were booked they are still resting: nothing sends them out, and nobody is sent in.
    await later(6 * 60);
    assert.equal(await rest(), 'met');
    const { answer } = await house.done(maria, getAnswer, { params: { patientId: ana.patientId } });
    assert.equal(answer.stage, 'recovering');
    const sooner = await bookForLuis(house.now() + (turnoverMinutes - 1) * minute);
    assert.deepEqual([sooner.told.status, sooner.told.problem.code], [409, 'room-not-left']);
    const next = await bookForLuis(house.now() + (turnoverMinutes + 5) * minute);
    assert.equal(next.told.status, 200, next.told.text);
    await later(turnoverMinutes + 5);
    const opened = await openForLuis(next.appointmentId);
    assert.deepEqual([opened.status, opened.problem.code], [409, 'room-not-left']);

    await say(maria, factOf('PatientReleased', { toName: luz.name, toRelation: 'sister' }));
    assert.equal((await openForLuis(next.appointmentId)).status, 200);
  });

  test('time to talk stands in the schedule and what came of it in the note @S2-33', async () => {
    const date = '2027-03-02';
    const { appointments: booked } = await house.done(pat, appointments.getSchedule, {
      query: { from: date, to: date },
    });
    const dose = booked.find(({ patientId }) => patientId === luis.patientId);
    assert.ok(dose?.talkFrom !== undefined && dose.talkFrom < dose.endsAt);
    assert.equal((dose.endsAt - dose.talkFrom) / minute, roomBlock(ivExample1).talkMinutes);

    const recovery = async () => {
      const { draft } = await house.done(maria, getSessionNote, { params });
      return draft.sections.find(({ id }) => id === 'recovery')?.lines ?? [];
    };
    assert.ok(
      (await recovery()).some(
        ({ text, mark }) => /talk before leaving is not/.test(text) && mark === 'missing',
      ),
    );
    await say(
      maria,
      factOf('LeavingTalkHeld', {
        wish: 'talked',
        covered: ['how-it-was', 'their-questions', 'tonight', 'whom-to-call', 'what-comes-next'],
        openQuestion: 'May I take my sleeping tablet tonight?',
      }),
    );
    const lines = await recovery();
    assert.ok(
      lines.some(({ text }) => /Talked it over before leaving: how it was.*\(Maria Ruiz\)/.test(text)),
    );
    assert.ok(
      lines.some(
        ({ text, mark }) => text === 'Not reached in the talk: how they may feel.' && mark === 'missing',
      ),
    );
    assert.ok(lines.some(({ text, mark }) => /sleeping tablet/.test(text) && mark === 'unknown'));
  });

  test('the talk follows a template, and the summary with it goes to the patient; the one who drives gets theirs @S2-41', async () => {
    const own = await house.done(people.ana, getAfterVisitSummary, { params });
    for (const [language, words] of [
      ['en', /with Maria Ruiz: how it was, your questions, tonight, whom to call, what comes next/],
      ['es', /con Maria Ruiz: cómo fue, sus preguntas, esta noche, a quién llamar, lo que sigue/],
    ] as const) {
      const talked = own.draft.patient[language].sections.find(({ id }) => id === 'talked');
      assert.match(JSON.stringify(talked), words);
      assert.match(JSON.stringify(talked), /sleeping tablet/);
      const ids = own.draft.patient[language].sections.map(({ id }) => id);
      assert.ok(ids.includes('next') && ids.includes('call'), 'what comes next, and whom to call');
    }
    const { paper } = await house.done(luz, getCompanionPaper);
    assert.ok(paper !== undefined);
    assert.match(JSON.stringify(paper.en), /does not drive until tomorrow/);
    assert.doesNotMatch(JSON.stringify(paper), /sleeping tablet|how it was|cómo fue/);
  });

  test('calm, tired or turned inward is told of beforehand, and asked in recovery @S0-23', async () => {
    const before = JSON.stringify(whatPeopleFeel.sections.find(({ id }) => id === 'after'));
    for (const words of [/calm/i, /tired/i, /inward/i]) assert.match(before, words);
    await say(maria, factOf('StateAfterSaid', { feels: ['calm', 'tired', 'thoughtful'] }));
    const { draft } = await house.done(maria, getSessionNote, { params });
    assert.match(JSON.stringify(draft.sections), /Says they are: calm, tired, thoughtful \(Maria Ruiz\)/);
    const { paper } = await house.done(luz, getCompanionPaper);
    assert.match(JSON.stringify(paper?.en), /Being tired, slow, quiet or tearful until after sleep/);
  });

  test('a drink and a snack are ticked in recovery, and the aftercare heeds what they cannot eat and that they were sick @S0-43', async () => {
    await house.done(maria, recordHealthEntry, {
      params: { patientId: ana.patientId },
      body: { id: randomUUID(), body: { kind: 'allergy', name: 'peanuts', severity: 'severe' } },
    });
    const food = async () => {
      const { draft } = await house.done(people.ana, getAfterVisitSummary, { params });
      return JSON.stringify(draft.patient.en.sections.find(({ id }) => id === 'food'));
    };
    assert.match(await food(), /Nobody wrote down whether you felt sick/);
    await say(maria, factOf('SymptomsAsked', { answer: 'none' }));
    assert.match(await food(), /Eat a small, plain meal/);
    assert.match(await food(), /allergic to: peanuts/);
    await say(
      maria,
      factOf('RefreshmentOffered', { drink: 'taken', snack: 'not-wanted' }),
      factOf('NauseaRated', { score: 2 }),
    );
    assert.match(await food(), /You felt sick today. Start with small sips/);
    const { draft } = await house.done(maria, getSessionNote, { params });
    assert.match(JSON.stringify(draft.sections), /Water: taken. Something light: not wanted \(Maria Ruiz\)/);
    const { paper } = await house.done(luz, getCompanionPaper);
    assert.match(JSON.stringify(paper?.en), /Ask Ana what they cannot eat/);
    assert.doesNotMatch(JSON.stringify(paper), /peanuts|felt sick/);
  });

  test('whoever takes them home is briefed from the card they keep, and both say so @S2-53', async () => {
    // The patient lets her follow the hours of the day, or not; what she may know at the end does not change.
    const follow = (mayFollow: boolean) =>
      house.done(people.ana, rides.letFollow, {
        params: { patientId: ana.patientId, linkId: ana.linkId },
        body: { mayFollow },
      });
    const shown = () => house.done(luz, rides.getCompanionRide);
    await house.inClinic('harbor', (tx) =>
      tx.query('update dosing_sessions set released_at = null where clinic_id = $1 and id = $2', [
        tx.clinicId,
        ana.sessionId,
      ]),
    );
    await follow(false);
    assert.deepEqual([(await shown()).phase, (await shown()).ride.mayFollow], ['before', false]);
    await follow(true);
    assert.equal((await shown()).phase, 'resting');

    // She checks in from the car park, and staff see when, how and where she is reached.
    await house.done(luz, rides.takeRideStep, { body: { step: 'accepted' } });
    await house.done(luz, rides.tellRide, { body: { how: 'car', phone: '+1 555 0142' } });
    for (const step of ['on-the-way', 'at-the-door'] as const)
      await house.done(luz, rides.takeRideStep, { body: { step } });
    const told = (await house.done(maria, rides.listRides, { params: { patientId: ana.patientId } }))
      .rides[0];
    assert.deepEqual([told?.state, told?.how, told?.phone], ['at-the-door', 'car', '+1 555 0142']);

    await house.inClinic('harbor', (tx) =>
      tx.query('update dosing_sessions set released_at = $3 where clinic_id = $1 and id = $2', [
        tx.clinicId,
        ana.sessionId,
        new Date(house.now()).toISOString(),
      ]),
    );
    const release = async () => {
      const { draft } = await house.done(maria, getSessionNote, { params });
      return JSON.stringify(draft.sections.find(({ id }) => id === 'release'));
    };
    assert.match(await release(), /was briefed is not written down/);
    await say(
      maria,
      factOf('HandOverBriefed', {
        name: luz.name,
        covered: ['driving', 'tonight', 'call'],
        card: 'by-link',
      }),
    );
    assert.match(
      await release(),
      /Gone through with Luz Reyes: driving, tonight, call; the card is on their phone/,
    );
    const { paper } = await house.done(luz, getCompanionPaper);
    assert.match(
      JSON.stringify(paper?.en),
      /Maria Ruiz went through this with you: driving, tonight, when to call us/,
    );
    assert.match(
      JSON.stringify(paper?.es),
      /Maria Ruiz lo repasó con usted: manejar, esta noche, cuándo llamarnos/,
    );
  });
});
