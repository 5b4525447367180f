import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/companion-checks.ts';
import {
  askForRide,
  companionConcern,
  letBeAsked,
  listRides,
  revokeCompanionLink,
  takeRideStep,
} from '#api/preparation.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { listOwnRings } from '#api/rings.ts';
import { openCompanionLink } from '#api/sign-in.ts';
import { openPrincipals } from '#server/access';
import { careRecordOf } from '#server/care-record';
import { followEvenings } from '#server/jobs';
import { questionnaireRoutes } from '#server/questionnaires';
import { rideRoutes } from '#server/rides';
import { ringRoutes } from '#server/rings';
import { signInRoutes } from '#server/sign-in';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { givenDose } from '#test/given-dose.ts';
import { companionCheckRoutes, mailCompanionChecks } from './index.ts';

const hour = 3_600_000;
let clinic: ClinicWithRoutes;
let nia: Person;
before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...rideRoutes(ports),
    ...companionCheckRoutes(),
    ...ringRoutes(ports),
    ...questionnaireRoutes(ports),
    ...signInRoutes(ports, openPrincipals(ports)),
  ]);
});
after(() => clinic.close());

/** Someone with a dose at nine, taken home at half past eleven by a companion who said yes. */
async function takenHome(email: string) {
  const june = await clinic.patient('June', 'Ames', '1980-04-02');
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId });
  const cycleId = await clinic.cycle({ patientId: june.patientId, planner: nia, doseInHours: 0 });
  const asked = await clinic.call(june, askForRide, {
    params: { patientId: june.patientId, cycleId },
    body: { id: randomUUID(), name: 'Luz', email },
  });
  const { linkId } = asked.answer.ride;
  const luz = { token: await clinic.signIn({ companionLinkId: linkId }) };
  await clinic.call(luz, takeRideStep, { body: { step: 'accepted' } });
  const [startedAt, releasedAt] = [clinic.now(), clinic.now() + 2.5 * hour];
  await givenDose(clinic, { person: june, planner: nia, cycleId, at: startedAt, releasedAt });
  await clinic.as(undefined, async (tx) => {
    await tx.query("update patients set stage = 'integrating' where clinic_id = $1 and id = $2", [
      tx.clinicId,
      june.patientId,
    ]);
  });
  return { june, luz, linkId, cycleId, startedAt };
}

type Taken = Awaited<ReturnType<typeof takenHome>>;

async function mailsTo(address: string): Promise<readonly { subject: string; body: string }[]> {
  return clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ subject: string; body: string }>(
      'select subject, body from outgoing_mail where to_address = $1 order by created_at, id',
      [address],
    );
    return rows;
  });
}

const checksOf = (luz: Pick<Person, 'token'>) => clinic.call(luz, api.getCompanionChecks);
const say = (
  luz: Pick<Person, 'token'>,
  check: 'evening' | 'morning' | 'last',
  word: 'well' | 'not-sure' | 'worried',
  more: { id?: string; signs?: ('breathing' | 'confused')[]; saidAt?: number } = {},
) =>
  clinic.call(luz, api.answerCompanionCheck, {
    body: {
      id: more.id ?? randomUUID(),
      check,
      word,
      signs: more.signs ?? [],
      saidAt: more.saidAt ?? clinic.now(),
    },
  });
const ringsOf = async ({ june }: Taken) =>
  (await clinic.call(june, listOwnRings, { params: { patientId: june.patientId } })).answer.rings.map(
    ({ cause }) => cause,
  );
const workOf = ({ june }: Taken) =>
  clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ kind: string; owner_role: string; priority: string; detail: object }>(
      'select kind, owner_role, priority, detail from tasks where clinic_id = $1 and patient_id = $2 order by kind, owner_role',
      [tx.clinicId, june.patientId],
    );
    return rows;
  });

