import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doseConditions } from '#clinical/gate.ts';
import { verbOf } from './line-verbs.ts';

test('Every line of the gate sheet says what to do about it; only what people coming on shift or a certificate settle has none', () => {
  for (const condition of doseConditions) {
    const verb = verbOf(condition);
    if (['staffing', 'prescriber-on-site', 'certified-site'].includes(condition))
      assert.equal(verb, undefined);
    else assert.ok(verb !== undefined && (verb.form === undefined) !== (verb.place === undefined), condition);
  }
});
