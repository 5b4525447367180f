// The ways in, and every way of not getting in.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as consult from '#api/consult.ts';
import { getMe, openLink } from '#api/me.ts';
import * as preparation from '#api/preparation.ts';
import * as api from '#api/sign-in.ts';
import { cookieName } from '#server/access';
import { sha256 } from '#server/secrets';
import {
  hashPassword,
  makeSignInLink,
  openSignIn,
  sealTotpSecret,
  totpCode,
  totpSecret,
} from '#server/sign-in';
import { secretOfLuz, type TestApp, testApp } from '#test/app.ts';
import { charts, clinics, people } from '#test/people.ts';
import { softwarePasskey } from '#test/software-passkey.ts';

const minute = 60_000;
const hour = 60 * minute;
const password = 'slack line at low tide';
const secret = totpSecret(Buffer.alloc(20, 3));

describe('signing in', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
    const hash = await hashPassword(password);
    await house.inClinic('harbor', async (tx) => {
      for (const person of [people.maria, people.okafor]) {
        await tx.query(
          'update accounts set password_hash = $3, totp_secret_sealed = $4 where clinic_id = $1 and id = $2',
          [tx.clinicId, person.id, hash, sealTotpSecret(house.secrets, tx.clinicId, person.id, secret)],
        );
      }
    });
  });
  after(() => house.close());

  const code = () => totpCode(secret, house.now());
  const cookieIn = (headers: Headers) => headers.get('set-cookie')?.split(';')[0];
  const withCookie = (cookie: string) => ({ headers: { cookie } });
  const firstFactor = async (email: string = people.maria.email) =>
    (await house.done(undefined, api.signInWithPassword, { body: { email, password } })).challengeId;
  async function fullSignIn(): Promise<string> {
    house.later(31_000);
    const told = await house.call(undefined, api.confirmSecondFactor, {
      body: { challengeId: await firstFactor(), code: code() },
    });
    assert.equal(told.status, 200, told.text);
    return cookieIn(told.headers) ?? '';
  }
  const me = (cookie: string) => house.call(undefined, getMe, withCookie(cookie));

  test('password and six digits let a nurse in, with a cookie that scripts and other sites cannot use', async () => {
    house.later(31_000);
    const told = await house.call(undefined, api.confirmSecondFactor, {
      body: { challengeId: await firstFactor(), code: code() },
    });
    const cookie = told.headers.get('set-cookie') ?? '';
    for (const part of [`${cookieName}=`, 'Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict'])
      assert.ok(cookie.includes(part), part);
    assert.ok(cookieName.startsWith('__Host-'));
    assert.ok(!/Domain/i.test(cookie));
    assert.equal((await me(cookieIn(told.headers) ?? '')).body.name, people.maria.name);
  });

  test('the token is kept only as a hash', async () => {
    const token = (await fullSignIn()).split('=')[1] ?? '';
    assert.ok(token.length >= 43);
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ line: string }>('select s::text as line from sign_ins s where token_hash = $1', [
        sha256(token),
      ]),
    );
    assert.equal(rows.length, 1);
    assert.ok(!rows[0]?.line.includes(token));
  });

  test('a password alone lets nobody in, and a wrong one says no more than an address nobody has', async () => {
    const before = (await house.rowCounts())['sign_ins'];
    const wrong = await house.call(undefined, api.signInWithPassword, {
      body: { email: people.maria.email, password: 'not this one' },
    });
    const unknown = await house.call(undefined, api.signInWithPassword, {
      body: { email: 'nobody@harbor.example', password },
    });
    const patient = await house.call(undefined, api.signInWithPassword, {
      body: { email: people.ana.email, password },
    });
    const bare = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
    assert.deepEqual([wrong.status, unknown.status, patient.status], [401, 401, 401]);
    assert.equal(bare(unknown.text), bare(wrong.text));
    assert.equal(bare(patient.text), bare(wrong.text));
    await firstFactor();
    assert.equal((await house.rowCounts())['sign_ins'], before);
  });

  test('a slip in the six digits leaves the password standing; the same digits do not count twice', async () => {
    house.later(31_000);
    const challengeId = await firstFactor();
    const right = code();
    const slip = right === '000000' ? '000001' : '000000';
    assert.equal(
      (await house.call(undefined, api.confirmSecondFactor, { body: { challengeId, code: slip } })).status,
      401,
    );
    assert.equal(
      (await house.call(undefined, api.confirmSecondFactor, { body: { challengeId, code: right } })).status,
      200,
    );
    assert.equal(
      (await house.call(undefined, api.confirmSecondFactor, { body: { challengeId, code: right } })).status,
      401,
      'the challenge is used',
    );
    const again = await firstFactor();
    assert.equal(
      (await house.call(undefined, api.confirmSecondFactor, { body: { challengeId: again, code: right } }))
        .status,
      401,
      'the digits are used',
    );
    const overShoulder = await firstFactor(people.okafor.email);
    assert.equal(
      (
        await house.call(undefined, api.confirmSecondFactor, {
          body: { challengeId: overShoulder, code: right },
        })
      ).status,
      200,
      'another person’s digits are their own',
    );
  });

  test('two who type the same digits at the same moment: one is let in', async () => {
    house.later(31_000);
    const ids = await Promise.all([firstFactor(), firstFactor()]);
    const now = code();
    const answers = await Promise.all(
      ids.map((challengeId) =>
        house.call(undefined, api.confirmSecondFactor, { body: { challengeId, code: now } }),
      ),
    );
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 401]);
  });

  test('the second factor ends five minutes after the first', async () => {
    house.later(31_000);
    const challengeId = await firstFactor();
    house.later(5 * minute);
    assert.equal(
      (await house.call(undefined, api.confirmSecondFactor, { body: { challengeId, code: code() } })).status,
      401,
    );
  });

  describe('by a mailed link', () => {
    const mailed = async () => {
      const { rows } = await house.inClinic('harbor', (tx) =>
        tx.query<{ to_address: string; body: string }>(
          `select to_address, body from outgoing_mail where kind = 'sign-in-link' order by created_at desc, id limit 1`,
        ),
      );
      return { to: rows[0]?.to_address, secret: /#enter=([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '' };
    };

    test('a patient is let in once, within fifteen minutes', async () => {
      await house.done(undefined, api.askForLink, { body: { email: people.ana.email } });
      const mail = await mailed();
      assert.equal(mail.to, people.ana.email);
      const told = await house.call(undefined, openLink, { body: { secret: mail.secret } });
      assert.equal(told.status, 200);
      assert.equal((await me(cookieIn(told.headers) ?? '')).body.name, people.ana.name);
      const again = await house.call(undefined, openLink, { body: { secret: mail.secret } });
      assert.deepEqual([again.status, again.problem.code], [410, 'link-ended']);
      house.later(1_000);
      await house.done(undefined, api.askForLink, { body: { email: people.ana.email } });
      const late = await mailed();
      house.later(15 * minute);
      assert.equal((await house.call(undefined, openLink, { body: { secret: late.secret } })).status, 410);
    });

    test('an address nobody has is answered the same, and gets no mail; staff get none either', async () => {
      const count = async () => (await house.rowCounts())['outgoing_mail'];
      const before = await count();
      const known = await house.call(undefined, api.askForLink, { body: { email: people.luis.email } });
      assert.equal(await count(), (before ?? 0) + 1);
      for (const email of ['nobody@home.example', people.maria.email]) {
        const told = await house.call(undefined, api.askForLink, { body: { email } });
        assert.equal(told.text, known.text);
      }
      assert.equal(await count(), (before ?? 0) + 1);
    });

    const reminded = (landing: string) =>
      house.inClinic('harbor', async (tx) => {
        const link = await makeSignInLink(
          tx,
          { random: house.ports.random, origin: 'http://localhost' },
          { accountId: people.ana.id, lastsMs: 24 * hour, landing },
          house.now(),
        );
        return link.split('#enter=')[1] ?? '';
      });

    test('a link in a message leads to the place it was sent for, and who is in already goes there again', async () => {
      const secret = await reminded('/prepare');
      const told = await house.call(undefined, openLink, { body: { secret } });
      assert.deepEqual([told.status, told.body.landing], [200, '/prepare']);
      const cookie = cookieIn(told.headers) ?? '';
      const again = await house.call(undefined, openLink, { body: { secret }, ...withCookie(cookie) });
      assert.deepEqual([again.status, again.body.landing], [200, '/prepare']);
      assert.equal(again.headers.get('set-cookie'), null);
      // On another phone, and in somebody else's hands, it is over.
      assert.equal((await house.call(undefined, openLink, { body: { secret } })).status, 410);
      assert.equal((await house.call(people.luis, openLink, { body: { secret } })).status, 410);
    });

    test('a longer sign-in is not exchanged for the one of a link', async () => {
      const long = await house.inClinic('harbor', (tx) =>
        openSignIn(tx, house.ports.random, {
          accountId: people.ana.id,
          method: 'passkey',
          now: house.now(),
          expiresAt: house.now() + 30 * 24 * hour,
        }),
      );
      const told = await house.call(undefined, openLink, {
        body: { secret: await reminded('/prepare') },
        ...withCookie(`${cookieName}=${long}`),
      });
      assert.deepEqual([told.status, told.body.landing], [200, '/prepare']);
      assert.equal(told.headers.get('set-cookie'), null);
    });

    test('a link that has ended brings a new one to the same person and place by one tap, once a minute', async () => {
      const secret = await reminded('/prepare');
      house.later(25 * hour);
      assert.equal((await house.call(undefined, openLink, { body: { secret } })).status, 410);
      const count = async () => (await house.rowCounts())['outgoing_mail'] ?? 0;
      const before = await count();
      const known = await house.call(undefined, api.askForLinkAgain, { body: { secret } });
      await house.done(undefined, api.askForLinkAgain, { body: { secret } });
      assert.equal(await count(), before + 1);
      const unknown = await house.call(undefined, api.askForLinkAgain, { body: { secret: 'x'.repeat(43) } });
      assert.equal(unknown.text, known.text);
      assert.equal(await count(), before + 1);
      const mail = await mailed();
      assert.equal(mail.to, people.ana.email);
      const told = await house.call(undefined, openLink, { body: { secret: mail.secret } });
      assert.deepEqual([told.status, told.body.landing], [200, '/prepare']);
    });

    test('a link of one clinic opens nothing at the address of another', async () => {
      house.later(1_000);
      await house.done(undefined, api.askForLink, { body: { email: people.ana.email } });
      const told = await house.call(undefined, openLink, {
        body: { secret: (await mailed()).secret },
        headers: { host: clinics['harbor-b'].address },
      });
      assert.equal(told.status, 410);
    });
  });

  describe('as a companion', () => {
    test('the link opens as often as it is needed, and stops the moment it is revoked', async () => {
      const open = () => house.call(undefined, api.openCompanionLink, { body: { secret: secretOfLuz } });
      const first = cookieIn((await open()).headers) ?? '';
      const second = cookieIn((await open()).headers) ?? '';
      for (const cookie of [first, second])
        assert.equal(
          (await house.call(undefined, preparation.getCompanionRide, withCookie(cookie))).status,
          200,
        );
      await house.done(people.ana, preparation.revokeCompanionLink, {
        params: { patientId: charts.ana.patientId, linkId: charts.ana.linkId },
      });
      house.later(1_000);
      for (const cookie of [first, second])
        assert.equal(
          (await house.call(undefined, preparation.getCompanionRide, withCookie(cookie))).status,
          401,
        );
      const after = await open();
      assert.deepEqual([after.status, after.problem.code], [410, 'link-ended']);
    });
  });

  describe('with a passkey', () => {
    test('one is added by a person who is signed in, and lets them in from then on', async () => {
      const key = softwarePasskey({ origin: house.origin });
      await house.signIn(people.ana);
      const made = await house.done(people.ana, api.passkeyRegistrationOptions);
      await house.done(people.ana, api.addPasskey, {
        body: { challengeId: made.challengeId, label: 'My phone', response: key.register(made.options) },
      });

      const offered = await house.done(undefined, api.passkeyOptions);
      const told = await house.call(undefined, api.signInWithPasskey, {
        body: { challengeId: offered.challengeId, response: key.assert(offered.options) },
      });
      assert.equal(told.status, 200, told.text);
      const cookie = cookieIn(told.headers) ?? '';
      const who = await me(cookie);
      assert.deepEqual([who.body.name, who.body.hasPasskey], [people.ana.name, true]);
      assert.equal(who.body.signedInUntil, house.now() + 30 * 24 * hour);
      house.later(11 * hour);
      assert.equal((await me(cookie)).status, 200, 'their own phone stays signed in through a night');
      house.later(12 * hour);
      assert.equal((await me(cookie)).status, 401, 'and asks for its lock when it lay unused for longer');
    });

    test('another challenge, another site, a used answer or an unknown key lets nobody in', async () => {
      const key = softwarePasskey({ origin: house.origin });
      await house.signIn(people.luis);
      const made = await house.done(people.luis, api.passkeyRegistrationOptions);
      const elsewhere = await house.call(people.luis, api.addPasskey, {
        body: {
          challengeId: made.challengeId,
          label: 'Phone',
          response: key.register(made.options, 'https://evil.example'),
        },
      });
      assert.equal(elsewhere.status, 422);
      const other = await house.done(people.luis, api.passkeyRegistrationOptions);
      const byAna = await house.call(people.ana, api.addPasskey, {
        body: { challengeId: other.challengeId, label: 'Phone', response: key.register(other.options) },
      });
      assert.equal(byAna.status, 401, 'a challenge belongs to who asked for it');
      const third = await house.done(people.luis, api.passkeyRegistrationOptions);
      await house.done(people.luis, api.addPasskey, {
        body: { challengeId: third.challengeId, label: 'Phone', response: key.register(third.options) },
      });

      const enter = async (response: (options: Record<string, unknown>) => Record<string, unknown>) => {
        const offered = await house.done(undefined, api.passkeyOptions);
        return (
          await house.call(undefined, api.signInWithPasskey, {
            body: { challengeId: offered.challengeId, response: response(offered.options) },
          })
        ).status;
      };
      assert.equal(await enter(() => key.assert({ challenge: 'an-older-one' })), 401);
      assert.equal(await enter((options) => key.assert(options, 'https://evil.example')), 401);
      assert.equal(await enter((options) => softwarePasskey({ origin: house.origin }).assert(options)), 401);
      assert.equal(await enter(() => ({ id: 'nonsense' })), 401);
      const offered = await house.done(undefined, api.passkeyOptions);
      const response = key.assert(offered.options);
      assert.equal(
        (
          await house.call(undefined, api.signInWithPasskey, {
            body: { challengeId: offered.challengeId, response },
          })
        ).status,
        200,
      );
      assert.equal(
        (
          await house.call(undefined, api.signInWithPasskey, {
            body: { challengeId: offered.challengeId, response },
          })
        ).status,
        401,
      );
    });
  });
});

