import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outsideName } from './outside-name.ts';

test('a name that says what is treated there is not told outside', () => {
  const phone = '+1 555 0100';
  for (const name of [
    'Harbor Ketamine Clinic',
    'Clínica Ketamina del Puerto',
    'Quay Psychiatry',
    'Centro de Psicoterapia',
    'Mindful Infusions',
    'Pain and Wellness',
    'Harbor Behavioral Health',
    'Salud Conductual del Puerto',
    'Spravato Center',
    'Ketalife',
    'Quay Counseling',
    'Bienestar Emocional',
  ])
    assert.equal(outsideName({ name, phone }), phone, name);
  assert.equal(outsideName({ name: 'Harbor Street Clinic', phone }), 'Harbor Street Clinic');
});
