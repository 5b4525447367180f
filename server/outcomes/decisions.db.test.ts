// Where a series stops to ask: with and without a response, on past its plan, at rest, going on, and at its end.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { bookAppointment } from '#api/appointments.ts';
import { changeSeriesStatus, listSeries } from '#api/consult.ts';
import { appendSessionEvents } from '#api/dosing-sessions.ts';
import { recordHealthEntry } from '#api/health-record.ts';
import { listTasks } from '#api/outcomes.ts';
import * as api from '#api/series-decisions.ts';
import { localDateOf } from '#clinical/instant.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { appointmentRoutes } from '#server/appointments';
import { iso } from '#server/clock';
import { dosingSessionRoutes, openLiveSessions } from '#server/dosing-sessions';
import { healthRecordRoutes } from '#server/health-record';
import { seriesRoutes } from '#server/series';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { givenDose } from '#test/given-dose.ts';
import { device, note } from '#test/session-facts.ts';
import { decisionRoutes } from './index.ts';

const day = 86_400_000;
let clinic: ClinicWithRoutes;
let omar: Person;
let desk: Person;

type Followed = { readonly person: Person & { patientId: string }; readonly seriesId: string };

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...decisionRoutes(ports),
    ...healthRecordRoutes(ports),
    ...seriesRoutes(ports),
    ...appointmentRoutes(ports),
    ...dosingSessionRoutes(ports, openLiveSessions()),
    ...taskRoutes(ports),
  ]);
  desk = await clinic.staff('Fay Moreau', 'front-desk', { shift: true });
});
after(() => clinic.close());

/** So many doses, a week apart, the last one a week ago, with a total before the first and one after the last. */
async function followed(
  given: string,
  asked: { readonly doses: number; readonly before: number; readonly now: number },
): Promise<Followed> {
  const person = await clinic.patient(given, 'Ames', '1980-04-02');
  omar = await clinic.staff('Omar Diaz', 'prescriber', { careTeamOf: person.patientId, shift: true });
  const seriesId = randomUUID() as string;
  const first = clinic.now() - asked.doses * 7 * day;
  for (let number = 1; number <= asked.doses; number += 1)
    await givenDose(clinic, {
      person,
      planner: omar,
      at: first + (number - 1) * 7 * day,
      series: { id: seriesId, number },
    });
  await answers(person, 'phq-9', [
    [first - day, asked.before],
    [clinic.now() - day, asked.now],
  ]);
  return { person, seriesId };
}

type Given = readonly (readonly [at: number, total: number])[];

async function answers(person: Followed['person'], instrument: 'phq-9' | 'pcl-5' | 'pulse', given: Given) {
  await clinic.as(person, async (tx) => {
    for (const [at, total] of given)
      await tx.query(
        `insert into questionnaire_responses (clinic_id, id, patient_id, instrument, instrument_version, answers, status, score, authored_at, recorded_at)
         values ($1, $2, $3, $4, '1', '{}', 'completed', $5, $6, $6)`,
        [clinic.clinicId, randomUUID(), person.patientId, instrument, JSON.stringify({ total }), iso(at)],
      );
  });
}

const pulses = (person: Followed['person'], given: Given) => answers(person, 'pulse', given);

const paramsOf = ({ person, seriesId }: Followed) => ({ patientId: person.patientId, seriesId });

async function told(who: Followed) {
  return (await clinic.call(omar, api.getSeriesDecision, { params: paramsOf(who) })).answer;
}

async function decide(
  who: Followed,
  choice: api.SeriesChoice,
  more: {
    readonly reason?: string;
    readonly extendBy?: number;
    readonly wordsForPatient?: string;
  } = {},
) {
  const { series } = await told(who);
  clinic.later(1_000);
  return await clinic.call(omar, api.decideSeries, {
    params: paramsOf(who),
    body: {
      id: randomUUID(),
      version: series.version,
      choice,
      reason: '',
      wordsForPatient: 'In plain words.',
      ...more,
    },
  });
}

async function work(person: Person) {
  return (await clinic.call(person, listTasks)).answer.tasks;
}

