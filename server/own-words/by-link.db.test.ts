// Words shown to someone with a link: that person alone, that entry alone, until it is taken back or the link ends.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as circle from '#api/circle.ts';
import * as api from '#api/own-words.ts';
import * as preparation from '#api/preparation.ts';
import { circleRoutes } from '#server/circle';
import { rideRoutes } from '#server/rides';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { ownWordsRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let thea: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...circleRoutes(ports),
    ...rideRoutes(ports),
    ...ownWordsRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId });
});
after(() => clinic.close());

const params = (more: Record<string, string> = {}) => ({ patientId: june.patientId, ...more });

async function invite(name: string, sees: (typeof circle.supporterSees)[number][]) {
  const linkId = randomUUID() as string;
  await clinic.call(june, circle.inviteSupporter, {
    params: params(),
    body: { id: linkId, name, role: 'friend', sees },
  });
  return { linkId, token: await clinic.signIn({ companionLinkId: linkId }) };
}

async function mean(text: string): Promise<string> {
  const wordsId = randomUUID() as string;
  const { status } = await clinic.call(june, api.saveOwnWords, {
    params: params({ wordsId }),
    body: { version: 0, kind: 'commitment', text, dueOn: '2027-03-08', writtenAt: clinic.now() },
  });
  assert.equal(status, 200);
  return wordsId;
}
const read = async (who: { token: string }): Promise<readonly string[]> =>
  (await clinic.call(who, api.readShownWords)).answer.words.map(({ text }) => text);

test('a commitment is seen by the people she chose, looked back on, and taken back with the truth about who saw it @S0-47', async () => {
  const luz = await invite('Luz', ['words']);
  const bo = await invite('Bo', ['words']);
  const wordsId = await mean('Ten minutes outside, three times');
  const shared = await clinic.call(june, api.shareOwnWords, {
    params: params({ wordsId }),
    body: { id: randomUUID(), withLinkId: luz.linkId },
  });
  await clinic.call(june, api.shareOwnWords, {
    params: params({ wordsId }),
    body: { id: randomUUID(), withAccountId: thea.accountId },
  });
  assert.deepEqual(await read(luz), ['Ten minutes outside, three times']);
  assert.deepEqual(await read(bo), []);
  const team = await clinic.call(thea, api.readSharedWords, { params: params() });
  assert.deepEqual(
    team.answer.words.map(({ kind, dueOn }) => [kind, dueOn]),
    [['commitment', '2027-03-08']],
  );

  clinic.later(6 * 86_400_000);
  const reviewed = await clinic.call(june, api.saveOwnWords, {
    params: params({ wordsId }),
    body: {
      version: 1,
      kind: 'commitment',
      text: 'Ten minutes outside, three times',
      dueOn: '2027-03-08',
      review: { outcome: 'in-part', at: clinic.now() },
      writtenAt: clinic.now(),
    },
  });
  assert.equal(reviewed.answer.review?.outcome, 'in-part');

  const shareId = shared.answer.shares[0]?.id ?? '';
  const back = await clinic.call(june, api.takeBackOwnWords, {
    params: params({ wordsId, shareId }),
    body: {},
  });
  const share = back.answer.shares.find((each) => each.id === shareId);
  assert.ok(share?.seenAt !== undefined && share.takenBackAt === clinic.now());
  assert.equal(back.answer.shares.find((each) => each.withAccountId !== undefined)?.takenBackAt, undefined);
});

test('only a link that was made to show words shows any, and an ended link shows nothing more', async () => {
  const ride = await invite('Marta', ['day']);
  const wordsId = await mean('Call my brother');
  const share = (withLinkId: string) =>
    clinic.call(june, api.shareOwnWords, {
      params: params({ wordsId }),
      body: { id: randomUUID(), withLinkId },
    });
  assert.equal((await share(ride.linkId)).code, 'link-shows-no-words');
  assert.equal((await clinic.call(ride, api.readShownWords)).status, 404);

  const ines = await invite('Ines', ['words']);
  await share(ines.linkId);
  assert.deepEqual(await read(ines), ['Call my brother']);
  await clinic.call(june, preparation.revokeCompanionLink, {
    params: params({ linkId: ines.linkId }),
    body: {},
  });
  clinic.later(1_001);
  assert.equal((await clinic.call(ines, api.readShownWords)).status, 401);
  const list = await clinic.call(june, api.listOwnWords, { params: params() });
  const told = list.answer.words.find((words) => words.id === wordsId)?.shares[0];
  assert.ok(told?.takenBackAt !== undefined && told.seenAt !== undefined, 'ending the link took it back');
});

test('a link of another patient is nobody’s to show to', async () => {
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  const linkId = randomUUID() as string;
  await clinic.call(tomas, circle.inviteSupporter, {
    params: { patientId: tomas.patientId },
    body: { id: linkId, name: 'Eva', role: 'sister', sees: ['words'] },
  });
  const wordsId = await mean('Swim');
  const tried = await clinic.call(june, api.shareOwnWords, {
    params: params({ wordsId }),
    body: { id: randomUUID(), withLinkId: linkId },
  });
  assert.equal(tried.code, 'link-shows-no-words');
});

test('a share is with one person: with nobody, or with two at once, it is refused by name and nothing is shown', async () => {
  const luz = await invite('Luz Two', ['words']);
  const wordsId = await mean('One letter to my sister');
  for (const whom of [{}, { withAccountId: thea.accountId, withLinkId: luz.linkId }]) {
    const told = await clinic.call(june, api.shareOwnWords, {
      params: params({ wordsId }),
      body: { id: randomUUID(), ...whom },
    });
    assert.deepEqual(
      [told.status, told.code, told.fields.map(({ path }) => path)],
      [422, 'one-person', ['withAccountId']],
    );
  }
  assert.deepEqual(await read(luz), []);
});
