// Every route by everyone: what a request is answered over HTTP is what the access matrix says, cell by cell.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Route } from '#server/access';
import { cellOf, decide, policy, type RelationName, type RoleName, roles } from '#server/access';
import { morning, pathOf, type TestApp, testApp } from '#test/app.ts';
import { type Chart, cast, chartOf, charts, type Person, people } from '#test/people.ts';
import { sample } from '#test/sample.ts';

/** How each of the cast truly stands to Ana today. Written by hand: it is what the database must come to by itself. */
const standsToAna: Readonly<Record<string, readonly RelationName[]>> = {
  ana: ['own', 'self'],
  luis: ['own'],
  luz: ['own', 'linked'],
  maria: ['own', 'tenant', 'shift', 'care'],
  tom: ['own', 'tenant'],
  // Not on the team, but on shift on a day Ana is here.
  noa: ['own', 'tenant', 'shift', 'care'],
  okafor: ['own', 'tenant', 'shift', 'care'],
  vance: ['own', 'tenant'],
  ines: ['own', 'tenant', 'care'],
  ravi: ['own', 'tenant'],
  juno: ['own', 'tenant', 'shift', 'care'],
  pat: ['own', 'tenant'],
  dana: ['own', 'tenant'],
  ash: ['own', 'tenant'],
};
/** On shift today does not open the record of Luis, who comes another day. */
const standsToLuis: Readonly<Record<string, readonly RelationName[]>> = {
  ...Object.fromEntries(Object.keys(standsToAna).map((key) => [key, ['own', 'tenant']])),
  ana: ['own'],
  luis: ['own', 'self'],
  luz: ['own'],
};

/** Those for whom it matters that he comes another day: himself, another patient, the team and the shift. */
const toLuis = new Set(['ana', 'luis', 'luz', 'maria', 'noa', 'juno', 'pat']);

const nameOf = ({ endpoint }: Route) => `${endpoint.method} ${endpoint.path}`;

function bodyFor(route: Route, chart: Chart, now: number): unknown {
  const { body, path } = route.endpoint;
  if (body === undefined) return undefined;
  const made = sample(body, { now }) as Record<string, unknown>;
  if (path.endsWith('/events')) {
    const [event] = made['events'] as Record<string, unknown>[];
    return {
      events: [
        {
          ...event,
          patientId: chart.patientId,
          sessionId: chart.sessionId,
          deviceSeq: 1,
          effectiveAt: now,
          recordedAt: now,
          fact: { type: 'NoteAdded', v: 1, text: 'Sleeping lightly.' },
        },
      ],
    };
  }
  return made;
}

function queryFor(route: Route): string {
  if (route.endpoint.query === undefined) return '';
  return `?${new URLSearchParams(sample(route.endpoint.query) as Record<string, string>)}`;
}

async function ask(
  house: TestApp,
  person: Person | undefined,
  route: Route,
  chart: Chart,
  as: Person | undefined = person,
) {
  const body = bodyFor(route, chart, house.now());
  const response = await house.send(as, {
    method: route.endpoint.method,
    path: pathOf(route.endpoint, chart) + queryFor(route),
    body: body === undefined ? (route.endpoint.method === 'GET' ? undefined : '{}') : JSON.stringify(body),
  });
  const json = (await response.json()) as Record<string, unknown>;
  return {
    status: response.status,
    code: json['code'],
    keys: Object.keys(json).sort(),
    title: json['title'],
    requestId: json['requestId'],
  };
}

/** A name, when the decision was against the person; undefined when they were let in, whatever came of the work. */
function turnedAway(answer: { status: number; code: unknown }): string | undefined {
  if (answer.status === 401 && answer.code === 'signed-out') return '401';
  if (answer.status === 403 && answer.code === 'not-yours') return '403';
  return undefined;
}

