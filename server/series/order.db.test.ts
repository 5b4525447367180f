import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { iso } from '#server/clock';
import { consultRoutes } from '#server/consult';
import { seriesRoutes } from '#server/series';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';

let clinic: ClinicWithRoutes;
before(async () => {
  clinic = await clinicWithRoutes((ports) => [...consultRoutes(ports), ...seriesRoutes(ports)], {
    settings: { jurisdiction: 'US' },
  });
});
after(() => clinic.close());

const plan = () => ({
  id: randomUUID() as string,
  route: 'iv' as const,
  editionId: 'iv-example-1',
  plannedCycles: 6,
  indication: 'depression',
});
const order = (
  changes: Partial<{
    doseMgPerKg: number;
    weightKg: number;
    doseMg: number;
    infusionMinutes: number;
    note: string;
  }> = {},
) => ({
  id: randomUUID() as string,
  drug: 'ketamine' as const,
  doseMgPerKg: 0.5,
  weightKg: 72,
  doseMg: 36,
  infusionMinutes: 40,
  meaning: 'I ordered this' as const,
  ...changes,
});

async function taking(
  given: string,
  medicines: readonly string[],
): Promise<{ person: Person & { patientId: string }; prescriber: Person; seriesId: string }> {
  const person = await clinic.patient(given, 'Hale', '1980-01-01');
  const prescriber = await clinic.staff('Dr Osei', 'prescriber', { careTeamOf: person.patientId });
  await clinic.as(undefined, async (tx) => {
    for (const name of medicines) {
      await tx.query(
        `insert into health_record_entries (clinic_id, id, version, patient_id, kind, body, origin, status, recorded_at, recorded_by, recorded_by_name)
         values ($1, $2, 1, $3, 'medication-statement', $4, 'patient', 'reported', $5, $2, 'Robin')`,
        [
          tx.clinicId,
          randomUUID(),
          person.patientId,
          JSON.stringify({ kind: 'medication-statement', name, status: 'taking' }),
          iso(clinic.now()),
        ],
      );
    }
    await tx.query(`update patients set stage = 'consulted' where clinic_id = $1 and id = $2`, [
      tx.clinicId,
      person.patientId,
    ]);
  });
  const body = plan();
  assert.equal(
    (await clinic.call(prescriber, api.planSeries, { params: { patientId: person.patientId }, body })).status,
    200,
  );
  return { person, prescriber, seriesId: body.id };
}

type SignBody = Partial<BodyOf<typeof api.signOrder>>;

async function planned(
  given: string,
  on: { readonly route: 'im' | 'sublingual'; readonly editionId: string },
) {
  const { patientId } = await clinic.patient(given, 'Hale', '1980-01-01');
  const prescriber = await clinic.staff('Dr Osei', 'prescriber', { careTeamOf: patientId });
  const body = { ...plan(), ...on };
  assert.equal((await clinic.call(prescriber, api.planSeries, { params: { patientId }, body })).status, 200);
  const sign = (changes: SignBody) => {
    clinic.later(1);
    return clinic.call(prescriber, api.signOrder, {
      params: { patientId, seriesId: body.id },
      body: { id: randomUUID(), drug: 'ketamine', doseMg: 0, meaning: 'I ordered this', ...changes },
    });
  };
  return { patientId, plan: body, sign };
}

/** What the newest order holds of the dose itself. */
const orderOf = (patientId: string) =>
  clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query<{ body: Record<string, unknown> }>(
      `select body from medication_requests where clinic_id = $1 and patient_id = $2 order by signed_at desc limit 1`,
      [tx.clinicId, patientId],
    );
    const kept = rows[0]?.body ?? {};
    return Object.fromEntries(
      ['doseMg', 'parts', 'weightKg', 'form', 'afterHold'].flatMap((key) =>
        kept[key] === undefined ? [] : [[key, kept[key]]],
      ),
    );
  });

const stageOf = (patientId: string) =>
  clinic.as(
    undefined,
    async (tx) =>
      (
        await tx.query<{ stage: string }>('select stage from patients where clinic_id = $1 and id = $2', [
          tx.clinicId,
          patientId,
        ])
      ).rows[0]?.stage,
  );

