-- Everyone is called until somebody has a ring, so a turn has no last number; and what was sent in it says what became of it.

alter table ring_calls drop constraint ring_calls_turn_check, add constraint ring_calls_turn_check check (turn >= 1);
alter table home_ring_calls drop constraint home_ring_calls_turn_check, add constraint home_ring_calls_turn_check check (turn >= 1);

create table ring_messages (
  clinic_id uuid not null references clinics (id),
  -- Of the mail or the text.
  id uuid not null,
  ring_id uuid not null,
  turn int not null,
  -- Nobody's: to the clinic's own number.
  account_id uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, ring_id, turn) references ring_calls (clinic_id, ring_id, turn),
  foreign key (clinic_id, account_id) references accounts (clinic_id, id)
);
create index ring_messages_by_call on ring_messages (clinic_id, ring_id, turn);

alter table ring_messages enable row level security;
alter table ring_messages force row level security;
create policy clinic_wall on ring_messages
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on ring_messages to mooring_app;
