// What to bring: a list in both languages, papers photographed and read by a clinician, and a record taken over line by line.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/brought-papers.ts';
import { decideImportLines, getHealthRecord, importRecord } from '#api/health-record.ts';
import { bringList } from '#content/bring-list.ts';
import { healthRecordRoutes } from '#server/health-record';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { broughtPaperRoutes } from './index.ts';

const photo = Buffer.from('\xff\xd8\xff\xe0 a letter', 'latin1').toString('base64');
const pdf = Buffer.from('%PDF-1.7 results', 'latin1').toString('base64');

describe('what a person brings', () => {
  let clinic: ClinicWithRoutes;
  let eva: Person & { patientId: string };
  let okafor: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => [...broughtPaperRoutes(ports), ...healthRecordRoutes(ports)]);
    eva = await clinic.patient('Eva', 'Lindqvist', '1989-04-12');
    okafor = await clinic.staff('Dr. N. Okafor', 'prescriber', { careTeamOf: eva.patientId });
  });
  after(() => clinic.close());

  const params = () => ({ patientId: eva.patientId });
  const add = (file: string, name: string, id: string = randomUUID()) =>
    clinic.call(eva, api.addPaper, {
      params: params(),
      body: { id, item: 'test-results', name, file },
    });
  const listed = async (person: Person) =>
    (await clinic.call(person, api.listBrought, { params: params() })).answer;

  test('is on a list; papers are photographed or kept as PDF, and a record is imported line by line @S2-1', async () => {
    assert.ok(bringList.length >= 5 && bringList.some(({ isPaper }) => isPaper));
    for (const { name, why } of bringList) assert.ok(name.en && name.es && why.en && why.es);
    await clinic.call(eva, api.markBring, { params: params(), body: { item: 'photo-id', mark: 'have-it' } });
    await clinic.call(eva, api.markBring, {
      params: params(),
      body: { item: 'hospital-papers', mark: 'do-not-have' },
    });
    assert.deepEqual(
      (await listed(okafor)).marks.map(({ item, mark }) => [item, mark]),
      [
        ['hospital-papers', 'do-not-have'],
        ['photo-id', 'have-it'],
      ],
    );
    const odd = await clinic.call(eva, api.markBring, {
      params: params(),
      body: { item: 'a-goat', mark: 'have-it' },
    });
    assert.equal(odd.code, 'not-on-list');

    // The bytes say what it is; they lie sealed, and whoever read the paper says so.
    const photoId = randomUUID() as string;
    assert.equal((await add(photo, 'Blood test, page 1', photoId)).answer.mediaType, 'image/jpeg');
    assert.equal((await add(pdf, 'Letter from Dr. Lund')).answer.mediaType, 'application/pdf');
    assert.equal((await add(Buffer.from('<svg>').toString('base64'), 'x')).code, 'not-a-paper');
    const stored = await clinic.as(undefined, (tx) =>
      tx.query<{ sealed: Buffer }>('select sealed from brought_papers'),
    );
    assert.ok(stored.rows.every(({ sealed }) => !sealed.includes('letter') && !sealed.includes('PDF')));
    const opened = await clinic.call(okafor, api.openPaper, { params: { ...params(), paperId: photoId } });
    assert.equal(opened.answer.file, photo);
    const read = await clinic.call(okafor, api.goThroughPaper, {
      params: { ...params(), paperId: photoId },
      body: { note: 'Liver values normal, last March.' },
    });
    assert.deepEqual([read.answer.readByName, read.answer.readAt], [okafor.name, clinic.now()]);
    assert.equal(
      (
        await clinic.call(eva, api.goThroughPaper, {
          params: { ...params(), paperId: photoId },
          body: { note: '' },
        })
      ).status,
      404,
    );
    await clinic.call(eva, api.removePaper, { params: { ...params(), paperId: photoId }, body: {} });
    assert.equal(
      (await clinic.call(okafor, api.openPaper, { params: { ...params(), paperId: photoId } })).status,
      404,
    );
    assert.equal((await listed(eva)).papers.length, 1);

    // A record from elsewhere: nothing of it stands in hers before she keeps the line.
    const bundle = readFileSync('e2e/fixtures/eva-lindqvist.json', 'utf8');
    const brought = await clinic.call(eva, importRecord, {
      params: params(),
      body: { id: randomUUID(), bundle },
    });
    assert.equal(brought.answer.patientInFile.matches, 'same');
    const held = async () =>
      (await clinic.call(eva, getHealthRecord, { params: params() })).answer.entries.length;
    assert.equal(await held(), 0);
    const line = brought.answer.lines.find(({ kind }) => kind === 'medication') ?? assert.fail('no medicine');
    await clinic.call(eva, decideImportLines, {
      params: { ...params(), importId: brought.answer.id },
      body: { decisions: [{ lineId: line.lineId, decision: 'kept' }] },
    });
    assert.equal(await held(), 1);
    const luis = await clinic.patient('Luis', 'Ortega', '1975-01-01');
    assert.equal((await clinic.call(luis, api.listBrought, { params: params() })).status, 404);
  });
});
