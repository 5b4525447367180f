// Which language someone is written to in.

import type { Tx } from '#server/postgres';

/** The patient’s own. Whoever they ask is written to in it too: of them no other is known, and the page has both. */
export async function languageOf(tx: Tx, patientId: string): Promise<'en' | 'es'> {
  const { rows } = await tx.query<{ language: string }>(
    'select language from patients where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId],
  );
  return rows[0]?.language === 'es' ? 'es' : 'en';
}
