-- Whom a person wishes beside them: the same one again, a woman, a man. Version upon version; the latest counts.

create table care_wishes (
  clinic_id uuid not null references clinics (id),
  patient_id uuid not null,
  version int not null,
  gender text not null check (gender in ('woman', 'man', 'no-wish')),
  with_account_id uuid,
  note text not null,
  said_at timestamptz not null,
  primary key (clinic_id, patient_id, version),
  foreign key (clinic_id, patient_id) references patients (clinic_id, id),
  foreign key (clinic_id, with_account_id) references accounts (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['care_wishes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on care_wishes to mooring_app;