test('one dose is not asked about; four without a response are, and going on then needs its reason; with a response it does not @S0-49', async () => {
  const early = await followed('Early', { doses: 1, before: 20, now: 19 });
  assert.equal((await told(early)).answer.due, undefined);

  const without = await followed('Without', { doses: 4, before: 20, now: 18 });
  const asked = (await told(without)).answer;
  assert.deepEqual(
    [asked.path, asked.due?.point, asked.due?.needsReason],
    ['no-response', 'first-look', ['continue', 'space-out']],
  );
  assert.equal((await decide(without, 'continue')).code, 'reason-missing');
  assert.equal((await decide(without, 'continue', { reason: 'Sleep is better.' })).status, 200);
  assert.equal((await told(without)).answer.due, undefined, 'decided is decided');

  const responding = await followed('Responding', { doses: 6, before: 20, now: 6 });
  const atEnd = (await told(responding)).answer;
  assert.deepEqual([atEnd.path, atEnd.due?.point, atEnd.due?.needsReason], ['response', 'series-end', []]);
  // Beyond what was planned: how many more, and why, whatever the numbers say.
  assert.equal((await decide(responding, 'continue')).code, 'how-many-more');
  assert.equal((await decide(responding, 'continue', { extendBy: 2 })).code, 'reason-missing');
  const extended = await decide(responding, 'continue', { extendBy: 2, reason: 'It fades by week two.' });
  assert.deepEqual([extended.status, extended.answer.series.plannedCycles], [200, 8]);
});

test('a series for trauma is read by the form of trauma, a fall of mood beside it is asked about all the same, and a form that was not answered is unknown', async () => {
  const who = await followed('Trauma', { doses: 4, before: 12, now: 11 });
  const { patientId } = who.person;
  assert.deepEqual([(await told(who)).isNamed, (await told(who)).answer.path], [false, 'no-response']);
  const written = await clinic.call(omar, recordHealthEntry, {
    params: { patientId },
    body: { id: randomUUID(), body: { kind: 'indication', indication: 'ptsd', documented: {} } },
  });
  assert.equal(written.status, 200);
  const unasked = await told(who);
  assert.deepEqual([unasked.isNamed, unasked.answer.path], [true, 'unknown']);
  const first = clinic.now() - 28 * day;
  await answers(who.person, 'pcl-5', [
    [first - 2 * day, 52],
    [clinic.now() - day, 38],
  ]);
  const { answer, measured } = await told(who);
  assert.equal(answer.path, 'response');
  assert.deepEqual(
    measured.map(({ instrument, decides, before, latest }) => [
      instrument,
      decides,
      before?.total,
      latest?.total,
    ]),
    [
      ['PCL-5', true, 52, 38],
      ['PHQ-9', false, 12, 11],
    ],
  );
  assert.equal(answer.due, undefined, 'a response after four is not asked about');
  assert.equal((await decide(who, 'stop', { reason: 'They are content.' })).status, 200);
  assert.match(JSON.stringify((await told(who)).wayOut?.letter), /PCL-5: A response by the rule named/);

  const falling = await followed('Falling', { doses: 4, before: 8, now: 19 });
  await clinic.call(omar, recordHealthEntry, {
    params: { patientId: falling.person.patientId },
    body: { id: randomUUID(), body: { kind: 'indication', indication: 'ptsd', documented: {} } },
  });
  await answers(falling.person, 'pcl-5', [
    [first - 2 * day, 52],
    [clinic.now() - day, 38],
  ]);
  const seen = await told(falling);
  assert.deepEqual(
    [seen.answer.path, seen.measured.find(({ decides }) => decides)?.instrument],
    ['worse', 'PHQ-9'],
  );
});

