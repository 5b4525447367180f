-- Medicines a prescriber has signed beforehand for what may happen in a room. An order never changes; it is ended, and another
-- is signed. What was given under it stays in the log of the session, with the number of the order.

create table standing_orders (
  clinic_id uuid not null references clinics (id),
  id uuid not null,
  content jsonb not null,
  content_sha256 bytea not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  signed_by_name text not null,
  primary key (clinic_id, id)
);

create table standing_order_ends (
  clinic_id uuid not null references clinics (id),
  order_id uuid not null,
  reason text not null,
  ended_at timestamptz not null,
  ended_by uuid not null,
  ended_by_name text not null,
  primary key (clinic_id, order_id),
  foreign key (clinic_id, order_id) references standing_orders (clinic_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['standing_orders', 'standing_order_ends'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy clinic_wall on %I using (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))
       with check (clinic_id = (select nullif(current_setting(''app.clinic'', true), '''')::uuid))', t);
  end loop;
end $$;

grant select, insert on standing_orders, standing_order_ends to mooring_app;
