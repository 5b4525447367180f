// Who opened this record and what they did there, told to the person it belongs to. The audit line names an action
// as a thing and a deed, 'consent.sign'; here both become words.

import type { AnswerOf } from '#api/endpoint.ts';
import type { whoLooked } from '#api/patients.ts';
import type { AuditEntry } from '#server/audit';
import type { Tx } from '#server/postgres';

type Entries = AnswerOf<typeof whoLooked>['entries'];
type Language = 'en' | 'es';

const mostTold = 500;

export async function whoLookedAt(tx: Tx, patientId: string, language: Language): Promise<Entries> {
  const { rows } = await tx.query<{ entry: string }>(
    `select entry from audit_events where clinic_id = $1 and patient_id = $2 order by at desc, lane, seq desc limit ${mostTold}`,
    [tx.clinicId, patientId],
  );
  return rows.map(({ entry }) => told(JSON.parse(entry) as AuditEntry, language));
}

function told(entry: AuditEntry, language: Language): Entries[number] {
  const what = actionWords(entry.action, language);
  return {
    at: entry.at,
    who: entry.actorName,
    role: entry.actingRole,
    action: entry.outcome === 'done' ? what : `${refusedWords[language]} ${what}`,
    relation: entry.relation ?? '',
  };
}

const refusedWords: Readonly<Record<Language, string>> = {
  en: 'Tried, and was not let in:',
  es: 'Lo intentó y no se le permitió:',
};

function actionWords(action: string, language: Language): string {
  const [thing = '', deed = ''] = action.split('.');
  const noun = things[thing]?.[language] ?? thing.replaceAll('-', ' ');
  const verb = deeds[deed]?.[language] ?? deed.replaceAll('-', ' ');
  return `${noun}: ${verb}`;
}

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const things: Words = {
  patient: { en: 'Your details', es: 'Sus datos' },
  chart: { en: 'Your chart', es: 'Su historia clínica' },
  'care-team': { en: 'Your care team', es: 'Su equipo' },
  'who-looked': { en: 'This list', es: 'Esta lista' },
  answer: { en: 'What comes next for you', es: 'Lo que sigue para usted' },
  'health-record': { en: 'Your health history', es: 'Sus antecedentes' },
  'record-import': { en: 'The record you brought', es: 'El expediente que trajo' },
  screening: { en: 'Your screening', es: 'Su evaluación' },
  'questionnaire-response': { en: 'Your answers', es: 'Sus respuestas' },
  issue: { en: 'What the safety check found', es: 'Lo que encontró la revisión de seguridad' },
  'encounter-note': { en: 'Notes of your visits', es: 'Notas de sus visitas' },
  series: { en: 'Your plan', es: 'Su plan' },
  order: { en: 'Your dose order', es: 'Su orden de dosis' },
  appointment: { en: 'Your appointments', es: 'Sus citas' },
  schedule: { en: 'The schedule', es: 'La agenda' },
  'gate-sheet': { en: 'Your readiness list', es: 'Su lista de preparación' },
  preparation: { en: 'Your preparation', es: 'Su preparación' },
  consent: { en: 'Your consent', es: 'Su consentimiento' },
  ride: { en: 'Your ride home', es: 'Su regreso a casa' },
  'companion-link': { en: 'Your companion’s link', es: 'El enlace de su acompañante' },
  session: { en: 'Your session', es: 'Su sesión' },
  'dosing-session': { en: 'Your session', es: 'Su sesión' },
  'own-words': { en: 'Your own words', es: 'Sus propias palabras' },
  'shared-words': { en: 'Words you shared', es: 'Palabras que compartió' },
  outcomes: { en: 'Your progress', es: 'Su progreso' },
  help: { en: 'Your call for help', es: 'Su pedido de ayuda' },
  task: { en: 'A task about you', es: 'Una tarea sobre usted' },
};

const deeds: Words = {
  read: { en: 'looked', es: 'vio' },
  list: { en: 'looked', es: 'vio' },
  create: { en: 'added', es: 'agregó' },
  record: { en: 'added', es: 'agregó' },
  write: { en: 'wrote', es: 'escribió' },
  save: { en: 'saved', es: 'guardó' },
  correct: { en: 'corrected', es: 'corrigió' },
  decide: { en: 'decided', es: 'decidió' },
  plan: { en: 'planned', es: 'planificó' },
  sign: { en: 'signed', es: 'firmó' },
  status: { en: 'changed the status', es: 'cambió el estado' },
  book: { en: 'booked', es: 'reservó' },
  cancel: { en: 'cancelled', es: 'canceló' },
  submit: { en: 'sent', es: 'envió' },
  import: { en: 'read in', es: 'incorporó' },
  withdraw: { en: 'withdrew', es: 'retiró' },
  ask: { en: 'asked', es: 'pidió' },
  revoke: { en: 'ended', es: 'terminó' },
  share: { en: 'shared', es: 'compartió' },
  'take-back': { en: 'took back', es: 'recuperó' },
  delete: { en: 'deleted', es: 'borró' },
  open: { en: 'opened', es: 'abrió' },
  append: { en: 'recorded', es: 'registró' },
  finish: { en: 'finished', es: 'terminó' },
};
