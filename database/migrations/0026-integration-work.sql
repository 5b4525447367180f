-- The work after a dose: first words taken down and owned by the one who said them, EMDR targets and sittings, sets that run on
-- two screens, where a therapist is licensed, and a room by link for the therapist outside.

create table first_words (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  session_id uuid,
  taken_by uuid not null,
  taken_by_name text not null,
  sealed bytea not null,
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  locked_at timestamptz,
  removed_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, taken_by) references accounts (clinic_id, id)
);
create index first_words_by_patient on first_words (clinic_id, patient_id, said_at desc);

-- A version is never changed; the next one stands beside it. What a target is made of is sealed with the patient's key.
create table emdr_targets (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  version int not null,
  patient_id uuid not null,
  -- The words this target was drawn from, which the patient had shown.
  words_id uuid,
  author_account_id uuid not null,
  author_name text not null,
  state text not null check (state in ('open', 'resolved', 'put-away')),
  sealed bytea not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, author_account_id) references accounts (clinic_id, id)
);
create index emdr_targets_by_patient on emdr_targets (clinic_id, patient_id);

create table emdr_sittings (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  version int not null,
  patient_id uuid not null,
  target_id uuid not null,
  author_account_id uuid not null,
  author_name text not null,
  started_at timestamptz not null,
  closed_at timestamptz,
  sealed bytea not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, author_account_id) references accounts (clinic_id, id)
);
create index emdr_sittings_by_patient on emdr_sittings (clinic_id, patient_id, started_at);

create table bilateral_sets (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  started_by uuid not null,
  started_by_name text not null,
  mode text not null check (mode in ('light', 'sound', 'buzz')),
  rounds_per_minute int not null,
  seconds int not null,
  starts_at timestamptz not null,
  stopped_at timestamptz,
  stopped_by text check (stopped_by in ('patient', 'therapist')),
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, started_by) references accounts (clinic_id, id),
  check ((stopped_at is null) = (stopped_by is null))
);
create index bilateral_sets_by_patient on bilateral_sets (clinic_id, patient_id, starts_at desc);

-- The patient's screen as it was last heard, and what they said is all right on it.
create table bilateral_screens (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  heard_at timestamptz not null,
  round_trip_ms int not null,
  agreed text[] not null,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

create table practitioner_licences (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  account_id uuid not null,
  profession text not null,
  place text not null,
  number text not null,
  valid_from date,
  valid_until date not null,
  emdr_training text not null check (emdr_training in ('none', 'basic', 'certified')),
  stated_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id)
);
create index practitioner_licences_by_account on practitioner_licences (clinic_id, account_id);

create table guest_notes (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  link_id uuid not null,
  from_name text not null,
  sealed bytea not null,
  -- The day of an hour that was held outside, where the note is of one.
  held_on date,
  recorded_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, link_id) references companion_links (clinic_id, id)
);
create index guest_notes_by_patient on guest_notes (clinic_id, patient_id, recorded_at);

do $$
declare t text;
begin
  foreach t in array array['first_words', 'emdr_targets', 'emdr_sittings', 'bilateral_sets', 'bilateral_screens',
                           'practitioner_licences', 'guest_notes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

-- Once locked, only the one who said them reads them; and only they lock, open or remove them.
create policy first_words_belong_to_who_said_them on first_words as restrictive
  using (
    locked_at is null
    or exists (
      select 1 from accounts a
       where a.clinic_id = first_words.clinic_id and a.patient_id = first_words.patient_id
         and a.id = (select nullif(current_setting('app.account', true), '')::uuid)
    )
  )
  with check (
    (locked_at is null and removed_at is null)
    or exists (
      select 1 from accounts a
       where a.clinic_id = first_words.clinic_id and a.patient_id = first_words.patient_id
         and a.id = (select nullif(current_setting('app.account', true), '')::uuid)
    )
  );

grant select, insert, update on first_words, bilateral_sets, bilateral_screens to mooring_app;
grant select, insert on emdr_targets, emdr_sittings, guest_notes, practitioner_licences to mooring_app;
grant update (withdrawn_at) on practitioner_licences to mooring_app;
