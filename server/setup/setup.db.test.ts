// A clinic of one's own: set up from nothing, signed in to, read by the public, and every act of it on the record.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createApp } from '#server/app';
import { makeClinic } from '#server/demo';
import { jsonLog } from '#server/log';
import { openPool, type Pool, withTenant } from '#server/postgres';
import { openSecrets } from '#server/secrets';
import { addRoom, addStaff, type ClinicGiven, createClinic, SetupRefusal, siteFrom } from '#server/setup';
import { totpCode } from '#server/sign-in';
import { exampleClinic } from '#server/site';
import { type TestDatabase, testDatabase } from '#test/postgres.ts';

const harbor: ClinicGiven = {
  slug: 'harbor',
  name: 'Harbor Clinic',
  phone: '+1 555 0100',
  address: '1 Quay Street, Boston, MA',
  hours: 'Monday to Friday, 8:00 to 17:30',
  zone: 'America/New_York',
  crisisPlace: 'us',
};
const maria = { clinic: undefined, email: 'maria@harbor.example', name: 'Maria Ruiz', roles: ['nurse'] };
const password = 'four words in a row';
const noon = Date.UTC(2027, 2, 2, 17, 0);

function refused(sentence: RegExp) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof SetupRefusal, String(error));
    assert.match(error.message, sentence);
    return true;
  };
}

