// Telling, correcting and bringing in what bears on care, and handing the screening in.

import * as api from '#api/health-record.ts';
import { recordedTotal } from '#clinical/instruments/recorded-total.ts';
import { indication } from '#clinical/screening/indications.ts';
import { importBundle, parseBundleText } from '#fhir/import-bundle.ts';
import { type Actor, type Context, type Route, route } from '#server/access';
import { careRecordOf } from '#server/care-record';
import { type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { finishScreening } from '#server/questionnaires';
import { sha256 } from '#server/secrets';
import { finishTasksOfKind, idFrom, openTasksOfPatient, raiseTask } from '#server/tasks';
import { bodyFromLine, readingsFromLine } from './from-line.ts';
import {
  appendDecisions,
  asAnswered,
  type Decision,
  findImport,
  findSameFile,
  type KeptImport,
  keepImport,
  knownPatient,
  listImports,
  matchOf,
} from './imports.ts';
import {
  appendEntries,
  appendImportedReadings,
  findEntry,
  hasUnreadLines,
  type KeptReading,
  latestEntries,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(
  409,
  'stale',
  'Someone else changed this first. Open it again; your words are still here.',
);

export function healthRecordRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getHealthRecord,
      { resource: 'health-record', action: 'r', subject: 'patient' },
      { audit: 'health-record.read' },
      async ({ tx, params }) => ({
        entries: await latestEntries(tx, params.patientId ?? ''),
      }),
    ),

    route(
      api.recordHealthEntry,
      { resource: 'health-record', action: 'c', subject: 'patient' },
      { audit: 'health-record.add' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        const isPatient = actor.kind === 'patient';
        const wrong = whatCannotBeSaid(actor, body.body, undefined);
        if (wrong !== undefined) return wrong;
        const entry: api.HealthRecordEntry = {
          id: body.id,
          version: 1,
          body: body.body,
          origin: isPatient ? 'patient' : 'staff',
          // What a patient tells is reported until a clinician has gone over it with them.
          status: isPatient ? 'reported' : 'confirmed',
          recordedAt: now,
          recordedByName: actor.name,
        };
        await appendEntries(tx, [entry], { patientId, recordedBy: actor.id });
        return kept(context, patientId, entry);
      },
    ),

    route(
      api.correctHealthEntry,
      { resource: 'health-record', action: 'u', subject: 'patient' },
      { audit: 'health-record.correct' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', entryId = '' } = params;
        const before = await findEntry(tx, patientId, entryId);
        if (before === undefined) return absent;
        if (before.version !== body.version) return stale;
        if (before.body.kind !== body.body.kind)
          return refuse(422, 'other-kind', 'This entry is of another kind. Withdraw it and add a new one.');
        const wrong =
          whoMaySay(actor, before, body.status) ?? whatCannotBeSaid(actor, body.body, before.body);
        if (wrong !== undefined) return wrong;
        const entry = {
          ...before,
          version: before.version + 1,
          body: body.body,
          status: body.status,
          recordedAt: now,
          recordedByName: actor.name,
        };
        await appendEntries(tx, [entry], { patientId, recordedBy: actor.id });
        if (actor.kind === 'staff' && !(await hasUnreadLines(tx, patientId)))
          await finishTasksOfKind(tx, { patientId, kinds: ['read-screening'], by: actor.id }, now);
        return kept(context, patientId, entry);
      },
    ),

    route(
      api.importRecord,
      { resource: 'health-record', action: 'c', subject: 'patient' },
      // Quotes inside the file are doubled on the way here, so the way is wider than the file.
      { audit: 'record-import.read', rate: 'import', maxBytes: 32 * 1024 * 1024 },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        const known = await knownPatient(tx, patientId);
        if (known === undefined) return absent;
        const fileSha256 = sha256(body.bundle);
        const before = await findSameFile(tx, patientId, fileSha256);
        if (before !== undefined) return asAnswered(before, known);

        const text = parseBundleText(body.bundle);
        if (!text.ok) return refuse(422, text.refusal.code, text.refusal.sentence);
        const read = importBundle(text.json, { now, expectedPatient: known });
        if (!read.ok) return refuse(422, read.refusal.code, read.refusal.sentence);
        const found: Omit<KeptImport, 'decisions'> = {
          id: body.id,
          createdAt: now,
          patientInFile: read.import.patient,
          lines: read.import.lines,
          left: read.import.left.map(({ what, count, why }) => ({ what, count, why })),
          notices: read.import.notices.map((notice) => notice.sentence),
        };
        await keepImport(tx, { ...found, patientId, fileSha256, by: actor.id });
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        return asAnswered({ ...found, decisions: new Map() }, known);
      },
    ),

    route(
      api.listRecordImports,
      { resource: 'health-record', action: 'r', subject: 'patient' },
      { audit: 'record-import.list' },
      async ({ tx, params }) => {
        const { patientId = '' } = params;
        const known = await knownPatient(tx, patientId);
        if (known === undefined) return absent;
        return { imports: (await listImports(tx, patientId)).map((each) => asAnswered(each, known)) };
      },
    ),

    route(
      api.decideImportLines,
      { resource: 'health-record', action: 'c', subject: 'patient' },
      { audit: 'record-import.decide', maxBytes: 1024 * 1024 },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', importId = '' } = params;
        const found = await findImport(tx, patientId, importId);
        const known = await knownPatient(tx, patientId);
        if (found === undefined || known === undefined) return absent;
        const changed = whatChanges(found, body.decisions);
        if ('refused' in changed) return changed;
        const keepIds = new Set(
          changed.filter(({ decision }) => decision === 'kept').map(({ lineId }) => lineId),
        );
        if (keepIds.size > 0 && matchOf(found.patientInFile, known) === 'different') {
          return refuse(
            409,
            'other-person',
            'The name or birth date in this file is not the one we have. Ask the front desk to check your details first.',
          );
        }

        const entries: api.HealthRecordEntry[] = [];
        const readings: KeptReading[] = [];
        for (const line of found.lines.filter(({ lineId }) => keepIds.has(lineId))) {
          const cause = `${importId}|${line.lineId}`;
          if (line.kind === 'vital-sign') {
            readings.push(
              ...readingsFromLine(line).map((reading, index) => ({
                id: idFrom(`${cause}|${index}`),
                ...reading,
              })),
            );
          } else {
            entries.push({
              id: idFrom(cause),
              version: 1,
              body: bodyFromLine(line),
              origin: 'import',
              status: 'confirmed',
              recordedAt: now,
              recordedByName: actor.name,
            });
          }
        }
        await appendDecisions(tx, { patientId, importId, by: actor.id, at: now, lines: changed });
        await appendEntries(tx, entries, { patientId, recordedBy: actor.id, importId });
        await appendImportedReadings(tx, patientId, readings);
        context.audit({ resourceId: importId });
        if (changed.length > 0) context.publish({ topic: 'patient', patientId, id: importId });
        const after = await findImport(tx, patientId, importId);
        return after === undefined ? absent : asAnswered(after, known);
      },
    ),

    route(
      api.submitScreening,
      { resource: 'screening', action: 'c', subject: 'patient' },
      { audit: 'screening.submit' },
      async (context) => {
        const { tx, params, actor, now } = context;
        const { patientId = '' } = params;
        const followed = await careRecordOf(tx, patientId, now);
        if (followed === undefined) return absent;
        const sections = followed.record.screening?.sections ?? [];
        const missing = sections.filter((section) => section.doneAt === undefined);
        if (missing.length > 0) {
          return refuse(
            422,
            'screening-incomplete',
            'Some parts are still empty. If there is nothing to tell, say so there.',
            missing.map(({ id }) => ({ path: id, message: 'Nothing was said here yet.' })),
          );
        }
        await finishScreening(
          tx,
          { id: context.newId(), patientId, authorId: actor.id, sections: sections.map(({ id }) => id) },
          now,
        );
        const open = await openTasksOfPatient(tx, patientId);
        for (const [kind, ownerRole] of [
          ['book-consult', 'front-desk'],
          ['read-screening', 'prescriber'],
        ] as const) {
          if (!open.some((task) => task.kind === kind))
            await raiseTask(tx, { id: context.newId(), patientId, kind, ownerRole, priority: 'soon' }, now);
        }
        context.publish({ topic: 'patient', patientId });
        context.publish({ topic: 'floor', patientId });
        return { done: true as const };
      },
    ),
  ];
}

