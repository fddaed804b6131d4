// What GET /v1/stories/{slug} is measured against: Fastify, one pool, one row by primary key, sent as it is.
import { fastify } from 'fastify';
import { createPool } from '../src/database.js';

const pool = createPool({
  url: process.env.DATABASE_URL!,
  max: Number(process.env.DATELINE_DATABASE_CONNECTIONS),
});
const app = fastify();

app.get<{ Params: { table: string; id: string } }>(
  '/:table/:id',
  async ({ params: { table, id } }, reply) => {
    const name = `bare-${table}`;
    const { rows } = await pool.query<{ body: string }>({
      name,
      text: `select body from bench."${table}" where id = $1`,
      values: [id],
    });
    return reply.type('application/json; charset=utf-8').send(rows[0]!.body);
  },
);

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log(`listening on ${app.listeningOrigin}`);
