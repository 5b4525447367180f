// A stranger was told how long their question is kept. It is gone then, and not a day before.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { iso } from '#server/clock';
import { deleteOldInquiries } from '#server/jobs';
import { withOwner } from '#server/postgres';
import { exampleClinic } from '#server/site';
import { type TestApp, testApp } from '#test/app.ts';
import { type ClinicKey, charts, clinics } from '#test/people.ts';

const day = 24 * 60 * 60_000;
const { keptDays } = exampleClinic.inquiries;

describe('questions from strangers', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
    await withOwner(house.db.ownerConnectionString, (owner) =>
      owner.query(`update clinics set settings = $2 where id = $1`, [
        clinics.harbor.id,
        JSON.stringify({ site: exampleClinic }),
      ]),
    );
  });
  after(() => house.close());

  type Kept = { status: 'new' | 'answered' | 'invited' | 'closed'; ageMs: number; patientId?: string };
  const keep = async (clinic: ClinicKey, { status, ageMs, patientId }: Kept): Promise<string> => {
    const id = randomUUID();
    await house.inClinic(clinic, (tx) =>
      tx.query(
        `insert into inquiries (clinic_id, id, name, reach_by, reach, body, language, status, promise_by, patient_id, created_at)
         values ($1, $2, 'Jo Marsh', 'email', 'jo@home.example', '{"question":"lorazepam"}', 'en', $3, $4, $5, $4)`,
        [tx.clinicId, id, status, iso(house.now() - ageMs), patientId ?? null],
      ),
    );
    return id;
  };
  const left = (clinic: ClinicKey): Promise<readonly string[]> =>
    house.inClinic(clinic, async (tx) =>
      (
        await tx.query<{ id: string }>('select id from inquiries where clinic_id = $1', [tx.clinicId])
      ).rows.map((row) => row.id),
    );

  const cases: readonly (readonly [string, Kept, 'kept' | 'deleted'])[] = [
    ['a new one on its last day', { status: 'new', ageMs: keptDays * day }, 'kept'],
    ['a new one a moment later', { status: 'new', ageMs: keptDays * day + 1 }, 'deleted'],
    ['an answered one of yesterday', { status: 'answered', ageMs: day }, 'kept'],
    ['an answered one whose days are over', { status: 'answered', ageMs: 2 * keptDays * day }, 'deleted'],
    ['a closed one whose days are over', { status: 'closed', ageMs: 2 * keptDays * day }, 'deleted'],
    [
      'one a patient came of, however old',
      { status: 'invited', ageMs: 9 * keptDays * day, patientId: charts.ana.patientId },
      'kept',
    ],
  ];
  for (const [what, inquiry, expected] of cases) {
    test(`${what} is ${expected}`, async () => {
      const id = await keep('harbor', inquiry);
      await deleteOldInquiries(house.ports);
      assert.equal((await left('harbor')).includes(id), expected === 'kept');
    });
  }

  test('a clinic that promised nobody anything keeps what it has', async () => {
    const id = await keep('harbor-b', { status: 'new', ageMs: 9 * keptDays * day });
    await deleteOldInquiries(house.ports);
    assert.ok((await left('harbor-b')).includes(id));
  });

  test('the line that stays names the question and holds nothing of it', async () => {
    const id = await keep('harbor', { status: 'new', ageMs: keptDays * day + 1 });
    await deleteOldInquiries(house.ports);
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ entry: string }>('select entry from audit_events where clinic_id = $1 and entry like $2', [
        tx.clinicId,
        `%${id}%`,
      ]),
    );
    assert.equal(rows.length, 1);
    const entry = rows[0]?.entry ?? '';
    assert.equal((JSON.parse(entry) as { action: string }).action, 'inquiry.delete');
    assert.doesNotMatch(entry, /Marsh|home\.example|lorazepam/);
  });
});
