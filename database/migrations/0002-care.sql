-- The care itself, in the order a patient lives it: asked, screened, consulted, planned, prepared, watched, followed.

create table inquiries (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  name text not null,
  reach_by text not null check (reach_by in ('email', 'phone')),
  reach text not null,
  body jsonb not null,
  language text not null,
  status text not null check (status in ('new', 'answered', 'invited', 'closed')),
  promise_by timestamptz not null,
  patient_id uuid,
  handled_by uuid,
  handled_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, handled_by) references accounts (clinic_id, id)
);
create index inquiries_by_status on inquiries (clinic_id, status, created_at);

create table record_imports (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  bundle_sha256 bytea not null,
  lines jsonb not null,
  left_out jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index record_imports_by_patient on record_imports (clinic_id, patient_id, created_at desc);

-- Conditions, allergies, medicines taken, prior treatments and goals. Append-only: a correction is the next version.
create table health_record_entries (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  version int not null,
  patient_id uuid not null,
  kind text not null check (kind in ('condition', 'allergy', 'medication-statement', 'prior-treatment', 'goal', 'history-answer')),
  body jsonb not null,
  origin text not null check (origin in ('patient', 'import', 'staff')),
  import_id uuid,
  status text not null check (status in ('reported', 'confirmed', 'dismissed', 'entered-in-error')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (clinic_id, id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, import_id) references record_imports (clinic_id, id)
);
create index health_record_by_patient on health_record_entries (clinic_id, patient_id, kind);

create table questionnaire_responses (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid,
  instrument text not null,
  instrument_version text not null,
  answers jsonb not null,
  status text not null check (status in ('in-progress', 'completed')),
  score jsonb,
  authored_at timestamptz not null,
  recorded_at timestamptz not null,
  author_id uuid,
  version int not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index questionnaire_responses_by_patient
  on questionnaire_responses (clinic_id, patient_id, authored_at desc);
create index questionnaire_responses_by_instrument
  on questionnaire_responses (clinic_id, patient_id, instrument, authored_at desc);

create table issue_decisions (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  issue_key text not null,
  finding jsonb not null,
  decision text not null check (decision in ('accept-risk', 'adjust', 'hold', 'stop', 'not-applicable')),
  instruction text,
  reason text not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, decided_by) references accounts (clinic_id, id)
);
create index issue_decisions_by_patient on issue_decisions (clinic_id, patient_id, decided_at);

create table series (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  route text not null check (route in ('iv', 'im', 'sublingual', 'home', 'nasal')),
  edition_id text not null,
  planned_cycles int not null check (planned_cycles between 1 and 24),
  indication text not null,
  status text not null check (status in ('active', 'held', 'paused', 'stopped', 'finished')),
  status_reason text,
  status_at timestamptz not null,
  status_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, status_by) references accounts (clinic_id, id)
);
create index series_by_patient on series (clinic_id, patient_id);

-- A signed order never changes: a new order replaces it. The signature covers the bytes shown on the screen.
create table medication_requests (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  series_id uuid not null,
  body jsonb not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signature_meaning text not null,
  signature_sha256 bytea not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, series_id) references series (clinic_id, id),
  foreign key (clinic_id, signed_by) references accounts (clinic_id, id)
);
create index medication_requests_by_series on medication_requests (clinic_id, series_id, signed_at desc);

create table cycles (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  series_id uuid not null,
  number int not null,
  primary key (clinic_id, id),
  unique (clinic_id, series_id, number),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, series_id) references series (clinic_id, id)
);
create index cycles_by_patient on cycles (clinic_id, patient_id);

create table appointments (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid,
  kind text not null check (kind in ('consult', 'preparation', 'dose', 'integration')),
  room_id uuid,
  practitioner_id uuid,
  period tstzrange not null,
  status text not null check (status in ('booked', 'arrived', 'fulfilled', 'cancelled', 'no-show')),
  status_at timestamptz not null,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  foreign key (clinic_id, room_id) references rooms (clinic_id, id),
  foreign key (clinic_id, practitioner_id) references accounts (clinic_id, id),
  constraint one_patient_per_room exclude using gist (clinic_id with =, room_id with =, period with &&)
    where (status <> 'cancelled' and room_id is not null),
  constraint one_place_per_practitioner exclude using gist (clinic_id with =, practitioner_id with =, period with &&)
    where (status <> 'cancelled' and practitioner_id is not null)
);
create index appointments_by_patient on appointments (clinic_id, patient_id);
create index appointments_by_start on appointments (clinic_id, lower(period));

-- What the patient prepared and meant staff to have: practice, navigation plan, limits, comfort, day plan.
create table preparation_items (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  version int not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  kind text not null check (kind in ('grounding', 'navigation-plan', 'limits', 'comfort', 'day-plan', 'readiness')),
  body jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id)
);
create index preparation_items_by_cycle on preparation_items (clinic_id, cycle_id);

create table consents (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('treatment')),
  edition_id text not null,
  text_sha256 bytea not null,
  signed_name text not null,
  signed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index consents_by_patient on consents (clinic_id, patient_id, signed_at desc);

create table rides (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  related_person_id uuid not null,
  link_id uuid not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'on-the-way', 'at-the-door', 'home-safe')),
  state_at timestamptz not null,
  steps jsonb not null default '[]',
  version int not null default 1,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  foreign key (clinic_id, related_person_id) references related_persons (clinic_id, id),
  foreign key (clinic_id, link_id) references companion_links (clinic_id, id)
);
create index rides_by_cycle on rides (clinic_id, cycle_id);
alter table companion_links
  add foreign key (clinic_id, cycle_id) references cycles (clinic_id, id);

create table encounter_notes (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  version int not null,
  patient_id uuid not null,
  cycle_id uuid,
  appointment_id uuid,
  kind text not null check (kind in ('consult', 'preparation', 'integration')),
  body jsonb not null,
  held_at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  signed_at timestamptz,
  recorded_at timestamptz not null,
  primary key (clinic_id, id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, appointment_id) references appointments (clinic_id, id)
);
create index encounter_notes_by_patient on encounter_notes (clinic_id, patient_id, held_at desc);

create table tasks (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid,
  kind text not null,
  owner_role text not null,
  detail jsonb not null default '{}',
  priority text not null check (priority in ('routine', 'soon', 'now')),
  due_at timestamptz,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index tasks_open on tasks (clinic_id, owner_role, due_at) where done_at is null;
create index tasks_by_patient on tasks (clinic_id, patient_id);
