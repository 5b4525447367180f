// A prescriber puts their name to a page in the words they read, for their own clinic; no one else does, and other words have no name.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as api from '#api/page-approvals.ts';
import { localDateOf } from '#clinical/instant.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { approverOf, pageApprovalRoutes } from './index.ts';

const zone = 'America/New_York';
let clinic: ClinicWithRoutes;
let prescriber: Person;
let nurse: Person;

before(async () => {
  clinic = await clinicWithRoutes(() => pageApprovalRoutes());
  prescriber = await clinic.staff('Dr Okafor', 'prescriber', {});
  nurse = await clinic.staff('Maria Reyes', 'nurse', {});
});
after(() => clinic.close());

async function risks() {
  const { answer } = await clinic.call(nurse, api.listPagesToApprove);
  const found = answer.pages.find(({ path }) => path === '/risks');
  assert.ok(found);
  return found;
}
const approver = (path: string) => clinic.as(undefined, (tx) => approverOf(tx, path, zone));
const approve = (by: Person, sha256: string) =>
  clinic.call(by, api.approvePage, { body: { path: '/risks', sha256 } });

test('a page nobody approved has nobody’s name, and a nurse cannot put hers to it', async () => {
  const page = await risks();
  assert.equal(page.approval, undefined);
  assert.equal(await approver('/risks'), undefined);
  assert.equal((await approve(nurse, page.sha256)).status, 403);
  assert.equal(await approver('/risks'), undefined);
});

test('a prescriber approves the words that stand there, and not others', async () => {
  const page = await risks();
  const { status } = await approve(prescriber, page.sha256.replaceAll(/./g, '0'));
  assert.equal(status, 409);
  assert.equal((await risks()).approval, undefined);
  assert.equal((await approve(prescriber, page.sha256)).status, 200);
  const reviewer = await approver('/risks');
  assert.ok(reviewer?.kind === 'clinician');
  assert.deepEqual([reviewer.name, reviewer.role.es], ['Dr Okafor', 'quien receta']);
  assert.equal(await approver('/es/risks'), undefined, 'the Spanish words are another text');
  const { answer } = await clinic.call(undefined, api.listApprovedPages);
  assert.deepEqual(
    answer.approvals.map(({ path, sha256, name }) => [path, sha256, name]),
    [['/risks', page.sha256, 'Dr Okafor']],
  );
});

test('words that were approved and then changed have no name under them, and the desk reads whose it was', async () => {
  await clinic.as(undefined, (tx) =>
    tx.query(
      `insert into page_approvals (clinic_id, id, path, content_sha256, approved_by, approved_by_name, approved_at)
       select clinic_id, gen_random_uuid(), '/questions', sha256('other words'), approved_by, approved_by_name, approved_at from page_approvals`,
    ),
  );
  const { answer } = await clinic.call(nurse, api.listPagesToApprove);
  const page = answer.pages.find(({ path }) => path === '/questions');
  assert.equal(page?.approval?.name, 'Dr Okafor');
  assert.notEqual(page?.approval?.sha256, page?.sha256);
  assert.equal(await approver('/questions'), undefined);
});

test('another prescriber takes a name back with a reason: the page drops it at once, the history stays, and it may be approved anew', async () => {
  const { sha256 } = await risks();
  const second = await clinic.staff('Dr Weiss', 'prescriber', {});
  const takeBack = (by: Person, reason: string, of = sha256) =>
    clinic.call(by, api.takeBackApproval, { body: { path: '/risks', sha256: of, reason } });
  assert.equal((await takeBack(nurse, 'Not mine to say.')).status, 403);
  assert.equal((await takeBack(second, ' ')).status, 400);
  assert.equal((await takeBack(second, 'Other words.', '0'.repeat(64))).code, 'not-approved');
  assert.ok(await approver('/risks'));

  clinic.later(60_000);
  assert.equal((await takeBack(second, 'A number is out of date.')).status, 200);
  assert.equal(await approver('/risks'), undefined);
  const { answer } = await clinic.call(undefined, api.listApprovedPages);
  assert.deepEqual(
    answer.approvals.filter(({ path }) => path === '/risks'),
    [],
  );
  const page = await risks();
  assert.equal(page.approval, undefined);
  const takenBack = {
    name: 'Dr Weiss',
    on: localDateOf(clinic.now(), zone),
    reason: 'A number is out of date.',
  };
  assert.deepEqual(
    page.history.map((each) => [each.name, each.sha256, each.takenBack]),
    [['Dr Okafor', sha256, takenBack]],
  );
  assert.equal((await takeBack(prescriber, 'Again.')).code, 'not-approved');

  clinic.later(60_000);
  assert.equal((await approve(second, sha256)).status, 200);
  const anew = await approver('/risks');
  assert.ok(anew?.kind === 'clinician');
  assert.equal(anew.name, 'Dr Weiss');
  assert.deepEqual(
    (await risks()).history.map((each) => [each.name, each.takenBack]),
    [
      ['Dr Weiss', undefined],
      ['Dr Okafor', takenBack],
    ],
  );
});
