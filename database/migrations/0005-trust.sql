-- What holds it together: the audit chain, repeated commands answered once, mail waiting to go, overrides of nothing.

create table audit_heads (
  clinic_id uuid not null references clinics (id),
  lane int not null check (lane between 0 and 15),
  seq bigint not null default 0,
  hash bytea not null default '\x0000000000000000000000000000000000000000000000000000000000000000',
  primary key (clinic_id, lane)
);

create table audit_events (
  clinic_id uuid not null references clinics (id),
  lane int not null,
  seq bigint not null,
  at timestamptz not null,
  patient_id uuid,
  actor_id uuid,
  entry text not null,
  hash bytea not null,
  primary key (clinic_id, lane, seq)
);
create index audit_events_by_patient on audit_events (clinic_id, patient_id, at desc) where patient_id is not null;
create index audit_events_by_actor on audit_events (clinic_id, actor_id, at desc);

-- One statement links an entry to its lane: the head row is locked until commit, so a lane has one order.
create function append_audit_event(p_clinic uuid, p_lane int, p_at timestamptz, p_patient uuid, p_actor uuid, p_entry text)
returns void language sql security invoker set search_path = public, pg_temp as $$
  insert into audit_heads (clinic_id, lane) values (p_clinic, p_lane) on conflict do nothing;
  with head as (
    update audit_heads
       set seq = seq + 1, hash = sha256(hash || convert_to(p_entry, 'UTF8'))
     where clinic_id = p_clinic and lane = p_lane
    returning seq, hash
  )
  insert into audit_events (clinic_id, lane, seq, at, patient_id, actor_id, entry, hash)
  select p_clinic, p_lane, head.seq, p_at, p_patient, p_actor, p_entry, head.hash from head;
$$;

create table commands (
  clinic_id uuid not null references clinics (id),
  actor_key text not null,
  command_id uuid not null,
  request_sha256 bytea not null,
  status int,
  response jsonb,
  created_at timestamptz not null,
  primary key (clinic_id, actor_key, command_id)
);
create index commands_by_age on commands (clinic_id, created_at);

create table outgoing_mail (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  to_address text not null,
  subject text not null,
  body text not null,
  kind text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text,
  primary key (clinic_id, id)
);
create index outgoing_mail_by_age on outgoing_mail (clinic_id, created_at desc);