test('a series is held, goes on, rests, goes on and stops, each time with a name and a reason, and the days stay their own @S0-50', async () => {
  const who = await followed('Winding', { doses: 2, before: 20, now: 15 });
  // One day far heavier than the rest, and days nobody answered: the course shows both as they are.
  await pulses(
    who.person,
    (
      [
        [9, 3],
        [8, 9],
        [4, 2],
      ] as const
    ).map(([ago, value]) => [clinic.now() - ago * day, value] as const),
  );
  assert.deepEqual(
    (await told(who)).pulses.map(({ value }) => value),
    [3, 9, undefined, undefined, undefined, 2, undefined, undefined, undefined, undefined],
  );

  const status = async () => (await told(who)).series.status;
  const { series } = await told(who);
  const held = await clinic.call(omar, changeSeriesStatus, {
    params: paramsOf(who),
    body: { version: series.version, status: 'held', reason: 'Pressure is looked at first.' },
  });
  assert.deepEqual([held.status, await status()], [200, 'held']);
  assert.equal((await decide(who, 'continue', { reason: 'Pressure is fine again.' })).status, 200);
  assert.equal(await status(), 'active');
  assert.equal((await decide(who, 'pause')).code, 'reason-missing');
  assert.equal((await decide(who, 'pause', { reason: 'A move to another town.' })).status, 200);
  assert.equal(await status(), 'paused');
  assert.equal((await decide(who, 'continue', { reason: 'Settled in.' })).status, 200);
  assert.equal((await decide(who, 'stop', { reason: 'Enough for now, said by them.' })).status, 200);
  assert.equal(await status(), 'stopped');
  assert.equal((await decide(who, 'continue', { reason: 'x' })).code, 'series-ended');
  assert.deepEqual(
    (await told(who)).decisions.map(({ choice, byName }) => [choice, byName]),
    [
      ['stop', 'Omar Diaz'],
      ['continue', 'Omar Diaz'],
      ['pause', 'Omar Diaz'],
      ['continue', 'Omar Diaz'],
    ],
  );
  const kept = await clinic.call(who.person, listSeries, { params: { patientId: who.person.patientId } });
  assert.equal(kept.answer.series[0]?.status, 'stopped');
});

test('the next visit is booked while they rest, and how long it held for them says when to talk of another dose @S2-48', async () => {
  const who = await followed('Spacing', { doses: 4, before: 20, now: 6 });
  const { person } = who;
  const { patientId } = person;
  const first = clinic.now() - 28 * day;
  // Eight before; three on the day after each dose; after the first three it is heavy again by the fourth day.
  await pulses(person, [
    ...[-3, -2, -1].map((days) => [first + days * day, 8] as const),
    ...[0, 7, 14].flatMap((dose) =>
      (
        [
          [1, 3],
          [2, 3],
          [4, 8],
          [5, 8],
        ] as const
      ).map(([after, value]) => [first + (dose + after) * day, value] as const),
    ),
    ...[22, 23].map((days) => [first + days * day, 3] as const),
  ]);
  const latest = first + 21 * day;
  const dateOf = (at: number) => localDateOf(at, 'America/New_York');
  const { durability } = await told(who);
  assert.deepEqual(durability.nextDate, { from: dateOf(latest + 2 * day), to: dateOf(latest + 4 * day) });

  assert.equal((await decide(who, 'space-out')).status, 200);
  const ofKind = async (kind: string) =>
    (await work(desk)).filter((task) => task.kind === kind && task.patientId === patientId);
  assert.deepEqual(
    (await ofKind('book-next-dose')).map(({ ownerRole, detail }) => [ownerRole, detail]),
    [['front-desk', { wantedDates: `${durability.nextDate?.from} to ${durability.nextDate?.to}` }]],
  );

  // A fifth dose today, and nothing in the book after it: while they rest the desk is asked, once.
  const nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: patientId, shift: true });
  const { sessionId } = await givenDose(clinic, {
    person,
    planner: omar,
    at: clinic.now() - 3_600_000,
    series: { id: who.seriesId, number: 5 },
  });
  const tablet = device({ patientId, sessionId }, 7);
  for (const fact of [factOf('RecoveryStarted', {}), note('Resting.'), factOf('RecoveryStarted', {})])
    assert.equal(
      (
        await clinic.call(nia, appendSessionEvents, {
          params: { patientId, sessionId },
          body: { events: [tablet.fact(fact, clinic.now())] },
        })
      ).status,
      200,
    );
  assert.equal((await ofKind('book-next-visit')).length, 1);
  const booked = await clinic.call(desk, bookAppointment, {
    params: { patientId },
    body: {
      id: randomUUID(),
      kind: 'consult',
      startsAt: clinic.now() + 2 * day,
      endsAt: clinic.now() + 2 * day + 3_600_000,
      practitionerId: omar.accountId,
    },
  });
  assert.equal(booked.status, 200);
  assert.deepEqual(await ofKind('book-next-visit'), [], 'booked is done, and nobody ticks it off again');
});

