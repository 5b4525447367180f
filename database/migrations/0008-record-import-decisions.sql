-- What the person decided about each line of a record from elsewhere. Append-only: a changed mind is the next version.
-- Who the file is about and what it is silent on are kept beside the lines, so both can be said again at any time.

alter table record_imports
  add column patient_in_file jsonb not null default '{}',
  add column notices jsonb not null default '[]';

create table record_import_decisions (
  clinic_id uuid not null references clinics (id),
  import_id uuid not null,
  line_id text not null,
  version int not null,
  patient_id uuid not null,
  decision text not null check (decision in ('kept', 'left')),
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (clinic_id, import_id, line_id, version),
  foreign key (clinic_id, import_id) references record_imports (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

alter table record_import_decisions enable row level security;
alter table record_import_decisions force row level security;
create policy clinic_wall on record_import_decisions
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on record_import_decisions to mooring_app;
