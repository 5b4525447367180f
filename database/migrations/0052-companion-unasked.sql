-- The times in which a patient has the companion of one link not asked how they are. The link itself goes on. A span without an
-- end still holds; none is ever removed, so that silence of those hours is never read as silence.

create table companion_unasked (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  link_id uuid not null,
  from_at timestamptz not null,
  from_by text not null,
  until_at timestamptz check (until_at >= from_at),
  until_by text,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, link_id) references companion_links (clinic_id, id),
  check ((until_at is null) = (until_by is null))
);
create index companion_unasked_by_link on companion_unasked (clinic_id, link_id, from_at);
create unique index companion_unasked_now on companion_unasked (clinic_id, link_id) where until_at is null;

alter table companion_unasked enable row level security;
alter table companion_unasked force row level security;
create policy clinic_wall on companion_unasked using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert, update on companion_unasked to mooring_app;
