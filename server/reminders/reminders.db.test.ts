import assert from 'node:assert/strict';
import { randomUUID, verify } from 'node:crypto';
import { after, before, test } from 'node:test';
import { mostWaitedMs } from '#api/late-answers.ts';
import { type reviewOutcomes, saveOwnWords } from '#api/own-words.ts';
import * as questionnaires from '#api/questionnaires.ts';
import * as api from '#api/reminders.ts';
import { haveRing, listRings } from '#api/rings.ts';
import { seeDecided } from '#api/series-decisions.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { iso } from '#server/clock';
import { followEvenings } from '#server/jobs';
import { decisionRoutes } from '#server/outcomes';
import { ownWordsRoutes } from '#server/own-words';
import { questionnaireRoutes } from '#server/questionnaires';
import { ringRoutes } from '#server/rings';
import { sha256 } from '#server/secrets';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { givenDose } from '#test/given-dose.ts';
import { reminderRoutes, sendMessage, sendReminders } from './index.ts';

const hour = 3_600_000;
let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let ray: Person;
let cycleId: string;
let wentHomeAt: number;

before(async () => {
  clinic = await clinicWithRoutes(
    (ports) => [
      ...reminderRoutes(ports),
      ...questionnaireRoutes(ports),
      ...ownWordsRoutes(ports),
      ...ringRoutes(ports),
      ...decisionRoutes(ports),
    ],
    {
      ways: { text: true, pushContact: 'mailto:desk@harbor.example' },
    },
  );
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  ray = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId });
  cycleId = await clinic.cycle({ patientId: june.patientId, planner: ray, doseInHours: 0 });
  wentHomeAt = clinic.now() + 2.5 * hour;
  await dosed(clinic.now(), wentHomeAt);
});
after(() => clinic.close());

async function dosed(startedAt: number, releasedAt: number): Promise<void> {
  await givenDose(clinic, { person: june, planner: ray, cycleId, at: startedAt, releasedAt });
  await clinic.as(undefined, async (tx) => {
    await tx.query("update patients set stage = 'integrating' where clinic_id = $1 and id = $2", [
      clinic.clinicId,
      june.patientId,
    ]);
  });
}

type Sent = { subject: string; body: string; calendar: string | null; to_address: string };

async function mails(): Promise<Sent[]> {
  return clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<Sent>(
      "select subject, body, calendar, to_address from outgoing_mail where kind = 'reminder' order by created_at, id",
    );
    return rows;
  });
}

async function messages(): Promise<{ id: string; channel: string; body: string; failure: string | null }[]> {
  return clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ id: string; channel: string; body: string; failure: string | null }>(
      'select id, channel, body, failure from outgoing_messages order by created_at, id',
    );
    return rows;
  });
}

async function openTasks(): Promise<string[]> {
  return clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ kind: string; owner_role: string; priority: string }>(
      'select kind, owner_role, priority from tasks where done_at is null order by kind, owner_role',
    );
    return rows.map((row) => `${row.kind} ${row.owner_role} ${row.priority}`);
  });
}

const secretIn = (text: string | undefined): string => /\/a\/#(\S+)/.exec(text ?? '')?.[1] ?? '';
let dayAfter = '';

