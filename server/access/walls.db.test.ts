// The walls in the database itself, behind every route: what the application's login can see when a route forgets to
// ask. Each policy is taken away in turn, and the test that should notice must notice.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as words from '#api/own-words.ts';
import { openPool, type Pool, withOwner, withTenant } from '#server/postgres';
import { clinicTables, type TestApp, testApp } from '#test/app.ts';
import { charts, clinics, people } from '#test/people.ts';

/** What leaks through the walls as they stand, one sentence each. */
async function leaks(pool: Pool, tables: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const count = async (
    clinicId: string | undefined,
    accountId: string | undefined,
    of: readonly { table: string; where: string }[],
  ) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (clinicId !== undefined)
        await client.query(`select set_config('app.clinic', $1, true), set_config('app.account', $2, true)`, [
          clinicId,
          accountId ?? '',
        ]);
      const columns = of.map(
        ({ table, where }, index) => `(select count(*)::int from ${table} where ${where}) as c${index}`,
      );
      const { rows } = await client.query<Record<string, number>>(`select ${columns.join(', ')}`);
      return of.filter((_, index) => (rows[0]?.[`c${index}`] ?? 0) > 0).map(({ table }) => table);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const every = tables.map((table) => ({ table, where: 'true' }));
  for (const table of await count(undefined, undefined, every))
    found.push(`without a clinic, ${table} shows rows`);
  const ofA = tables.map((table) => ({ table, where: `clinic_id = '${clinics.harbor.id}'` }));
  for (const table of await count(clinics['harbor-b'].id, people.nell.id, ofA))
    found.push(`${table} shows one clinic's rows to another`);
  const own = [
    { table: 'own_words', where: 'true' },
    { table: 'own_words_shares', where: 'true' },
    { table: 'own_words_media', where: 'true' },
    { table: 'carried_drafts', where: 'true' },
    { table: 'first_words', where: 'locked_at is not null' },
    { table: 'psychotherapy_notes', where: 'true' },
  ];
  // A clinic that names another clinic's account is still another clinic.
  for (const who of [people.ana, people.ines]) {
    for (const table of await count(clinics['harbor-b'].id, who.id, own))
      found.push(`${table} shows one clinic's rows to another that says it is ${who.key}`);
  }
  for (const who of [people.okafor, people.pat, people.luis]) {
    for (const table of await count(clinics.harbor.id, who.id, own))
      found.push(`${table} shows Ana's words to ${who.key}`);
  }
  for (const table of await count(clinics.harbor.id, undefined, own))
    found.push(`${table} shows Ana's words to nobody in particular`);
  return found;
}

