// Stories as rows. A story taken back keeps its row without its words, so that it can be said that it was taken back.

import type { OwnStory, StoryToRead } from '#api/stories.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  patient_id: string | null;
  language: OwnStory['language'];
  kind: OwnStory['kind'];
  words: string;
  told_at: number;
  decision: 'shown' | 'not-shown' | null;
  decided_by_name: string | null;
  note: string;
  withdrawn_at: number | null;
};

const columns =
  'id, patient_id, language, kind, words, told_at, decision, decided_by_name, note, withdrawn_at';

const toldOf = ({ id, language, kind, words, told_at: toldAt }: Row) => ({
  id,
  language,
  kind,
  words,
  toldAt,
});

export async function keepStory(
  tx: Tx,
  story: Pick<OwnStory, 'id' | 'language' | 'kind' | 'words'> & { readonly patientId: string },
  now: number,
): Promise<void> {
  await tx.query(
    'insert into stories (clinic_id, id, patient_id, language, kind, words, told_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.clinicId, story.id, story.patientId, story.language, story.kind, story.words, iso(now)],
  );
}

export async function ownStories(tx: Tx, patientId: string): Promise<OwnStory[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from stories where clinic_id = $1 and patient_id = $2 order by told_at desc, id`,
    [tx.clinicId, patientId],
  );
  return rows.map((row) => ({
    ...toldOf(row),
    note: row.note,
    state: row.withdrawn_at === null ? (row.decision ?? 'waiting') : 'withdrawn',
  }));
}

/** False where there is none of theirs by this id. Taking back twice is taking back once. */
export async function withdraw(
  tx: Tx,
  story: { readonly patientId: string; readonly id: string },
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update stories set words = '', withdrawn_at = coalesce(withdrawn_at, $4)
      where clinic_id = $1 and patient_id = $2 and id = $3`,
    [tx.clinicId, story.patientId, story.id, iso(now)],
  );
  return rowCount === 1;
}

/** Waiting ones first, oldest first; then those that were decided. */
export async function storiesToRead(tx: Tx): Promise<StoryToRead[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from stories where clinic_id = $1 and withdrawn_at is null
      order by decision is not null, told_at, id limit 500`,
    [tx.clinicId],
  );
  return rows.map((row) => ({
    ...toldOf(row),
    state: row.decision ?? 'waiting',
    isExample: row.patient_id === null,
    decidedByName: row.decided_by_name ?? undefined,
  }));
}

export async function decide(
  tx: Tx,
  decided: {
    readonly id: string;
    readonly decision: 'shown' | 'not-shown';
    readonly note: string;
    readonly by: string;
    readonly byName: string;
  },
  now: number,
): Promise<void> {
  await tx.query(
    `update stories set decision = $3, note = $4, decided_by = $5, decided_by_name = $6, decided_at = $7
      where clinic_id = $1 and id = $2 and withdrawn_at is null`,
    [tx.clinicId, decided.id, decided.decision, decided.note, decided.by, decided.byName, iso(now)],
  );
}

/** What the public page shows, in no order that means anything. */
export async function shownStories(tx: Tx, language: OwnStory['language']) {
  const { rows } = await tx.query<Row>(
    `select ${columns} from stories
      where clinic_id = $1 and language = $2 and decision = 'shown' and withdrawn_at is null order by id`,
    [tx.clinicId, language],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    words: row.words,
    isExample: row.patient_id === null,
  }));
}
