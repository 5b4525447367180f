-- What someone has begun to write, on its way to their other devices: sealed there, under names that say nothing here.

create table carried_drafts (
  clinic_id uuid not null references clinics (id),
  account_id uuid not null,
  -- A keyed hash of the form's name, made on the device.
  name text not null check (name ~ '^[0-9a-f]{32}$'),
  -- The clinic's time, as the device that wrote it knew it.
  saved_at timestamptz not null,
  -- Both absent once it was sent or thrown away: a mark, so that another device does not bring it back.
  nonce bytea check (length(nonce) = 12),
  sealed bytea check (length(sealed) <= 60000),
  primary key (clinic_id, account_id, name),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id),
  check ((nonce is null) = (sealed is null))
);
create index carried_draft_marks on carried_drafts (clinic_id, saved_at) where sealed is null;

alter table carried_drafts enable row level security;
alter table carried_drafts force row level security;
create policy clinic_wall on carried_drafts
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

-- The work of the clinic, which is no account, forgets old marks and reads no words.
create policy drafts_belong_to_who_writes_them on carried_drafts as restrictive
  using (
    account_id = (select nullif(current_setting('app.account', true), '')::uuid)
    or (sealed is null and nullif(current_setting('app.account', true), '') is null)
  )
  with check (account_id = (select nullif(current_setting('app.account', true), '')::uuid));

grant select, insert, delete on carried_drafts to mooring_app;
grant update (saved_at, nonce, sealed) on carried_drafts to mooring_app;