function kept(
  context: Pick<Context<never>, 'audit' | 'publish'>,
  patientId: string,
  entry: api.HealthRecordEntry,
): api.HealthRecordEntry {
  context.audit({ resourceId: entry.id });
  context.publish({ topic: 'patient', patientId, id: entry.id, version: entry.version });
  return entry;
}

/** A patient reports and withdraws. Confirming and dismissing is a clinician’s, except for what came from a file. */
function whoMaySay(
  actor: Actor,
  before: api.HealthRecordEntry,
  status: api.HealthRecordEntry['status'],
): Refusal | undefined {
  if (actor.kind !== 'patient' || status === 'reported' || status === 'entered-in-error') return undefined;
  if (before.origin === 'import' && status === 'confirmed') return undefined;
  return refuse(
    422,
    'staff-confirms',
    'Your care team confirms this with you. Send it as something you report.',
  );
}

/** What only a clinician may put into a record, and a total its form cannot give. */
function whatCannotBeSaid(
  actor: Actor,
  body: api.HealthRecordBody,
  before: api.HealthRecordBody | undefined,
): Refusal | undefined {
  const confirms =
    actor.kind === 'patient' || actor.roles.some((role) => role === 'nurse' || role === 'prescriber');
  if (!confirms && body.kind !== 'goal')
    return refuse(
      403,
      'goals-only',
      'You change goals with them here. The rest a nurse or a prescriber writes.',
    );
  const judged = before?.kind === 'prior-treatment' ? before.adequate : undefined;
  const isJudging = body.kind === 'prior-treatment' && body.adequate !== judged;
  if (actor.kind === 'patient' && (isJudging || writtenByTheTeam.includes(body.kind)))
    return refuse(403, 'for-the-care-team', 'Your care team writes this one down. Nothing was saved.');
  if (body.kind === 'indication') {
    if (!actor.roles.includes('prescriber'))
      return refuse(403, 'prescriber-names', 'A prescriber names what the treatment is for. Ask one.');
    if (indication(body.indication) === undefined)
      return refuse(
        422,
        'no-such-indication',
        'This is not one of the indications known here. Choose again.',
      );
  }
  if (body.kind === 'prescription-check' && !actor.roles.includes('prescriber'))
    return refuse(403, 'prescriber-looks-up', 'A prescriber looks this up and writes it down. Ask one.');
  if (body.kind === 'scale-total') {
    const { scale, version, score, total, takenAt: at } = body;
    const read = recordedTotal({ typed: { scale, version, score, total, at } });
    if (!read.accepted)
      return refuse(422, 'total-not-possible', read.issues[0]?.title ?? 'This total cannot be kept.', [
        { path: 'total', message: 'Look at the form again.' },
      ]);
  }
  return undefined;
}

