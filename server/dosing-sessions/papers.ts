// Papers told from the log alone. What the log does not hold is left out and said to be missing, never filled in.

import type { AfterVisitSummary } from '#api/dosing-sessions.ts';
import { localDateOf } from '#clinical/instant.ts';
import { afterVisitInstructions } from '#content/after-visit.ts';
import { givenMg } from '#dosing-session/infusion.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import type { SessionState } from '#dosing-session/state.ts';
import type { Clinic } from '#server/access';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { keptIn, type LiveSessions, type SessionRow } from './kept.ts';

type Surroundings = {
  patient_name: string;
  language: 'en' | 'es';
  medicines: { name: string; instruction: string }[] | null;
  integration_at: number | null;
  next_dose_at: number | null;
};

export async function afterVisitSummaryOf(
  tx: Tx,
  { clinic, session, live }: { clinic: Clinic; session: SessionRow; live: LiveSessions },
): Promise<AfterVisitSummary> {
  const state = await live.stateOf(keptIn(tx), { id: session.id, patientId: session.patient_id });
  const { rows } = await tx.query<Surroundings>(
    `select p.given_name || ' ' || p.family_name as patient_name, p.language,
       (select json_agg(json_build_object('name', coalesce(d.finding->>'subject', d.finding->>'title', d.issue_key), 'instruction', d.instruction))
          from (select distinct on (issue_key) * from issue_decisions i
                 where i.clinic_id = p.clinic_id and i.patient_id = p.id order by issue_key, decided_at desc) d
         where coalesce(d.instruction, '') <> '') as medicines,
       (select min(lower(a.period)) from appointments a where a.clinic_id = p.clinic_id and a.cycle_id = $3 and a.kind = 'integration' and a.status <> 'cancelled') as integration_at,
       (select min(lower(a.period)) from appointments a where a.clinic_id = p.clinic_id and a.patient_id = p.id and a.kind = 'dose' and a.status = 'booked' and lower(a.period) > $4) as next_dose_at
      from patients p where p.clinic_id = $1 and p.id = $2`,
    [tx.clinicId, session.patient_id, session.cycle_id, iso(session.opened_at)],
  );
  const around = rows[0];
  const released = state.facts.PatientReleased.at(-1);
  const started = doseStartedAt(state);
  const stopped = state.facts.DoseStopped.at(0)?.at;
  // A part given after a stop was marked was given all the same.
  const toldUntil = Math.max(
    stopped ?? released?.at ?? session.opened_at,
    ...state.facts.DoseGiven.map(({ at }) => at),
  );
  const language = around?.language ?? 'en';
  const edition = (await editionsNamed(tx, [session.edition_id]))(session.edition_id);
  const nextSteps: { what: string; at?: number }[] = [];
  if (around?.integration_at != null)
    nextSteps.push({
      what: language === 'es' ? 'Conversación de integración' : 'Integration visit',
      at: around.integration_at,
    });
  if (around?.next_dose_at != null)
    nextSteps.push({ what: language === 'es' ? 'Próxima sesión' : 'Next session', at: around.next_dose_at });
  return {
    sessionId: session.id,
    patientName: around?.patient_name ?? '',
    clinic: { name: clinic.name, phone: clinic.phone, address: clinic.address },
    date: localDateOf(session.opened_at, clinic.zone),
    zone: clinic.zone,
    doseGivenMg: started === undefined ? undefined : roundTenth(givenMg(state, toldUntil)),
    drug: started === undefined ? undefined : drugOf(state),
    partsGiven: state.facts.DoseGiven.map(({ at, fact }) => ({ at, doseMg: fact.doseMg, route: fact.route })),
    doseStartedAt: started,
    doseStoppedAt: stopped,
    releasedAt: released?.at,
    releasedTo: released?.fact.toName,
    readings: state.facts.VitalSignsMeasured.map((entry) => ({
      at: entry.at,
      text: readingText(entry.fact),
    })).filter((reading) => reading.text !== ''),
    symptoms: state.facts.SymptomReported.map((entry) => ({
      text: `${entry.fact.symptom}, ${entry.fact.severity}`,
      from: entry.at,
      until: state.facts.SymptomResolved.find((resolved) => resolved.fact.symptomId === entry.fact.symptomId)
        ?.at,
    })),
    instructions: afterVisitInstructions(language),
    medicines: around?.medicines ?? [],
    nextSteps,
    helpLine: clinic.phone,
    protocol: {
      id: session.edition_id,
      name: edition?.name,
      version: edition?.version,
      approver: edition?.approver,
    },
  };
}

/** The spray is esketamine; every other route here is racemic ketamine. */
function drugOf(state: SessionState): AfterVisitSummary['drug'] {
  return state.facts.DoseGiven.some(({ fact }) => fact.route === 'nasal') ? 'esketamine' : 'ketamine';
}

function roundTenth(mg: number): number {
  return Math.round(mg * 10) / 10;
}

function readingText(fact: {
  systolicMmHg?: number | undefined;
  diastolicMmHg?: number | undefined;
  heartRatePerMin?: number | undefined;
  spo2Percent?: number | undefined;
}): string {
  const parts: string[] = [];
  if (fact.systolicMmHg !== undefined && fact.diastolicMmHg !== undefined)
    parts.push(`${fact.systolicMmHg} / ${fact.diastolicMmHg} mmHg`);
  if (fact.heartRatePerMin !== undefined) parts.push(`${fact.heartRatePerMin} / min`);
  if (fact.spo2Percent !== undefined) parts.push(`SpO₂ ${fact.spo2Percent} %`);
  return parts.join(', ');
}