describe('whoever took someone home', () => {
  let taken: Taken;
  before(async () => {
    taken = await takenHome('luz@example.org');
  });

  test('is asked in the evening by one mail that names nothing, and its link lets them in', async () => {
    clinic.later(3 * hour);
    await mailCompanionChecks(clinic.ports);
    assert.equal((await mailsTo('luz@example.org')).length, 1);
    assert.deepEqual(
      (await checksOf(taken.luz)).answer.checks.map(({ check, askAt }) => [
        check,
        (askAt - taken.startedAt) / hour,
      ]),
      [
        ['evening', 10],
        ['morning', 24],
        ['last', 72],
      ],
    );
    clinic.later(7.1 * hour);
    await mailCompanionChecks(clinic.ports);
    await mailCompanionChecks(clinic.ports);
    const [, mail, ...more] = await mailsTo('luz@example.org');
    assert.equal(more.length, 0);
    assert.equal(mail?.subject, 'One short question');
    assert.doesNotMatch(mail?.body ?? '', /June|Ames|ketamine|dose|infusion|treatment|breath/i);
    const secret = /companion\/#(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
    assert.equal((await clinic.call(undefined, openCompanionLink, { body: { secret } })).status, 200);
  });

  test('all well calls nobody, and the record says who said it and when', async () => {
    const id = randomUUID();
    for (let tapped = 0; tapped < 2; tapped += 1)
      assert.equal((await say(taken.luz, 'evening', 'well', { id })).status, 200);
    assert.deepEqual(await ringsOf(taken), []);
    assert.deepEqual(await workOf(taken), []);
    const followed = await clinic.as(nia, (tx) => careRecordOf(tx, taken.june.patientId, clinic.now()));
    assert.deepEqual(followed?.record.lastDose?.companion?.answers, [
      { check: 'evening', word: 'well', signs: [], at: clinic.now(), by: 'Luz' },
    ]);
  });

  test('a worried answer rings, and a nurse and the therapist read what was seen', async () => {
    const earlier = clinic.now() + 14 * hour;
    clinic.later(15 * hour);
    await say(taken.luz, 'morning', 'not-sure', { saidAt: earlier });
    assert.deepEqual(
      (await workOf(taken)).map(({ kind, priority }) => [kind, priority]),
      [['companion-not-sure', 'soon']],
    );
    assert.deepEqual(await ringsOf(taken), []);
    await say(taken.luz, 'morning', 'not-sure', { signs: ['confused'] });
    assert.deepEqual(await ringsOf(taken), ['companion-concern']);
    const red = { companionName: 'Luz', check: 'morning', word: 'not-sure', signs: 'confused' };
    assert.deepEqual(
      (await workOf(taken)).filter(({ kind }) => kind === 'companion-concern'),
      ['nurse', 'therapist'].map((role) => ({
        kind: 'companion-concern',
        owner_role: role,
        priority: 'now',
        detail: red,
      })),
    );
  });

  test('a link the patient ended asks nothing any more, and the mailed one ends with it', async () => {
    const mailed = /companion\/#(\S+)/.exec((await mailsTo('luz@example.org')).at(-1)?.body ?? '')?.[1] ?? '';
    await clinic.call(taken.june, revokeCompanionLink, {
      params: { patientId: taken.june.patientId, linkId: taken.linkId },
      body: {},
    });
    assert.equal((await checksOf(taken.luz)).status, 410);
    const opened = await clinic.call(undefined, openCompanionLink, { body: { secret: mailed } });
    assert.deepEqual([opened.status, opened.code], [410, 'link-ended']);
    const before = (await mailsTo('luz@example.org')).length;
    clinic.later(48 * hour);
    await mailCompanionChecks(clinic.ports);
    assert.equal((await mailsTo('luz@example.org')).length, before);
  });
});

describe('silence beside a person', () => {
  async function evening(said: 'all-right' | 'rough' | undefined): Promise<readonly string[]> {
    const taken = await takenHome(`${randomUUID()}@example.org`);
    clinic.later(10.1 * hour);
    if (said !== undefined)
      await clinic.call(taken.june, saveResponse, {
        params: { patientId: taken.june.patientId, responseId: randomUUID() },
        body: {
          version: 0,
          instrument: 'evening-check',
          answers: { 'evening-check': said },
          complete: true,
          authoredAt: clinic.now(),
          cycleId: taken.cycleId,
        },
      });
    clinic.later(hour);
    await followEvenings(clinic.ports);
    await followEvenings(clinic.ports);
    return await ringsOf(taken);
  }

  test('calls someone where neither answered, and where it is rough and the companion is silent', async () => {
    assert.deepEqual(await evening(undefined), ['evening-silent']);
    assert.deepEqual(await evening('rough'), ['evening-silent']);
  });

  test('wakes nobody where the person said that all is right', async () => {
    assert.deepEqual(await evening('all-right'), []);
  });
});

