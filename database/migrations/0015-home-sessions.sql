-- A session at home: no room of ours, who answers that day, what was sent there, and each time the clinic was rung about it.

alter table dosing_sessions alter column room_id drop not null;

-- Who is rung, and who is next when nobody answers. The newest line of a cycle counts; the earlier ones stay.
create table home_on_call (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  named_at timestamptz not null,
  named_by uuid not null,
  primary key (clinic_id, id),
  check (first_id <> second_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  foreign key (clinic_id, first_id) references accounts (clinic_id, id),
  foreign key (clinic_id, second_id) references accounts (clinic_id, id)
);
create index home_on_call_newest on home_on_call (clinic_id, cycle_id, named_at desc);

-- The book of the box at home. What was taken and counted stands in the log of each session.
create table home_supplies (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  series_id uuid not null,
  kind text not null check (kind in ('sent', 'returned', 'destroyed')),
  lozenges int not null check (lozenges between 1 and 1000),
  strength_mg numeric not null check (strength_mg > 0),
  lot text not null,
  expiry text,
  note text,
  at timestamptz not null,
  written_at timestamptz not null,
  written_by uuid not null,
  written_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, series_id) references series (clinic_id, id)
);
create index home_supplies_by_series on home_supplies (clinic_id, series_id, at);

-- One ring is one reason to call a home. The same cause makes the same id, however often it is noticed.
create table home_rings (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  reason text not null check (reason in ('looks-missed', 'not-sure', 'worried')),
  raised_at timestamptz not null,
  last_look_at timestamptz,
  missed_looks int not null default 0,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, session_id) references dosing_sessions (clinic_id, id)
);
create index home_rings_open on home_rings (clinic_id, raised_at) where answered_at is null;
create index home_rings_by_session on home_rings (clinic_id, session_id);

-- Who was rung, and when. A turn is taken once.
create table home_ring_calls (
  clinic_id uuid not null references clinics (id),
  ring_id uuid not null,
  turn int not null check (turn between 1 and 3),
  -- Nobody by name: everyone on shift.
  account_id uuid,
  called_at timestamptz not null,
  primary key (clinic_id, ring_id, turn),
  foreign key (clinic_id, ring_id) references home_rings (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['home_on_call', 'home_supplies', 'home_rings', 'home_ring_calls'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on home_on_call, home_supplies, home_ring_calls to mooring_app;
grant select, insert on home_rings to mooring_app;
grant update (answered_at, answered_by, answered_by_name) on home_rings to mooring_app;
