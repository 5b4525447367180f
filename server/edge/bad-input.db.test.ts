// What a broken program, a slipped finger or someone with bad intent may send. Each is answered with a refusal that names
// the field and never repeats what was sent; nothing is kept, and nothing breaks.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Route } from '#server/access';
import { pathOf, type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';
import { sample, textPaths, withAt } from '#test/sample.ts';

const nameOf = ({ endpoint }: Route) => `${endpoint.method} ${endpoint.path}`;

/** Who may use a route about Ana: bad input is tried by people whose good input would be taken. */
function whoMay(route: Route): Person {
  if ('public' in route.access) return people.maria;
  const { resource, action } = route.access;
  if (resource === 'companion-ride' || nameOf(route) === 'POST /api/companion/concern') return people.luz;
  if (resource === 'inquiry' || resource === 'schedule' || nameOf(route) === 'PUT /api/patients/:patientId')
    return people.pat;
  if (resource === 'order' || resource === 'detected-issue' || resource === 'encounter-note')
    return people.okafor;
  if (
    resource === 'session-record' ||
    resource === 'session-phase' ||
    resource === 'task' ||
    resource === 'shift' ||
    resource === 'gate-sheet'
  )
    return people.maria;
  if (resource === 'shared-words') return people.ines;
  if (resource === 'patient-list' || resource === 'release' || (resource === 'account' && action === 'u'))
    return people.maria;
  return people.ana;
}

const hostileTexts = [
  '<script>alert(1)</script>',
  'a\u0000b',
  '\u202egnp.exe',
  "'; drop table patients; --",
  '\ud800',
  '{{7*7}}<%= 7*7 %>',
  '../../etc/passwd',
  'x'.repeat(5_000),
  '',
  ' ',
];
const wrongValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  1e21,
  0.1,
  'not-this',
  [],
  {},
  [[]],
  { toString: 1 },
  '2026-02-30',
  '9999-99-99',
  -1e9,
  2 ** 53,
];

