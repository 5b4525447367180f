// Taking the whole record away, at any time and without asking: a page and a bundle, made from the same rows. Nothing of it
// stays here.

import * as api from '#api/record-export.ts';
import { localDateOf } from '#clinical/instant.ts';
import { type VitalSignKey, vitalSigns } from '#clinical/monitoring/vital-signs.ts';
import { dosesGiven } from '#dosing-session/flowsheet.ts';
import { fold } from '#dosing-session/state.ts';
import { toMedicationAdministration } from '#fhir/medication-administration.ts';
import { toObservations } from '#fhir/observation.ts';
import { toPatient } from '#fhir/patient.ts';
import { type RecordToShare, toRecordBundle } from '#fhir/record-bundle.ts';
import { type Route, route } from '#server/access';
import { eventsAfter } from '#server/dosing-sessions';
import { refuse } from '#server/edge';
import { latestEntries } from '#server/health-record';
import { everyWord } from '#server/own-words';
import { findPatient, whoLookedAt } from '#server/patients';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import type { Exported } from './exported.ts';
import { gatherParts, type Row } from './gather.ts';
import { linesAsText, recordPage } from './page.ts';

export function recordExportRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.exportRecord,
      { resource: 'record-export', action: 'c', subject: 'patient' },
      { audit: 'record.export' },
      async ({ tx, params, body, clinic, now, audit }) => {
        const { patientId = '' } = params;
        const person = await findPatient(tx, patientId);
        if (person === undefined) return refuse(404, 'absent', 'There is nothing here.');
        const exported: Exported = {
          person,
          clinic: { id: clinic.id, name: clinic.name, phone: clinic.phone },
          language: body.language,
          zone: clinic.zone,
          madeAt: now,
          gathered: await gatherParts(tx, ports.secrets, patientId),
          ownWords: await everyWord(tx, ports.secrets, patientId, now),
          looked: await whoLookedAt(tx, patientId, body.language, null),
        };
        audit({ resourceId: body.id });
        const day = localDateOf(now, clinic.zone);
        return {
          page: recordPage(exported),
          pageName: `record-${day}.html`,
          bundle: JSON.stringify(toRecordBundle(await sharedOf(tx, exported)), null, 1),
          bundleName: `record-${day}.json`,
          parts: [
            ...exported.gathered
              .filter(({ rows }) => rows.length > 0)
              .map(({ part, rows }) => ({ heading: part.heading[body.language], count: rows.length })),
            ...(exported.ownWords.length === 0
              ? []
              : [{ heading: ownWordsHeading[body.language], count: exported.ownWords.length }]),
            { heading: lookedHeading[body.language], count: exported.looked.length },
          ],
        };
      },
    ),
  ];
}

const ownWordsHeading = { en: 'Your own words', es: 'Sus propias palabras' } as const;
const lookedHeading = { en: 'Who looked', es: 'Quién miró' } as const;

async function sharedOf(tx: Tx, exported: Exported): Promise<RecordToShare> {
  const { person, clinic, gathered, language, ownWords } = exported;
  const organization = { who: 'organization', organizationId: clinic.id } as const;
  const rowsOf = (table: string): readonly Row[] =>
    gathered.find(({ part }) => part.table === table)?.rows ?? [];
  const doses = [];
  for (const session of rowsOf('dosing_sessions')) {
    const state = fold(await eventsAfter(tx, session.id, 0), { sessionId: session.id, patientId: person.id });
    for (const dose of dosesGiven(state, exported.madeAt))
      doses.push(
        toMedicationAdministration({
          administrationId: dose.eventId,
          patientId: person.id,
          route: dose.route,
          status: dose.endedAt === undefined ? 'in-progress' : 'completed',
          startedAt: dose.startedAt,
          endedAt: dose.endedAt,
          utcOffsetMinutes: 0,
          givenMg: dose.givenMg,
          lot: dose.lot ?? undefined,
          expiry: dose.expiry ?? undefined,
          givenBy: organization,
        }),
      );
  }
  return {
    madeAt: exported.madeAt,
    clinic,
    patient: toPatient({
      patientId: person.id,
      clinicNumber: { system: `urn:mooring:clinic:${clinic.id}`, value: person.id },
      familyName: person.familyName,
      givenNames: [person.givenName],
      birthDate: person.birthDate,
      gender: person.sex,
      active: true,
    }),
    entries: await latestEntries(tx, person.id),
    observations: rowsOf('observations').flatMap((row) =>
      toObservations({
        ...signsOf(row),
        eventId: row.id,
        patientId: person.id,
        effectiveAt: row.at ?? 0,
        utcOffsetMinutes: 0,
        couldNotRead: [],
        measuredBy:
          row.values['origin'] === 'patient' || row.values['origin'] === 'import'
            ? { who: 'patient' }
            : organization,
        status: 'final',
      }),
    ),
    doses,
    responses: rowsOf('questionnaire_responses').map((row) => ({
      responseId: row.id,
      patientId: person.id,
      instrument: String(row.values['instrument'] ?? ''),
      version: String(row.values['instrument_version'] ?? ''),
      answeredAt: row.at ?? 0,
      utcOffsetMinutes: 0,
      status: row.values['status'] === 'completed' ? 'completed' : 'in-progress',
      answers: recordIn(row, 'answers'),
    })),
    consents: rowsOf('consents').map((row) => ({
      id: row.id,
      text: String(row.values['edition_id'] ?? ''),
      signedName: row.by ?? '',
      at: row.at ?? 0,
      isWithdrawn: row.values['withdrawn_at'] !== undefined,
    })),
    documents: [
      ...gathered
        .filter(({ rows }) => rows.length > 0)
        .map(({ part, rows }) => ({
          id: part.table.replaceAll('_', '-'),
          title: part.heading[language],
          text: rows.map((row) => [momentOf(row), linesAsText(row, exported)].join('\n')).join('\n\n'),
        })),
      {
        id: 'own-words',
        title: ownWordsHeading[language],
        text: ownWords
          .map((one) => `${new Date(one.writtenAt).toISOString()}\n${one.text ?? ''}`)
          .join('\n\n'),
      },
    ]
      .filter(({ text }) => text !== '')
      .map(({ text, ...document }) => ({
        ...document,
        language,
        textBase64: Buffer.from(text, 'utf8').toString('base64'),
      })),
    looked: exported.looked,
  };
}

function momentOf({ at, by }: Row): string {
  return [at === undefined ? undefined : new Date(at).toISOString(), by]
    .filter((each) => each !== undefined)
    .join(', ');
}

function recordIn({ values }: Row, name: string): Readonly<Record<string, unknown>> {
  const inside = values[name];
  return typeof inside === 'object' && inside !== null ? (inside as Readonly<Record<string, unknown>>) : {};
}

/** The signs of a row, where each is a number; a word for "could not be read" travels in the document. */
function signsOf(row: Row): Readonly<Partial<Record<VitalSignKey, number>>> {
  const body = recordIn(row, 'body');
  return Object.fromEntries(
    vitalSigns.flatMap(({ key }) => (typeof body[key] === 'number' ? [[key, body[key]]] : [])),
  );
}