describe('the walls in the database', () => {
  let house: TestApp;
  let tables: string[];
  before(async () => {
    house = await testApp();
    await house.done(people.ana, words.saveOwnWords, {
      params: { patientId: charts.ana.patientId, wordsId: charts.ana.wordsId },
      body: { version: 0, kind: 'journal', text: 'The tide came in.', writtenAt: house.now() },
    });
    await house.done(people.ana, words.shareOwnWords, {
      params: { patientId: charts.ana.patientId, wordsId: charts.ana.wordsId },
      body: { id: charts.ana.shareId, withAccountId: people.ines.id },
    });
    await house.inClinic(
      'harbor',
      (tx) =>
        tx.query(
          `insert into psychotherapy_notes (clinic_id, id, version, patient_id, author_account_id, sealed, recorded_at) values ($1, $2, 1, $3, $4, '\\x00', now())`,
          [tx.clinicId, randomUUID(), charts.ana.patientId, people.ines.id],
        ),
      people.ines.id,
    );
    await house.inClinic(
      'harbor',
      async (tx) => {
        await tx.query(
          `insert into own_words_media (clinic_id, id, words_id, patient_id, author_account_id, kind, media_type, sealed, recorded_at)
           values ($1, $2, $3, $4, $5, 'drawing', 'image/png', '\\x00', now())`,
          [tx.clinicId, randomUUID(), charts.ana.wordsId, charts.ana.patientId, people.ana.id],
        );
        await tx.query(
          `insert into carried_drafts (clinic_id, account_id, name, saved_at, nonce, sealed)
           values ($1, $2, repeat('a', 32), now(), decode(repeat('00', 12), 'hex'), '\\x00')`,
          [tx.clinicId, people.ana.id],
        );
        // One still open to those who care for her, and one she locked.
        for (const lockedAt of [null, '2027-03-02T14:00:00Z'])
          await tx.query(
            `insert into first_words (clinic_id, id, patient_id, taken_by, taken_by_name, sealed, said_at, recorded_at, locked_at)
             values ($1, $2, $3, $4, 'Inés Alba', '\\x00', now(), now(), $5)`,
            [tx.clinicId, randomUUID(), charts.ana.patientId, people.ines.id, lockedAt],
          );
      },
      people.ana.id,
    );
    tables = await house.inClinic('harbor', (tx) => clinicTables(tx));
    // A table without a row would prove nothing about its wall.
    await withOwner(house.db.ownerConnectionString, async (owner) => {
      await owner.query('begin');
      await owner.query('set constraints all deferred');
      await owner.query(`select set_config('app.clinic', $1, true), set_config('app.account', $2, true)`, [
        clinics.harbor.id,
        people.ana.id,
      ]);
      for (const table of tables) await fillIfEmpty(owner, table);
      await owner.query('commit');
    });
  });
  after(() => house.close());

  test('there is a row to hide in every table', async () => {
    const empty: string[] = [];
    for (const [clinic, account] of [
      [clinics.harbor.id, people.ana.id],
      [clinics.harbor.id, people.ines.id],
    ] as const) {
      await withTenant(house.pool, { clinicId: clinic, accountId: account }, async (tx) => {
        for (const table of tables) {
          const { rows } = await tx.query(`select 1 from ${table} limit 1`);
          if (rows.length === 0) empty.push(`${table} for ${account}`);
        }
      });
    }
    // Each of the two sees everything but the words that belong to the other.
    assert.deepEqual(empty, [
      `psychotherapy_notes for ${people.ana.id}`,
      `carried_drafts for ${people.ines.id}`,
    ]);
  });

  test('without a clinic there is nothing, another clinic sees nothing, and words stay with their author', async () => {
    assert.deepEqual(await leaks(house.pool, tables), []);
  });

  test('the person an entry was shared with reads that entry, and no longer once it is taken back', async () => {
    const seen = () =>
      house.inClinic(
        'harbor',
        async (tx) => (await tx.query('select 1 from own_words')).rows.length,
        people.ines.id,
      );
    assert.equal(await seen(), 1);
    await house.done(people.ana, words.takeBackOwnWords, {
      params: { patientId: charts.ana.patientId, wordsId: charts.ana.wordsId, shareId: charts.ana.shareId },
    });
    assert.equal(await seen(), 0);
  });

  test('nobody writes a row into another clinic, or words in another’s name', async () => {
    const refused = /row-level security/;
    await assert.rejects(
      house.inClinic('harbor-b', (tx) =>
        tx.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, 77, $3)', [
          clinics.harbor.id,
          randomUUID(),
          'Not theirs',
        ]),
      ),
      refused,
    );
    await assert.rejects(
      house.inClinic(
        'harbor',
        (tx) =>
          tx.query(
            `insert into own_words (clinic_id, id, patient_id, author_account_id, kind, sealed, written_at, recorded_at) values ($1, $2, $3, $4, 'journal', '\\x00', now(), now())`,
            [tx.clinicId, randomUUID(), charts.ana.patientId, people.ana.id],
          ),
        people.okafor.id,
      ),
      refused,
    );
    const moved = await house.inClinic('harbor-b', (tx) =>
      tx.query('update patients set clinic_id = $1', [tx.clinicId]),
    );
    assert.equal(moved.rowCount, 1, 'only the one patient who was there before');
  });

  test('facts and audit lines cannot be changed or deleted by the application', async () => {
    for (const table of [
      'dosing_session_events',
      'audit_events',
      'health_record_entries',
      'medication_requests',
      'issue_decisions',
      'encounter_notes',
      'observations',
      'record_imports',
      'preparation_items',
      'psychotherapy_notes',
      'emdr_targets',
      'emdr_sittings',
      'guest_notes',
    ]) {
      for (const statement of [
        `update ${table} set clinic_id = clinic_id`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await assert.rejects(
          house.inClinic('harbor', (tx) => tx.query(statement)),
          /permission denied/,
          statement,
        );
      }
    }
  });

  test('taking away any one policy is noticed', async () => {
    const policies = await withOwner(house.db.ownerConnectionString, async (owner) => {
      const { rows } = await owner.query<{ table: string; name: string; restrictive: boolean }>(
        `select tablename as table, policyname as name, permissive = 'RESTRICTIVE' as restrictive from pg_policies where schemaname = 'public' order by 1, 2`,
      );
      return rows;
    });
    assert.ok(policies.length >= tables.length);
    const unnoticed: string[] = [];
    // Its own login, because each attempt waits for the one before it to be put back.
    const pool = openPool({ connectionString: house.db.appConnectionString, max: 1 });
    try {
      for (const policy of policies) {
        // A permissive wall that is gone shows nothing at all; the mistake to fear is one that lets everything through.
        const weaken = policy.restrictive
          ? `drop policy ${policy.name} on ${policy.table}`
          : `alter policy ${policy.name} on ${policy.table} using (true)`;
        const before = await withOwner(house.db.ownerConnectionString, async (owner) => {
          const { rows } = await owner.query<{ qual: string; with_check: string | null }>(
            'select qual, with_check from pg_policies where tablename = $1 and policyname = $2',
            [policy.table, policy.name],
          );
          await owner.query(weaken);
          return rows[0];
        });
        const found = await leaks(pool, [policy.table]);
        if (!found.some((sentence) => sentence.includes(policy.table)))
          unnoticed.push(`${policy.table}: ${policy.name}`);
        await withOwner(house.db.ownerConnectionString, (owner) =>
          owner.query(
            policy.restrictive
              ? `create policy ${policy.name} on ${policy.table} as restrictive using (${before?.qual}) with check (${before?.with_check})`
              : `alter policy ${policy.name} on ${policy.table} using (${before?.qual})`,
          ),
        );
      }
      assert.deepEqual(unnoticed, []);
      assert.deepEqual(await leaks(pool, tables), [], 'every wall was put back');
    } finally {
      await pool.end();
    }
  });
});

