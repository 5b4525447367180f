-- What whoever took someone home saw in the days after a dose, in their own taps; and the secrets mailed to them, each opening the
-- link they already have and ending with it.

create table companion_answers (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  link_id uuid not null,
  check_name text not null check (check_name in ('evening', 'morning', 'last')),
  word text not null check (word in ('well', 'not-sure', 'worried')),
  -- hard-to-wake, breathing, confused, hurt, distressed.
  signs text[] not null,
  -- By the clock of the phone it was tapped on, which may have had no signal.
  said_at timestamptz not null,
  said_by text not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  foreign key (clinic_id, link_id) references companion_links (clinic_id, id)
);
create index companion_answers_by_cycle on companion_answers (clinic_id, cycle_id);

-- One for each check: this is also how it is known that its mail went out.
create table companion_link_keys (
  clinic_id uuid not null references clinics (id),
  link_id uuid not null,
  check_name text not null check (check_name in ('evening', 'morning', 'last')),
  token_hash bytea not null,
  made_at timestamptz not null,
  primary key (clinic_id, link_id, check_name),
  unique (clinic_id, token_hash),
  foreign key (clinic_id, link_id) references companion_links (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['companion_answers', 'companion_link_keys'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on companion_answers, companion_link_keys to mooring_app;
