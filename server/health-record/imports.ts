// A record from elsewhere, kept as lines with what the person decided on each. Decisions are added, never changed.

import type { RecordImport } from '#api/health-record.ts';
import { detailOf, whenOf } from '#fhir/line-detail.ts';
import { compareIdentity } from '#fhir/one-person.ts';
import type { ImportedPatient, ImportLine } from '#fhir/record-import.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type Decision = 'kept' | 'left';

export type KeptImport = {
  readonly id: string;
  readonly createdAt: number;
  readonly patientInFile: ImportedPatient;
  readonly lines: readonly ImportLine[];
  readonly left: RecordImport['left'];
  readonly notices: readonly string[];
  readonly decisions: ReadonlyMap<string, { readonly decision: Decision; readonly version: number }>;
};

type Row = {
  id: string;
  created_at: number;
  patient_in_file: ImportedPatient;
  lines: ImportLine[];
  left_out: RecordImport['left'];
  notices: string[];
};

async function withDecisions(tx: Tx, patientId: string, rows: readonly Row[]): Promise<KeptImport[]> {
  const decided = await tx.query<{ import_id: string; line_id: string; decision: Decision; version: number }>(
    `select distinct on (import_id, line_id) import_id, line_id, decision, version from record_import_decisions
      where clinic_id = $1 and patient_id = $2 and import_id = any ($3::uuid[]) order by import_id, line_id, version desc`,
    [tx.clinicId, patientId, rows.map((row) => row.id)],
  );
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    patientInFile: row.patient_in_file,
    lines: row.lines,
    left: row.left_out,
    notices: row.notices,
    decisions: new Map(
      decided.rows
        .filter((one) => one.import_id === row.id)
        .map(({ line_id, decision, version }) => [line_id, { decision, version }]),
    ),
  }));
}

const columns = 'id, created_at, patient_in_file, lines, left_out, notices';

export async function listImports(tx: Tx, patientId: string): Promise<KeptImport[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from record_imports where clinic_id = $1 and patient_id = $2 order by created_at desc, id`,
    [tx.clinicId, patientId],
  );
  return withDecisions(tx, patientId, rows);
}

export async function findImport(tx: Tx, patientId: string, id: string): Promise<KeptImport | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from record_imports where clinic_id = $1 and patient_id = $2 and id = $3`,
    [tx.clinicId, patientId, id],
  );
  return (await withDecisions(tx, patientId, rows))[0];
}

/** The same file brought in again is the import that is already there, with what was decided. */
export async function findSameFile(
  tx: Tx,
  patientId: string,
  fileSha256: Buffer,
): Promise<KeptImport | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from record_imports where clinic_id = $1 and patient_id = $2 and bundle_sha256 = $3 order by created_at limit 1`,
    [tx.clinicId, patientId, fileSha256],
  );
  return (await withDecisions(tx, patientId, rows))[0];
}

export async function keepImport(
  tx: Tx,
  kept: Omit<KeptImport, 'decisions'> & {
    readonly patientId: string;
    readonly fileSha256: Buffer;
    readonly by: string;
  },
): Promise<void> {
  await tx.query(
    `insert into record_imports (clinic_id, id, patient_id, bundle_sha256, lines, left_out, created_at, created_by, patient_in_file, notices)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.clinicId,
      kept.id,
      kept.patientId,
      kept.fileSha256,
      JSON.stringify(kept.lines),
      JSON.stringify(kept.left),
      iso(kept.createdAt),
      kept.by,
      JSON.stringify(kept.patientInFile),
      JSON.stringify(kept.notices),
    ],
  );
}

export async function appendDecisions(
  tx: Tx,
  decided: {
    readonly patientId: string;
    readonly importId: string;
    readonly by: string;
    readonly at: number;
    readonly lines: readonly {
      readonly lineId: string;
      readonly decision: Decision;
      readonly version: number;
    }[];
  },
): Promise<void> {
  await tx.query(
    `insert into record_import_decisions (clinic_id, import_id, line_id, version, patient_id, decision, decided_at, decided_by)
     select $1, $2, d."lineId", d.version, $3, d.decision, $4, $5
       from jsonb_to_recordset($6::jsonb) as d("lineId" text, version int, decision text)`,
    [
      tx.clinicId,
      decided.importId,
      decided.patientId,
      iso(decided.at),
      decided.by,
      JSON.stringify(decided.lines),
    ],
  );
}

export type KnownPatient = {
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string | undefined;
};

export async function knownPatient(tx: Tx, patientId: string): Promise<KnownPatient | undefined> {
  const { rows } = await tx.query<{ family_name: string; given_name: string; birth_date: string | null }>(
    'select family_name, given_name, birth_date from patients where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId],
  );
  const row = rows[0];
  return (
    row && { familyName: row.family_name, givenName: row.given_name, birthDate: row.birth_date ?? undefined }
  );
}

/** Held against what we know of the person today, so that a name put right settles it. */
export function matchOf(
  inFile: ImportedPatient,
  known: KnownPatient,
): RecordImport['patientInFile']['matches'] {
  const found = Object.values(compareIdentity(inFile, known));
  if (found.includes('different')) return 'different';
  return found.every((each) => each === 'same') ? 'same' : 'unknown';
}

/** The years an answer of ours can name. A file may claim any. */
const namable = { from: -2_208_988_800_000, to: 7_258_118_400_000 } as const;

export function asAnswered(kept: KeptImport, known: KnownPatient): RecordImport {
  const { patientInFile } = kept;
  return {
    id: kept.id,
    createdAt: kept.createdAt,
    patientInFile: {
      name: [patientInFile.givenName, patientInFile.familyName].filter(Boolean).join(' '),
      birthDate: patientInFile.birthDate ?? patientInFile.birthDateAsWritten,
      matches: matchOf(patientInFile, known),
    },
    lines: kept.lines.map((line) => {
      const at = whenOf(line)?.at;
      return {
        lineId: line.lineId,
        kind: line.kind,
        category: line.section,
        words: line.words,
        detail: detailOf(line) || undefined,
        at: at !== undefined && at >= namable.from && at <= namable.to ? at : undefined,
        decision: kept.decisions.get(line.lineId)?.decision ?? 'undecided',
      };
    }),
    left: [...kept.left],
    notices: [...kept.notices],
  };
}
