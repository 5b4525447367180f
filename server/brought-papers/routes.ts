// The list of what to bring and the papers themselves. What a file is, its first bytes say; its name is never believed.

import * as api from '#api/brought-papers.ts';
import { bringItem } from '#content/bring-list.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { keepMark, keepPaper, marksOf, papersOf, readPaper, removePaper, sayRead } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const notOnList = refuse(422, 'not-on-list', 'This is not on the list. Open it again.');

const starts: readonly (readonly [string, api.BroughtPaper['mediaType']])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['%PDF-', 'application/pdf'],
];

export function broughtPaperRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listBrought,
      { resource: 'brought-paper', action: 'r', subject: 'patient' },
      { audit: 'brought-paper.list' },
      async ({ tx, params }) => ({
        marks: await marksOf(tx, params.patientId ?? ''),
        papers: await papersOf(tx, params.patientId ?? ''),
      }),
    ),

    route(
      api.markBring,
      { resource: 'brought-paper', action: 'c', subject: 'patient' },
      { audit: 'brought-paper.mark' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '' } = params;
        if (bringItem(body.item) === undefined) return notOnList;
        await keepMark(tx, { patientId, ...body }, now);
        context.publish({ topic: 'patient', patientId });
        return { done: true as const };
      },
    ),

    route(
      api.addPaper,
      { resource: 'brought-paper', action: 'c', subject: 'patient' },
      { audit: 'brought-paper.add', rate: 'import', maxBytes: 6 * 1024 * 1024 },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        if (bringItem(body.item) === undefined) return notOnList;
        const file = Buffer.from(body.file, 'base64');
        const mediaType = starts.find(([bytes]) =>
          file.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1')),
        )?.[1];
        if (mediaType === undefined)
          return refuse(422, 'not-a-paper', 'This is no photo and no PDF. Nothing was kept.', [
            { path: 'file', message: 'Choose a photo or a PDF.' },
          ]);
        const { id, item, name } = body;
        const paper = { id, item, name, mediaType, addedAt: now, addedByName: actor.name, note: '' };
        await keepPaper(tx, ports, { patientId, by: actor.id, paper, file: body.file });
        context.audit({ resourceId: id });
        context.publish({ topic: 'patient', patientId, id });
        return paper;
      },
    ),

    route(
      api.openPaper,
      { resource: 'brought-paper', action: 'r', subject: 'patient' },
      { audit: 'brought-paper.open' },
      async (context) => {
        const { tx, params } = context;
        const { patientId = '', paperId = '' } = params;
        context.audit({ resourceId: paperId });
        return (await readPaper(tx, ports.secrets, { patientId, id: paperId })) ?? absent;
      },
    ),

    route(
      api.goThroughPaper,
      { resource: 'brought-paper', action: 'u', subject: 'patient' },
      { audit: 'brought-paper.go-through' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', paperId = '' } = params;
        await sayRead(tx, { patientId, id: paperId, note: body.note, byName: actor.name }, now);
        context.audit({ resourceId: paperId });
        context.publish({ topic: 'patient', patientId, id: paperId });
        return (await papersOf(tx, patientId)).find(({ id }) => id === paperId) ?? absent;
      },
    ),

    route(
      api.removePaper,
      { resource: 'brought-paper', action: 'd', subject: 'patient' },
      { audit: 'brought-paper.remove' },
      async (context) => {
        const { tx, params, now } = context;
        const { patientId = '', paperId = '' } = params;
        context.audit({ resourceId: paperId });
        context.publish({ topic: 'patient', patientId, id: paperId });
        return (await removePaper(tx, { patientId, id: paperId }, now)) ? { done: true as const } : absent;
      },
    ),
  ];
}