type Column = { name: string; type: string; check: string | null };

/** One row with values that mean nothing, where the cast left a table empty. References are not asked of it. */
const drillId = randomUUID();
const standingOrderId = randomUUID();
const ringId = randomUUID();
const guideId = randomUUID();
const helpRingId = randomUUID();
const adverseEventId = randomUUID();
const decisionId = randomUUID();

const parentOf: Readonly<Record<string, string>> = {
  adverse_event_gradings: 'adverse_events',
  record_import_decisions: 'record_imports',
  protocol_signatures: 'protocol_editions',
  drill_facts: 'drills',
  drill_signatures: 'drills',
  home_ring_calls: 'home_rings',
  home_guide_marks: 'home_guides',
  ring_calls: 'rings',
  ring_messages: 'ring_calls',
  safety_plan_talks: 'safety_plans',
  series_decisions_seen: 'series_decisions',
  standing_order_ends: 'standing_orders',
  session_note_signatures: 'session_notes',
};

async function fillIfEmpty(
  owner: { query(sql: string, params?: unknown[]): Promise<{ rows: unknown[] }> },
  table: string,
): Promise<void> {
  const { rows } = await owner.query(`select 1 from ${table} limit 1`);
  if (rows.length > 0 || table === 'psychotherapy_notes') return;
  const columns = (
    await owner.query(
      `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
              (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1) as check
         from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef`,
      [table],
    )
  ).rows as Column[];
  const named: Readonly<Record<string, string>> = {
    clinic_id: clinics.harbor.id,
    patient_id: charts.ana.patientId,
    cycle_id: charts.ana.cycleId,
    session_id: charts.ana.sessionId,
    series_id: charts.ana.seriesId,
    account_id: people.ana.id,
    author_account_id: people.ana.id,
    decided_by: people.okafor.id,
    started_by: people.ines.id,
    added_by: people.ana.id,
    said_by: people.ana.id,
    appointment_id: charts.ana.appointmentId,
    link_id: charts.ana.linkId,
  };
  const idsOfParents: Readonly<Record<string, string>> = {
    'record_imports.id': charts.ana.importId,
    'record_import_decisions.import_id': charts.ana.importId,
    'protocol_editions.id': charts.ana.editionId,
    'protocol_signatures.edition_id': charts.ana.editionId,
    'home_on_call.first_id': people.maria.id,
    'home_on_call.second_id': people.tom.id,
    'on_call_duties.until_at': '2027-03-02T22:00:00Z',
    'adverse_events.id': adverseEventId,
    'adverse_event_gradings.event_id': adverseEventId,
    'home_rings.id': ringId,
    'home_ring_calls.ring_id': ringId,
    'home_guides.id': guideId,
    'rings.id': helpRingId,
    'ring_calls.ring_id': helpRingId,
    'ring_messages.ring_id': helpRingId,
    'home_guide_marks.guide_id': guideId,
    'page_approvals.approved_by': people.okafor.id,
    'series_decisions.id': decisionId,
    'series_decisions_seen.decision_id': decisionId,
    'safety_plans.written_by': people.ana.id,
    'safety_plan_talks.with_account_id': people.ines.id,
    'drills.id': drillId,
    'drills.trainee_id': people.maria.id,
    'drill_facts.drill_id': drillId,
    'drill_signatures.drill_id': drillId,
    'standing_orders.id': standingOrderId,
    'standing_order_ends.order_id': standingOrderId,
  };
  const values = columns.map(({ name, type, check }) => {
    const choice = /'([^']+)'/.exec(check ?? '')?.[1];
    if (name in named) return named[name];
    if (choice !== undefined) return choice;
    if (`${table}.${name}` in idsOfParents) return idsOfParents[`${table}.${name}`];
    if (type === 'boolean') return true;
    if (type.endsWith('[]')) return '{}';
    if (type === 'uuid') return randomUUID();
    if (/int|numeric/.test(type)) return 1;
    if (/timestamp/.test(type)) return '2027-03-02T14:00:00Z';
    if (type === 'boolean') return false;
    if (type === 'date') return '2027-03-02';
    if (type === 'jsonb') return '{}';
    if (type === 'bytea') return Buffer.from([0]);
    if (type.endsWith('[]')) return [];
    return 'calm';
  });
  // A parent may come after its child in the alphabet.
  const parent = parentOf[table];
  if (parent !== undefined) await fillIfEmpty(owner, parent);
  await owner.query(
    `insert into ${table} (${columns.map((column) => column.name).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    values,
  );
}
