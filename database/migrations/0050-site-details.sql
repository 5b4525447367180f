-- What a clinic says on its public pages about its hours and its prices, kept by the clinic itself. Each change is another
-- version with a name; without one, what the clinic was set up with stands.

create table site_details (
  clinic_id uuid not null references clinics (id),
  version int not null check (version >= 1),
  details jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  saved_by_name text not null,
  primary key (clinic_id, version)
);

alter table site_details enable row level security;
alter table site_details force row level security;
create policy clinic_wall on site_details
  using (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid))
  with check (clinic_id = (select nullif(current_setting('app.clinic', true), '')::uuid));

grant select, insert on site_details to mooring_app;
