-- The paper that goes home, as a nurse handed it over at the door: the words of both readers in both languages, kept as the
-- very bytes that were shown. Append-only; what changes later makes a new version.

create table after_visit_papers (
  clinic_id uuid not null references clinics (id),
  session_id uuid not null,
  version int not null check (version > 0),
  id uuid not null,
  patient_id uuid not null,
  log_version int not null,
  content text not null,
  content_sha256 bytea not null,
  handed_over_at timestamptz not null,
  handed_over_by uuid not null,
  handed_over_by_name text not null,
  handed_over_as text not null,
  primary key (clinic_id, session_id, version),
  unique (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

alter table after_visit_papers enable row level security;
alter table after_visit_papers force row level security;
create policy clinic_wall on after_visit_papers
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on after_visit_papers to mooring_app;
