-- Practice. A drill has no patient: no column here could name one, and nothing here points to a session, an appointment or the
-- drug book. What was done in a drill is the record of those who trained, and of nobody's care.

create table drills (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  scenario text not null,
  -- As it was expected that day, and by whom it had been approved then.
  scenario_version int not null,
  approved_by_name text,
  approved_at timestamptz,
  seed int not null,
  edition_id text not null,
  -- By name only: a drill takes no room from anyone.
  room_name text not null,
  trainee_id uuid not null,
  trainee_name text not null,
  trainer_id uuid,
  trainer_name text,
  started_at timestamptz not null,
  ended_at timestamptz,
  ended_by_name text,
  primary key (clinic_id, id),
  foreign key (clinic_id, trainee_id) references accounts (clinic_id, id),
  foreign key (clinic_id, trainer_id) references accounts (clinic_id, id),
  check ((trainer_id is null) = (trainer_name is null)),
  check ((approved_at is null) = (approved_by_name is null)),
  check ((ended_at is null) = (ended_by_name is null)),
  check (trainer_id is distinct from trainee_id)
);
create index drills_newest on drills (clinic_id, started_at desc);

create table drill_facts (
  clinic_id uuid not null references clinics (id),
  event_id uuid not null,
  drill_id uuid not null,
  version int not null check (version > 0),
  event jsonb not null,
  author_id uuid not null,
  author_name text not null,
  acting_role text not null,
  received_at timestamptz not null,
  primary key (clinic_id, event_id),
  unique (clinic_id, drill_id, version),
  foreign key (clinic_id, drill_id) references drills (clinic_id, id)
);

create table drill_signatures (
  clinic_id uuid not null references clinics (id),
  drill_id uuid not null,
  part text not null check (part in ('trainee', 'trainer')),
  -- Of the record as it was shown. Facts that come later change the record, and then this no longer matches.
  record_sha256 bytea not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_at timestamptz not null,
  primary key (clinic_id, drill_id, part, record_sha256),
  foreign key (clinic_id, drill_id) references drills (clinic_id, id)
);

create table drill_approvals (
  clinic_id uuid not null references clinics (id),
  scenario text not null,
  version int not null,
  approved_by uuid not null,
  approved_by_name text not null,
  approved_at timestamptz not null,
  primary key (clinic_id, scenario, version)
);

do $$
declare t text;
begin
  foreach t in array array['drills', 'drill_facts', 'drill_signatures', 'drill_approvals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on drills, drill_facts, drill_signatures, drill_approvals to mooring_app;
grant update (ended_at, ended_by_name) on drills to mooring_app;