test('four hours after a dose one question goes out by mail, once, and says nothing of why', async () => {
  clinic.later(3.9 * hour);
  await sendReminders(clinic.ports);
  assert.deepEqual(await mails(), []);
  clinic.later(0.2 * hour);
  await sendReminders(clinic.ports);
  await sendReminders(clinic.ports);
  const [mail, ...more] = await mails();
  assert.equal(more.length, 0);
  assert.equal(mail?.subject, 'A question for you');
  assert.match(mail?.body ?? '', /http:\/\/localhost:4000\/a\/#[\w-]{43}/);
  assert.doesNotMatch(mail?.body ?? '', /June|Ames/);
});

test('the link opens one question and nothing else of anyone', async () => {
  const secret = secretIn((await mails())[0]?.body);
  const opened = await clinic.call(undefined, api.openAnswerLink, { body: { secret } });
  assert.deepEqual(Object.keys(opened.answer).sort(), ['about', 'askedAt', 'endsAt', 'items', 'language']);
  assert.equal(opened.answer.about, 'after-check');
  const stranger = await clinic.call(undefined, api.openAnswerLink, { body: { secret: 'x'.repeat(43) } });
  assert.deepEqual([stranger.status, stranger.code], [410, 'link-ended']);
  // Only its own question is taken, and only an answer to it.
  for (const [question, answer] of [
    ['pulse', 4],
    ['evening-check', 'need-help'],
    ['balance', 'fine'],
    ['distress', 3],
  ] as const) {
    const told = await clinic.call(undefined, api.answerByLink, {
      body: { secret, id: randomUUID(), question, answer },
    });
    assert.equal(told.status, 422, question);
  }
});

test('one tap answers it, the same tap said again is one answer, and it stands with the others', async () => {
  const secret = secretIn((await mails())[0]?.body);
  const tap = { secret, id: randomUUID() as string, question: 'balance', answer: 'steady' } as const;
  for (let said = 0; said < 2; said += 1) {
    const told = await clinic.call(undefined, api.answerByLink, { body: tap });
    assert.deepEqual([told.status, told.answer], [200, { kept: true }]);
  }
  clinic.later(1_000);
  await clinic.call(undefined, api.answerByLink, {
    body: { secret, id: randomUUID(), question: 'effect', answer: 'some' },
  });
  const { answer } = await clinic.call(june, questionnaires.listResponses, {
    params: { patientId: june.patientId },
    query: { instrument: 'after-check' },
  });
  assert.deepEqual(answer.responses.map((response) => response.answers).toReversed(), [
    { hours: 4, balance: 'steady' },
    { hours: 4, effect: 'some' },
  ]);
  assert.deepEqual(await openTasks(), []);
});

test('no answer to the question of the next day calls a person, in opening hours and once', async () => {
  clinic.later(20 * hour);
  await sendReminders(clinic.ports);
  // The evening was not answered either; its link came with this one.
  const asksAbout: number[] = [];
  for (const { body } of await mails()) {
    const secret = secretIn(body);
    const opened = await clinic.call(undefined, api.openAnswerLink, { body: { secret } });
    if (secret !== '' && opened.answer.about === 'after-check') dayAfter = secret;
    if (secret !== '' && opened.answer.about === 'evening-check') asksAbout.push(opened.answer.askedAt);
  }
  assert.deepEqual(asksAbout, [wentHomeAt], 'the evening of the dose, not the morning this was sent');
  clinic.later(8 * hour);
  await followEvenings(clinic.ports);
  await followEvenings(clinic.ports);
  assert.deepEqual(
    (await openTasks()).filter((task) => task.includes('after-check')),
    ['call-about-after-check nurse now'],
  );
});

test('losing the ground reaches the therapist and a nurse at once, the numbers are shown, and the page hears that someone has it', async () => {
  const losingId = randomUUID();
  const told = await clinic.call(undefined, api.answerByLink, {
    body: { secret: dayAfter, id: losingId, question: 'balance', answer: 'losing' },
  });
  assert.deepEqual(told.answer.call, {
    phone: '+1 555 0100',
    line: '988',
    emergency: '911',
    staffOnShift: 0,
  });
  const ring = (id: string) =>
    clinic.call(undefined, api.ringByLink, { body: { secret: dayAfter, answerId: id } });
  assert.deepEqual((await ring(losingId)).answer, {});
  assert.equal((await ring(randomUUID())).status, 410, 'only the page that answered');
  const nurse = await clinic.staff('Maria Ruiz', 'nurse', { shift: true });
  const [open] = (await clinic.call(nurse, listRings)).answer.rings.filter(
    ({ cause }) => cause === 'after-check-hard',
  );
  await clinic.call(nurse, haveRing, { params: { ringId: open?.id ?? '' }, body: {} });
  const answered = await ring(losingId);
  assert.deepEqual(answered.answer, { hasItSince: clinic.now() });
  const tasks = await openTasks();
  assert.ok(tasks.includes('after-check-losing nurse now'), tasks.join());
  assert.ok(tasks.includes('after-check-losing therapist now'), tasks.join());
});

test('a link ends with its question', async () => {
  clinic.later(20 * hour);
  const opened = await clinic.call(undefined, api.openAnswerLink, { body: { secret: dayAfter } });
  assert.deepEqual([opened.status, opened.code], [410, 'link-ended']);
});

const late = (waitedMs: number | undefined, answer: 'shaky' | 'losing' = 'shaky') =>
  clinic.call(undefined, api.answerByLink, {
    body: { secret: dayAfter, id: randomUUID(), question: 'balance', answer, waitedMs },
  });

test('a tap made in time with no signal counts when it arrives, and keeps the moment it was made', async () => {
  const { rows } = await clinic.as(undefined, (tx) =>
    tx.query<{ created_at: number; expires_at: number }>(
      'select created_at, expires_at from answer_links where token_hash = $1',
      [sha256(dayAfter)],
    ),
  );
  const [link] = rows;
  if (link === undefined) throw new Error('The link is gone.');
  const sinceEnd = clinic.now() - link.expires_at;
  for (const { what, waitedMs, status } of [
    { what: 'not said to have waited', waitedMs: undefined, status: 410 },
    { what: 'made after the end', waitedMs: sinceEnd - 1, status: 410 },
    { what: 'made at the end', waitedMs: sinceEnd, status: 410 },
    { what: 'made just before the end', waitedMs: sinceEnd + 1, status: 200 },
    { what: 'as late as may be', waitedMs: mostWaitedMs, status: 200 },
    { what: 'later than may be', waitedMs: mostWaitedMs + 1, status: 400 },
  ])
    assert.equal((await late(waitedMs)).status, status, what);
  const { answer } = await clinic.call(june, questionnaires.listResponses, {
    params: { patientId: june.patientId },
    query: { instrument: 'after-check' },
  });
  const shaky = answer.responses.filter((response) => response.answers['balance'] === 'shaky');
  // A phone whose clock says that it answered before it was asked answered as it was asked.
  assert.deepEqual(
    shaky.map((response) => response.authoredAt),
    [link.expires_at - 1, Math.max(link.created_at, clinic.now() - mostWaitedMs)],
  );
});

test('a red answer that arrives late calls a person all the same, and the page may ask who has it', async () => {
  const tasks = await openTasks();
  const told = await late(12 * hour, 'losing');
  assert.equal(told.answer.call?.phone, '+1 555 0100');
  assert.ok((await openTasks()).length > tasks.length);
  const { rows } = await clinic.as(undefined, (tx) =>
    tx.query<{ id: string }>(
      "select id from questionnaire_responses where answers->>'balance' = 'losing' order by recorded_at desc limit 1",
    ),
  );
  const ring = await clinic.call(undefined, api.ringByLink, {
    body: { secret: dayAfter, answerId: rows[0]?.id ?? '' },
  });
  assert.equal(ring.status, 200);
});

test('a person chooses ways, hours and further questions, and the daily question then comes with its link', async () => {
  const params = { patientId: june.patientId };
  const before = await clinic.call(june, api.getReminderWishes, { params });
  assert.deepEqual(before.answer.channels, ['mail']);
  assert.equal(before.answer.pulse, false);
  assert.deepEqual(before.answer.clinicQuiet, { fromMinuteOfDay: 1260, toMinuteOfDay: 480 });
  const body = {
    channels: ['text', 'push'] as ('text' | 'push')[],
    quiet: { fromMinuteOfDay: 20 * 60, toMinuteOfDay: 9 * 60 },
    pulse: true,
    dates: true,
    items: ['rumination', 'openness'] as ('rumination' | 'openness')[],
    version: 0,
  };
  const saved = await clinic.call(june, api.saveReminderWishes, { params, body });
  assert.equal(saved.answer.version, 1);
  assert.equal((await clinic.call(june, api.saveReminderWishes, { params, body })).code, 'stale');
  assert.equal((await clinic.call(ray, api.getReminderWishes, { params })).status, 403);

  await clinic.as(undefined, (tx) =>
    tx.query("update patients set phone = '+1 555 0199', language = 'es' where clinic_id = $1 and id = $2", [
      clinic.clinicId,
      june.patientId,
    ]),
  );
  // Ten in the morning, three days on: the daily question is open and nothing is quiet.
  clinic.later(21 * hour);
  await sendReminders(clinic.ports);
  const texts = (await messages()).filter((message) => message.channel === 'text');
  const asked = texts.map((text) => text.body);
  assert.ok(asked.length > 0 && asked.every((text) => text.startsWith('Una pregunta corta')), asked.join());
  const links = await Promise.all(
    asked.map((text) => clinic.call(undefined, api.openAnswerLink, { body: { secret: secretIn(text) } })),
  );
  const daily = links.findIndex((link) => link.answer.about === 'pulse');
  assert.deepEqual(links[daily]?.answer.items, ['rumination', 'openness']);
  const secret = secretIn(asked[daily]);
  for (const [question, answer] of [
    ['pulse', 3],
    ['rumination', 2],
  ] as const) {
    const told = await clinic.call(undefined, api.answerByLink, {
      body: { secret, id: randomUUID(), question, answer },
    });
    assert.equal(told.status, 200);
  }
});

test('a phone is knocked at with nothing inside, signed by a key the clinic keeps', async () => {
  const params = { patientId: june.patientId };
  const address = 'https://fcm.googleapis.com/fcm/send/abc';
  const refused = await clinic.call(june, api.addPushPhone, {
    params,
    body: { id: randomUUID(), address: 'https://internal.example/metadata' },
  });
  assert.equal(refused.code, 'not-a-phone');
  await clinic.call(june, api.addPushPhone, { params, body: { id: randomUUID(), address } });
  const { answer } = await clinic.call(june, api.getReminderWishes, { params });

  clinic.later(24 * hour);
  await sendReminders(clinic.ports);
  const knock = (await messages()).find((message) => message.channel === 'push');
  assert.equal(knock?.body, '');
  const heard: { address: string; headers: Readonly<Record<string, string>> }[] = [];
  const deliver = {
    push: (to: string, headers: Readonly<Record<string, string>>) => {
      heard.push({ address: to, headers });
      return Promise.resolve('taken' as const);
    },
  };
  const which = { clinicId: clinic.clinicId, messageId: knock?.id ?? '' };
  await sendMessage(clinic.ports, deliver, which);
  await sendMessage(clinic.ports, deliver, which);
  assert.equal(heard.length, 1);
  assert.equal(heard[0]?.address, address);
  const [, token = '', key = ''] =
    /^vapid t=(\S+), k=(\S+)$/.exec(heard[0]?.headers['authorization'] ?? '') ?? [];
  assert.equal(key, answer.pushKey);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  assert.ok(
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: jwk, format: 'jwk', dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  );
  const told = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string };
  assert.deepEqual([told.aud, told.sub], ['https://fcm.googleapis.com', 'mailto:desk@harbor.example']);

  // The maker says that nobody lives there any more: no more knocks.
  const again = (await messages()).find((message) => message.channel === 'push');
  await clinic.as(undefined, (tx) =>
    tx.query('update outgoing_messages set sent_at = null where id = $1', [again?.id]),
  );
  await sendMessage(clinic.ports, { push: () => Promise.resolve('gone') }, which);
  clinic.later(24 * hour);
  const before = (await messages()).length;
  await sendReminders(clinic.ports);
  const after = (await messages()).slice(before);
  assert.ok(after.every((message) => message.channel === 'text'));
});

