-- The patient's own words: sealed with the patient's key, readable by the patient, and by one named person while shared.

create table patient_keys (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  wrapped_key bytea not null,
  created_at timestamptz not null,
  primary key (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);

create table own_words (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  version int not null default 1,
  patient_id uuid not null,
  author_account_id uuid not null,
  cycle_id uuid,
  kind text not null check (kind in ('journal', 'intention', 'letter')),
  sealed bytea not null,
  open_at timestamptz,
  written_at timestamptz not null,
  recorded_at timestamptz not null,
  deleted_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, author_account_id) references accounts (clinic_id, id)
);
create index own_words_by_patient on own_words (clinic_id, patient_id, kind, written_at desc);

create table own_words_shares (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  words_id uuid not null,
  patient_id uuid not null,
  author_account_id uuid not null,
  with_account_id uuid not null,
  with_name text not null,
  shared_at timestamptz not null,
  seen_at timestamptz,
  taken_back_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, words_id) references own_words (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, with_account_id) references accounts (clinic_id, id)
);
create index own_words_shares_by_words on own_words_shares (clinic_id, words_id);
create index own_words_shares_with on own_words_shares (clinic_id, with_account_id);

create table psychotherapy_notes (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  version int not null,
  patient_id uuid not null,
  author_account_id uuid not null,
  sealed bytea not null,
  recorded_at timestamptz not null,
  primary key (clinic_id, id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, author_account_id) references accounts (clinic_id, id)
);
