-- A visit from elsewhere: booked as one, and opened only after the person said where they are.

alter table appointments add column is_remote boolean not null default false;

-- What was said on the way in, each time anew. Whether it opened then is kept with what stood in the way.
create table remote_visit_entries (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  appointment_id uuid not null,
  place text not null,
  address text not null,
  zone text not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamptz not null,
  -- The code of what kept it shut; null: it opened.
  held_by text,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
  foreign key (clinic_id, said_by) references accounts (clinic_id, id)
);
create index remote_visit_entries_by_appointment on remote_visit_entries (clinic_id, appointment_id, said_at desc);

do $$
declare t text;
begin
  foreach t in array array['remote_visit_entries'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on remote_visit_entries to mooring_app;
