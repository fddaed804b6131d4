import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

/** What the migrations make of an empty database, as text that can be read and compared. */
export async function describeFreshSchema(): Promise<string> {
  const { SCHEMA } = await import('../database.js');
  const { migrate } = await import('../migrate.js');
  const { startEmbeddedPostgres } = await import('../embedded-postgres/embedded-postgres.js');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-schema-'));
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, settings: { fsync: 'off' } });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await migrate({ url: server.url, queueInPostgres: false });
    await client.connect();
    return await describeSchema(client, SCHEMA);
  } finally {
    await client.end();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Tables with columns, constraints, indexes and triggers, then functions; sorted by name. */
async function describeSchema(client: pg.Client, schema: string): Promise<string> {
  // With an empty path every name comes out in full.
  await client.query(`set search_path = ''`);
  const { rows } = await client.query<{ name: string; line: string }>({ text: LINES, values: [schema] });
  const objects = new Map<string, string[]>();
  for (const { name, line } of rows) objects.set(name, [...(objects.get(name) ?? []), `  ${line}`]);
  return [...objects].map(([name, lines]) => `${name}\n${lines.join('\n')}\n`).join('\n');
}

/** $1: the schema. */
const LINES = `
  with tables as (
    select c.oid, 'table ' || c.relname || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '') as name
    from pg_catalog.pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')
  )
  select name, line from (
    select t.name, 1 as part, a.attnum as place,
           a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
           || case when a.attcollation <> 0 and a.attcollation <> (select typcollation from pg_catalog.pg_type where oid = a.atttypid)
                   then ' collate ' || (select quote_ident(collname) from pg_catalog.pg_collation where oid = a.attcollation) else '' end
           || case when a.attnotnull then ' not null' else '' end
           || coalesce(case when a.attgenerated <> '' then ' generated ' else ' default ' end
                       || pg_catalog.pg_get_expr(d.adbin, d.adrelid), '') as line
    from tables t join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    union all
    select t.name, 2, 0, c.conname || ' ' || pg_catalog.pg_get_constraintdef(c.oid)
    from tables t join pg_catalog.pg_constraint c on c.conrelid = t.oid and c.contype <> 'n'
    union all
    select t.name, 3, 0, pg_catalog.pg_get_indexdef(i.indexrelid)
    from tables t join pg_catalog.pg_index i on i.indrelid = t.oid
    where not exists (select 1 from pg_catalog.pg_constraint c where c.conindid = i.indexrelid)
    union all
    select t.name, 4, 0, pg_catalog.pg_get_triggerdef(g.oid)
    from tables t join pg_catalog.pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
    union all
    select 'function ' || p.proname, 5, 0, replace(pg_catalog.pg_get_functiondef(p.oid), E'\\n', E'\\n  ')
    from pg_catalog.pg_proc p where p.pronamespace = $1::regnamespace
  ) lines
  order by name collate "C", part, place, line collate "C"`;
