-- What went wrong, as somebody told it, from wherever and however late; and how clinicians have graded it since. Nothing
-- here is changed: a grading is followed by the next, and a signature stands beside the grading it was given for.

create table adverse_events (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  -- The last session whose dose began before it, where there was one.
  session_id uuid,
  -- The symptom in that session's log it was taken from.
  symptom_id uuid,
  words text not null,
  term text,
  severity text check (severity in ('mild', 'moderate', 'severe')),
  started_at timestamptz,
  ended text check (ended in ('ongoing', 'over')),
  ended_at timestamptz,
  reported_at timestamptz not null,
  reported_by uuid not null,
  reported_by_name text not null,
  reported_as text not null,
  primary key (clinic_id, id),
  unique (clinic_id, symptom_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id),
  check (ended_at is null or ended = 'over')
);
create index adverse_events_by_patient on adverse_events (clinic_id, patient_id, reported_at);

create table adverse_event_gradings (
  clinic_id uuid not null references clinics (id),
  event_id uuid not null,
  number int not null check (number > 0),
  id uuid not null,
  patient_id uuid not null,
  body jsonb not null,
  -- A prescriber's own name under it.
  signed boolean not null,
  graded_at timestamptz not null,
  graded_by uuid not null,
  graded_by_name text not null,
  graded_as text not null,
  primary key (clinic_id, event_id, number),
  unique (clinic_id, id),
  foreign key (clinic_id, event_id) references adverse_events (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['adverse_events', 'adverse_event_gradings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on adverse_events to mooring_app;
grant select, insert on adverse_event_gradings to mooring_app;