describe('what must not get in', () => {
  let house: TestApp;
  let withBody: readonly Route[];
  const sentinel = 'zq7-canary-of-what-was-sent';

  before(async () => {
    house = await testApp();
    withBody = house.routes.filter(
      (route) => route.endpoint.body !== undefined && route.endpoint.path !== '/api/sign-out',
    );
  });
  after(() => house.close());

  const bodyOf = (route: Route) => sample(route.endpoint.body ?? assert.fail(), { now: house.now() });
  const send = (
    route: Route,
    body: string,
    headers: Record<string, string | undefined> = {},
    params: Record<string, string> = charts.ana,
  ) =>
    house.send(whoMay(route), {
      method: route.endpoint.method,
      path: pathOf(route.endpoint, params),
      body,
      headers,
    });

  /** Everything that counts as care; the audit trail and the memory of acts may grow. */
  async function counts(): Promise<Record<string, number>> {
    const trail = ['audit_events', 'audit_heads', 'commands', 'sign_in_challenges', 'sign_ins'];
    return Object.fromEntries(
      Object.entries(await house.rowCounts()).filter(([table]) => !trail.includes(table)),
    );
  }

  async function refusedWell(
    response: Response,
    what: string,
    expected?: readonly number[],
  ): Promise<string[]> {
    const text = await response.text();
    const wrong: string[] = [];
    if (response.status < 400 || response.status >= 500) wrong.push(`${what}: ${response.status}`);
    if (expected !== undefined && !expected.includes(response.status))
      wrong.push(`${what}: ${response.status} rather than ${expected.join(' or ')}`);
    if (response.headers.get('content-type') !== 'application/problem+json')
      wrong.push(`${what}: answered as ${response.headers.get('content-type')}`);
    if (text.includes(sentinel)) wrong.push(`${what}: said back what was sent`);
    const problem = JSON.parse(text) as { code?: string; title?: string; requestId?: string };
    if (!problem.code || !problem.title || !problem.requestId) wrong.push(`${what}: ${text.slice(0, 120)}`);
    return wrong;
  }

  async function nothingKept(act: () => Promise<string[]>): Promise<void> {
    const before = await counts();
    assert.deepEqual(await act(), []);
    assert.deepEqual(await counts(), before);
  }

  test('a body that is not the one asked for: in the wrong form, too large, too deep, of another kind', async () => {
    await nothingKept(async () => {
      const wrong: string[] = [];
      for (const route of withBody) {
        const good = JSON.stringify(bodyOf(route));
        const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
        const cases: readonly (readonly [
          string,
          string,
          Record<string, string | undefined>,
          readonly number[],
        ])[] = [
          ['not JSON', `{"name": ${sentinel}`, {}, [400]],
          ['no body at all', '', {}, [400]],
          ['a list', `[${good}]`, {}, [400]],
          ['a number', '17', {}, [400]],
          ['nothing', 'null', {}, [400]],
          ['as a form', 'version=1', { 'content-type': 'application/x-www-form-urlencoded' }, [415]],
          ['as text', good, { 'content-type': 'text/plain' }, [415]],
          ['of no kind', good, { 'content-type': undefined }, [415]],
          ['five thousand deep', deep, {}, [400, 413]],
          ['larger than may be', `{"a":"${'x'.repeat(route.maxBytes)}"}`, {}, [413]],
          ['said to be larger than may be', good, { 'content-length': String(route.maxBytes + 1) }, [413]],
        ];
        for (const [what, body, headers, expected] of cases) {
          if (route.maxBytes > 4_000_000 && what === 'larger than may be') continue;
          wrong.push(
            ...(await refusedWell(await send(route, body, headers), `${nameOf(route)}, ${what}`, expected)),
          );
        }
      }
      return wrong;
    });
  });

  test('a field nobody asked for is named, and its value is not said back', async () => {
    await nothingKept(async () => {
      const wrong: string[] = [];
      for (const route of withBody) {
        for (const key of ['isAdmin', 'clinicId', '__proto__', 'constructor']) {
          const body = JSON.stringify(bodyOf(route)).replace(
            /\}$/,
            `${JSON.stringify(bodyOf(route)) === '{}' ? '' : ','}"${key}":"${sentinel}"}`,
          );
          const response = await send(route, body);
          const copy = response.clone();
          wrong.push(...(await refusedWell(response, `${nameOf(route)} with ${key}`, [400])));
          const { fields } = (await copy.json()) as { fields?: { path: string }[] };
          if (!fields?.some((field) => field.path.includes(key)))
            wrong.push(`${nameOf(route)} with ${key}: does not name it`);
        }
      }
      return wrong;
    });
  });

  test('each field in turn with a value of another kind: refused by name, or a value that is allowed', async () => {
    const wrong: string[] = [];
    for (const route of withBody) {
      if (route.endpoint.path.includes('/shifts') || route.endpoint.path.endsWith('/record-imports'))
        continue;
      const good = bodyOf(route) as Record<string, unknown>;
      for (const field of Object.keys(good)) {
        for (const value of [null, { toString: 1 }, [[]], sentinel.repeat(3_000)]) {
          const response = await send(route, JSON.stringify({ ...good, [field]: value }));
          if (response.status >= 500)
            wrong.push(`${nameOf(route)} ${field}=${JSON.stringify(value).slice(0, 20)}: ${response.status}`);
          const text = await response.text();
          if (response.status === 400) {
            const { fields, code } = JSON.parse(text) as { fields?: { path: string }[]; code: string };
            if (code === 'invalid' && !fields?.some((each) => each.path.startsWith(field)))
              wrong.push(`${nameOf(route)} ${field}: does not name the field`);
          } else if (response.status === 200)
            wrong.push(`${nameOf(route)} ${field}: ${JSON.stringify(value).slice(0, 20)} was taken`);
          if (response.status >= 400 && text.includes(sentinel))
            wrong.push(`${nameOf(route)} ${field}: said back what was sent`);
        }
      }
    }
    // A word record holds any keys; an empty one is a draft with nothing in it yet.
    assert.deepEqual(
      wrong.filter((each) => !/ answers: \{|response: \{/.test(each)),
      [],
    );
  });

  test('numbers and dates that cannot be are refused where they are given', async () => {
    const patientId = charts.ana.patientId;
    const orders = (more: object) => ({
      id: randomUUID(),
      drug: 'ketamine',
      doseMgPerKg: 0.5,
      weightKg: 66,
      doseMg: 33,
      meaning: 'I ordered this',
      ...more,
    });
    const demographics = (more: object) => ({
      version: 1,
      givenName: 'Ana',
      familyName: 'Reyes',
      language: 'en',
      ...more,
    });
    const fact = (signs: object, more: object = {}) => ({
      events: [
        {
          eventId: randomUUID(),
          sessionId: charts.ana.sessionId,
          patientId,
          deviceId: randomUUID(),
          deviceSeq: 1,
          effectiveAt: house.now(),
          recordedAt: house.now(),
          fact: {
            type: 'VitalSignsMeasured',
            v: 1,
            couldNotRead: [],
            context: 'scheduled',
            source: 'typed',
            ...signs,
          },
          ...more,
        },
      ],
    });
    const series = `/api/patients/${patientId}/series/${charts.ana.seriesId}/orders`;
    const person = `/api/patients/${patientId}`;
    const events = `/api/patients/${patientId}/dosing-sessions/${charts.ana.sessionId}/events`;
    const cases: readonly (readonly [Person, string, string, string, string])[] = [
      [people.okafor, 'POST', series, JSON.stringify(orders({ weightKg: -66 })), 'weightKg'],
      [people.okafor, 'POST', series, JSON.stringify(orders({ weightKg: '66' })), 'weightKg'],
      [people.okafor, 'POST', series, JSON.stringify(orders({ doseMg: 1e308 })), 'doseMg'],
      [
        people.okafor,
        'POST',
        series,
        JSON.stringify(orders({})).replace('"doseMg":33', '"doseMg":1e999'),
        'doseMg',
      ],
      [people.okafor, 'POST', series, JSON.stringify(orders({ doseMg: null })), 'doseMg'],
      [people.okafor, 'POST', series, JSON.stringify(orders({ doseMg: 'NaN' })), 'doseMg'],
      [people.okafor, 'POST', series, JSON.stringify(orders({ meaning: 'I did not' })), 'meaning'],
      [people.pat, 'PUT', person, JSON.stringify(demographics({ birthDate: '2026-02-30' })), 'birthDate'],
      [people.pat, 'PUT', person, JSON.stringify(demographics({ birthDate: '1987-13-01' })), 'birthDate'],
      [people.pat, 'PUT', person, JSON.stringify(demographics({ birthDate: '03/14/1987' })), 'birthDate'],
      [people.pat, 'PUT', person, JSON.stringify(demographics({ email: 'ana at home' })), 'email'],
      [people.pat, 'PUT', person, JSON.stringify(demographics({ givenName: '   ' })), 'givenName'],
      [people.pat, 'PUT', person, JSON.stringify(demographics({ version: 1.5 })), 'version'],
      [
        people.maria,
        'POST',
        events,
        JSON.stringify(fact({ systolicMmHg: -5 })),
        'events.0.fact.systolicMmHg',
      ],
      [
        people.maria,
        'POST',
        events,
        JSON.stringify(fact({ systolicMmHg: 1e308 })),
        'events.0.fact.systolicMmHg',
      ],
      [
        people.maria,
        'POST',
        events,
        JSON.stringify(fact({ systolicMmHg: '124' })),
        'events.0.fact.systolicMmHg',
      ],
      [people.maria, 'POST', events, JSON.stringify(fact({ spo2Percent: 101 })), 'events.0.fact.spo2Percent'],
      [
        people.maria,
        'POST',
        events,
        JSON.stringify(fact({ systolicMmHg: 124 }, { deviceSeq: 0 })),
        'events.0.deviceSeq',
      ],
      [
        people.maria,
        'POST',
        events,
        JSON.stringify(fact({ systolicMmHg: 124 }, { effectiveAt: -1 })),
        'events.0.effectiveAt',
      ],
      [
        people.maria,
        'POST',
        events,
        JSON.stringify(fact({}, { fact: { type: 'DoseForgotten', v: 1 } })),
        'events.0.fact',
      ],
    ];
    await nothingKept(async () => {
      const wrong: string[] = [];
      for (const [who, method, path, body, field] of cases) {
        const response = await house.send(who, { method, path, body });
        const copy = response.clone();
        wrong.push(...(await refusedWell(response, `${path} ${field}`, [400])));
        const { fields } = (await copy.json()) as { fields?: { path: string; message: string }[] };
        if (!fields?.some((each) => each.path.startsWith(field) && each.message.length > 5))
          wrong.push(`${field}: ${JSON.stringify(fields)}`);
      }
      return wrong;
    });
  });

  test('words that look like code are words: kept as they are or refused, and run nowhere', async () => {
    const wrong: string[] = [];
    for (const route of withBody) {
      if (route.endpoint.path.includes('/sign-in') || route.endpoint.path.endsWith('/record-imports'))
        continue;
      const whole = sample(route.endpoint.body ?? assert.fail(), { whole: true, now: house.now() });
      for (const path of textPaths(whole)) {
        for (const text of hostileTexts.slice(0, 7)) {
          const response = await send(route, JSON.stringify(withAt(whole, path, text)));
          if (response.status >= 500)
            wrong.push(
              `${nameOf(route)} ${path.join('.')} ${JSON.stringify(text).slice(0, 24)}: ${response.status}`,
            );
          const type = response.headers.get('content-type') ?? '';
          if (!type.includes('json') || response.headers.get('x-content-type-options') !== 'nosniff')
            wrong.push(`${nameOf(route)}: ${type}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query('select 1 from patients where clinic_id = $1', [tx.clinicId]),
    );
    assert.ok(rows.length >= 2, 'the table is still there');
  });

  test('a file from elsewhere with text that cannot be kept is refused or read, and never breaks', async () => {
    const bundleOf = (display: string) =>
      `{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Condition","id":"1","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"code":{"text":"${display}"},"subject":{"reference":"Patient/1"}}}]}`;
    for (const text of ['\\ud800', 'a\\u0000b', '<script>', "'; drop table patients; --"]) {
      const response = await house.send(people.ana, {
        method: 'POST',
        path: `/api/patients/${charts.ana.patientId}/record-imports`,
        body: JSON.stringify({ id: randomUUID(), bundle: bundleOf(text) }),
      });
      assert.ok(response.status < 500, `${text}: ${response.status}`);
    }
  });

  test('a request that our own screens did not send changes nothing', async () => {
    await nothingKept(async () => {
      const wrong: string[] = [];
      const foreign: readonly Record<string, string | undefined>[] = [
        { 'x-mooring': undefined },
        { 'x-mooring': 'yes' },
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: 'http://localhost:4001' },
        { origin: 'http://localhost.evil.example:4000' },
      ];
      for (const route of withBody) {
        for (const headers of foreign) {
          wrong.push(
            ...(await refusedWell(
              await send(route, JSON.stringify(bodyOf(route)), headers),
              `${nameOf(route)} ${JSON.stringify(headers)}`,
              [403],
            )),
          );
        }
      }
      return wrong;
    });
  });

  test('no reading changes anything, and no address takes a method it does not have', async () => {
    const wrong: string[] = [];
    const known = new Set(house.routes.map((route) => `${route.endpoint.method} ${route.endpoint.path}`));
    for (const path of new Set(house.routes.map((route) => route.endpoint.path))) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
        if (known.has(`${method} ${path}`)) continue;
        const response = await house.send(people.maria, {
          method,
          path: pathOf({ path }, charts.ana),
          ...(method === 'GET' ? {} : { body: '{}' }),
        });
        if (response.status !== 404) wrong.push(`${method} ${path}: ${response.status}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  test('a query that says a thing twice, or asks what is not offered, is refused by name', async () => {
    const cases: readonly (readonly [Person, string, string])[] = [
      [people.maria, '/api/patients?name=a&name=b', 'name'],
      [people.maria, `/api/patients?sort=${sentinel}`, 'sort'],
      [people.pat, '/api/schedule?from=2027-03-02&to=2027-02-30', 'to'],
      [people.pat, '/api/schedule?from=2027-03-02', 'to'],
      [people.pat, '/api/day?date=tomorrow', 'date'],
      [people.pat, `/api/inquiries?status=${sentinel}`, 'status'],
      [people.maria, `/api/patients/${charts.ana.patientId}?include=${sentinel}`, 'include'],
      [
        people.maria,
        `/api/patients/${charts.ana.patientId}/dosing-sessions/${charts.ana.sessionId}/events?after=-1`,
        'after',
      ],
      [
        people.maria,
        `/api/patients/${charts.ana.patientId}/dosing-sessions/${charts.ana.sessionId}/events?after=1;drop`,
        'after',
      ],
    ];
    const wrong: string[] = [];
    for (const [who, path, field] of cases) {
      const response = await house.send(who, { method: 'GET', path });
      const copy = response.clone();
      wrong.push(...(await refusedWell(response, path, [400])));
      const { fields } = (await copy.json()) as { fields?: { path: string }[] };
      if (!fields?.some((each) => each.path === field)) wrong.push(`${path}: ${JSON.stringify(fields)}`);
    }
    assert.deepEqual(wrong, []);
  });

  test('an id that is no id is nothing, and never reaches the record', async () => {
    const ids = [
      '1',
      "'; select 1; --",
      '..%2f..%2fetc',
      'null',
      '%00',
      'x'.repeat(3_000),
      '0a0b0c0d-0000-4000-8000-00020000000g',
    ];
    const wrong: string[] = [];
    for (const route of house.routes.filter((each) => each.endpoint.path.includes(':'))) {
      for (const id of ids) {
        const names = [...route.endpoint.path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1] ?? '');
        const params = { ...charts.ana, [names.at(-1) ?? '']: encodeURIComponent(id) };
        const body = route.endpoint.body === undefined ? undefined : JSON.stringify(bodyOf(route));
        const response = await house.send(whoMay(route), {
          method: route.endpoint.method,
          path: pathOf(route.endpoint, params),
          body: route.endpoint.method === 'GET' ? undefined : (body ?? '{}'),
        });
        if (response.status !== 404) wrong.push(`${nameOf(route)} ${id.slice(0, 20)}: ${response.status}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  test('anything at all, at any address: a refusal or an answer, never a break', async () => {
    const routes = withBody.filter(
      (route) => !/sign-in\/password|record-imports$|sign-out/.test(route.endpoint.path),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        fc.oneof(
          fc.jsonValue({ maxDepth: 3 }).map((value) => ({ whole: value })),
          fc.record({
            at: fc.nat(),
            value: fc.oneof(
              fc.jsonValue({ maxDepth: 2 }),
              fc.constantFrom(...wrongValues),
              fc.constantFrom(...hostileTexts),
              fc.double(),
              fc.string({ unit: 'binary' }),
            ),
          }),
        ),
        async (route, change) => {
          const good = sample(route.endpoint.body ?? assert.fail(), {
            whole: true,
            now: house.now(),
          }) as Record<string, unknown>;
          const keys = Object.keys(good);
          const body =
            'whole' in change
              ? change.whole
              : {
                  ...good,
                  ...(keys.length === 0 ? {} : { [keys[change.at % keys.length] ?? '']: change.value }),
                };
          const response = await send(route, JSON.stringify(body) ?? 'null');
          const text = await response.text();
          assert.ok(
            response.status < 500,
            `${nameOf(route)}: ${response.status} for ${JSON.stringify(body)?.slice(0, 200)}`,
          );
          assert.doesNotThrow(() => JSON.parse(text));
        },
      ),
      { numRuns: 250, seed: 20270302, endOnFailure: true },
    );
  });

  test('none of all this was a bug', () => {
    const bugs = house.logs.filter((line) => line.includes('"event":"bug"'));
    assert.deepEqual([...new Set(bugs.map((line) => line.replace(/"(at|requestId)":"[^"]+",?/g, '')))], []);
  });
});
