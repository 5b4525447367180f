// What someone comes for, named by a prescriber: its measures are asked, its findings stand, and what was tried before is
// told once and counts only once a clinician has judged it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getAnswer } from '#api/answer.ts';
import * as api from '#api/health-record.ts';
import { pathwayOf } from '#clinical/pathways/pathways.ts';
import { approvalOf, indications } from '#clinical/screening/indications.ts';
import { conditions } from '#content/pages/conditions.ts';
import { junesRecord } from '#test/junes-record.ts';

describe('what someone comes for', () => {
  const { cast, params, write: say, found } = junesRecord();
  const name = (indication: string, documented: Record<string, boolean> = {}) =>
    say(cast.okafor, { kind: 'indication', indication, documented });
  const codes = async () => (await found('indication')).map(({ finding }) => finding.code);
  /** The forms asked before the first dose, tomorrow. */
  async function asked(): Promise<readonly (string | undefined)[]> {
    await cast.clinic.cycle({ patientId: cast.june.patientId, planner: cast.okafor, doseInHours: 20 });
    const { answer } = await cast.clinic.call(cast.okafor, getAnswer, { params: params() });
    return answer.answer.tasks.filter(({ kind }) => kind === 'answer-baseline').map(({ subject }) => subject);
  }
  const total = (scale: string, version: string, value: number) =>
    say(cast.maria, {
      kind: 'scale-total',
      scale,
      version,
      score: 'total',
      total: value,
      takenAt: cast.clinic.now(),
    });

  test('depression has its measures, and earlier treatment counts as failed only once a clinician judged it @S2-10 @S0-4', async () => {
    const tried = (
      await say(cast.june, {
        kind: 'prior-treatment',
        name: 'Sertraline',
        dose: '200 mg a day',
        duration: '14 weeks',
        response: 'did-not-help',
        whyStopped: 'No change, and no sleep',
      })
    ).answer;
    const second = (
      await say(cast.june, {
        kind: 'prior-treatment',
        name: 'Venlafaxine',
        dose: '225 mg a day',
        duration: '10 weeks',
        response: 'helped-some',
        whyStopped: 'Blood pressure',
      })
    ).answer;
    assert.equal(
      (await say(cast.june, { ...tried.body, adequate: 'yes' } as api.HealthRecordBody)).status,
      403,
    );
    await name('treatment-resistant-depression', { diagnosis: true, 'treatments-tried': true });
    assert.ok((await codes()).includes('trials-not-known'));
    const judge = (entry: api.HealthRecordEntry, adequate: 'yes' | 'no') =>
      cast.clinic.call(cast.okafor, api.correctHealthEntry, {
        params: { ...params(), entryId: entry.id },
        body: {
          version: entry.version,
          status: 'confirmed',
          body: { ...entry.body, adequate } as api.HealthRecordBody,
        },
      });
    await judge(tried, 'yes');
    assert.ok((await codes()).includes('trials-not-known'), 'one of two is judged by nobody');
    const other = (await judge(second, 'no')).answer;
    assert.ok((await codes()).includes('trials-too-few'));
    await judge(other, 'yes');
    assert.deepEqual(
      (await codes()).filter((code) => code?.startsWith('trials')),
      [],
    );
    // The same lines, with all they said, are what an insurer is shown.
    const kept = (await cast.clinic.call(cast.okafor, api.getHealthRecord, { params: params() })).answer
      .entries;
    const first = kept.find(({ id }) => id === tried.id)?.body;
    assert.deepEqual(first, {
      kind: 'prior-treatment',
      name: 'Sertraline',
      dose: '200 mg a day',
      duration: '14 weeks',
      response: 'did-not-help',
      whyStopped: 'No change, and no sleep',
      adequate: 'yes',
    });
    assert.deepEqual(pathwayOf('treatment-resistant-depression')?.totals, ['madrs', 'qids-sr16', 'hamd-17']);
    assert.ok((await asked()).includes('phq-9'));
    assert.equal((await total('hamd-17', '17 items', 21)).status, 200);
  });

  test('anxiety has its pathway and its measure, said to be weakly tested and approved nowhere @S2-11', async () => {
    await name('social-anxiety', { diagnosis: true, 'treatments-tried': true });
    assert.deepEqual((await codes()).sort(), ['indication-off-label', 'indication-weak-evidence']);
    assert.equal((await asked()).filter((form) => form === 'gad-7').length, 1);
  });

  test('obsessive-compulsive disorder is measured by a total from a licensed form, and no impossible one is kept @S2-13', async () => {
    await name('ocd');
    assert.ok((await codes()).includes('paper-not-known'));
    assert.deepEqual(pathwayOf('ocd')?.totals, ['y-bocs', 'oci-r']);
    assert.equal((await total('y-bocs', '10 items', 24)).status, 200);
    assert.equal((await total('y-bocs', '10 items', 41)).code, 'total-not-possible');
    assert.equal((await total('y-bocs', '5 items', 12)).code, 'total-not-possible');
    assert.equal(
      (
        await say(cast.june, {
          kind: 'scale-total',
          scale: 'y-bocs',
          version: '10 items',
          total: 3,
          takenAt: cast.clinic.now(),
        })
      ).status,
      403,
    );
    const kept = (await cast.clinic.call(cast.june, api.getHealthRecord, { params: params() })).answer
      .entries;
    assert.deepEqual(
      kept.flatMap(({ body }) => (body.kind === 'scale-total' ? [body.total] : [])),
      [24],
    );
  });

  test('each condition is listed with its evidence and approval; burnout leads to a talk, dependence to extra screening @S0-3', async () => {
    const [{ blocks: [table] = [] } = {}] = conditions.sections;
    assert.equal(table?.kind, 'table');
    const rows = table?.kind === 'table' ? table.rows.map((row) => row.join(' ')) : [];
    for (const what of ['Depression', 'PTSD', 'Anxiety', 'OCD', 'Addiction', 'Long-lasting pain', 'Burnout'])
      assert.match(rows.join('\n'), new RegExp(`${what}.* (Yes|No|yes|no)`));
    for (const { id, evidence } of indications)
      assert.equal(
        approvalOf({ indicationId: id, route: 'iv', jurisdiction: 'US' }),
        evidence === undefined ? 'not-a-diagnosis' : 'off-label',
      );

    await name('burnout');
    assert.deepEqual(await codes(), ['indication-conversation']);
    assert.match(
      (await found('indication'))[0]?.finding.title ?? '',
      /not a diagnosis: talk about what lies behind it/,
    );
    await name('substance-use', { diagnosis: true, 'treatments-tried': true });
    const missing = (await found('indication')).find(({ finding }) => finding.code === 'paper-not-known')
      ?.finding.missing;
    assert.deepEqual(missing, ['structured-programme', 'urine-drug-screen']);
    assert.ok((await asked()).includes('audit-c'));
  });

  test('a patient names no indication, and a nurse leaves it to the prescriber', async () => {
    const body = { kind: 'indication', indication: 'ptsd', documented: {} } as const;
    assert.equal((await say(cast.june, body)).code, 'for-the-care-team');
    assert.equal((await say(cast.maria, body)).code, 'prescriber-names');
    assert.equal((await say(cast.okafor, { ...body, indication: 'love' })).code, 'no-such-indication');
    assert.deepEqual(await codes(), [], 'nothing named brings no finding');
  });
});
