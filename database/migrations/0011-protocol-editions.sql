-- A clinic's own protocol editions and the signatures that put them in force. Both are append-only: an edition never
-- changes after it was proposed, and what a series was planned on can be read as it was for as long as the record stands.

create table protocol_editions (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  route text not null check (route in ('iv', 'im', 'sublingual', 'home', 'nasal')),
  version int not null check (version > 0),
  base_id text not null,
  content jsonb not null,
  content_sha256 bytea not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  primary key (clinic_id, id)
);

create table protocol_signatures (
  clinic_id uuid not null references clinics (id),
  edition_id uuid not null,
  -- The bytes that were on the screen; a signature speaks for these and for nothing else.
  content_sha256 bytea not null,
  meaning text not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  signed_by_name text not null,
  primary key (clinic_id, edition_id),
  foreign key (clinic_id, edition_id) references protocol_editions (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['protocol_editions', 'protocol_signatures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on protocol_editions, protocol_signatures to mooring_app;
