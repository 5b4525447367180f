// What belongs to a record, table by table. A test holds this list against the database: a new table about a patient is
// either carried along or named here with the reason why not.

import type { Words } from '#content/language.ts';
import { sittingBound, targetBound } from '#server/emdr';
import { firstWordsBound } from '#server/first-words';
import { guestNoteBound } from '#server/guest-room';

export type Part = {
  readonly table: string;
  readonly heading: Words;
  /** The column that says when it happened. */
  readonly at: string;
  /** The column with the name of whoever wrote it. */
  readonly by?: string;
  /** Where the statement needs another table to say who or where. */
  readonly select?: string;
  /** Where the words lie under the patient's seal: what it is bound to. */
  readonly sealed?: (row: SealedRow) => string;
};
export type SealedRow = { readonly id: string; readonly version: number };

const part = (table: string, en: string, es: string, at: string, by?: string, select?: string): Part => ({
  table,
  heading: { en, es },
  at,
  ...(by === undefined ? {} : { by }),
  ...(select === undefined ? {} : { select }),
});

/** The newest version of each. */
const newestOf = (table: string): string =>
  `select distinct on (t.id) t.* from ${table} t order by t.id, t.version desc`;

export const parts: readonly Part[] = [
  part('health_record_entries', 'Health history', 'Antecedentes de salud', 'recorded_at', 'recorded_by_name'),
  part('record_imports', 'Files you brought', 'Archivos que trajo', 'created_at'),
  part('record_import_decisions', 'What you kept of those files', 'Lo que guardó de ellos', 'decided_at'),
  part('questionnaire_responses', 'Questionnaires', 'Cuestionarios', 'authored_at'),
  part(
    'issue_decisions',
    'What the safety check found',
    'Lo que halló la revisión',
    'decided_at',
    'decided_by_name',
  ),
  part('series', 'Plans', 'Planes', 'created_at'),
  part(
    'cycles',
    'Sessions of your plans',
    'Sesiones de sus planes',
    'created_at',
    undefined,
    'select t.*, s.created_at, s.route from cycles t join series s on s.clinic_id = t.clinic_id and s.id = t.series_id',
  ),
  part('series_decisions', 'How a plan went on', 'Cómo siguió un plan', 'decided_at', 'decided_by_name'),
  part(
    'series_decisions_seen',
    'When you had that on your screen',
    'Cuándo lo tuvo en su pantalla',
    'seen_at',
  ),
  part('medication_requests', 'Dose orders', 'Órdenes de dosis', 'signed_at', 'signed_by_name'),
  part(
    'appointments',
    'Appointments',
    'Citas',
    'starts_at',
    'practitioner',
    `select t.*, lower(t.period) as starts_at, upper(t.period) as ends_at, r.name as room, a.display_name as practitioner
       from appointments t left join rooms r on r.clinic_id = t.clinic_id and r.id = t.room_id
       left join accounts a on a.clinic_id = t.clinic_id and a.id = t.practitioner_id`,
  ),
  part('preparation_items', 'Getting ready', 'Preparación', 'recorded_at'),
  part('music_plans', 'What you want to hear', 'Lo que quiere oír', 'recorded_at', 'recorded_by_name'),
  part('consents', 'Consents', 'Consentimientos', 'signed_at', 'signed_name'),
  part('patient_questions', 'Questions and messages', 'Preguntas y mensajes', 'asked_at'),
  part(
    'given_readings',
    'What you were given to read',
    'Lo que le dieron para leer',
    'given_at',
    'given_by_name',
  ),
  part(
    'dosing_sessions',
    'Days of a dose',
    'Días de dosis',
    'opened_at',
    undefined,
    'select t.*, r.name as room from dosing_sessions t left join rooms r on r.clinic_id = t.clinic_id and r.id = t.room_id',
  ),
  part(
    'dosing_session_events',
    'What was written in the room',
    'Lo que se escribió en la sala',
    'effective_at',
    'author_name',
  ),
  part('observations', 'Measured', 'Medido', 'effective_at'),
  part('session_notes', 'Notes of sessions', 'Notas de sesiones', 'recorded_at'),
  part(
    'session_note_signatures',
    'Who signed those notes',
    'Quién firmó esas notas',
    'signed_at',
    'signed_by_name',
  ),
  part(
    'monitoring_form_answers',
    'Safety programme, answers',
    'Programa de seguridad, respuestas',
    'recorded_at',
    'recorded_by_name',
  ),
  part(
    'monitoring_form_submissions',
    'Safety programme, sent',
    'Programa de seguridad, enviado',
    'recorded_at',
    'recorded_by_name',
  ),
  part(
    'paper_rows_left_empty',
    'Lines left empty on paper',
    'Líneas vacías en papel',
    'said_at',
    'said_by_name',
  ),
  part(
    'after_visit_papers',
    'Papers you took home',
    'Papeles que se llevó',
    'handed_over_at',
    'handed_over_by_name',
  ),
  part('home_supplies', 'What was sent home', 'Lo que se envió a casa', 'at', 'written_by_name'),
  part('home_on_call', 'Who answered on days at home', 'Quién respondía en casa', 'named_at'),
  part(
    'home_guides',
    'Who guided on days at home',
    'Quién guio los días en casa',
    'named_at',
    'named_by_name',
  ),
  part('home_rings', 'Calls on days at home', 'Llamadas en días en casa', 'raised_at', 'answered_by_name'),
  part('rings', 'Calls for a person', 'Llamadas a una persona', 'raised_at', 'seen_by_name'),
  part('adverse_events', 'Side effects told', 'Efectos contados', 'reported_at', 'reported_by_name'),
  part(
    'adverse_event_gradings',
    'What the clinic made of them',
    'Cómo los vio la clínica',
    'graded_at',
    'graded_by_name',
    'select t.*, e.words from adverse_event_gradings t join adverse_events e on e.clinic_id = t.clinic_id and e.id = t.event_id',
  ),
  part('encounter_notes', 'Notes of visits', 'Notas de visitas', 'held_at', 'author_name'),
  part('related_persons', 'People you named', 'Personas que nombró', 'created_at'),
  part('rides', 'Rides home', 'Regresos a casa', 'state_at'),
  part(
    'companion_answers',
    'How you seemed to whoever took you home',
    'Cómo le vio quien le llevó a casa',
    'said_at',
    'said_by',
  ),
  part(
    'companion_unasked',
    'When you had them not asked how you seem',
    'Cuándo quiso que no se les preguntara',
    'from_at',
    'from_by',
  ),
  part('reminder_wishes', 'How you want to be reminded', 'Cómo quiere que le recuerden', 'saved_at'),
  part('reminders_sent', 'Reminders sent to you', 'Recordatorios que se le enviaron', 'sent_at'),
  part(
    'company_words',
    'Who gave their word about the room',
    'Quién dio su palabra sobre la sala',
    'said_at',
    'name',
  ),
  part('companion_links', 'Links you gave to people', 'Enlaces que dio', 'created_at'),
  part(
    'care_team_members',
    'Your care team',
    'Su equipo',
    'from_at',
    'name',
    'select t.*, a.display_name as name from care_team_members t join accounts a on a.clinic_id = t.clinic_id and a.id = t.account_id',
  ),
  part(
    'own_words_shares',
    'Whom you showed your words',
    'A quién mostró sus palabras',
    'shared_at',
    'with_name',
  ),
  part(
    'remote_visit_entries',
    'Where you were for visits from elsewhere',
    'Dónde estaba en visitas desde otro lugar',
    'said_at',
    'said_by_name',
  ),
  part('care_wishes', 'Whom you wish beside you', 'A quién quiere a su lado', 'said_at'),
  part('bring_marks', 'The list of what to bring', 'La lista de qué traer', 'said_at'),
  part(
    'brought_papers',
    'Papers you brought',
    'Papeles que trajo',
    'added_at',
    'added_by_name',
    'select t.* from brought_papers t where t.removed_at is null',
  ),
  {
    ...part(
      'first_words',
      'What you said first after a dose',
      'Lo que dijo primero tras una dosis',
      'said_at',
      'taken_by_name',
      'select t.* from first_words t where t.removed_at is null',
    ),
    sealed: firstWordsBound,
  },
  {
    ...part(
      'guest_notes',
      'What your therapist outside wrote to the clinic',
      'Lo que su terapeuta de fuera escribió a la clínica',
      'recorded_at',
      'from_name',
    ),
    sealed: guestNoteBound,
  },
  {
    ...part(
      'emdr_targets',
      'What you work on with EMDR',
      'En lo que trabaja con EMDR',
      'recorded_at',
      'author_name',
      newestOf('emdr_targets'),
    ),
    sealed: targetBound,
  },
  {
    ...part(
      'emdr_sittings',
      'How that work went',
      'Cómo fue ese trabajo',
      'started_at',
      'author_name',
      newestOf('emdr_sittings'),
    ),
    sealed: sittingBound,
  },
  part('stories', 'Stories you told', 'Historias que contó', 'told_at'),
  part(
    'safety_plan_talks',
    'Who went through your safety plan with you',
    'Con quién repasó su plan de seguridad',
    'at',
    'with_name',
  ),
  part('inquiries', 'What you asked at first', 'Lo que preguntó al principio', 'created_at'),
];