test('a text that nobody took is tried again, and one with no carrier stays to be seen', async () => {
  const text = (await messages()).find((message) => message.channel === 'text');
  const which = { clinicId: clinic.clinicId, messageId: text?.id ?? '' };
  await sendMessage(clinic.ports, {}, which);
  await assert.rejects(sendMessage(clinic.ports, { text: () => Promise.resolve('failed') }, which));
  assert.equal((await messages()).find((message) => message.id === text?.id)?.failure, 'failed');
  const heard: string[] = [];
  await sendMessage(
    clinic.ports,
    {
      text: (to, body) => {
        heard.push(to, body);
        return Promise.resolve('taken');
      },
    },
    which,
  );
  assert.equal(heard[0], '+1 555 0199');
  assert.equal((await messages()).find((message) => message.id === text?.id)?.failure, null);
});

test('an appointment is told a day ahead with a calendar file, neither naming anything but the time', async () => {
  const sam = await clinic.patient('Sam', 'Ortiz', '1990-01-01');
  await clinic.cycle({ patientId: sam.patientId, planner: ray, doseInHours: 20 });
  await sendReminders(clinic.ports);
  const mail = (await mails()).find((one) => one.calendar !== null);
  assert.match(mail?.body ?? '', /You have an appointment on \w+, \w+ \d+ at \d+:\d\d/);
  assert.match(mail?.calendar ?? '', /SUMMARY:Appointment\r\n/);
  assert.doesNotMatch(mail?.calendar ?? '', /LOCATION/);
  // One tap from there to the set times: the place is kept with the clinic and not told in the link.
  const [, secret = ''] = /http:\/\/localhost:4000\/app\/#enter=([\w-]{43})\n/.exec(mail?.body ?? '') ?? [];
  const [kept] = await clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ account_id: string; landing: string; lasts: string }>(
      `select account_id, landing, (expires_at - created_at)::text as lasts from sign_in_challenges
        where kind = 'email-link' and secret_hash = $1`,
      [sha256(secret)],
    );
    return rows;
  });
  assert.deepEqual(kept, { account_id: sam.accountId, landing: '/more/appointments', lasts: '1 day' });
});

