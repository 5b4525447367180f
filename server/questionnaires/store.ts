// Responses with the version of the form they answer; a draft is replaced, what was handed in stays.

import type { QuestionnaireResponse } from '#api/questionnaires.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  instrument: QuestionnaireResponse['instrument'];
  instrument_version: string;
  answers: QuestionnaireResponse['answers'];
  status: QuestionnaireResponse['status'];
  score: QuestionnaireResponse['score'] | null;
  authored_at: number;
  version: number;
};

const columns = 'id, instrument, instrument_version, answers, status, score, authored_at, version';

function responseOf(row: Row): QuestionnaireResponse {
  return {
    id: row.id,
    instrument: row.instrument,
    instrumentVersion: row.instrument_version,
    answers: row.answers,
    status: row.status,
    score: row.score ?? undefined,
    authoredAt: row.authored_at,
    version: row.version,
  };
}

/** Newest first. */
export async function listResponses(
  tx: Tx,
  patientId: string,
  instrument: string | undefined,
): Promise<QuestionnaireResponse[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from questionnaire_responses
      where clinic_id = $1 and patient_id = $2 and ($3::text is null or instrument = $3)
      order by authored_at desc, recorded_at desc, id limit 1000`,
    [tx.clinicId, patientId, instrument ?? null],
  );
  return rows.map(responseOf);
}

/** Oldest first, of the instruments asked for. Of two at the same moment the one recorded later counts as later. */
export async function completedResponses(
  tx: Tx,
  patientId: string,
  instruments: readonly string[],
): Promise<QuestionnaireResponse[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from questionnaire_responses
      where clinic_id = $1 and patient_id = $2 and status = 'completed' and instrument = any ($3::text[])
      order by authored_at, recorded_at, id`,
    [tx.clinicId, patientId, instruments],
  );
  return rows.map(responseOf);
}

export async function findResponse(
  tx: Tx,
  patientId: string,
  id: string,
): Promise<QuestionnaireResponse | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from questionnaire_responses where clinic_id = $1 and patient_id = $2 and id = $3`,
    [tx.clinicId, patientId, id],
  );
  return rows[0] === undefined ? undefined : responseOf(rows[0]);
}

export type Saved = {
  readonly patientId: string;
  readonly cycleId: string | undefined;
  readonly authorId: string | undefined;
};

/** The first version is added, each later one replaces its draft; false when it was changed somewhere else first. */
export async function keepResponse(
  tx: Tx,
  response: QuestionnaireResponse,
  saved: Saved,
  now: number,
): Promise<boolean> {
  const values = [
    tx.clinicId,
    response.id,
    saved.patientId,
    saved.cycleId ?? null,
    response.instrument,
    response.instrumentVersion,
    JSON.stringify(response.answers),
    response.status,
    response.score === undefined ? null : JSON.stringify(response.score),
    iso(response.authoredAt),
    iso(now),
    saved.authorId ?? null,
    response.version,
  ];
  if (response.version === 1) {
    await tx.query(
      `insert into questionnaire_responses
         (clinic_id, id, patient_id, cycle_id, instrument, instrument_version, answers, status, score, authored_at, recorded_at, author_id, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values,
    );
    return true;
  }
  const { rowCount } = await tx.query(
    `update questionnaire_responses
        set cycle_id = $4, instrument_version = $6, answers = $7, status = $8, score = $9, authored_at = $10,
            recorded_at = $11, author_id = $12, version = $13
      where clinic_id = $1 and id = $2 and patient_id = $3 and instrument = $5 and version = $13 - 1 and status = 'in-progress'`,
    values,
  );
  return rowCount === 1;
}

/** The screening is handed in: the open draft of it is finished as it stands, or a new one says that it was. */
export async function finishScreening(
  tx: Tx,
  screening: {
    readonly id: string;
    readonly patientId: string;
    readonly authorId: string;
    readonly sections: readonly string[];
  },
  now: number,
): Promise<void> {
  const draft = (await listResponses(tx, screening.patientId, 'screening')).find(
    (response) => response.status === 'in-progress',
  );
  const answers = {
    ...draft?.answers,
    ...Object.fromEntries(screening.sections.map((section) => [`section-${section}`, true])),
  };
  await keepResponse(
    tx,
    {
      id: draft?.id ?? screening.id,
      instrument: 'screening',
      instrumentVersion: '1',
      answers,
      status: 'completed',
      authoredAt: now,
      version: (draft?.version ?? 0) + 1,
    },
    { patientId: screening.patientId, cycleId: undefined, authorId: screening.authorId },
    now,
  );
}