test('an order cannot be signed over an undecided finding, and can once it is decided', async () => {
  const { person, prescriber, seriesId } = await taking('Lorazepam', ['lorazepam']);
  const { patientId } = person;
  const refused = await clinic.call(prescriber, api.signOrder, {
    params: { patientId, seriesId },
    body: order(),
  });
  assert.equal(refused.status, 422);
  assert.equal(refused.code, 'findings-undecided');
  assert.deepEqual(
    refused.fields.map((field) => field.path),
    ['medicine-interaction/benzodiazepine/lorazepam'],
  );

  const issueKey = refused.fields[0]?.path ?? '';
  const decide = (decision: 'hold' | 'adjust') =>
    clinic.call(prescriber, api.decideIssue, {
      params: { patientId },
      body: {
        id: randomUUID() as string,
        issueKey,
        decision,
        reason: 'Known for years.',
        instruction: 'Skip it the evening before.',
      },
    });
  assert.equal((await decide('hold')).status, 200);
  clinic.later(1);
  assert.equal(
    (await clinic.call(prescriber, api.signOrder, { params: { patientId, seriesId }, body: order() })).code,
    'decided-against',
  );
  assert.equal((await decide('adjust')).status, 200);

  const listed = await clinic.call(prescriber, api.listIssues, { params: { patientId } });
  assert.equal(
    listed.answer.issues.find((issue) => issue.key === issueKey)?.decision?.instruction,
    'Skip it the evening before.',
  );
  const signed = await clinic.call(prescriber, api.signOrder, {
    params: { patientId, seriesId },
    body: order(),
  });
  assert.equal(signed.status, 200);
  assert.equal(signed.answer.order?.doseMg, 36);
  assert.equal(signed.answer.order?.signedByName, 'Dr Osei');
  assert.equal(await stageOf(patientId), 'planned');
});

test('a decision names a finding that is there now', async () => {
  const { person, prescriber } = await taking('Nothing', []);
  const told = await clinic.call(prescriber, api.decideIssue, {
    params: { patientId: person.patientId },
    body: {
      id: randomUUID() as string,
      issueKey: 'medicine-interaction/benzodiazepine/lorazepam',
      decision: 'accept-risk',
      reason: 'It is not there.',
    },
  });
  assert.equal(told.code, 'finding-gone');
});

test('the milligrams are the weight times the dose, within rounding, and inside the protocol', async () => {
  const { person, prescriber, seriesId } = await taking('Dose', []);
  const table = [
    { body: order({ doseMg: 37 }), code: 'dose-does-not-add-up' },
    { body: order({ weightKg: 72.3, doseMg: 36 }), code: undefined },
    { body: order({ weightKg: 72.3, doseMg: 36.2 }), code: undefined },
    { body: order({ weightKg: 72.3, doseMg: 36.15 }), code: undefined },
    { body: order({ weightKg: 72.3, doseMg: 36.1 }), code: 'dose-does-not-add-up' },
    { body: order({ doseMgPerKg: 1, doseMg: 72 }), code: undefined },
    {
      body: {
        ...order({ weightKg: 69.85, doseMg: 34.9 }),
        weightEntered: { value: 154, unit: 'lb' as const },
      },
      code: undefined,
    },
    {
      body: { ...order({ weightKg: 154, doseMg: 77 }), weightEntered: { value: 154, unit: 'lb' as const } },
      code: 'weight-does-not-add-up',
    },
    { body: order({ doseMgPerKg: 1.25, doseMg: 90 }), code: 'dose-needs-reason' },
    {
      body: order({ doseMgPerKg: 1.25, doseMg: 90, note: 'Three sessions without effect.' }),
      code: undefined,
    },
    { body: order({ doseMgPerKg: 2.5, doseMg: 180, note: 'More.' }), code: 'dose-above-ceiling' },
    { body: (({ infusionMinutes: _minutes, ...rest }) => rest)(order()), code: 'dose-not-whole' },
  ];
  for (const { body, code } of table) {
    const told = await clinic.call(prescriber, api.signOrder, {
      params: { patientId: person.patientId, seriesId },
      body,
    });
    assert.equal(told.code, code, JSON.stringify(body));
  }
});

test('a signature needs the person shown again, and a nurse cannot sign', async () => {
  const { person, prescriber, seriesId } = await taking('Fresh', []);
  const nurse = await clinic.staff('Ines Moreau', 'nurse', { careTeamOf: person.patientId });
  const params = { patientId: person.patientId, seriesId };
  assert.equal((await clinic.call(nurse, api.signOrder, { params, body: order() })).status, 403);
  clinic.later(6 * 60_000);
  assert.equal(
    (await clinic.call(prescriber, api.signOrder, { params, body: order() })).code,
    'show-it-is-you',
  );
});

test('only a route with a protocol here can be planned, and one series at a time', async () => {
  const { person, prescriber } = await taking('Routes', []);
  const params = { patientId: person.patientId };
  const nasal = await clinic.call(prescriber, api.planSeries, {
    params,
    body: { ...plan(), route: 'nasal' },
  });
  assert.equal(nasal.code, 'no-protocol');
  assert.equal(
    (await clinic.call(prescriber, api.planSeries, { params, body: plan() })).code,
    'series-running',
  );
});