const writtenByTheTeam: readonly api.HealthRecordBody['kind'][] = [
  'indication',
  'scale-total',
  'liver-test',
  'prescription-check',
];

type Changed = readonly { readonly lineId: string; readonly decision: Decision; readonly version: number }[];

/** Only what is new: deciding a line the same way again changes nothing. */
function whatChanges(
  found: KeptImport,
  decisions: readonly { lineId: string; decision: Decision }[],
): Changed | Refusal {
  const known = new Set(found.lines.map((line) => line.lineId));
  const unknown = decisions.find(({ lineId }) => !known.has(lineId));
  if (unknown !== undefined)
    return refuse(422, 'no-such-line', 'One of these lines is not in this file. Open it again.');
  const wanted = new Map(decisions.map(({ lineId, decision }) => [lineId, decision]));
  const changed = [...wanted].filter(
    ([lineId, decision]) => found.decisions.get(lineId)?.decision !== decision,
  );
  if (changed.some(([lineId]) => found.decisions.get(lineId)?.decision === 'kept')) {
    return refuse(
      409,
      'already-in-record',
      'This is already in the record. Correct it there, so that the change is kept too.',
    );
  }
  return changed.map(([lineId, decision]) => ({
    lineId,
    decision,
    version: (found.decisions.get(lineId)?.version ?? 0) + 1,
  }));
}
