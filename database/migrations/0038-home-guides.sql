-- The guide of a dose at home, in the house or at a distance, with a link of their own; and each word that they are there.

create table home_guides (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  patient_id uuid not null,
  cycle_id uuid not null,
  link_id uuid not null,
  name text not null,
  phone text not null,
  place text not null check (place in ('in-the-house', 'at-a-distance')),
  named_at timestamptz not null,
  named_by uuid not null,
  named_by_name text not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, cycle_id) references cycles (clinic_id, id),
  foreign key (clinic_id, link_id) references companion_links (clinic_id, id)
);
create index home_guides_newest on home_guides (clinic_id, cycle_id, named_at desc);
create unique index home_guides_link on home_guides (clinic_id, link_id);

create table home_guide_marks (
  clinic_id uuid not null references clinics (id),
  guide_id uuid not null,
  at timestamptz not null,
  here boolean not null,
  primary key (clinic_id, guide_id, at),
  foreign key (clinic_id, guide_id) references home_guides (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['home_guides', 'home_guide_marks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on home_guides, home_guide_marks to mooring_app;
