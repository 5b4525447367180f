// The long-term watch over the real routes: asked before the dose, unknown when nobody answered, decided for one answer only.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import * as consult from '#api/consult.ts';
import { getLongTermWatch } from '#api/outcomes.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { bladder } from '#clinical/instruments/bladder.ts';
import { questionnaireRoutes } from '#server/questionnaires';
import { junesRecord } from '#test/junes-record.ts';

describe('what is watched for over months', () => {
  const { cast, params, write, found } = junesRecord(questionnaireRoutes);
  beforeEach(() =>
    cast.clinic.cycle({ patientId: cast.june.patientId, planner: cast.okafor, doseInHours: 3 }),
  );

  const codes = async (rule: string) => (await found(rule)).map(({ finding }) => finding.code);
  const told = async () =>
    (await cast.clinic.call(cast.june, getLongTermWatch, { params: params() })).answer.told;
  const answerBladder = (yes: readonly string[] = [], left: readonly string[] = []) =>
    cast.clinic.call(cast.june, saveResponse, {
      params: { ...params(), responseId: randomUUID() },
      body: {
        version: 0,
        instrument: 'bladder',
        answers: Object.fromEntries(
          bladder.items
            .filter(({ id }) => !left.includes(id))
            .map(({ id }) => [id, yes.includes(id) ? 1 : 0]),
        ),
        complete: true,
        authoredAt: cast.clinic.now(),
      },
    });

  test('nobody asked is unknown to the prescriber and not asked yet to the person', async () => {
    assert.deepEqual(await codes('bladder'), ['bladder-not-asked']);
    assert.equal((await told()).bladder.said, undefined);
    assert.equal((await told()).liver.isAsked, 'unknown');
  });

  test('a new symptom waits for the prescriber, and the decision does not cover the next answer', async () => {
    await answerBladder(['bladder-burning']);
    const [open] = await found('bladder');
    assert.equal(open?.finding.code, 'bladder-new-symptom');
    await cast.clinic.call(cast.okafor, consult.decideIssue, {
      params: params(),
      body: {
        id: randomUUID(),
        issueKey: open?.key ?? '',
        decision: 'accept-risk',
        reason: 'Infection treated; urine was clean.',
      },
    });
    assert.ok((await found('bladder'))[0]?.decision);
    cast.clinic.later(60_000);
    await answerBladder(['bladder-burning']);
    const [again] = await found('bladder');
    assert.equal(again?.finding.code, 'bladder-lasting-symptom');
    assert.equal(again?.decision, undefined);
    assert.deepEqual((await told()).bladder.said?.yes, ['burning']);
  });

  test('a question left open is told as open and stays unknown', async () => {
    await answerBladder([], ['bladder-burning']);
    assert.deepEqual(await codes('bladder'), ['bladder-not-asked']);
    assert.deepEqual((await told()).bladder.said?.open, ['burning']);
  });

  test('only a prescriber writes what they looked up, and only the team a liver test', async () => {
    const check = { kind: 'prescription-check', earlyRefills: 0, monitoring: 'checked' } as const;
    const alt = {
      kind: 'liver-test',
      altUnitsPerLitre: 130,
      upperLimitUnitsPerLitre: 40,
      takenOn: '2027-02-20',
    } as const;
    assert.equal((await write(cast.june, check)).status, 403);
    assert.equal((await write(cast.maria, check)).status, 403);
    assert.equal((await write(cast.june, alt)).status, 403);
    assert.equal((await write(cast.okafor, check)).status, 200);
    assert.equal((await write(cast.maria, alt)).status, 200);
    assert.ok((await codes('liver')).includes('liver-alt-high'));
    assert.equal((await told()).liver.test?.altUnitsPerLitre, 130);
  });
});