describe('staying signed in', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());
  const status = async (cookie: string) =>
    (await house.call(undefined, getMe, { headers: { cookie } })).status;

  const idle: readonly (readonly [
    who: 'maria' | 'ana',
    method: string,
    minutes: number,
    expected: number,
  ])[] = [
    ['maria', 'password', 14, 200],
    ['maria', 'password', 15, 401],
    ['maria', 'passkey', 15, 401],
    ['ana', 'email-link', 29, 200],
    ['ana', 'email-link', 30, 401],
    ['ana', 'passkey', 719, 200],
    ['ana', 'passkey', 720, 401],
  ];
  for (const [who, method, minutes, expected] of idle) {
    test(`${who} by ${method}, ${minutes} minutes without asking for anything: ${expected}`, async () => {
      const cookie = await house.signIn(people[who], { method, expiresAt: house.now() + 24 * hour });
      house.later(minutes * minute);
      assert.equal(await status(cookie), expected);
    });
  }

  test('each request begins the quarter of an hour anew, up to twelve hours', async () => {
    const cookie = await house.signIn(people.maria);
    for (let quarter = 0; quarter < 4 * 12 - 1; quarter++) {
      house.later(10 * minute);
      assert.equal(await status(cookie), 200);
    }
    house.setClock(house.now() + 12 * hour);
    assert.equal(await status(cookie), 401);
  });

  test('twelve hours after signing in it is over, however busy', async () => {
    const ends = house.now() + 30 * minute;
    const cookie = await house.signIn(people.maria, { expiresAt: ends });
    house.later(14 * minute);
    assert.equal(await status(cookie), 200);
    house.later(14 * minute);
    assert.equal(await status(cookie), 200);
    house.setClock(ends);
    assert.equal(await status(cookie), 401);
  });

  test('signing out ends it at once, everywhere it is used, and the browser is told to forget', async () => {
    const cookie = await house.signIn(people.maria);
    assert.equal(await status(cookie), 200);
    const told = await house.call(undefined, api.signOut, { headers: { cookie } });
    assert.match(told.headers.get('set-cookie') ?? '', /Max-Age=0/);
    assert.notEqual(told.headers.get('clear-site-data'), null);
    assert.equal(await status(cookie), 401);
  });

  test('an account that is closed, or a role that is taken, is out within a second', async () => {
    const cookie = await house.signIn(people.vance);
    assert.equal(await status(cookie), 200);
    await house.inClinic('harbor', (tx) =>
      tx.query(`update accounts set roles = '{auditor}' where clinic_id = $1 and id = $2`, [
        tx.clinicId,
        people.vance.id,
      ]),
    );
    house.later(1_000);
    const who = await house.call(undefined, getMe, { headers: { cookie } });
    assert.deepEqual(who.body.roles, ['auditor']);
    await house.inClinic('harbor', (tx) =>
      tx.query('update accounts set disabled_at = now() where clinic_id = $1 and id = $2', [
        tx.clinicId,
        people.vance.id,
      ]),
    );
    house.later(1_000);
    assert.equal(await status(cookie), 401);
  });

  test('a clock that is set back does not keep a revoked sign-in alive', async () => {
    const cookie = await house.signIn(people.maria);
    assert.equal(await status(cookie), 200);
    await house.inClinic('harbor', (tx) =>
      tx.query('update sign_ins set revoked_at = now() where clinic_id = $1 and token_hash = $2', [
        tx.clinicId,
        sha256(cookie.split('=')[1] ?? ''),
      ]),
    );
    house.later(-hour);
    assert.equal(await status(cookie), 401);
    house.later(hour);
  });

  test('a cookie that is not a token of ours is nobody, whatever it holds', async () => {
    for (const value of ['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, '%00', 'a'.repeat(10_000)]) {
      assert.equal(await status(`${cookieName}=${value}`), 401);
    }
  });
});

