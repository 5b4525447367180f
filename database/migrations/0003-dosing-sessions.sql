-- The live session: an append-only log of facts, and the readings it puts on the patient's chart.

create table dosing_sessions (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  appointment_id uuid not null,
  room_id uuid not null,
  edition_id text not null,
  opened_at timestamptz not null,
  released_at timestamptz,
  version int not null default 0,
  primary key (clinic_id, id),
  unique (clinic_id, appointment_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
  foreign key (clinic_id, room_id) references rooms (clinic_id, id)
);
create index dosing_sessions_open on dosing_sessions (clinic_id, opened_at) where released_at is null;
create index dosing_sessions_by_patient on dosing_sessions (clinic_id, patient_id);

create table dosing_session_events (
  clinic_id uuid not null references clinics (id),
  session_id uuid not null,
  version int not null,
  event_id uuid not null,
  patient_id uuid not null,
  device_id uuid not null,
  device_seq bigint not null check (device_seq >= 1),
  type text not null,
  effective_at timestamptz not null,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  author_id uuid not null,
  author_name text not null,
  acting_role text not null,
  body jsonb not null,
  content_sha256 bytea not null,
  primary key (clinic_id, session_id, version),
  unique (clinic_id, event_id),
  unique (clinic_id, session_id, device_id, device_seq),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id)
);

create table observations (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  effective_at timestamptz not null,
  kind text not null check (kind in ('vital-signs')),
  origin text not null check (origin in ('session', 'import', 'patient', 'staff')),
  body jsonb not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index observations_by_patient on observations (clinic_id, patient_id, effective_at desc);