describe('every route by everyone', () => {
  let house: TestApp;
  let routes: readonly Route[];
  before(async () => {
    house = await testApp();
    routes = house.routes;
  });
  after(() => house.close());

  test('each route stands in the golden matrix, and nothing else does', () => {
    const golden = readFileSync(new URL('./access-matrix.txt', import.meta.url), 'utf8');
    const written = golden.split('\n').filter((line) => /^(GET|POST|PUT|DELETE) \//.test(line));
    assert.deepEqual(
      written.sort(),
      routes.map(nameOf).sort(),
      'run npm run golden and review the difference',
    );
  });

  for (const [whose, chart, stands] of [
    ['Ana', charts.ana, standsToAna],
    ['Luis', charts.luis, standsToLuis],
  ] as const) {
    test(`about ${whose}: everyone of the clinic is let in or turned away as the matrix says`, async () => {
      const wrong: string[] = [];
      const signedIn = new Set<string>();
      let disturbed = true;
      for (const route of routes) {
        if ('public' in route.access) continue;
        if (whose === 'Luis' && route.access.subject !== 'patient') continue;
        for (const person of cast.filter(
          (one) => one.clinic === 'harbor' && (whose === 'Ana' || toLuis.has(one.key)),
        )) {
          const toThem = stands[person.key];
          assert.ok(toThem, `${person.key} stands nowhere`);
          // Where no patient is named there is nobody to be or to care for.
          const relations =
            route.access.subject === 'patient'
              ? toThem
              : toThem.filter((one) => one !== 'self' && one !== 'care');
          const expected = cellOf(route.access, {
            role: person.roles[0] as RoleName,
            standing: { relations: new Set(relations), scopes: new Set(person.scopes ?? []) },
          });
          if (disturbed) {
            await asInTheMorning(house);
            signedIn.clear();
          }
          disturbed = changesHowTheyStand.test(nameOf(route));
          if (!signedIn.has(person.key)) await house.signIn(person);
          signedIn.add(person.key);
          const answer = await ask(house, person, route, chart);
          const turned = answer.status === 403 || answer.status === 404;
          const line = turned
            ? (await lastLines(house)).find((one) => one.requestId === answer.requestId)
            : undefined;
          const verdict =
            turnedAway(answer) ?? (answer.status === 404 && line?.rule.includes('/none:') ? '404' : 'yes');
          if (answer.status >= 500) wrong.push(`${person.key} ${nameOf(route)}: ${answer.status}`);
          if (verdict !== expected.verdict) {
            wrong.push(
              `${person.key} ${nameOf(route)}: the matrix says ${expected.verdict}, the answer was ${verdict} (${answer.status} ${answer.code})`,
            );
          }
          if (answer.status !== 200 && line !== undefined && line.rule !== expected.rule) {
            wrong.push(
              `${person.key} ${nameOf(route)}: audited with ${line.rule}, decided by ${expected.rule}`,
            );
          }
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  test('a visitor is let in to what is public and to nothing else', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const answer = await ask(house, undefined, route, charts.ana);
      const isPublic = 'public' in route.access;
      if (isPublic ? answer.status >= 500 || answer.code === 'signed-out' : answer.status !== 401)
        wrong.push(`${nameOf(route)}: ${answer.status}`);
    }
    assert.deepEqual(wrong, []);
  });

  test('another clinic’s staff and patients get, for Ana, what they get for someone who never was', async () => {
    const nobody = chartOf(99);
    const wrong: string[] = [];
    for (const route of routes) {
      if ('public' in route.access || !route.endpoint.path.includes(':')) continue;
      for (const person of [people.nell, people.ode, people.fay, people.bea]) {
        if (route.access.subject === 'clinic') await house.signIn(person);
        const ana = await ask(house, person, route, charts.ana);
        const never = await ask(house, person, route, nobody);
        const same =
          ana.status === never.status &&
          ana.code === never.code &&
          ana.title === never.title &&
          ana.keys.join() === never.keys.join();
        // That this role never answers inquiries is told to anyone who holds it; it says nothing about this one.
        const byRole = route.access.subject === 'clinic' && ana.code === 'not-yours';
        if (!same || (ana.status !== 404 && !byRole))
          wrong.push(
            `${person.key} ${nameOf(route)}: ${ana.status} ${ana.code}, for nobody ${never.status} ${never.code}`,
          );
      }
    }
    assert.deepEqual(wrong, []);
  });

  test('Luis gets, for Ana, what he gets for someone who never was', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      if ('public' in route.access || route.access.subject !== 'patient') continue;
      const ana = await ask(house, people.luis, route, charts.ana);
      const never = await ask(house, people.luis, route, chartOf(99));
      if (
        ana.status !== 404 ||
        ana.title !== never.title ||
        ana.code !== never.code ||
        ana.keys.join() !== never.keys.join()
      )
        wrong.push(`${nameOf(route)}: ${ana.status} ${ana.code}, for nobody ${never.status} ${never.code}`);
    }
    assert.deepEqual(wrong, []);
  });

  test('with their own patient in the path, Ana’s session, series, ride or words stay out of reach', async () => {
    // The path says Luis and everything else is Ana’s: who may open one record must not reach into the other.
    const mixed = { ...charts.ana, patientId: charts.luis.patientId };
    const reached: string[] = [];
    for (const route of routes) {
      if ('public' in route.access || route.access.subject !== 'patient') continue;
      const inner = [...route.endpoint.path.matchAll(/:([A-Za-z]+)/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => name !== 'patientId');
      // An entry that does not exist yet is written under this id by its own author, and never replaces another's.
      if (inner.length === 0 || route.endpoint.method === 'PUT') continue;
      const answer = await ask(house, people.luis, route, mixed);
      if (answer.status === 200) reached.push(`${nameOf(route)}`);
    }
    // An empty list of what was prepared is all that another patient's cycle shows.
    assert.deepEqual(
      reached.filter((name) => name !== 'GET /api/patients/:patientId/cycles/:cycleId/preparation'),
      [],
    );
  });

  test('a call from the patient’s own phone is kept in a session whose record they may not write', async () => {
    const event = (fact: object, deviceSeq: number) => ({
      eventId: randomUUID(),
      sessionId: charts.ana.sessionId,
      patientId: charts.ana.patientId,
      deviceId: '0a0b0c0d-0000-4000-8000-00aa00000001',
      deviceSeq,
      effectiveAt: house.now(),
      recordedAt: house.now(),
      fact,
    });
    const path = `/api/patients/${charts.ana.patientId}/dosing-sessions/${charts.ana.sessionId}/events`;
    const send = async (person: Person, ...events: object[]) => {
      await asInTheMorning(house);
      await house.signIn(person);
      return (await house.send(person, { method: 'POST', path, body: JSON.stringify({ events }) })).status;
    };
    const call = { type: 'PatientSignalled', v: 1, signal: 'come' };
    const note = { type: 'NoteAdded', v: 1, text: 'I am fine.' };
    assert.equal(await send(people.ana, event(call, 1)), 200);
    assert.equal(await send(people.ana, event(note, 2)), 404);
    assert.equal(
      await send(people.ana, event(call, 3), event(note, 4)),
      404,
      'a note does not travel under a call',
    );
    assert.equal(await send(people.luis, event(call, 1)), 404);
    assert.equal(await send(people.luz, event(call, 5)), 200, 'a companion may report');
    assert.equal(await send(people.tom, event(call, 1)), 403);
    assert.equal(await send(people.nell, event(call, 1)), 404);
  });
});

/** What ends a sign-in, a shift, a link or a slot. */
const changesHowTheyStand = /^POST .*(sign-out|sign-ins\/end|shifts|\/rides|\/ride\/steps|revoke|cancel)/;

/** For the next person everything stands as it stood. */
async function asInTheMorning(house: TestApp): Promise<void> {
  await house.inClinic('harbor', async (tx) => {
    const checkedIn = cast.filter((one) => one.onShift).map((one) => one.id);
    await tx.query('update shifts set ended_at = now() where clinic_id = $1 and not (account_id = any($2))', [
      tx.clinicId,
      checkedIn,
    ]);
    await tx.query('update shifts set ended_at = null where clinic_id = $1 and account_id = any($2)', [
      tx.clinicId,
      checkedIn,
    ]);
    await tx.query('update companion_links set revoked_at = null where clinic_id = $1', [tx.clinicId]);
    await tx.query(`update appointments set status = 'booked' where clinic_id = $1 and id = $2`, [
      tx.clinicId,
      charts.ana.appointmentId,
    ]);
  });
}

async function lastLines(house: TestApp) {
  return await house.inClinic('harbor', async (tx) => {
    const { rows } = await tx.query<{ entry: string }>(
      'select e.entry from audit_heads h join audit_events e on e.clinic_id = h.clinic_id and e.lane = h.lane and e.seq = h.seq where h.clinic_id = $1',
      [tx.clinicId],
    );
    return rows.map((row) => JSON.parse(row.entry) as { requestId: string; rule: string });
  });
}

describe('the decision', () => {
  test('a role that is not in a row is a no, and nobody but the patient opens their own words', () => {
    const everything = new Set<RelationName>(['own', 'self', 'linked', 'care', 'shift', 'tenant']);
    const scopes = new Set(['day', 'live-status', 'outcomes', 'safety', 'report'] as const);
    for (const [resource, row] of Object.entries(policy)) {
      for (const role of roles) {
        if (role in row) continue;
        for (const action of ['r', 'c', 'u', 's', 'x', 'd'] as const) {
          const decision = decide([role], resource as keyof typeof policy, action, {
            relations: everything,
            scopes,
          });
          assert.equal(decision.allowed, false, `${role} may ${action} ${resource}`);
        }
      }
    }
    assert.deepEqual(Object.keys(policy['own-words']), ['patient']);
  });

  test('admin, auditor and front desk hold no clinical read', () => {
    const clinical = [
      'health-record',
      'screening',
      'detected-issue',
      'order',
      'care-answer',
      'session-record',
      'response',
      'outcomes',
      'own-words',
      'shared-words',
      'encounter-note',
      'preparation',
      'after-visit-summary',
    ] as const;
    for (const resource of clinical) {
      for (const role of ['admin', 'auditor', 'front-desk'])
        assert.ok(!(role in policy[resource]), `${role} in ${resource}`);
    }
  });

  test('a nurse signs the papers of the session she watched, the drug book and a training record, and nothing else; only a prescriber signs an order or signs after her', () => {
    const mayBeSigned = /:[a-z]*s/;
    const nurseSigns = Object.entries(policy).filter(([, row]) =>
      mayBeSigned.test((row as { nurse?: string }).nurse ?? ''),
    );
    assert.deepEqual(
      nurseSigns.map(([resource]) => resource),
      ['after-visit-summary', 'session-note', 'monitoring-form', 'drug-ledger', 'drill'],
    );
    for (const resource of [
      'order',
      'session-note-co-signature',
      'standing-order',
      'drill-scenario',
    ] as const) {
      assert.deepEqual(
        Object.entries(policy[resource])
          .filter(([, cell]) => mayBeSigned.test(cell))
          .map(([role]) => role),
        ['prescriber'],
        resource,
      );
    }
  });

  test('a scope that is not on the link opens nothing', () => {
    const decision = decide(['companion'], 'companion-ride', 'r', {
      relations: new Set(['own', 'linked']),
      scopes: new Set(['report']),
    });
    assert.deepEqual(decision, { allowed: false, status: 404, rule: 'companion-ride/none:r' });
  });

  test('rights add up over the roles a person holds, and the role that let them in is named', () => {
    const decision = decide(['admin', 'nurse'], 'session-record', 'c', {
      relations: new Set(['own', 'tenant', 'care']),
      scopes: new Set(),
    });
    assert.ok(decision.allowed);
    assert.equal(decision.allowed && decision.role, 'nurse');
  });
});

describe('the time a clock shows in these tests', () => {
  test('is a working morning, so that on shift means today', () => {
    assert.equal(new Date(morning).toISOString(), '2027-03-02T14:00:00.000Z');
  });
});
