-- A ring is one cause to call a person of the clinic about a patient: open until someone puts their name to it.

create table rings (
  clinic_id uuid not null references clinics (id),
  -- Of the work that caused it.
  id uuid not null,
  patient_id uuid not null,
  cause text not null,
  raised_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  seen_by_name text,
  primary key (clinic_id, id),
  check ((seen_at is null) = (seen_by is null)),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, seen_by) references accounts (clinic_id, id)
);
-- An open ring already goes from person to person; a second for the same cause would say nothing more.
create unique index rings_open on rings (clinic_id, patient_id, cause) where seen_at is null;
create index rings_by_patient on rings (clinic_id, patient_id, raised_at desc);
create index rings_by_seer on rings (clinic_id, seen_by, seen_at);

-- Whom a turn called, and when. A turn is taken once, and says so also when it reached nobody.
create table ring_calls (
  clinic_id uuid not null references clinics (id),
  ring_id uuid not null,
  turn int not null check (turn between 1 and 3),
  called_at timestamptz not null,
  account_ids uuid[] not null,
  names text[] not null,
  -- The clinic's own number, where a text went to it because nobody stood on the rota.
  fixed_number text,
  primary key (clinic_id, ring_id, turn),
  foreign key (clinic_id, ring_id) references rings (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['rings', 'ring_calls'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on rings, ring_calls to mooring_app;
grant update (seen_at, seen_by, seen_by_name) on rings to mooring_app;

-- A ring asks in its own transaction to be called out, rather than wait for the minute in which open rings are looked at.
create function enqueue_ring() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from pg_catalog.pg_namespace where nspname = 'graphile_worker') then
    perform graphile_worker.add_job('call-rings', '{}'::json, max_attempts => 12);
  end if;
  return null;
end $$;
revoke all on function enqueue_ring() from public;

create trigger ring_asks_to_be_called after insert on rings for each row execute function enqueue_ring();
