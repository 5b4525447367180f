// A therapist outside, by a dated link: dates, what was shown, a note back; and nothing else of the record.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as circle from '#api/circle.ts';
import * as api from '#api/guest-room.ts';
import * as outcomes from '#api/outcomes.ts';
import * as words from '#api/own-words.ts';
import * as patients from '#api/patients.ts';
import { proposeProtocol, signProtocol } from '#api/protocols.ts';
import { pairedPathway } from '#clinical/integration/pathway.ts';
import { circleRoutes } from '#server/circle';
import { ownWordsRoutes } from '#server/own-words';
import { patientRoutes } from '#server/patients';
import { protocolRoutes } from '#server/protocols';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { guestRoomRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let thea: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...circleRoutes(ports),
    ...ownWordsRoutes(ports),
    ...guestRoomRoutes(ports),
    ...patientRoutes(ports),
    ...taskRoutes(ports),
    ...protocolRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId, shift: true });
  await clinic.cycle({ patientId: june.patientId, planner: thea, doseInHours: 48 });
});
after(() => clinic.close());

const params = (more: Record<string, string> = {}) => ({ patientId: june.patientId, ...more });

async function invite(
  sees: (typeof circle.supporterSees)[number][],
  untilOn?: string,
): Promise<{ linkId: string; token: string; expiresAt: number }> {
  const linkId = randomUUID() as string;
  const { answer } = await clinic.call(june, circle.inviteSupporter, {
    params: params(),
    body: { id: linkId, name: 'Rosa Lind', role: 'therapist', sees, ...(untilOn ? { untilOn } : {}) },
  });
  return {
    linkId,
    token: await clinic.signIn({ companionLinkId: linkId }),
    expiresAt: answer.supporter.expiresAt,
  };
}

async function show(text: string, linkId: string): Promise<void> {
  const wordsId = randomUUID() as string;
  await clinic.call(june, words.saveOwnWords, {
    params: params({ wordsId }),
    body: { version: 0, kind: 'journal', text, writtenAt: clinic.now() },
  });
  await clinic.call(june, words.shareOwnWords, {
    params: params({ wordsId }),
    body: { id: randomUUID(), withLinkId: linkId },
  });
}

test('a therapist outside has a dated room with the dates, what was shown and a note back, and the patient sees that they looked; the path counts them @S0-13', async () => {
  const rosa = await invite(['words', 'guest-room'], '2027-03-31');
  assert.equal(rosa.expiresAt, Date.UTC(2027, 3, 1, 4, 0), 'it ends with the day that was named');
  const room = await clinic.call(rosa, api.getGuestRoom);
  assert.deepEqual(
    room.answer.sessions.map(({ number, of, doseAt }) => [number, of, doseAt]),
    [[1, 6, clinic.now() + 48 * 3_600_000]],
  );
  assert.ok((room.answer.sessions[0]?.bestFrom ?? 0) > clinic.now() + 48 * 3_600_000);
  assert.doesNotMatch(JSON.stringify(room.answer), /Ames|1980|depress|mg|"iv"/i);

  await show('the line about my father', rosa.linkId);
  const shown = await clinic.call(rosa, words.readShownWords);
  assert.deepEqual(
    shown.answer.words.map(({ text }) => text),
    ['the line about my father'],
  );
  for (const endpoint of [patients.getPatient, patients.careTeam, api.listGuestNotes])
    assert.equal((await clinic.call(rosa, endpoint, { params: params() })).status, 404);

  const id = randomUUID() as string;
  await clinic.call(rosa, api.writeGuestNote, {
    body: { id, text: 'We met. She will call her brother.', heldOn: '2027-03-05' },
  });
  for (const reader of [thea, june]) {
    const { answer } = await clinic.call(reader, api.listGuestNotes, { params: params() });
    assert.deepEqual(
      answer.notes.map(({ fromName, heldOn }) => [fromName, heldOn]),
      [['Rosa Lind', '2027-03-05']],
    );
  }
  const work = await clinic.call(thea, outcomes.listTasks);
  assert.ok(
    work.answer.tasks.some(({ kind, detail }) => kind === 'guest-note' && detail.fromName === 'Rosa Lind'),
  );
  const looked = await clinic.call(june, patients.whoLooked, { params: params() });
  assert.ok(
    looked.answer.entries.some(({ who, action }) => who === 'Rosa Lind' && /words you shared/.test(action)),
  );

  // In or outside the clinic, a therapist is a therapist to the path.
  const path = (therapists: readonly string[]) =>
    pairedPathway({ therapists, before: [], doses: [{ number: 1, doseAt: 2 }], now: 1 })[0]?.state;
  assert.deepEqual([path([]), path(['Rosa Lind, outside'])], ['fault', 'done']);
});

test('a friend’s link opens no room, a day that is past makes none, and an ended one shuts', async () => {
  const friend = await invite(['words']);
  assert.equal((await clinic.call(friend, api.getGuestRoom)).status, 404);
  const past = await clinic.call(june, circle.inviteSupporter, {
    params: params(),
    body: { id: randomUUID(), name: 'X', role: 'y', sees: ['guest-room'], untilOn: '2027-03-01' },
  });
  assert.equal(past.code, 'day-is-past');
  const rosa = await invite(['guest-room'], '2027-03-02');
  assert.equal((await clinic.call(rosa, api.getGuestRoom)).status, 200);
  clinic.later(20 * 3_600_000);
  assert.notEqual((await clinic.call(rosa, api.getGuestRoom)).status, 200);
});

test('when to talk after a dose is what the protocol of this plan says, as its clinic signed it', async () => {
  const prescriber = await clinic.staff('Dr Osei', 'prescriber', {});
  const made = await clinic.call(prescriber, proposeProtocol, {
    body: {
      id: randomUUID(),
      baseId: 'iv-example-1',
      name: 'Talk in the week after',
      changes: [
        { path: 'integration.fromHours', value: 48, note: 'Our therapists see people then.' },
        { path: 'integration.toHours', value: 168, note: 'Our therapists see people then.' },
      ],
    },
  });
  const { id: edition, sha256 } = made.answer;
  const signed = await clinic.call(prescriber, signProtocol, {
    params: { edition },
    body: { sha256, meaning: 'I answer for this protocol' },
  });
  assert.equal(signed.answer.state, 'signed', signed.code);
  const ray = await clinic.patient('Ray', 'Stone', '1971-01-01');
  await clinic.cycle({
    patientId: ray.patientId,
    planner: prescriber,
    doseInHours: 24,
    protocol: { route: 'iv', editionId: edition },
  });
  const linkId = randomUUID() as string;
  await clinic.call(ray, circle.inviteSupporter, {
    params: { patientId: ray.patientId },
    body: { id: linkId, name: 'Lena Holt', role: 'therapist', sees: ['guest-room'] },
  });
  const lena = { token: await clinic.signIn({ companionLinkId: linkId }) };
  const hour = 3_600_000;
  const { answer } = await clinic.call(lena, api.getGuestRoom);
  assert.deepEqual(
    answer.sessions.map(({ doseAt, bestFrom = 0, bestTo = 0 }) => [bestFrom - doseAt, bestTo - doseAt]),
    [[48 * hour, 168 * hour]],
  );
});