test('a way in goes to no other address than the one the person signs in with', async () => {
  const ada = await clinic.patient('Ada', 'Lind', '1971-06-06');
  await clinic.as(undefined, (tx) =>
    tx.query('update patients set email = $3 where clinic_id = $1 and id = $2', [
      tx.clinicId,
      ada.patientId,
      'the-whole-family@home.example',
    ]),
  );
  await clinic.cycle({ patientId: ada.patientId, planner: ray, doseInHours: 20 });
  await sendReminders(clinic.ports);
  const mail = (await mails()).find((one) => one.to_address === 'the-whole-family@home.example');
  assert.match(mail?.body ?? '', /http:\/\/localhost:4000\/app\/\n/);
  assert.doesNotMatch(mail?.body ?? '', /#enter/);
});

test('a day chosen for looking back is called to mind once on its morning, without a word of what for; what was let go is not', async () => {
  const zone = 'America/New_York';
  clinic.later(instantOf(addDays(localDateOf(clinic.now(), zone), 1), 12 * 60, zone) - clinic.now());
  const cora = await clinic.patient('Cora', 'Lindt', '1988-02-11');
  const { patientId } = cora;
  const today = localDateOf(clinic.now(), zone);
  const write = async (
    given: {
      readonly version?: number;
      readonly outcome?: (typeof reviewOutcomes)[number];
      readonly dueOn: string;
    },
    wordsId: string = randomUUID(),
  ) => {
    const { version = 0, outcome, dueOn } = given;
    const review = outcome === undefined ? undefined : { outcome, at: clinic.now() };
    const body = { version, kind: 'commitment' as const, text: 'Ring my sister.', dueOn, review };
    const saved = await clinic.call(cora, saveOwnWords, {
      params: { patientId, wordsId },
      body: { ...body, writtenAt: clinic.now() },
    });
    assert.equal(saved.status, 200);
    return wordsId;
  };
  const told = async () =>
    (await mails()).filter(({ to_address: to }) => to.startsWith(cora.accountId)).length;
  const letGo = await write({ dueOn: addDays(today, 1) });
  await write({ version: 1, outcome: 'let-go', dueOn: addDays(today, 1) }, letGo);
  await write({ dueOn: addDays(today, 2) });
  const moved = await write({ dueOn: today });
  await write({ version: 1, outcome: 'not-yet', dueOn: addDays(today, 2) }, moved);
  for (const expected of [0, 0, 1, 1]) {
    await sendReminders(clinic.ports);
    await sendReminders(clinic.ports);
    assert.equal(await told(), expected);
    clinic.later(24 * hour);
  }
  const [mail] = (await mails()).filter(({ to_address: to }) => to.startsWith(cora.accountId));
  assert.equal(mail?.subject, 'Something waits for you');
  assert.doesNotMatch(mail?.body ?? '', /sister|commit|Cora/);
});

test('what was decided is told by one neutral message on each chosen way, and not where it was read before', async () => {
  const lena = await clinic.patient('Lena', 'Moss', '1975-05-05');
  const seriesId = randomUUID();
  const decideNow = (id: string) =>
    clinic.as(undefined, async (tx) => {
      await tx.query(
        `insert into series (clinic_id, id, patient_id, route, edition_id, status, indication, planned_cycles, created_at, status_at, status_by)
         values ($1, $2, $3, 'iv', 'iv-example-1', 'stopped', 'depression', 6, $4, $4, $5) on conflict do nothing`,
        [tx.clinicId, seriesId, lena.patientId, iso(clinic.now()), ray.accountId],
      );
      await tx.query(
        `insert into series_decisions (clinic_id, id, series_id, patient_id, choice, path, reason, words_for_patient, evidence, decided_at, decided_by, decided_by_name)
         values ($1, $2, $3, $4, 'stop', 'x', 'Because.', 'It ends here.', '{}', $5, $6, 'Ray Solberg')`,
        [tx.clinicId, id, seriesId, lena.patientId, iso(clinic.now()), ray.accountId],
      );
    });
  await clinic.as(undefined, async (tx) => {
    await tx.query('update patients set email = $3, phone = $4 where clinic_id = $1 and id = $2', [
      tx.clinicId,
      lena.patientId,
      'lena@example.org',
      '555 0177',
    ]);
  });
  await clinic.call(lena, api.saveReminderWishes, {
    params: { patientId: lena.patientId },
    body: { channels: ['mail', 'text'], pulse: false, dates: true, items: [], version: 0 },
  });
  const toLena = async () => ({
    mails: (await mails()).filter(({ to_address }) => to_address === 'lena@example.org'),
    texts: (await messages()).filter(({ body }) => /something new/.test(body)),
  });
  // Late in the evening where she is; the message waits for the morning.
  const zone = 'America/New_York';
  const today = localDateOf(clinic.now(), zone);
  clinic.later(instantOf(addDays(today, 1), 22 * 60, zone) - clinic.now());
  await decideNow(randomUUID());
  await sendReminders(clinic.ports);
  assert.deepEqual(await toLena(), { mails: [], texts: [] });
  clinic.later(11 * hour);
  await sendReminders(clinic.ports);
  clinic.later(hour);
  await sendReminders(clinic.ports);
  const sent = await toLena();
  assert.deepEqual([sent.mails.length, sent.texts.length], [1, 1]);
  assert.equal(sent.mails[0]?.subject, 'There is something new for you to read');
  for (const words of [sent.mails[0]?.body ?? '', sent.texts[0]?.body ?? ''])
    assert.doesNotMatch(words, /Lena|Moss|decid|plan|stop|\bends?\b|Ray/i);

  // The next one stood on her screen before the message could go.
  const read = randomUUID();
  await decideNow(read);
  const told = await clinic.call(lena, seeDecided, {
    params: { patientId: lena.patientId },
    body: { decisionId: read, seenAt: clinic.now() },
  });
  assert.equal(told.status, 200);
  await sendReminders(clinic.ports);
  assert.equal((await toLena()).mails.length, 1);
});
