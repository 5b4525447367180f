import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oncePerState } from './once-per-state.ts';
import { emptySession } from './state.ts';

const state = emptySession({ sessionId: 'one', patientId: 'ana' });

test('What follows from a state is worked out once, and again for another state or another protocol', () => {
  const asked: string[] = [];
  const told = oncePerState(({ phase }, protocol: string) => {
    asked.push(`${phase} by ${protocol}`);
    return { phase, protocol };
  });
  const first = told(state, 'iv');
  assert.equal(told(state, 'iv'), first);
  assert.deepEqual(told(state, 'spray'), { phase: 'before', protocol: 'spray' });
  assert.deepEqual(told({ ...state, phase: 'dosing' }, 'iv'), { phase: 'dosing', protocol: 'iv' });
  assert.deepEqual(asked, ['before by iv', 'before by spray', 'dosing by iv']);
});
