-- The ground: clinics (the tenants), the people who sign in, and what they sign in with.
-- Every table that holds a clinic's rows carries clinic_id in its keys, so that a reference can never cross clinics.

create extension if not exists btree_gist;

create table clinics (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  host text unique,
  name text not null,
  phone text not null,
  address text not null,
  opening_hours text not null,
  zone text not null,
  crisis_place text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table rooms (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  number int not null,
  name text not null,
  primary key (clinic_id, id),
  unique (clinic_id, number)
);

create table patients (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  birth_date date,
  sex text check (sex in ('female', 'male', 'other', 'unknown')),
  phone text,
  email text,
  address text,
  language text not null default 'en',
  zone text not null,
  stage text not null,
  stage_at timestamptz not null,
  stage_reason text,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (clinic_id, id)
);
create index patients_by_name on patients (clinic_id, lower(family_name), lower(given_name));
create index patients_by_stage on patients (clinic_id, stage);

create table accounts (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  kind text not null check (kind in ('staff', 'patient')),
  email text not null,
  display_name text not null,
  roles text[] not null,
  patient_id uuid,
  profile jsonb not null default '{}',
  password_hash text,
  totp_secret_sealed bytea,
  totp_last_step bigint,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  check ((kind = 'patient') = (patient_id is not null))
);
create unique index accounts_by_email on accounts (clinic_id, lower(email));
create index accounts_by_patient on accounts (clinic_id, patient_id);

create table passkeys (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, credential_id),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id)
);

create table sign_in_challenges (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  kind text not null check (kind in ('passkey-registration', 'passkey-sign-in', 'email-link', 'second-factor')),
  account_id uuid,
  secret_hash bytea,
  challenge text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id)
);
create index sign_in_challenges_by_secret on sign_in_challenges (clinic_id, secret_hash);

create table care_team_members (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  account_id uuid not null,
  role text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id)
);
create index care_team_by_patient on care_team_members (clinic_id, patient_id);
create index care_team_by_account on care_team_members (clinic_id, account_id);

create table shifts (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  account_id uuid not null,
  on_date date not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, account_id, on_date),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id)
);

create table related_persons (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  relationship text,
  phone text,
  email text,
  created_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id)
);
create index related_persons_by_patient on related_persons (clinic_id, patient_id);

create table companion_links (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  related_person_id uuid not null,
  cycle_id uuid,
  token_hash bytea not null,
  scopes text[] not null,
  code_word text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  revoked_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, token_hash),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, related_person_id) references related_persons (clinic_id, id)
);
create index companion_links_by_patient on companion_links (clinic_id, patient_id);

create table sign_ins (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  token_hash bytea not null,
  account_id uuid,
  companion_link_id uuid,
  method text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  stepped_up_at timestamptz not null,
  revoked_at timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, token_hash),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id),
  foreign key (clinic_id, companion_link_id) references companion_links (clinic_id, id),
  check ((account_id is null) <> (companion_link_id is null))
);
create index sign_ins_by_account on sign_ins (clinic_id, account_id);
