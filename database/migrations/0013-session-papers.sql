-- The papers of a session that people answer for: the note as it was signed, and the safety programme's form as it was
-- completed and sent. All are append-only; a later fact makes a new version, and the old one stays readable.

create table session_notes (
  clinic_id uuid not null references clinics (id),
  session_id uuid not null,
  version int not null check (version > 0),
  id uuid not null,
  patient_id uuid not null,
  -- How far the log had come; a fact after it makes the note changed.
  log_version int not null,
  -- The very bytes that were on the screen, not a value that could be spelled another way.
  content text not null,
  content_sha256 bytea not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, session_id, version),
  unique (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

create table session_note_signatures (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  session_id uuid not null,
  version int not null,
  patient_id uuid not null,
  part text not null check (part in ('author', 'co-signer')),
  content_sha256 bytea not null,
  meaning text not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_as text not null,
  primary key (clinic_id, id),
  unique (clinic_id, session_id, version, part),
  foreign key (clinic_id, session_id, version) references session_notes (clinic_id, session_id, version)
);

-- What was written by hand into the fields of the form that log and record leave open.
create table monitoring_form_answers (
  clinic_id uuid not null references clinics (id),
  session_id uuid not null,
  version int not null check (version > 0),
  id uuid not null,
  patient_id uuid not null,
  answers jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (clinic_id, session_id, version),
  unique (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

create table monitoring_form_submissions (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  form_version text not null,
  -- The form as it was sent, word for word.
  content text not null,
  content_sha256 bytea not null,
  submitted_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index monitoring_form_submissions_by_session
  on monitoring_form_submissions (clinic_id, session_id, recorded_at desc);

do $$
declare t text;
begin
  foreach t in array array['session_notes', 'session_note_signatures', 'monitoring_form_answers', 'monitoring_form_submissions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on session_notes, session_note_signatures, monitoring_form_answers, monitoring_form_submissions to mooring_app;
