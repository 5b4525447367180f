// The safety page: who watches, with what, what happens if, and what this clinic itself counted beside how many sessions.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ratesFromSessions, smallestShownCount } from '#clinical/risk/event-rates.ts';
import { safetyPage } from '#content/pages/safety.ts';
import { iso } from '#server/clock';
import { withOwner } from '#server/postgres';
import { exampleClinic, sitePages } from '#server/site';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { openRunningRoom } from '#test/running-room.ts';
import { adverseEventRoutes, countedEvents } from './index.ts';

describe('the page on safety', () => {
  let clinic: ClinicWithRoutes;
  let maria: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => adverseEventRoutes(ports));
    maria = await clinic.staff('Maria Duarte', 'nurse');
  });
  after(() => clinic.close());

  const page = async (language: 'en' | 'es') => {
    const path = language === 'es' ? '/es/safety' : '/safety';
    const found = sitePages.find((each) => each.path === path) ?? assert.fail('no page');
    const text = String(
      await found.render({
        clinic: exampleClinic,
        language,
        now: clinic.now(),
        assets: { stylesheets: [], fonts: [] },
        inquiryId: randomUUID(),
        counted: await clinic.as(undefined, (tx) => countedEvents(tx, clinic.now())),
      }),
    );
    return text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  };
  const tell = (patientId: string, term: string, count: number, enteredInError = '') =>
    clinic.as(maria, async (tx) => {
      for (let index = 0; index < count; index += 1) {
        const id = randomUUID();
        await tx.query(
          `insert into adverse_events (clinic_id, id, patient_id, words, term, severity, reported_at, reported_by, reported_by_name, reported_as)
           values ($1, $2, $3, 'told', $4, 'mild', $5, $6, 'Maria Duarte', 'nurse')`,
          [clinic.clinicId, id, patientId, term, iso(clinic.now()), maria.accountId],
        );
        if (enteredInError !== '')
          await tx.query(
            `insert into adverse_event_gradings (clinic_id, event_id, number, id, patient_id, body, signed, graded_at, graded_by, graded_by_name, graded_as)
             values ($1, $2, 1, $3, $4, $5, false, $6, $7, 'Maria Duarte', 'nurse')`,
            [
              clinic.clinicId,
              id,
              randomUUID(),
              patientId,
              JSON.stringify({ term, enteredInError }),
              iso(clinic.now()),
              maria.accountId,
            ],
          );
      }
    });

  test('says who watches, with what and what happens if, and the clinic\u2019s own count with its denominator @S0-5', async () => {
    const before = await page('en');
    for (const words of ['Who watches you', 'Oxygen, masks and suction', 'You feel sick', 'Say stop'])
      assert.ok(before.includes(words), words);
    for (const words of Object.values(safetyPage)) {
      assert.doesNotMatch(
        JSON.stringify(words),
        /\b(best|safest|leading|world-class|guarantee|perfectly|completely safe|mejor|l\u00edder|garantiza)/i,
      );
      assert.ok(words.ifs.length >= 5);
    }
    // Few sessions are not counted out loud.
    assert.match(before, new RegExp(`counts out loud from ${ratesFromSessions.value} sessions`));

    const patients: string[] = [];
    await withOwner(clinic.ownerConnectionString, async (owner) => {
      await owner.query(`select set_config('app.clinic', $1, false)`, [clinic.clinicId]);
      for (let number = 1; number <= ratesFromSessions.value; number += 1) {
        const { patientId } = await openRunningRoom(owner, {
          clinicId: clinic.clinicId,
          number,
          nurseIds: [maria.accountId],
        });
        patients.push(patientId);
      }
      await owner.query('update dosing_sessions set opened_at = $1, released_at = $1', [
        iso(clinic.now() - 86_400_000),
      ]);
    });
    const someone = patients[0] ?? '';
    await tell(someone, 'nausea', smallestShownCount.value + 2);
    await tell(someone, 'fall', 1);
    await tell(someone, 'headache', smallestShownCount.value, 'The wrong person.');
    const after = await page('en');
    assert.match(after, new RegExp(`in ${ratesFromSessions.value} sessions`));
    assert.match(after, new RegExp(`Feeling sick [^.]* sessions ${smallestShownCount.value + 2} `));
    assert.match(after, new RegExp(`A fall [^.]* sessions fewer than ${smallestShownCount.value}`));
    assert.doesNotMatch(after, /Headache/);
    assert.match(await page('es'), /menos de/);
  });
});
