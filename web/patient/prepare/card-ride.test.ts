import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { extendCatalog, setLocale } from '#web/kit/locale.ts';
import { dayWords } from '#web/patient/words/day.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { rideOnCard } from './card-ride.ts';

extendCatalog(prepareWords);
extendCatalog(dayWords);

const companionName = 'Arun';

describe('the ride on the card of the day', () => {
  afterEach(() => setLocale({ language: 'en', region: 'en-US' }));

  test('the card of the day names nobody as the ride home who has not said yes', () => {
    assert.equal(rideOnCard({ companionName, state: 'asked' }), 'Arun (asked, no answer yet)');
    assert.equal(rideOnCard({ companionName, state: 'accepted' }), 'Arun');
    assert.equal(rideOnCard({ companionName, state: 'on-the-way' }), 'Arun');
    assert.equal(rideOnCard({ companionName, state: 'declined' }), 'Not arranged yet');
    assert.equal(rideOnCard(undefined), 'Not arranged yet');
  });

  test('the card says in Spanish, too, that a ride home was asked for and not answered', () => {
    setLocale({ language: 'es', region: 'es-US' });
    assert.equal(rideOnCard({ companionName, state: 'asked' }), 'Arun (se lo pidió, todavía sin respuesta)');
  });
});
