-- A name under a page can be taken back, with a reason. The approval and its end both stay; the same words may be approved again.

alter table page_approvals drop constraint page_approvals_pkey;
alter table page_approvals add column id uuid not null default gen_random_uuid();
alter table page_approvals alter column id drop default;
alter table page_approvals add primary key (clinic_id, id);
alter table page_approvals add column taken_back_at timestamptz check (taken_back_at >= approved_at);
alter table page_approvals add column taken_back_by uuid;
alter table page_approvals add column taken_back_by_name text;
alter table page_approvals add column taken_back_reason text;
alter table page_approvals add foreign key (clinic_id, taken_back_by) references accounts (clinic_id, id);
alter table page_approvals add check (
  num_nulls(taken_back_at, taken_back_by, taken_back_by_name, taken_back_reason) in (0, 4));
create unique index page_approvals_in_force on page_approvals (clinic_id, path, content_sha256) where taken_back_at is null;

grant update (taken_back_at, taken_back_by, taken_back_by_name, taken_back_reason) on page_approvals to mooring_app;
