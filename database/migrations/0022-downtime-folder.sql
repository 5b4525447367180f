-- What the server last did with the folder of the morning papers, in its own words: the screen says it and guesses nothing.

create table downtime_folder_states (
  clinic_id uuid primary key references clinics (id),
  state text not null check (state in ('not-set', 'empty', 'written', 'failed')),
  pack_id uuid,
  -- Of the file: that day's papers.
  written_at timestamptz,
  -- A short code of the system, such as EACCES; never a path and never a name.
  why text,
  said_at timestamptz not null
);

alter table downtime_folder_states enable row level security;
alter table downtime_folder_states force row level security;
create policy clinic_wall on downtime_folder_states
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert, update on downtime_folder_states to mooring_app;
