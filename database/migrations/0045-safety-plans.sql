-- A person's safety plan, sealed with their key. A version is never changed; the next one, and each talk about one, stands beside it.

create table safety_plans (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  version int not null check (version > 0),
  sealed bytea not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (clinic_id, patient_id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, written_by) references accounts (clinic_id, id)
);

create table safety_plan_talks (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  version int not null,
  with_account_id uuid not null,
  with_name text not null,
  at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id, version) references safety_plans (clinic_id, patient_id, version),
  foreign key (clinic_id, with_account_id) references accounts (clinic_id, id)
);
create index safety_plan_talks_by_patient on safety_plan_talks (clinic_id, patient_id, at desc);

do $$
declare t text;
begin
  foreach t in array array['safety_plans', 'safety_plan_talks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on safety_plans, safety_plan_talks to mooring_app;