/** Carried in another way: opened for you alone, or told in words. */
export const toldElsewhere = ['own_words', 'audit_events'] as const;

/** Not part of what is taken away, and why. */
export const leftOut: Readonly<Record<string, Words>> = {
  accounts: {
    en: 'How you sign in. It would let others in.',
    es: 'Cómo entra usted. Dejaría entrar a otros.',
  },
  patient_keys: {
    en: 'The key to your own words. They are here, open.',
    es: 'La llave de sus palabras. Aquí están abiertas.',
  },
  own_words_marks: {
    en: 'Whether a word of your own exists. The words are here.',
    es: 'Si existe una palabra suya. Las palabras están aquí.',
  },
  own_words_days: {
    en: 'The days on which you look back on what you mean to do. They are here, with the words.',
    es: 'Los días en que mira atrás a lo que quiere hacer. Están aquí, con las palabras.',
  },
  psychotherapy_notes: {
    en: 'What a therapist wrote for themselves alone. No one else can open it. Ask them.',
    es: 'Lo que una terapeuta escribió solo para sí. Nadie más puede abrirlo. Pregúntele.',
  },
  own_words_media: {
    en: 'Your recordings, drawings and photos, too big for one page. Copy them in the journal, under “Print or keep a copy”. Pictures of papers you brought open under “What to bring”.',
    es: 'Sus grabaciones, dibujos y fotos, muy grandes para una página. Cópielas en el diario, en «Imprimir o guardar una copia». Las imágenes de los papeles que trajo se abren en «Qué traer».',
  },
  safety_plans: {
    en: 'Your safety plan. It is sealed. Open and print it under “My safety plan”.',
    es: 'Su plan de seguridad. Está sellado. Ábralo e imprímalo en «Mi plan de seguridad».',
  },
  bilateral_sets: {
    en: 'When a light, a tone or a buzz ran on your screen.',
    es: 'Cuándo hubo una luz, un tono o un zumbido en su pantalla.',
  },
  bilateral_screens: {
    en: 'Whether your screen was ready for it.',
    es: 'Si su pantalla estaba lista para ello.',
  },
  push_phones: {
    en: 'The address of your phone for reminders. It would let others write to it.',
    es: 'La dirección de su teléfono para avisos. Dejaría que otros le escriban.',
  },
  answer_links: {
    en: 'Links that answered one question. The answers are here.',
    es: 'Enlaces que respondían una pregunta. Las respuestas están aquí.',
  },
  tasks: {
    en: 'The clinic’s list of work. What it is about is here.',
    es: 'La lista de trabajo de la clínica. Aquello de lo que trata está aquí.',
  },
  drug_ledger_entries: {
    en: 'The clinic’s drug book. What you were given is here.',
    es: 'El libro de medicinas de la clínica. Lo que le dieron está aquí.',
  },
  drug_ledger_room_uses: {
    en: 'How the drug book was matched. What you were given is here.',
    es: 'Cómo se cotejó el libro. Lo que le dieron está aquí.',
  },
};
