import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { getMe, openLink } from '#api/me.ts';
import * as patients from '#api/patients.ts';
import * as api from '#api/sign-ins.ts';
import { makeSignInLink } from '#server/sign-in';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';

const hour = 3_600_000;
let house: TestApp;
before(async () => {
  house = await testApp();
});
after(() => house.close());

const withCookie = (cookie: string) => ({ headers: { cookie } });
const me = (cookie: string) => house.call(undefined, getMe, withCookie(cookie));
const signedIn = (who: 'ana' | 'luis') =>
  house.signIn(people[who], { method: 'passkey', expiresAt: house.now() + 24 * hour });
const list = async (cookie: string) =>
  (await house.call(undefined, api.listSignIns, withCookie(cookie))).body.signIns;

test('a person sees where they are signed in, ends one place, and is told of nobody else’s', async () => {
  const [here, lost, other] = [await signedIn('ana'), await signedIn('ana'), await signedIn('luis')];
  const before = await list(here);
  assert.equal(before.filter((place) => place.isHere).length, 1);
  const [lostPlace] = (await list(lost)).filter((place) => place.isHere);
  const stranger = await house.call(undefined, api.endSignIns, {
    body: { which: lostPlace?.id ?? '' },
    ...withCookie(other),
  });
  assert.equal(stranger.status, 200);
  assert.equal((await me(lost)).status, 200, 'somebody else’s word ends nothing of hers');
  await house.call(undefined, api.endSignIns, {
    body: { which: lostPlace?.id ?? '' },
    ...withCookie(here),
  });
  const told = await me(lost);
  assert.deepEqual([told.status, told.problem.code], [401, 'sign-in-ended']);
  assert.match(told.headers.get('set-cookie') ?? '', /Max-Age=0/);
  assert.equal((await me(here)).status, 200);
  assert.equal((await list(here)).length, before.length - 1);
});

test('all others end with the links on their way, and this one stays', async () => {
  const [here, lost] = [await signedIn('ana'), await signedIn('ana')];
  const link = await house.inClinic('harbor', (tx) =>
    makeSignInLink(
      tx,
      { random: house.ports.random, origin: 'http://localhost' },
      { accountId: people.ana.id, lastsMs: hour },
      house.now(),
    ),
  );
  await house.call(undefined, api.endSignIns, { body: { which: 'others' }, ...withCookie(here) });
  assert.equal((await me(lost)).status, 401);
  assert.equal((await me(here)).status, 200);
  const opened = await house.call(undefined, openLink, {
    body: { secret: link.split('#enter=')[1] ?? '' },
  });
  assert.equal(opened.status, 410);
});

test('the desk ends everything of a patient who calls, and the patient reads who did and when', async () => {
  const [first, second] = [await signedIn('ana'), await signedIn('ana')];
  const params = { patientId: charts.ana.patientId };
  const nurse = await house.call(people.maria, api.endEverySignIn, { params, body: {} });
  assert.equal(nurse.status, 403);
  const { ended } = await house.done(people.pat, api.endEverySignIn, { params, body: {} });
  assert.ok(ended >= 2);
  for (const cookie of [first, second]) assert.equal((await me(cookie)).problem.code, 'sign-in-ended');
  const again = await signedIn('ana');
  const looked = (await house.call(undefined, patients.whoLooked, { params, ...withCookie(again) })).body;
  assert.match(JSON.stringify(looked), /all your open pages/);
});