describe('a companion whom the patient has not asked', () => {
  let taken: Taken;
  const address = 'unasked@example.org';
  const letAsk = (mayBeAsked: boolean, who: Pick<Person, 'token'> = taken.june) =>
    clinic.call(who, letBeAsked, {
      params: { patientId: taken.june.patientId, linkId: taken.linkId },
      body: { mayBeAsked },
    });
  const rideOf = async () =>
    (await clinic.call(taken.june, listRides, { params: { patientId: taken.june.patientId } })).answer
      .rides[0];
  const recordOf = () => clinic.as(nia, (tx) => careRecordOf(tx, taken.june.patientId, clinic.now()));
  const mailed = async () => (await mailsTo(address)).length;
  before(async () => {
    taken = await takenHome(address);
  });

  test('gets no mail at the hour; their page says so, their link goes on, and the record says since when and by whom', async () => {
    const from = clinic.now();
    assert.equal((await letAsk(false)).status, 200);
    clinic.later(1);
    assert.equal((await letAsk(false)).status, 200);
    clinic.later(10.1 * hour);
    await mailCompanionChecks(clinic.ports);
    assert.equal(await mailed(), 1, 'only the letter that asked them for the way home');
    const page = await checksOf(taken.luz);
    assert.deepEqual([page.status, page.answer.unaskedSince], [200, from]);
    assert.equal((await rideOf())?.unaskedSince, from);
    assert.deepEqual((await recordOf())?.record.lastDose?.companion?.unasked, [
      { from, until: undefined, by: 'June Ames' },
    ]);
  });

  test('is not silent where it is hard: nobody is woken for their missing word', async () => {
    await clinic.call(taken.june, saveResponse, {
      params: { patientId: taken.june.patientId, responseId: randomUUID() },
      body: {
        version: 0,
        instrument: 'evening-check',
        answers: { 'evening-check': 'rough' },
        complete: true,
        authoredAt: clinic.now(),
        cycleId: taken.cycleId,
      },
    });
    clinic.later(hour);
    await followEvenings(clinic.ports);
    assert.deepEqual(await ringsOf(taken), []);
  });

  test('is heard all the same: a worry rings', async () => {
    assert.equal((await say(taken.luz, 'evening', 'worried')).status, 200);
    assert.deepEqual(await ringsOf(taken), ['companion-concern']);
  });

  test('is asked again as soon as the patient wants it, by the mail of the question that stands open', async () => {
    clinic.later(14 * hour);
    await mailCompanionChecks(clinic.ports);
    assert.equal(await mailed(), 1);
    assert.equal((await letAsk(true)).status, 200);
    await mailCompanionChecks(clinic.ports);
    assert.equal(await mailed(), 2);
    assert.equal((await checksOf(taken.luz)).answer.unaskedSince, undefined);
    const [span, ...more] = (await recordOf())?.record.lastDose?.companion?.unasked ?? [];
    assert.deepEqual([span?.until, more], [clinic.now(), []]);
  });

  test('gets no mail that was still waiting for the mail server, and is mailed anew once they are asked again', async () => {
    const waiting = async () =>
      await clinic.as(undefined, async (tx) => {
        const { rows } = await tx.query<{ failure: string | null }>(
          'select failure from outgoing_mail where to_address = $1 and sent_at is null order by created_at, id',
          [address],
        );
        return rows;
      });
    const [, question] = await waiting();
    assert.equal(question?.failure, null);
    const secret = /companion\/#(\S+)/.exec((await mailsTo(address)).at(-1)?.body ?? '')?.[1] ?? '';
    const open = async () => (await clinic.call(undefined, openCompanionLink, { body: { secret } })).status;
    assert.equal(await open(), 200);
    clinic.later(1_000);
    await letAsk(false);
    assert.deepEqual(
      (await waiting()).map(({ failure }) => failure),
      [null, 'called-back'],
      'the letter that asked them for the way home is no question',
    );
    assert.notEqual(await open(), 200);
    clinic.later(1_000);
    await letAsk(true);
    await mailCompanionChecks(clinic.ports);
    assert.deepEqual(
      (await waiting()).map(({ failure }) => failure),
      [null, 'called-back', null],
    );
  });

  test('is chosen by the patient alone, and only for a link that still works', async () => {
    assert.notEqual((await letAsk(false, nia)).status, 200);
    assert.notEqual((await letAsk(false, taken.luz)).status, 200);
    clinic.later(8 * 24 * hour);
    const again = { ...taken.june, token: await clinic.signIn({ accountId: taken.june.accountId }) };
    assert.equal((await letAsk(false, again)).status, 404);
    taken = { ...taken, june: again };
  });

  test('may be chosen when they are asked for the way home', async () => {
    const cycleId = await clinic.cycle({ patientId: taken.june.patientId, planner: nia, doseInHours: 30 });
    const asked = await clinic.call(taken.june, askForRide, {
      params: { patientId: taken.june.patientId, cycleId },
      body: { id: randomUUID(), name: 'Luz', mayBeAsked: false },
    });
    assert.equal(asked.answer.ride.unaskedSince, clinic.now());
  });
});

test('a companion’s concern told in their own words rings as well', async () => {
  const taken = await takenHome('bo@example.org');
  const id = randomUUID();
  await clinic.call(taken.luz, companionConcern, { body: { id, words: 'she is very pale' } });
  assert.deepEqual(await ringsOf(taken), ['companion-concern']);
});

test('nothing is asked before they are home, and of nobody else’s companion', async () => {
  const june = await clinic.patient('Ada', 'Vale', '1981-01-01');
  const cycleId = await clinic.cycle({ patientId: june.patientId, planner: nia, doseInHours: 4 });
  const asked = await clinic.call(june, askForRide, {
    params: { patientId: june.patientId, cycleId },
    body: { id: randomUUID(), name: 'Bo' },
  });
  const bo = { token: await clinic.signIn({ companionLinkId: asked.answer.ride.linkId }) };
  assert.deepEqual((await checksOf(bo)).answer.checks, []);
  const told = await say(bo, 'evening', 'well');
  assert.deepEqual([told.status, told.code], [409, 'not-asked']);
  assert.notEqual((await checksOf(june)).status, 200);
});
