// Asks the catalogs whether any corner of the schema would let one clinic see another, or let the
// application do more than its work. Every sentence it returns is a fault to mend before anything ships.
import type pg from 'pg';

export type TenancyGuard = {
  readonly appRole: string;
  /** Functions reviewed to run with their owner's rights, as schema.name. */
  readonly securityDefiner: readonly string[];
};

/** Each of these was read by a second person: it runs with its owner's rights because nothing less would do. */
export const securityDefinerAllowed: readonly string[] = [
  'public.enqueue_mail',
  'public.enqueue_message',
  'public.enqueue_ring',
];

type Fault = { fault: string };

const ourSchema = `n.nspname not in ('information_schema', 'graphile_worker') and n.nspname not like 'pg\\_%'`;

const clinicTables = `
  select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity, c.relforcerowsecurity, a.attnum as clinic_column
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and ${ourSchema}`;

const questions: readonly string[] = [
  `select format('%s holds a clinic''s data and row level security is not enabled and forced', t.name) as fault
   from (${clinicTables}) t where not (t.relrowsecurity and t.relforcerowsecurity)`,

  // A policy FOR INSERT has only WITH CHECK and one FOR SELECT or DELETE only USING; together they must cover both.
  `select format('%s has no policy that names its clinic when reading', t.name) as fault from (${clinicTables}) t
   where not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polqual is not null)
   union all
   select format('%s has no policy that names its clinic when writing', t.name) from (${clinicTables}) t
   where not exists (select 1 from pg_policy p where p.polrelid = t.oid and p.polwithcheck is not null)`,

  `select format('%s: policy %I does not speak of the clinic', t.name, p.polname) as fault
   from (${clinicTables}) t join pg_policy p on p.polrelid = t.oid
   where p.polpermissive and (
     coalesce(pg_get_expr(p.polqual, p.polrelid), 'clinic_id') !~ 'clinic_id'
     or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'clinic_id') !~ 'clinic_id')`,

  `select format('%s: unique key %s leaves out clinic_id and would reveal another clinic''s values', t.name, i.indexrelid::regclass) as fault
   from (${clinicTables}) t join pg_index i on i.indrelid = t.oid
   where i.indisunique and not (t.clinic_column = any (i.indkey::int2[]))`,

  `select format('%s: foreign key %I leaves out clinic_id and could point into another clinic', t.name, k.conname) as fault
   from (${clinicTables}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
   where not (t.clinic_column = any (k.conkey))
     and exists (select 1 from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'clinic_id' and not a.attisdropped)`,

  `select format('view %I.%I runs with its owner''s rights: it needs security_invoker', n.nspname, c.relname) as fault
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'v' and ${ourSchema}
     and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)`,

  `select format('%I.%I is a materialized view, which row level security cannot guard', n.nspname, c.relname) as fault
   from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'm' and ${ourSchema}`,

  `select format('function %I.%I runs with its owner''s rights and is not on the reviewed list', n.nspname, p.proname) as fault
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where p.prosecdef and ${ourSchema} and not (format('%s.%s', n.nspname, p.proname) = any ((select security_definer from given)::text[]))`,

  `select format('function %I.%I runs with its owner''s rights without a fixed search_path', n.nspname, p.proname) as fault
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where p.prosecdef and ${ourSchema}
     and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) s where s like 'search_path=%')`,

  `select format('function %I.%I is marked leakproof', n.nspname, p.proname) as fault
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.proleakproof and ${ourSchema}
     and not exists (select 1 from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`,

  `select format('the application''s login %I is %s', r.rolname, what) as fault
   from pg_roles r cross join lateral unnest(array_remove(array[
     case when r.rolsuper then 'a superuser' end,
     case when r.rolbypassrls then 'allowed to bypass row level security' end,
     case when r.rolcreaterole then 'allowed to make roles' end,
     case when r.rolcreatedb then 'allowed to make databases' end,
     case when r.rolreplication then 'allowed to replicate' end], null)) what
   where r.rolname = (select app_role from given)`,

  `select format('there is no login called %s', (select app_role from given)) as fault where not exists (select 1 from pg_roles where rolname = (select app_role from given))`,

  `select format('the application''s login owns %s %I', kind, name) as fault from (
     select 'relation' as kind, relname::text as name, relowner as owner from pg_class
     union all select 'function', proname, proowner from pg_proc
     union all select 'schema', nspname, nspowner from pg_namespace
     union all select 'type', typname, typowner from pg_type
     union all select 'database', datname, datdba from pg_database where datname = current_database()
   ) o where owner = (select oid from pg_roles where rolname = (select app_role from given))`,

  `select format('the application''s login may empty %I.%I', n.nspname, c.relname) as fault
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and ${ourSchema}
     and exists (select 1 from pg_roles where rolname = (select app_role from given)) and has_table_privilege((select app_role from given), c.oid, 'truncate')`,

  `select format('the application''s login may create in schema %I', n.nspname) as fault
   from pg_namespace n where n.nspname not like 'pg\\_t%' and exists (select 1 from pg_roles where rolname = (select app_role from given))
     and has_schema_privilege((select app_role from given), n.oid, 'create')`,

  `select format('the application''s login may %s in this database', what) as fault
   from unnest(array['create', 'temp']) what
   where exists (select 1 from pg_roles where rolname = (select app_role from given)) and has_database_privilege((select app_role from given), current_database(), what)`,

  `select format('the application''s login is a member of %I, which is more than a login should be', g.rolname) as fault
   from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member
   where r.rolname = (select app_role from given) and g.rolname <> 'mooring_app'`,
];

export async function tenancyFaults(
  client: Pick<pg.ClientBase, 'query'>,
  guard: TenancyGuard,
): Promise<string[]> {
  const faults: string[] = [];
  for (const question of questions) {
    // One `given` row carries both answers, because a statement must use every parameter it is sent.
    const { rows } = await client.query<Fault>(
      `with given as (select $1::text as app_role, $2::text[] as security_definer) ${question}`,
      [guard.appRole, guard.securityDefiner],
    );
    faults.push(...rows.map((row) => row.fault));
  }
  return faults;
}