test('whatever is decided, the person reads it: the words, by whom and when, what is booked; never the reason', async () => {
  const who = await followed('Told', { doses: 3, before: 20, now: 8 });
  const { patientId } = who.person;
  const params = { patientId };
  const read = async () => (await clinic.call(who.person, api.getDecided, { params })).answer;
  assert.deepEqual([(await read()).decided, (await read()).doses], [[], undefined]);

  assert.equal((await decide(who, 'continue', { wordsForPatient: ' ' })).status, 400);
  assert.deepEqual((await read()).decided, [], 'nothing is decided that nobody is told of');

  for (const choice of ['continue', 'change', 'space-out'] as const)
    assert.equal(
      (await decide(who, choice, { reason: 'For colleagues.', wordsForPatient: `Words of ${choice}.` }))
        .status,
      200,
    );
  const open = await read();
  assert.deepEqual(
    open.decided.map(({ choice, wordsForPatient, byName }) => [choice, wordsForPatient, byName]),
    [
      ['space-out', 'Words of space-out.', 'Omar Diaz'],
      ['change', 'Words of change.', 'Omar Diaz'],
      ['continue', 'Words of continue.', 'Omar Diaz'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(open), /For colleagues/);
  assert.deepEqual([open.doses, open.nextDoseAt], [{ given: 3, planned: 6, sinceDecided: 0 }, undefined]);

  // The next one comes later, as it was said; once it has come, the words have done their work on Today.
  clinic.later(120_000);
  await givenDose(clinic, {
    person: who.person,
    planner: omar,
    at: clinic.now() - 60_000,
    series: { id: who.seriesId, number: 4 },
  });
  assert.deepEqual((await read()).doses, { given: 4, planned: 6, sinceDecided: 1 });

  assert.equal((await decide(who, 'pause', { reason: 'A rest.' })).status, 200);
  assert.equal((await read()).decided[0]?.choice, 'pause');
  const other = await clinic.patient('Else', 'Ames', '1981-04-02');
  assert.equal((await clinic.call(other, api.getDecided, { params })).status, 404);
});

test('the clinic reads when a decision stood on the person’s own screen, and that it has not where nobody heard of it', async () => {
  const who = await followed('Seen', { doses: 3, before: 20, now: 8 });
  const { patientId } = who.person;
  const params = { patientId };
  const seenBy = async () => (await told(who)).decisions.map(({ choice, seenAt }) => [choice, seenAt]);
  await decide(who, 'space-out');
  const [first] = (await told(who)).decisions;
  assert.ok(first !== undefined);
  const see = (by: Person, seenAt: number, decisionId = first.id) =>
    clinic.call(by, api.seeDecided, { params, body: { decisionId, seenAt } });

  clinic.later(60_000);
  await clinic.call(who.person, api.getDecided, { params });
  assert.deepEqual(await seenBy(), [['space-out', undefined]], 'that it was sent to a phone is no sight');
  for (const other of [omar, desk, await clinic.patient('Other', 'Ames', '1981-04-02')])
    assert.notEqual((await see(other, clinic.now())).status, 200);
  assert.equal((await see(who.person, clinic.now(), randomUUID())).status, 404);
  assert.deepEqual(await seenBy(), [['space-out', undefined]]);

  // A phone whose clock runs ahead says nothing of the future, and the first sight stays.
  const seenAt = clinic.now();
  assert.equal((await see(who.person, seenAt + day)).status, 200);
  clinic.later(60_000);
  assert.equal((await see(who.person, clinic.now())).status, 200);
  assert.deepEqual(await seenBy(), [['space-out', seenAt]]);
  assert.equal((await clinic.call(who.person, api.getDecided, { params })).answer.decided[0]?.seenAt, seenAt);

  await decide(who, 'stop', { reason: 'Enough.' });
  const way = (await clinic.call(who.person, api.getWayOut, { params })).answer.way;
  assert.ok(way !== undefined);
  assert.equal(way.seenAt, undefined);
  await see(who.person, way.at - day, way.decisionId);
  assert.deepEqual(await seenBy(), [
    ['stop', way.at],
    ['space-out', seenAt],
  ]);
});