async function emptyStore() {
  const db: TestDatabase = await testDatabase();
  const pool: Pool = openPool({ connectionString: db.appConnectionString, max: 3 });
  const ports = {
    ownerConnectionString: db.ownerConnectionString,
    pool,
    clock: { now: () => noon },
    random: { bytes: (length: number) => randomBytes(length), uuid: () => randomUUID() as string },
    secrets: openSecrets(Buffer.alloc(32, 7)),
  };
  const app = createApp({
    ...ports,
    log: jsonLog(() => undefined, ports.clock.now),
    origin: 'http://localhost:4000',
    demo: false,
  });
  const post = (path: string, body: unknown) =>
    app.fetch(
      new Request(`http://localhost:4000${path}`, {
        method: 'POST',
        headers: { host: 'localhost:4000', 'x-mooring': '1', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  const get = (path: string, host = 'localhost:4000') =>
    app.fetch(new Request(`http://localhost:4000${path}`, { headers: { host } }));
  return {
    ports,
    post,
    get,
    app,
    close: async (): Promise<void> => {
      app.close();
      await pool.end();
      await db.close();
    },
  };
}

describe('setting up a clinic', () => {
  let store: Awaited<ReturnType<typeof emptyStore>>;
  let clinicId = '';
  before(async () => {
    store = await emptyStore();
  });
  after(() => store.close());

  test('without a clinic there is no room and no account to add', async () => {
    await assert.rejects(
      addRoom(store.ports, { clinic: undefined, number: '1', name: 'Room 1' }),
      refused(/There is no clinic here yet/),
    );
    await assert.rejects(
      addStaff(store.ports, maria, () => assert.fail('asked for a password')),
      refused(/no clinic/),
    );
  });

  const wrong: readonly (readonly [Partial<ClinicGiven>, RegExp])[] = [
    [{ slug: 'Harbor Street' }, /--slug/],
    [{ name: '  ' }, /--name is empty/],
    [{ name: 'Harbor\nClinic' }, /--name holds a line break/],
    [{ phone: 'ask Pat' }, /--phone/],
    [{ address: 'x'.repeat(201) }, /--address is longer/],
    [{ zone: 'Boston' }, /--zone/],
    [{ zone: '-05:00' }, /--zone/],
    [{ crisisPlace: 'XX' }, /--crisis-place/],
    [{ crisisPlace: 'GB' }, /--jurisdiction US or --jurisdiction EU/],
    [{ jurisdiction: 'UK' }, /--jurisdiction is "UK"/],
    [{ host: 'https://harbor.example' }, /--host/],
    [{ patientsPerNurse: '0' }, /--patients-per-nurse/],
    [{ site: { prices: [] } }, /the file has prices, which no page reads/],
  ];
  for (const [change, sentence] of wrong) {
    test(`refuses ${JSON.stringify(change)} in one sentence, and keeps nothing`, async () => {
      await assert.rejects(createClinic(store.ports, { ...harbor, ...change }), refused(sentence));
      assert.equal((await store.ports.pool.query('select 1 from clinics')).rows.length, 0);
    });
  }

  test('a clinic answers the public with its own facts and none that were made up', async () => {
    clinicId = await createClinic(store.ports, harbor);
    const place = await (await store.get('/location')).text();
    assert.match(place, /1 Quay Street, Boston, MA/);
    assert.match(place, /Monday to Friday, 8:00 to 17:30/);
    assert.doesNotMatch(place, /Closed/);
    assert.doesNotMatch(await (await store.get('/costs')).text(), /class="amount"/);
    for (const path of ['/', '/first-session', '/es/first-session', '/routes', '/team', '/ask', '/es/ask']) {
      const page = await store.get(path);
      assert.equal(page.status, 200, path);
      assert.doesNotMatch(await page.text(), /Harbor Street|555 0142|Okafor/, path);
    }
  });

  test('a second clinic needs an address and a name of its own', async () => {
    await assert.rejects(createClinic(store.ports, harbor), refused(/already a clinic called harbor/));
    await assert.rejects(
      createClinic(store.ports, { ...harbor, slug: 'hill' }),
      refused(/Give this one an address of its own/),
    );
    await createClinic(store.ports, { ...harbor, slug: 'hill', name: 'Hill Clinic', host: 'hill.example' });
    await assert.rejects(
      createClinic(store.ports, { ...harbor, slug: 'hill-2', host: 'HILL.example' }),
      refused(/The clinic hill already answers at hill.example/),
    );
    await assert.rejects(
      addRoom(store.ports, { clinic: undefined, number: '1', name: 'Room 1' }),
      refused(/harbor, hill/),
    );
  });

  test('a room has one number in its clinic', async () => {
    await addRoom(store.ports, { clinic: 'harbor', number: '1', name: 'Room 1' });
    await addRoom(store.ports, { clinic: 'hill', number: '1', name: 'Room 1' });
    await assert.rejects(
      addRoom(store.ports, { clinic: 'harbor', number: '1', name: 'Other' }),
      refused(/already has a room 1/),
    );
    for (const number of ['0', '1.5', 'one', '']) {
      await assert.rejects(
        addRoom(store.ports, { clinic: 'harbor', number, name: 'Room' }),
        refused(/--number/),
        number,
      );
    }
  });

  test('a nurse signs in with the password she chose and the six digits of what was shown once', async () => {
    const asked = { ...maria, clinic: 'harbor' };
    for (const short of ['', 'four words in a'.slice(1), 'x'.repeat(201)]) {
      await assert.rejects(
        addStaff(store.ports, asked, async () => short),
        refused(/The password has \d+ characters/),
      );
    }
    const made = await addStaff(store.ports, asked, async () => password);
    assert.equal(new URL(made.address).searchParams.get('secret'), made.secret);
    assert.match(made.address, /^otpauth:\/\/totp\/Harbor%20Clinic:maria/);

    const first = await store.post('/api/sign-in/password', { email: maria.email, password });
    assert.equal(first.status, 200);
    const { challengeId } = (await first.json()) as { challengeId: string };
    const second = await store.post('/api/sign-in/second-factor', {
      challengeId,
      code: totpCode(made.secret, noon),
    });
    assert.equal(second.status, 200, await second.clone().text());
    assert.match(second.headers.get('set-cookie') ?? '', /./);
  });

  test('one person has one account, and only roles of the house', async () => {
    const asked = { ...maria, clinic: 'harbor' };
    await assert.rejects(
      addStaff(store.ports, { ...asked, email: 'MARIA@harbor.example' }, () => assert.fail('asked')),
      refused(/already has an account/),
    );
    await assert.rejects(
      addStaff(store.ports, { ...asked, email: 'tom@harbor.example', roles: ['nurse', 'patient'] }, () =>
        assert.fail('asked'),
      ),
      refused(/--role is "patient"/),
    );
    await assert.rejects(
      addStaff(store.ports, { ...asked, email: 'tom' }, () => assert.fail('asked')),
      refused(/--email/),
    );
  });

  test('each act left one line that says what was made and holds no name and no secret', async () => {
    const { rows } = await withTenant(store.ports.pool, { clinicId }, (tx) =>
      tx.query<{ entry: string }>(
        `select entry from audit_events where clinic_id = $1 and entry like '%"setup.%' order by at`,
        [tx.clinicId],
      ),
    );
    const said = rows.map(({ entry }) => JSON.parse(entry) as { action: string; actingRole: string });
    assert.deepEqual(said.map((line) => line.action).sort(), ['setup.clinic', 'setup.room', 'setup.staff']);
    assert.ok(said.every((line) => line.actingRole === 'operator'));
    for (const { entry } of rows) assert.doesNotMatch(entry, /maria|Ruiz|Harbor|words/i);
  });
});

describe('a store of made-up people', () => {
  test('takes no real clinic, no room and no account', async () => {
    const store = await emptyStore();
    try {
      await makeClinic(store.app.ports, store.ports.ownerConnectionString);
      await assert.rejects(createClinic(store.ports, harbor), refused(/demonstration clinic/));
      await assert.rejects(
        addRoom(store.ports, { clinic: undefined, number: '9', name: 'Room 9' }),
        refused(/demonstration/),
      );
    } finally {
      await store.close();
    }
  });
});

describe('the site file', () => {
  const given = { name: 'A', phone: '1', zone: 'Etc/UTC', country: 'US', addressLines: ['1 Quay'] };
  const {
    name: _name,
    phone: _phone,
    zone: _zone,
    country: _country,
    isExample: _isExample,
    ...whole
  } = exampleClinic;

  test('takes everything the pages can say', () => {
    const { team, costs, hours, routeDays } = siteFrom(given, JSON.parse(JSON.stringify(whole)));
    assert.deepEqual(
      { team, costs, hours, routeDays },
      {
        team: whole.team,
        costs: whole.costs,
        hours: whole.hours,
        routeDays: whole.routeDays,
      },
    );
  });

  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ['a list', [], /the file is missing, or is no object/],
    ['a name, which is said elsewhere', { name: 'B' }, /name comes from the command line/],
    ['words in one language', { serviceArea: { en: 'Here' } }, /serviceArea\.es is missing/],
    [
      'a day that closes before it opens',
      { hours: [{ weekday: 1, opensMinuteOfDay: 600, closesMinuteOfDay: 540 }] },
      /hours\.0 closes before it opens/,
    ],
    [
      'a weekday that is none',
      { hours: [{ weekday: 7, opensMinuteOfDay: 1, closesMinuteOfDay: 2 }] },
      /weekday/,
    ],
    ['a day that does not exist', { closedOn: ['2027-02-30'] }, /closedOn\.0/],
    [
      'a step of a route left out',
      { routeDays: { ...whole.routeDays, routes: { ...whole.routeDays.routes, drip: {} } } },
      /routeDays\.routes\.drip/,
    ],
  ];
  for (const [what, file, sentence] of wrong) {
    test(`refuses ${what}, and says where`, () => {
      assert.throws(() => siteFrom(given, file), refused(sentence));
    });
  }
});