test('a spray is ordered by its label and its protocol, whatever the screen let through', async () => {
  const person = await clinic.patient('Spray', 'Hale', '1980-01-01');
  const prescriber = await clinic.staff('Dr Osei', 'prescriber', { careTeamOf: person.patientId });
  const { patientId } = person;
  const body = { ...plan(), route: 'nasal' as const, editionId: 'nasal-example-1' };
  assert.equal((await clinic.call(prescriber, api.planSeries, { params: { patientId }, body })).status, 200);
  const sign = (changes: Partial<BodyOf<typeof api.signOrder>>) =>
    clinic.call(prescriber, api.signOrder, {
      params: { patientId, seriesId: body.id },
      body: {
        id: randomUUID(),
        drug: 'esketamine',
        doseMg: 56,
        indication: 'trd',
        meaning: 'I ordered this',
        ...changes,
      },
    });
  assert.equal((await sign({ drug: 'ketamine' })).code, 'another-drug');
  assert.equal((await sign({ infusionMinutes: 40 })).code, 'not-on-this-route');
  assert.equal((await sign({ doseMg: 28 })).code, 'dose-above-ceiling');
  assert.equal((await sign({ doseMg: 70 })).code, 'dose-above-ceiling');
  assert.equal((await sign({ indication: undefined })).code, 'dose-not-whole');
  assert.equal((await sign({ doseMg: 84 })).code, 'dose-needs-reason');
  const signed = await sign({ doseMg: 84, note: 'Eleven years of it; we spoke about both doses.' });
  assert.equal(signed.status, 200);
  assert.deepEqual(
    [signed.answer.order?.drug, signed.answer.order?.doseMg, signed.answer.order?.weightKg],
    ['esketamine', 84, undefined],
  );
  const listed = await clinic.call(prescriber, api.listSeries, { params: { patientId } });
  assert.deepEqual(listed.answer.series[0]?.course, {
    ageYears: 47,
    jurisdiction: 'US',
    isFirstSession: true,
  });
});

test('an injection is ordered by weight or in milligrams, and at most one more may follow it', async () => {
  const { patientId, sign, plan: body } = await planned('Muscle', { route: 'im', editionId: 'im-example-1' });
  assert.equal(body.route, 'im');
  const parts = { firstMg: 36, nextMg: 14, atMost: 1 };
  const table: readonly (readonly [string | undefined, SignBody])[] = [
    ['another-drug', { drug: 'esketamine', doseMg: 36, weightKg: 72 }],
    ['not-on-this-route', { doseMg: 36, weightKg: 72, infusionMinutes: 40 }],
    ['not-on-this-route', { doseMg: 36, weightKg: 72, afterHold: 'spit' }],
    ['dose-not-whole', { doseMg: 36 }],
    ['dose-does-not-add-up', { doseMg: 40, weightKg: 72, doseMgPerKg: 0.5 }],
    ['dose-above-ceiling', { doseMg: 60, weightKg: 72, parts }],
    ['dose-above-ceiling', { doseMg: 64, weightKg: 72, parts: { ...parts, atMost: 2 } }],
    ['dose-above-ceiling', { doseMg: 201, weightKg: 100, note: 'More.' }],
    ['dose-needs-reason', { doseMg: 90, weightKg: 72 }],
    [undefined, { doseMg: 36, weightKg: 72, doseMgPerKg: 0.5 }],
    [undefined, { doseMg: 50, weightKg: 72, doseMgPerKg: 0.5, parts }],
  ];
  for (const [code, changes] of table) {
    assert.equal((await sign(changes)).code, code, JSON.stringify(changes));
  }
  assert.deepEqual(await orderOf(patientId), { doseMg: 50, parts, weightKg: 72 });
});

test('a lozenge is ordered in milligrams, with its kind, what may follow, and what becomes of it after the hold', async () => {
  const { patientId, sign } = await planned('Lozenge', {
    route: 'sublingual',
    editionId: 'sublingual-example-1',
  });
  const whole = { doseMg: 200, weightKg: 72, form: 'troche', afterHold: 'spit' } as const;
  const parts = { firstMg: 100, nextMg: 100, atMost: 1 };
  const table: readonly (readonly [string | undefined, SignBody])[] = [
    ['not-on-this-route', { ...whole, parts, doseMgPerKg: 1 }],
    ['dose-not-whole', { ...whole, parts, afterHold: undefined }],
    ['dose-not-whole', { ...whole, parts, form: undefined }],
    ['dose-above-ceiling', { ...whole, doseMg: 300, parts }],
    ['dose-needs-reason', whole],
    // Adding to the dose is published for later sessions.
    ['dose-needs-reason', { ...whole, parts }],
    [undefined, { ...whole, doseMg: 100 }],
    [undefined, { ...whole, parts, note: 'They know it from another clinic.' }],
  ];
  for (const [code, changes] of table) {
    assert.equal((await sign(changes)).code, code, JSON.stringify(changes));
  }
  assert.deepEqual(await orderOf(patientId), {
    doseMg: 200,
    parts,
    weightKg: 72,
    form: 'troche',
    afterHold: 'spit',
  });
});

