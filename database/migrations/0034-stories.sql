-- Stories told with consent. One is shown only after someone here read it, and its words are gone once it is taken back.

create table stories (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  -- Absent on one that was written as an example, which says so wherever it is shown.
  patient_id uuid,
  language text not null check (language in ('en', 'es')),
  -- As the one who tells it calls it.
  kind text not null check (kind in ('good', 'neutral', 'hard')),
  words text not null,
  told_at timestamptz not null,
  decision text check (decision in ('shown', 'not-shown')),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  note text not null default '',
  withdrawn_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, decided_by) references accounts (clinic_id, id),
  check (withdrawn_at is null or words = '')
);
create index stories_by_patient on stories (clinic_id, patient_id);

do $$
declare t text;
begin
  foreach t in array array['stories'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on stories to mooring_app;
grant update (words, decision, decided_at, decided_by, decided_by_name, note, withdrawn_at) on stories to mooring_app;
