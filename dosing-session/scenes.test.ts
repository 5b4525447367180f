import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atPhone, atTablet, patientId, secondNurse } from './examples/people.ts';
import { settingInWords } from './felt-words.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import { comforts, lights, roomAsSet, scenes } from './scenes.ts';
import { fold } from './state.ts';

test('a scene sets light, sound and comfort at once; what is changed by hand afterwards stands, and it is that scene no more', () => {
  const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000cc', patientId };
  const log = recorder({ ...session, startAt: 1_796_000_000_000, nextId: idsFrom(71) });
  const [, inward] = scenes;
  assert.ok(inward);
  const { id: _id, ...whole } = inward;
  log.record(atTablet, 5, factOf('SettingChanged', { ...whole, comfort: [...whole.comfort] }));
  const set = () => roomAsSet(fold(log.events, session));
  assert.deepEqual(
    [set().scene?.fact.scene, set().light?.fact.light, set().comfort?.fact.comfort],
    ['Inward', 'dark', ['eye mask', 'blanket']],
  );
  log.record(atPhone, 9, factOf('SettingChanged', { light: 'low' }));
  assert.equal(set().scene, undefined);
  assert.deepEqual([set().light?.fact.light, set().light?.byName], ['low', secondNurse.name]);
  assert.deepEqual(set().comfort?.fact.comfort, ['eye mask', 'blanket']);
});

test('every scene is made of what can be set by hand, and is told whole', () => {
  for (const { id: _id, ...scene } of scenes) {
    assert.ok(lights.some((light) => light === scene.light));
    for (const one of scene.comfort) assert.ok(comforts.some((comfort) => comfort === one));
    const told = settingInWords(factOf('SettingChanged', { ...scene, comfort: [...scene.comfort] }));
    assert.ok(told.includes(scene.scene) && told.includes(scene.light));
  }
});