test('a pause rests the person, resuming brings them back, a stop ends the series', async () => {
  const { person, prescriber, seriesId } = await taking('Pause', []);
  const params = { patientId: person.patientId, seriesId };
  const move = (status: 'paused' | 'active' | 'stopped', version: number) =>
    clinic.call(prescriber, api.changeSeriesStatus, {
      params,
      body: { version, status, reason: 'They asked.' },
    });
  assert.equal((await move('paused', 9)).code, 'stale');
  assert.equal((await move('paused', 1)).answer.status, 'paused');
  assert.equal(await stageOf(person.patientId), 'paused');
  assert.equal(
    (await clinic.call(prescriber, api.signOrder, { params, body: order() })).code,
    'series-not-active',
  );
  assert.equal((await move('active', 2)).answer.status, 'active');
  assert.equal(await stageOf(person.patientId), 'consulted');
  assert.equal((await move('stopped', 3)).status, 200);
  assert.equal(await stageOf(person.patientId), 'stopped');
  assert.equal((await move('active', 4)).code, 'series-ended');
});

test('a consult note ends screening, is written by a prescriber, and the patient reads it at once', async () => {
  const person = await clinic.patient('Note', 'Hale', '1980-01-01');
  const prescriber = await clinic.staff('Dr Osei', 'prescriber', { careTeamOf: person.patientId });
  const therapist = await clinic.staff('Sam Ortiz', 'therapist', { careTeamOf: person.patientId });
  const params = { patientId: person.patientId };
  const note = () => ({
    id: randomUUID() as string,
    kind: 'consult' as const,
    text: 'We spoke about goals.',
    agenda: [],
    commitments: [],
    heldAt: clinic.now(),
  });
  assert.equal((await clinic.call(therapist, api.writeNote, { params, body: note() })).code, 'other-author');
  assert.equal(
    (
      await clinic.call(prescriber, api.writeNote, {
        params,
        body: { ...note(), heldAt: clinic.now() + 3_600_000 },
      })
    ).code,
    'not-held-yet',
  );
  assert.equal((await clinic.call(prescriber, api.writeNote, { params, body: note() })).status, 200);
  assert.equal(await stageOf(person.patientId), 'consulted');
  const read = await clinic.call(person, api.listNotes, { params });
  assert.deepEqual(
    read.answer.notes.map((one) => [one.text, one.authorName]),
    [['We spoke about goals.', 'Dr Osei']],
  );
});

test('an integration note ties the session, its themes, what they mean to do and what they hope for next @S1-40', async () => {
  const person = await clinic.patient('Tied', 'Hale', '1980-01-01');
  const therapist = await clinic.staff('Inés Alba', 'therapist', { careTeamOf: person.patientId });
  const cycleId = await clinic.cycle({ patientId: person.patientId, planner: therapist });
  const params = { patientId: person.patientId };
  const body = {
    id: randomUUID() as string,
    kind: 'integration' as const,
    cycleId,
    text: 'The kitchen came back.',
    agenda: [],
    themes: ['my father', 'water'],
    commitments: ['Call my brother'],
    nextIntention: 'To stay with the water',
    heldAt: clinic.now(),
  };
  const told = await clinic.call(therapist, api.writeNote, { params, body });
  assert.equal(told.status, 200);
  for (const reader of [person, therapist]) {
    const note = (await clinic.call(reader, api.listNotes, { params })).answer.notes[0];
    assert.deepEqual(
      [note?.cycleId, note?.themes, note?.commitments, note?.nextIntention],
      [cycleId, ['my father', 'water'], ['Call my brother'], 'To stay with the water'],
    );
  }
  const theirs = await clinic.patient('Other', 'Hale', '1980-01-01');
  const otherCycle = await clinic.cycle({ patientId: theirs.patientId, planner: therapist });
  const wrong = { ...body, id: randomUUID() as string, cycleId: otherCycle };
  assert.equal((await clinic.call(therapist, api.writeNote, { params, body: wrong })).status, 404);
});
