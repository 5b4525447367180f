-- Who is called at which hours, first and second. Two people never hold the same turn at the same hour. What was taken out stays
-- as a row, so that it can be said who should have answered.

create table on_call_duties (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  account_id uuid not null,
  turn text not null check (turn in ('first', 'second')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  -- Where a text reaches them; without one they are called by mail alone.
  text_number text,
  written_at timestamptz not null,
  written_by uuid not null,
  taken_out_at timestamptz,
  taken_out_by uuid,
  primary key (clinic_id, id),
  check (from_at < until_at),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id),
  exclude using gist (clinic_id with =, turn with =, tstzrange(from_at, until_at) with &&) where (taken_out_at is null),
  exclude using gist (clinic_id with =, account_id with =, tstzrange(from_at, until_at) with &&) where (taken_out_at is null)
);
create index on_call_duties_ahead on on_call_duties (clinic_id, until_at) where taken_out_at is null;

alter table on_call_duties enable row level security;
alter table on_call_duties force row level security;
create policy clinic_wall on on_call_duties
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on on_call_duties to mooring_app;
grant update (taken_out_at, taken_out_by) on on_call_duties to mooring_app;
