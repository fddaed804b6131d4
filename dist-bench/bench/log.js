// (a) Appending to the log, against COPY into a plain table: one without key, index or trigger, with the columns of
// dateline.events and dateline.payloads together and the latter's storage settings, its rows rendered outside the clock.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { EventLog } from '../src/event-log/event-log.js';
import { withDatabase } from './support/database.js';
import { compare, seconds } from './support/measure.js';
import { Random } from './support/random.js';
import { printHead, printRatios } from './support/report.js';
const ROUNDS = 7;
const COPIED = 10_000;
const SINGLE = 4_000;
const CLIENTS = 8;
const BATCHES = 80;
const BATCH = 100;
const BODY_BYTES = 2_000;
const METADATA = {
    actor: 'bench',
    correlationId: randomUUID()
};
const random = new Random(1);
const words = Array.from({
    length: 500
}, ()=>Math.floor(random.next() * 36 ** 7).toString(36));
function newEvent() {
    let text = '';
    while(text.length < BODY_BYTES - 12)text += `${random.pick(words)} `;
    return {
        id: randomUUID(),
        type: 'Benched',
        data: {
            text
        },
        occurredAt: '2024-04-02T08:00:00.000Z'
    };
}
const events = (n)=>Array.from({
        length: n
    }, newEvent);
async function createPlainTable(pool) {
    await pool.query(`create schema bench`);
    await pool.query(`create table bench.plain (
    position bigint not null, event_id uuid not null, stream text not null collate "C", version integer not null,
    type text not null collate "C", schema_version smallint not null, occurred_at timestamptz not null,
    recorded_at timestamptz not null, payload_hash bytea not null, metadata json not null,
    salt bytea not null, body json not null) with (toast_tuple_target = 8160)`);
}
/** Rows of the plain table in COPY's text format, in pieces of 64 kB. */ function render(rows) {
    const now = new Date().toISOString();
    const lines = rows.map(({ id, type, data, occurredAt }, i)=>{
        const body = JSON.stringify(data);
        const salt = randomBytes(16);
        const hash = createHash('sha256').update(salt).update(body).digest('hex');
        return [
            i,
            id,
            `bench-${id}`,
            1,
            type,
            1,
            occurredAt,
            now,
            `\\\\x${hash}`,
            JSON.stringify(METADATA),
            `\\\\x${salt.toString('hex')}`,
            body
        ].join('\t');
    });
    const whole = Buffer.from(`${lines.join('\n')}\n`);
    return Array.from({
        length: Math.ceil(whole.length / 65_536)
    }, (_, i)=>whole.subarray(i * 65_536, (i + 1) * 65_536));
}
async function copy(pool, pieces) {
    const client = await pool.connect();
    try {
        await pipeline(Readable.from(pieces, {
            objectMode: false
        }), client.query(copyFrom('copy bench.plain from stdin')));
    } finally{
        client.release();
    }
}
async function appendEach(log, rows) {
    let next = 0;
    const client = async ()=>{
        for(let event = rows[next++]; event; event = rows[next++]){
            await log.append({
                stream: `bench-${event.id}`,
                expectedVersion: 0,
                events: [
                    event
                ],
                metadata: METADATA
            });
        }
    };
    await Promise.all(Array.from({
        length: CLIENTS
    }, client));
}
async function appendBatches(log, batches) {
    for (const batch of batches){
        await log.append({
            stream: `bench-${batch[0].id}`,
            expectedVersion: 0,
            events: batch,
            metadata: METADATA
        });
    }
}
await withDatabase(async ({ pool })=>{
    await printHead('(a) Appending 2 kB events to the log, against COPY into a plain table', pool);
    await createPlainTable(pool);
    const log = new EventLog(pool, (_type, _version, data)=>data);
    const each = `one by one, ${CLIENTS} clients`;
    const inBatches = `in batches of ${BATCH}, one client`;
    const measured = await compare(ROUNDS, [
        {
            name: 'COPY into a plain table',
            run: async ()=>{
                const pieces = render(events(COPIED));
                return COPIED / await seconds(()=>copy(pool, pieces));
            }
        },
        {
            name: each,
            run: async ()=>{
                const rows = events(SINGLE);
                return SINGLE / await seconds(()=>appendEach(log, rows));
            }
        },
        {
            name: inBatches,
            run: async ()=>{
                const batches = Array.from({
                    length: BATCHES
                }, ()=>events(BATCH));
                return BATCHES * BATCH / await seconds(()=>appendBatches(log, batches));
            }
        }
    ]);
    printRatios('events/s', measured, {
        [each]: 0.3,
        [inBatches]: 0.45
    });
});

//# sourceMappingURL=log.js.map