import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMemory } from './phone-memory.ts';

const clinic = {
  name: 'Harbor',
  phone: '555 0142',
  openingHours: '8 to 5',
  crisisPlace: 'US',
  zone: 'America/Chicago',
};

test('the number to call is found again after a restart', () => {
  assert.deepEqual(readMemory(JSON.stringify({ clinic, language: 'es' })).clinic, clinic);
});

test('and so is who answers at night; half a number is none', () => {
  const onCall = {
    phone: '555 0143',
    en: 'A nurse answers all night.',
    es: 'Una enfermera contesta de noche.',
  };
  const kept = (given: unknown) =>
    readMemory(JSON.stringify({ clinic: { ...clinic, onCall: given } })).clinic;
  assert.deepEqual(kept(onCall), { ...clinic, onCall });
  assert.deepEqual(kept({ ...onCall, phone: undefined }), clinic);
});

test('a clinic called by what it treats is kept by its number alone, also where an older version kept its name', () => {
  for (const name of ['Harbor Ketamine & Wellness', 'Centro de Psiquiatría del Puerto', 'Spravato Center'])
    assert.deepEqual(readMemory(JSON.stringify({ clinic: { ...clinic, name } })).clinic, {
      ...clinic,
      name: '',
    });
});

for (const [what, text] of [
  ['nothing kept', null],
  ['text that is not JSON', '{"clinic":'],
  ['a clinic without its phone', JSON.stringify({ clinic: { ...clinic, phone: undefined } })],
  ['a list where a clinic should be', '[]'],
] as const) {
  test(`with ${what}, no number is made up`, () => {
    assert.equal(readMemory(text).clinic, undefined);
  });
}

test('a language we do not speak is not kept', () => {
  assert.equal(readMemory('{"language":"xx"}').language, undefined);
});
