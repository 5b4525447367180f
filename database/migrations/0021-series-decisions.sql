-- What was decided about a series, by whom and why, with what was known in that moment; and the names outside the clinic that
-- a person who leaves is given. Decisions are append-only. A name is taken off the list by a date, never rubbed out.

create table series_decisions (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  series_id uuid not null,
  patient_id uuid not null,
  choice text not null check (choice in ('continue', 'space-out', 'change', 'pause', 'stop')),
  point text,
  path text not null,
  reason text not null,
  words_for_patient text,
  words_for_letter text,
  -- The answer of the rule as it stood on the screen.
  evidence jsonb not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  decided_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, series_id) references series (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index series_decisions_by_patient on series_decisions (clinic_id, patient_id, decided_at desc);

create table referral_places (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('therapist', 'psychiatrist', 'family-doctor', 'group', 'other')),
  phone text,
  note text,
  checked_on date not null,
  added_at timestamptz not null,
  added_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  primary key (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['series_decisions', 'referral_places'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on series_decisions to mooring_app;
grant select, insert, update on referral_places to mooring_app;