describe('showing again that it is you', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
    await house.inClinic('harbor', (tx) =>
      tx.query('update accounts set totp_secret_sealed = $3 where clinic_id = $1 and id = $2', [
        tx.clinicId,
        people.okafor.id,
        sealTotpSecret(house.secrets, tx.clinicId, people.okafor.id, secret),
      ]),
    );
  });
  after(() => house.close());

  const sign = () =>
    house.call(people.okafor, consult.signOrder, {
      params: { patientId: charts.ana.patientId, seriesId: charts.ana.seriesId },
      body: {
        id: '0a0b0c0d-0000-4000-8000-0000000000aa',
        drug: 'ketamine',
        doseMgPerKg: 0.5,
        weightKg: 66,
        doseMg: 33,
        infusionMinutes: 40,
        meaning: 'I ordered this',
      },
    });

  test('an order is not signed by a sign-in that is not fresh, and nothing is kept', async () => {
    const before = (await house.rowCounts())['medication_requests'];
    await house.signIn(people.okafor);
    house.later(6 * minute);
    const told = await sign();
    assert.deepEqual([told.status, told.problem.code], [403, 'show-it-is-you']);
    assert.equal((await house.rowCounts())['medication_requests'], before);
  });

  test('a wrong code opens nothing, a right one opens signing, and only for a few minutes', async () => {
    const slip = totpCode(secret, house.now()) === '000000' ? '000001' : '000000';
    assert.equal((await house.call(people.okafor, api.stepUp, { body: { code: slip } })).status, 401);
    assert.equal((await sign()).problem.code, 'show-it-is-you');
    await house.done(people.okafor, api.stepUp, { body: { code: totpCode(secret, house.now()) } });
    assert.notEqual((await sign()).problem.code, 'show-it-is-you');
    house.later(6 * minute);
    assert.equal((await sign()).problem.code, 'show-it-is-you');
  });

  test('neither code nor passkey is asked for in words', async () => {
    const told = await house.call(people.okafor, api.stepUp, { body: {} });
    assert.deepEqual([told.status, told.problem.fields?.[0]?.path], [400, 'code']);
  });
});
