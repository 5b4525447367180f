-- The clinic's own music: each file with the licence it may be played under in the same row, so that neither is ever without
-- the other; how loud a room may be; and what a person is to hear in each part of a dose.

create table music_tracks (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  title text not null,
  author text not null,
  licence text not null,
  source text not null,
  -- A receipt, a letter, the address of the page that says so: what would be shown to whoever asks.
  proof text not null,
  obtained_on date not null,
  media_type text not null check (media_type in ('audio/mpeg', 'audio/ogg', 'audio/flac', 'audio/wav', 'audio/mp4')),
  length_seconds numeric not null check (length_seconds > 0),
  file bytea not null,
  file_sha256 bytea not null,
  added_at timestamptz not null,
  added_by uuid not null,
  added_by_name text not null,
  retired_at timestamptz,
  retired_by_name text,
  primary key (clinic_id, id),
  unique (clinic_id, file_sha256),
  check ((retired_at is null) = (retired_by_name is null))
);

create table music_settings (
  clinic_id uuid not null references clinics (id),
  ceiling_percent int not null check (ceiling_percent between 1 and 100),
  version int not null default 1,
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (clinic_id)
);

create table music_plans (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  cycle_id uuid not null,
  version int not null check (version > 0),
  body jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  primary key (clinic_id, cycle_id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['music_tracks', 'music_settings', 'music_plans'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on music_tracks, music_plans to mooring_app;
-- A track is never changed; it is only taken out of use.
grant update (retired_at, retired_by_name) on music_tracks to mooring_app;
grant select, insert, update on music_settings to mooring_app;
