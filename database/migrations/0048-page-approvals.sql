-- A clinician of this clinic approved one page to read, in the words of this fingerprint. Never changed; other words need their own.

create table page_approvals (
  clinic_id uuid not null references clinics (id),
  path text not null,
  content_sha256 bytea not null,
  approved_by uuid not null,
  approved_by_name text not null,
  approved_at timestamptz not null,
  primary key (clinic_id, path, content_sha256),
  foreign key (clinic_id, approved_by) references accounts (clinic_id, id)
);

alter table page_approvals enable row level security;
alter table page_approvals force row level security;
create policy clinic_wall on page_approvals
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on page_approvals to mooring_app;
