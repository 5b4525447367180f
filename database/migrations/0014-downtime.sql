-- What a clinic works with while the computers are away: the packs as they were made, the hour at which one makes itself,
-- and what was said to be empty on a sheet when it came back.

create table downtime_packs (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  made_at timestamptz not null,
  -- Nobody: it made itself in the morning.
  made_by uuid,
  made_by_name text,
  patient_ids uuid[] not null,
  -- The pack as it was printed. It is never made again from today's record: the paper on the desk must stay readable.
  content jsonb not null,
  primary key (clinic_id, id),
  check ((made_by is null) = (made_by_name is null))
);
create index downtime_packs_newest on downtime_packs (clinic_id, made_at desc);

create table downtime_times (
  clinic_id uuid not null references clinics (id),
  minute_of_day int not null check (minute_of_day between 0 and 1439),
  version int not null default 1,
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (clinic_id)
);

create table paper_rows_left_empty (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  -- Since the dose began, as printed on the sheet.
  slot_minute int not null,
  said_at timestamptz not null,
  said_by uuid not null,
  said_by_name text not null,
  primary key (clinic_id, id),
  unique (clinic_id, session_id, slot_minute),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['downtime_packs', 'downtime_times', 'paper_rows_left_empty'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on downtime_packs, paper_rows_left_empty to mooring_app;
grant select, insert, update on downtime_times to mooring_app;
