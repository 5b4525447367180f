// The watch over a home: who is rung, when, how often, and who is told where it is.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import * as sessions from '#api/dosing-sessions.ts';
import * as api from '#api/home.ts';
import { listTasks } from '#api/outcomes.ts';
import { askForRide } from '#api/preparation.ts';
import { type GuidePlace, guideSilentAfterMinutes } from '#clinical/home/guide.ts';
import { everyoneCalledAgainEveryMinutes } from '#clinical/on-call/ring-turns.ts';
import { homeExample1 } from '#clinical/protocol/home-example-1.ts';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { iso } from '#server/clock';
import { watchHome } from '#server/home';
import { sha256 } from '#server/secrets';
import { morning, type TestApp, testApp } from '#test/app.ts';
import { type Person, people } from '#test/people.ts';

const minute = 60_000;
const hour = 60 * minute;
const { maria, okafor, tom, noa, pat, ines, dana, ana, luz } = people;

type Home = {
  readonly patientId: string;
  readonly cycleId: string;
  readonly sessionId: string;
  readonly lena: Person;
  readonly deviceId: string;
  seq: number;
};

describe('a dose at home', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  /** A person with a dose booked at home in half an hour, and Lena who holds the link. */
  async function planned({ onCall = true }: { onCall?: boolean } = {}): Promise<Home> {
    const patientId = randomUUID();
    const [seriesId, cycleId, linkId, personId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const now = house.now();
    await house.inClinic('harbor', async (tx) => {
      await tx.query(
        `insert into patients (clinic_id, id, given_name, family_name, birth_date, sex, zone, phone, stage, stage_at, created_at)
         values ($1, $2, 'James', 'Tan', '1980-02-03', 'male', 'America/New_York', '+1 555 0170', 'preparing', $3, $3)`,
        [tx.clinicId, patientId, iso(now - 30 * 24 * hour)],
      );
      for (const member of [maria, okafor])
        await tx.query(
          'insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at) values ($1, $2, $3, $4, $5, $6)',
          [tx.clinicId, randomUUID(), patientId, member.id, member.roles[0], iso(now - hour)],
        );
      await tx.query(
        `insert into series (clinic_id, id, patient_id, route, edition_id, planned_cycles, indication, status, status_at, status_by, created_at)
         values ($1, $2, $3, 'home', 'home-example-1', 6, 'depression', 'active', $4, $5, $4)`,
        [tx.clinicId, seriesId, patientId, iso(now - 7 * 24 * hour), okafor.id],
      );
      await tx.query(
        `insert into medication_requests (clinic_id, id, patient_id, series_id, body, signed_at, signed_by, signed_by_name, signature_meaning, signature_sha256)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'I ordered this', $9)`,
        [
          tx.clinicId,
          randomUUID(),
          patientId,
          seriesId,
          JSON.stringify({ drug: 'ketamine', doseMg: 100, form: 'troche', afterHold: 'spit' }),
          iso(now - 6 * 24 * hour),
          okafor.id,
          okafor.name,
          sha256('the bytes that were shown'),
        ],
      );
      await tx.query(
        'insert into cycles (clinic_id, id, patient_id, series_id, number) values ($1, $2, $3, $4, 1)',
        [tx.clinicId, cycleId, patientId, seriesId],
      );
      await tx.query(
        `insert into appointments (clinic_id, id, patient_id, cycle_id, kind, period, status, status_at, created_at)
         values ($1, $2, $3, $4, 'dose', tstzrange($5, $6), 'booked', $7, $7)`,
        [
          tx.clinicId,
          randomUUID(),
          patientId,
          cycleId,
          iso(now + hour / 2),
          iso(now + 4 * hour),
          iso(now - hour),
        ],
      );
      await tx.query(
        `insert into related_persons (clinic_id, id, patient_id, name, relationship, phone, created_at)
         values ($1, $2, $3, 'Lena Tan', 'wife', '+1 555 0142', $4)`,
        [tx.clinicId, personId, patientId, iso(now - hour)],
      );
      await tx.query(
        `insert into companion_links (clinic_id, id, patient_id, related_person_id, cycle_id, token_hash, scopes, code_word, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, '{day,live-status,report,home-session}', 'heron', $7, $8)`,
        [
          tx.clinicId,
          linkId,
          patientId,
          personId,
          cycleId,
          sha256(linkId),
          iso(now - hour),
          iso(now + 40 * hour),
        ],
      );
      await tx.query(
        `insert into rides (clinic_id, id, patient_id, cycle_id, related_person_id, link_id, state, state_at, steps, created_at)
         values ($1, $2, $3, $4, $5, $6, 'accepted', $7, '[]', $7)`,
        [tx.clinicId, randomUUID(), patientId, cycleId, personId, linkId, iso(now - hour)],
      );
    });
    const lena: Person = {
      key: `lena-${linkId}`,
      clinic: 'harbor',
      kind: 'companion',
      id: linkId,
      name: 'Lena Tan',
      email: 'lena@home.example',
      roles: ['companion'],
      patientId,
      scopes: ['day', 'live-status', 'report', 'home-session'],
    };
    if (onCall) {
      await house.done(maria, api.nameOnCall, {
        params: { patientId, cycleId },
        body: { id: randomUUID(), firstId: tom.id, secondId: okafor.id },
      });
    }
    return { patientId, cycleId, sessionId: randomUUID(), lena, deviceId: randomUUID(), seq: 0 };
  }

  /** Named by the nurse, and let in by the link that was shown once. */
  async function guide(
    home: Home,
    { name, place }: { readonly name: string; readonly place: GuidePlace },
  ): Promise<Person> {
    const params = { patientId: home.patientId, cycleId: home.cycleId };
    const body = { id: randomUUID(), name, place, phone: '+1 555 0190', email: 'guide@home.example' };
    const { link } = await house.done(maria, api.nameGuide, { params, body });
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ id: string; mail: string }>(
        `select l.id, m.subject || m.body as mail from companion_links l, outgoing_mail m
          where l.token_hash = $1 and m.to_address = 'guide@home.example' and m.body like '%' || $2 || '%'`,
        [sha256(link.split('#')[1] ?? ''), link],
      ),
    );
    const [made] = rows;
    assert.ok(made);
    assert.doesNotMatch(made.mail, /ketamine|dose|James|treatment/i);
    return {
      key: `guide-${made.id}`,
      clinic: 'harbor',
      kind: 'companion',
      id: made.id,
      name,
      email: 'guide@home.example',
      roles: ['companion'],
      patientId: home.patientId,
      scopes: ['home-guide', 'report'],
    };
  }

  async function opened(): Promise<Home> {
    const home = await planned();
    await house.done(home.lena, api.openHomeSession, { body: { id: home.sessionId } });
    await say(home, factOf('EmergencyAddressGiven', { address: '12 Quarry Lane, back door' }));
    await say(
      home,
      factOf('SitterConfirmed', { name: 'Lena Tan', phone: '+1 555 0142', answer: 'stays-throughout' }),
    );
    return home;
  }

  async function dosed(): Promise<Home> {
    const home = await opened();
    await say(home, factOf('DoseGiven', { route: 'sublingual', doseMg: 100, lot: 'C-118', expiry: null }));
    return home;
  }

  function eventOf(home: Home, fact: SessionFact, effectiveAt = house.now()): SessionEvent {
    home.seq += 1;
    return {
      eventId: randomUUID(),
      sessionId: home.sessionId,
      patientId: home.patientId,
      deviceId: home.deviceId,
      deviceSeq: home.seq,
      effectiveAt,
      recordedAt: house.now(),
      fact,
    };
  }

  async function say(home: Home, fact: SessionFact, effectiveAt?: number): Promise<SessionEvent> {
    const event = eventOf(home, fact, effectiveAt);
    await house.done(home.lena, api.appendHomeFacts, { body: { events: [event] } });
    return event;
  }

  const look = (seen: 'settled' | 'asleep' | 'not-sure' | 'worried' = 'settled') =>
    factOf('LookMade', { seen });

  async function answer(home: Home, by: Person, fact: SessionFact): Promise<void> {
    await house.done(by, sessions.appendSessionEvents, {
      params: { patientId: home.patientId, sessionId: home.sessionId },
      body: {
        events: [
          {
            eventId: randomUUID(),
            sessionId: home.sessionId,
            patientId: home.patientId,
            deviceId: randomUUID(),
            deviceSeq: 1,
            effectiveAt: house.now(),
            recordedAt: house.now(),
            fact,
          },
        ],
      },
    });
  }

  const ringsOf = async (home: Home) =>
    (
      await house.done(maria, api.getHomeRoom, {
        params: { patientId: home.patientId, sessionId: home.sessionId },
      })
    ).rings;
  const calledIn = (ring: api.HomeRing | undefined) => ring?.calls.map((call) => call.name ?? 'everyone');
  const mailsTo = async (person: Person, home: Home) =>
    (
      await house.inClinic('harbor', (tx) =>
        tx.query<{ body: string; subject: string }>(
          `select subject, body from outgoing_mail where clinic_id = $1 and to_address = $2 and kind = 'ring' and body like $3`,
          [tx.clinicId, person.email, `%${home.sessionId}%`],
        ),
      )
    ).rows;
  const { escalateAfterSeconds, escalateAgainAfterSeconds } = homeExample1.alert;

  // Each story leaves its own session running; the watch must not be rung by another's.
  beforeEach(async () => {
    house.setClock(morning);
    for (const person of [maria, okafor, tom, noa, pat, ines, dana, ana, luz])
      await house.signIn(person, { method: 'demonstration' });
    await house.inClinic('harbor', (tx) =>
      tx.query(`update dosing_sessions set released_at = $2 where clinic_id = $1 and released_at is null`, [
        tx.clinicId,
        iso(house.now()),
      ]),
    );
  });

  test('two looks missed ring the first person named, once, however often the watch is kept', async () => {
    const home = await dosed();
    await say(home, look());
    house.later(35 * minute - 1);
    assert.equal((await watchHome(house.ports)).ringing, 0);
    assert.deepEqual(await ringsOf(home), []);
    house.later(1);
    await Promise.all([watchHome(house.ports), watchHome(house.ports)]);
    await watchHome(house.ports);
    const rings = await ringsOf(home);
    assert.equal(rings.length, 1);
    assert.deepEqual(
      [rings[0]?.reason, rings[0]?.missedLooks, calledIn(rings[0])],
      ['looks-missed', 2, [tom.name]],
    );
    assert.equal((await mailsTo(tom, home)).length, 1);
    const tasks = (await house.done(maria, listTasks)).tasks.filter(
      (task) => task.patientId === home.patientId,
    );
    assert.deepEqual(
      tasks.map((task) => [task.kind, task.priority]),
      [['home-looks-missed', 'now']],
    );
  });

  test('nobody answers: the second person is rung after the seconds of the protocol, then everyone, and everyone again', async () => {
    const home = await dosed();
    house.later(20 * minute);
    await watchHome(house.ports);
    const cases = [
      [escalateAfterSeconds.value * 1_000 - 1, [tom.name]],
      [1, [tom.name, okafor.name]],
      [(escalateAgainAfterSeconds.value - escalateAfterSeconds.value) * 1_000 - 1, [tom.name, okafor.name]],
      [1, [tom.name, okafor.name, 'everyone']],
      [everyoneCalledAgainEveryMinutes.value * minute - 1, [tom.name, okafor.name, 'everyone']],
      [1, [tom.name, okafor.name, 'everyone', 'everyone']],
    ] as const;
    for (const [ms, called] of cases) {
      house.later(ms);
      await watchHome(house.ports);
      await watchHome(house.ports);
      assert.deepEqual(calledIn((await ringsOf(home))[0]), called);
    }
  });

  test('an answer is kept with its name and its time, and nobody else is rung', async () => {
    const home = await dosed();
    house.later(20 * minute);
    await watchHome(house.ports);
    const [ring] = await ringsOf(home);
    house.later(42_000);
    await answer(home, tom, factOf('AlertAcknowledged', { alertKey: `home-ring/${ring?.id}` }));
    house.later(10 * minute);
    await watchHome(house.ports);
    const [answered] = await ringsOf(home);
    assert.deepEqual(
      [answered?.answeredBy, (answered?.answeredAt ?? 0) - (ring?.raisedAt ?? 0), calledIn(answered)],
      [tom.name, 42_000, [tom.name]],
    );
    const { tasks } = await house.done(maria, listTasks);
    assert.deepEqual(
      tasks.filter((task) => task.patientId === home.patientId),
      [],
    );
  });

  test('a run of missed looks that goes on after the answer rings again', async () => {
    const home = await dosed();
    house.later(20 * minute);
    await watchHome(house.ports);
    const [ring] = await ringsOf(home);
    await answer(home, tom, factOf('AlertAcknowledged', { alertKey: `home-ring/${ring?.id}` }));
    house.later(30 * minute);
    await watchHome(house.ports);
    assert.deepEqual(
      (await ringsOf(home)).map((one) => one.answeredBy),
      [tom.name, undefined],
    );
  });

  test('a phone without a network is a missed look too; its late taps come in and the ring still wants a person', async () => {
    const home = await dosed();
    await say(home, look());
    const begun = house.now();
    house.later(40 * minute);
    await watchHome(house.ports);
    await say(home, look(), begun + 15 * minute);
    await say(home, look('asleep'), begun + 31 * minute);
    const [ring] = await ringsOf(home);
    assert.equal(ring?.answeredAt, undefined);
    assert.equal((await watchHome(house.ports)).ringing, 1);
  });

  for (const seen of ['worried', 'not-sure'] as const) {
    test(`a look that says ${seen} rings at once, and the answer to it is the answer of the ring`, async () => {
      const home = await dosed();
      house.later(15 * minute);
      const event = await say(home, look(seen));
      const [ring] = await ringsOf(home);
      assert.deepEqual([ring?.id, ring?.reason, calledIn(ring)], [event.eventId, seen, [tom.name]]);
      house.later(9_000);
      await answer(home, tom, factOf('SignalAcknowledged', { signalEventId: event.eventId }));
      const shown = await house.done(home.lena, api.getHomeSession);
      assert.deepEqual([shown.rings[0]?.answeredBy, shown.rings[0]?.answeredAt], [tom.name, house.now()]);
    });
  }

  test('a session that ended rings nobody', async () => {
    const home = await dosed();
    await answer(home, maria, factOf('PatientReleased', { toName: 'Lena Tan', toRelation: 'wife' }));
    house.later(3 * hour);
    await watchHome(house.ports);
    assert.deepEqual(await ringsOf(home), []);
  });

  test('the address is for the nurses and prescribers who care for the person, and for nobody else', async () => {
    const home = await dosed();
    await say(home, look('worried'));
    const params = { patientId: home.patientId, sessionId: home.sessionId };
    const cases = [
      [maria, 200],
      [okafor, 200],
      [tom, 200],
      [ines, 403],
      [pat, 403],
      [dana, 403],
      [ana, 404],
      [luz, 404],
    ] as const;
    for (const [person, status] of cases) {
      const told = await house.call(person, api.getHomeRoom, { params });
      assert.equal(told.status, status, person.key);
      assert.equal(told.text.includes('12 Quarry Lane'), status === 200, person.key);
    }
    // Tom is rung and is not on shift; Noa is on shift, and someone is dosed at home today.
    const forTom = await house.done(tom, api.listHomeRings);
    assert.deepEqual(
      forTom.rings.map((one) => [
        one.forMe,
        one.home.address?.text,
        one.home.sitter?.phone,
        one.home.patientPhone,
      ]),
      [[true, '12 Quarry Lane, back door', '+1 555 0142', '+1 555 0170']],
    );
    const forNoa = await house.done(noa, api.listHomeRings);
    assert.deepEqual(
      forNoa.rings.map((one) => one.forMe),
      [false],
    );
    assert.equal((await house.call(ines, api.listHomeRings)).status, 403);
  });

  test('the address stands in no mail, no task and no log line', async () => {
    const home = await dosed();
    await say(home, look('worried'));
    house.later(20 * minute);
    await watchHome(house.ports);
    const mails = [...(await mailsTo(tom, home)), ...(await mailsTo(okafor, home))].map(
      ({ subject, body }) => subject + body,
    );
    const { tasks } = await house.done(maria, listTasks);
    for (const text of [...mails, JSON.stringify(tasks), ...house.logs]) assert.doesNotMatch(text, /Quarry/);
    for (const text of mails) assert.doesNotMatch(text, /James|Tan|ketamine|dose/);
  });

  test('the one who watches writes what they see, and nothing that is someone else’s to say', async () => {
    const home = await opened();
    for (const fact of [
      factOf('PreDoseReviewSigned', { orderId: randomUUID(), doseMg: 100, weightKg: null }),
      factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }),
      factOf('RiskQuestionAsked', { answer: 'no-thoughts' }),
      factOf('PatientReleased', { toName: 'Lena', toRelation: 'wife' }),
      factOf('AlertAcknowledged', { alertKey: 'home-ring/x' }),
    ]) {
      const told = await house.call(home.lena, api.appendHomeFacts, {
        body: { events: [eventOf(home, fact)] },
      });
      assert.deepEqual([told.status, told.problem.code], [403, 'not-yours-to-say'], fact.type);
    }
  });

  test('what the link shows has no line of the record in it: the clinic’s lines are a count', async () => {
    const home = await opened();
    const shown = await house.call(home.lena, api.getHomeSession);
    assert.equal(shown.status, 200);
    assert.equal(shown.body.session?.openDose.open, false);
    assert.ok((shown.body.session?.openDose.clinic.open ?? 0) > 0);
    assert.doesNotMatch(shown.text, /depression|1980-02-03|issues-decided|"Tan"/);
    const conditions = shown.body.session?.openDose.here.map((line) => line.condition);
    assert.ok(conditions?.includes('blood-pressure') && !conditions.includes('risk'));
  });

  test('a link for a ride opens no session at home, and an ended link says so', async () => {
    assert.equal((await house.call(luz, api.getHomeSession)).status, 404);
    const home = await opened();
    house.later(48 * hour);
    assert.equal((await house.call(home.lena, api.getHomeSession)).status, 401);
  });

  test('nothing opens before its hour, and not while nobody is named to be rung', async () => {
    const alone = await planned({ onCall: false });
    const refused = await house.call(alone.lena, api.openHomeSession, { body: { id: alone.sessionId } });
    assert.deepEqual([refused.status, refused.problem.code], [409, 'no-on-call']);
    const early = await planned();
    house.later(-hour);
    const before = await house.call(early.lena, api.openHomeSession, { body: { id: early.sessionId } });
    assert.deepEqual([before.status, before.problem.code], [409, 'not-this-hour']);
  });

  test('two people are named, both may decide, and neither twice', async () => {
    const home = await planned({ onCall: false });
    const name = (firstId: string, secondId: string) =>
      house.call(maria, api.nameOnCall, {
        params: { patientId: home.patientId, cycleId: home.cycleId },
        body: { id: randomUUID(), firstId, secondId },
      });
    assert.equal((await name(tom.id, tom.id)).problem.code, 'one-person-twice');
    assert.equal((await name(tom.id, ines.id)).problem.code, 'not-their-work');
    assert.equal((await name(tom.id, okafor.id)).body.onCall?.second.name, okafor.name);
  });

  test('what was sent is counted at home, and a difference is asked about', async () => {
    const home = await opened();
    const params = { patientId: home.patientId, cycleId: home.cycleId };
    const sent = await house.done(maria, api.writeSupply, {
      params,
      body: {
        id: randomUUID(),
        kind: 'sent',
        lozenges: 6,
        strengthMg: 100,
        lot: 'C-118',
        at: house.now() - 24 * hour,
      },
    });
    assert.deepEqual(
      [sent.supply.expected, sent.supply.issues.map((issue) => issue.code)],
      [6, ['home-not-counted']],
    );
    await say(home, factOf('LozengesCounted', { count: 5, strengthMg: 100, lot: 'C-118' }));
    await say(home, factOf('DoseGiven', { route: 'sublingual', doseMg: 100, lot: 'C-118', expiry: null }));
    const plan = await house.done(maria, api.getHomePlan, { params });
    assert.deepEqual(
      [plan.supply.expected, plan.supply.lastCount?.count, plan.supply.issues.map((issue) => issue.code)],
      [5, 5, ['home-count-differs']],
    );
    // Sent, used and left, and the count of this session held against the book of that moment.
    assert.deepEqual([plan.supply.sent, plan.supply.used], [6, 1]);
    assert.deepEqual(
      plan.supply.checks.map(({ counted, expected, taken }) => [counted, expected, taken]),
      [[5, 6, 1]],
    );
  });

  test('a dose at home: who watches, a pressure that keeps it shut, looks on time, a guide who is there or is not, and a counted box @S0-11', async () => {
    const home = await planned();
    const params = { patientId: home.patientId, cycleId: home.cycleId };
    const planNow = () => house.done(maria, api.getHomePlan, { params });
    assert.deepEqual([(await planNow()).sitter?.name, (await planNow()).guide], ['Lena Tan', undefined]);
    const kai = await guide(home, { name: 'Kai Moreno', place: 'at-a-distance' });
    assert.deepEqual((await planNow()).guide, {
      name: 'Kai Moreno',
      phone: '+1 555 0190',
      place: 'at-a-distance',
      presence: { state: 'not-heard-yet' },
    });
    const parcel = {
      kind: 'sent',
      lozenges: 6,
      strengthMg: 100,
      lot: 'C-118',
      at: house.now() - hour,
    } as const;
    await house.done(maria, api.writeSupply, { params, body: { id: randomUUID(), ...parcel } });

    // The watcher opens the day. A pressure above the limit keeps the dose shut until one below it is read.
    await house.done(home.lena, api.openHomeSession, { body: { id: home.sessionId } });
    await say(home, factOf('EmergencyAddressGiven', { address: '12 Quarry Lane, back door' }));
    const pressure = async (systolicMmHg: number) => {
      const signs = { systolicMmHg, diastolicMmHg: 78, heartRatePerMin: 70 };
      const how = { context: 'baseline', source: 'typed' } as const;
      await say(home, factOf('VitalSignsMeasured', { ...signs, ...how, couldNotRead: [] }));
      const { session } = await house.done(home.lena, api.getHomeSession);
      return [
        session?.openDose.open,
        session?.openDose.here.find(({ condition }) => condition === 'blood-pressure')?.state,
      ];
    };
    assert.deepEqual(await pressure(182), [false, 'not-met']);
    assert.deepEqual(await pressure(126), [false, 'met']);
    await say(home, factOf('LozengesCounted', { count: 6, strengthMg: 100, lot: 'C-118' }));

    // The guide says that they are on the line, and the watcher and the clinic read since when.
    const cameAt = house.now();
    const mark = (here: boolean) => house.done(kai, api.markGuide, { body: { here } });
    await mark(true);
    await say(home, factOf('DoseGiven', { route: 'sublingual', doseMg: 100, lot: 'C-118', expiry: null }));
    await say(home, look());
    const room = () =>
      house.done(maria, api.getHomeRoom, {
        params: { patientId: home.patientId, sessionId: home.sessionId },
      });
    for (const seen of [await house.done(home.lena, api.getHomeSession), await room()])
      assert.deepEqual(seen.guide?.presence, { state: 'here', since: cameAt });

    // Their page falls silent: they are not there. No look comes either: it is late, missed, and rings.
    house.later(guideSilentAfterMinutes.value * minute + 1);
    assert.deepEqual((await room()).guide?.presence, { state: 'silent', since: cameAt });
    house.later(35 * minute);
    await watchHome(house.ports);
    const followed = await mark(true);
    assert.deepEqual(followed.guide.presence, { state: 'here', since: house.now() });
    assert.deepEqual(
      [followed.session?.missedLooks, followed.session?.isClinicRung, followed.session?.lastLook?.seen],
      [2, true, 'settled'],
    );
    house.later(minute);
    assert.deepEqual((await mark(false)).guide.presence, { state: 'left', since: house.now() });

    // After it the box is held against its book.
    const { supply } = await planNow();
    assert.deepEqual([supply.sent, supply.used, supply.expected], [6, 1, 5]);
    assert.deepEqual(
      supply.checks.map(({ counted, expected, taken }) => [counted, expected, taken]),
      [[6, 6, 1]],
    );
  });

  test('a guide’s link shows how it goes and nothing of the record, writes no look, and ends when another is named', async () => {
    const home = await dosed();
    const kai = await guide(home, { name: 'Kai Moreno', place: 'in-the-house' });
    const shown = await house.call(kai, api.getGuidedDay);
    assert.deepEqual(
      [shown.body.patientFirstName, shown.body.watcher?.name, shown.body.session?.address],
      ['James', 'Lena Tan', '12 Quarry Lane, back door'],
    );
    assert.doesNotMatch(shown.text, /depression|1980-02-03|doseMg|C-118|systolic/);
    assert.equal((await house.call(kai, api.getHomeSession)).status, 404);
    const written = await house.call(kai, api.appendHomeFacts, { body: { events: [eventOf(home, look())] } });
    assert.equal(written.status, 404);
    assert.equal((await house.call(home.lena, api.getGuidedDay)).status, 404);

    // Asking someone else to watch leaves the guide; naming another guide ends the link before.
    const params = { patientId: home.patientId, cycleId: home.cycleId };
    await house.done(pat, askForRide, { params, body: { id: randomUUID(), name: 'Mo Tan' } });
    assert.equal((await house.call(kai, api.getGuidedDay)).status, 200);
    const noor = await guide(home, { name: 'Noor Haddad', place: 'at-a-distance' });
    house.later(2_000);
    assert.equal((await house.call(kai, api.getGuidedDay)).status, 401);
    assert.equal((await house.done(noor, api.getGuidedDay)).guide.name, 'Noor Haddad');
  });

  test('the one asked to watch gets a link that may write, and a mail that names no treatment', async () => {
    const home = await planned();
    const asked = await house.done(pat, askForRide, {
      params: { patientId: home.patientId, cycleId: home.cycleId },
      body: { id: randomUUID(), name: 'Mo Tan', email: 'mo@home.example' },
    });
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ scopes: string[]; body: string; subject: string }>(
        `select l.scopes, m.subject, m.body from companion_links l, outgoing_mail m
          where l.id = $1 and m.to_address = 'mo@home.example'`,
        [asked.ride.linkId],
      ),
    );
    assert.ok(rows[0]?.scopes.includes('home-session'));
    assert.doesNotMatch(`${rows[0]?.subject} ${rows[0]?.body}`, /ketamine|dose|James|treatment|drive/i);
  });
});
