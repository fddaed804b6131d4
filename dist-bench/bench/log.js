// (a) Appending to the log, against COPY into a plain table: no key, index or trigger, the columns of dateline.events and
// dateline.payloads together, the latter's storage settings. Both sides start from events as objects, so COPY's rows
// are rendered as they are sent; two more lines show COPY of rows rendered beforehand, and COPY into a table with the
// log's four unique keys.
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
    // One flat string, as a parsed request has it: flattening hundreds of pieces would be most of the time measured.
    text = Buffer.from(text).toString();
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
async function createTables(pool) {
    await pool.query(`
    create schema bench;
    create table bench.plain (
      position bigint not null, event_id uuid not null, stream text not null collate "C", version integer not null,
      type text not null collate "C", schema_version smallint not null, occurred_at timestamptz not null,
      recorded_at timestamptz not null, payload_hash bytea not null, metadata json not null,
      salt bytea not null, body json not null) with (toast_tuple_target = 8160);
    create table bench.keyed (like bench.plain, primary key (position), unique (event_id), unique (stream, version))
      with (toast_tuple_target = 8160);
    create unique index on bench.keyed (position) include (version)`);
}
let copied = 0;
/** Rows in COPY's text format, in pieces of some 64 kB. */ function* render(rows) {
    const now = new Date().toISOString();
    let piece = '';
    for (const { id, type, data, occurredAt } of rows){
        const body = JSON.stringify(data);
        const salt = randomBytes(16);
        const payloadHash = createHash('sha256').update(salt).update(body).digest('hex');
        const metadata = JSON.stringify(METADATA);
        const columns = [
            ++copied,
            id,
            `bench-${id}`,
            1,
            type,
            1,
            occurredAt,
            now,
            `\\\\x${payloadHash}`,
            metadata,
            `\\\\x${salt.toString('hex')}`,
            body
        ];
        // Nothing in these bodies needs escaping.
        piece += `${columns.join('\t')}\n`;
        if (piece.length < 65_536) continue;
        yield Buffer.from(piece);
        piece = '';
    }
    yield Buffer.from(piece);
}
async function copy(pool, table, pieces) {
    const client = await pool.connect();
    try {
        await pipeline(Readable.from(pieces, {
            objectMode: false
        }), client.query(copyFrom(`copy bench.${table} from stdin`)));
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
    await createTables(pool);
    const log = new EventLog(pool, (_type, _version, data)=>data);
    const each = `one by one, ${CLIENTS} clients`;
    const inBatches = `in batches of ${BATCH}, one client`;
    const measured = await compare(ROUNDS, [
        {
            name: 'COPY into a plain table',
            run: async ()=>{
                const rows = events(COPIED);
                return COPIED / await seconds(()=>copy(pool, 'plain', render(rows)));
            }
        },
        {
            name: 'the same, rows rendered beforehand',
            run: async ()=>{
                const pieces = [
                    ...render(events(COPIED))
                ];
                return COPIED / await seconds(()=>copy(pool, 'plain', pieces));
            }
        },
        {
            name: 'the same, table with keys',
            run: async ()=>{
                const rows = events(COPIED);
                return COPIED / await seconds(()=>copy(pool, 'keyed', render(rows)));
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

//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi93b3JrL21haW4vYmVuY2gvbG9nLnRzIl0sInNvdXJjZXNDb250ZW50IjpbIi8vIChhKSBBcHBlbmRpbmcgdG8gdGhlIGxvZywgYWdhaW5zdCBDT1BZIGludG8gYSBwbGFpbiB0YWJsZTogbm8ga2V5LCBpbmRleCBvciB0cmlnZ2VyLCB0aGUgY29sdW1ucyBvZiBkYXRlbGluZS5ldmVudHMgYW5kXG4vLyBkYXRlbGluZS5wYXlsb2FkcyB0b2dldGhlciwgdGhlIGxhdHRlcidzIHN0b3JhZ2Ugc2V0dGluZ3MuIEJvdGggc2lkZXMgc3RhcnQgZnJvbSBldmVudHMgYXMgb2JqZWN0cywgc28gQ09QWSdzIHJvd3Ncbi8vIGFyZSByZW5kZXJlZCBhcyB0aGV5IGFyZSBzZW50OyB0d28gbW9yZSBsaW5lcyBzaG93IENPUFkgb2Ygcm93cyByZW5kZXJlZCBiZWZvcmVoYW5kLCBhbmQgQ09QWSBpbnRvIGEgdGFibGUgd2l0aCB0aGVcbi8vIGxvZydzIGZvdXIgdW5pcXVlIGtleXMuXG5pbXBvcnQgeyBjcmVhdGVIYXNoLCByYW5kb21CeXRlcywgcmFuZG9tVVVJRCB9IGZyb20gJ25vZGU6Y3J5cHRvJztcbmltcG9ydCB7IFJlYWRhYmxlIH0gZnJvbSAnbm9kZTpzdHJlYW0nO1xuaW1wb3J0IHsgcGlwZWxpbmUgfSBmcm9tICdub2RlOnN0cmVhbS9wcm9taXNlcyc7XG5pbXBvcnQgdHlwZSBwZyBmcm9tICdwZyc7XG5pbXBvcnQgeyBmcm9tIGFzIGNvcHlGcm9tIH0gZnJvbSAncGctY29weS1zdHJlYW1zJztcbmltcG9ydCB7IEV2ZW50TG9nIH0gZnJvbSAnLi4vc3JjL2V2ZW50LWxvZy9ldmVudC1sb2cuanMnO1xuaW1wb3J0IHR5cGUgeyBOZXdFdmVudCB9IGZyb20gJy4uL3NyYy9ldmVudC1sb2cvc3RvcmVkLWV2ZW50LmpzJztcbmltcG9ydCB7IHdpdGhEYXRhYmFzZSB9IGZyb20gJy4vc3VwcG9ydC9kYXRhYmFzZS5qcyc7XG5pbXBvcnQgeyBjb21wYXJlLCBzZWNvbmRzIH0gZnJvbSAnLi9zdXBwb3J0L21lYXN1cmUuanMnO1xuaW1wb3J0IHsgUmFuZG9tIH0gZnJvbSAnLi9zdXBwb3J0L3JhbmRvbS5qcyc7XG5pbXBvcnQgeyBwcmludEhlYWQsIHByaW50UmF0aW9zIH0gZnJvbSAnLi9zdXBwb3J0L3JlcG9ydC5qcyc7XG5cbmNvbnN0IFJPVU5EUyA9IDc7XG5jb25zdCBDT1BJRUQgPSAxMF8wMDA7XG5jb25zdCBTSU5HTEUgPSA0XzAwMDtcbmNvbnN0IENMSUVOVFMgPSA4O1xuY29uc3QgQkFUQ0hFUyA9IDgwO1xuY29uc3QgQkFUQ0ggPSAxMDA7XG5jb25zdCBCT0RZX0JZVEVTID0gMl8wMDA7XG5jb25zdCBNRVRBREFUQSA9IHsgYWN0b3I6ICdiZW5jaCcsIGNvcnJlbGF0aW9uSWQ6IHJhbmRvbVVVSUQoKSB9O1xuXG5jb25zdCByYW5kb20gPSBuZXcgUmFuZG9tKDEpO1xuY29uc3Qgd29yZHMgPSBBcnJheS5mcm9tKHsgbGVuZ3RoOiA1MDAgfSwgKCkgPT4gTWF0aC5mbG9vcihyYW5kb20ubmV4dCgpICogMzYgKiogNykudG9TdHJpbmcoMzYpKTtcblxuZnVuY3Rpb24gbmV3RXZlbnQoKTogTmV3RXZlbnQge1xuICBsZXQgdGV4dCA9ICcnO1xuICB3aGlsZSAodGV4dC5sZW5ndGggPCBCT0RZX0JZVEVTIC0gMTIpIHRleHQgKz0gYCR7cmFuZG9tLnBpY2sod29yZHMpfSBgO1xuICAvLyBPbmUgZmxhdCBzdHJpbmcsIGFzIGEgcGFyc2VkIHJlcXVlc3QgaGFzIGl0OiBmbGF0dGVuaW5nIGh1bmRyZWRzIG9mIHBpZWNlcyB3b3VsZCBiZSBtb3N0IG9mIHRoZSB0aW1lIG1lYXN1cmVkLlxuICB0ZXh0ID0gQnVmZmVyLmZyb20odGV4dCkudG9TdHJpbmcoKTtcbiAgcmV0dXJuIHsgaWQ6IHJhbmRvbVVVSUQoKSwgdHlwZTogJ0JlbmNoZWQnLCBkYXRhOiB7IHRleHQgfSwgb2NjdXJyZWRBdDogJzIwMjQtMDQtMDJUMDg6MDA6MDAuMDAwWicgfTtcbn1cblxuY29uc3QgZXZlbnRzID0gKG46IG51bWJlcik6IE5ld0V2ZW50W10gPT4gQXJyYXkuZnJvbSh7IGxlbmd0aDogbiB9LCBuZXdFdmVudCk7XG5cbmFzeW5jIGZ1bmN0aW9uIGNyZWF0ZVRhYmxlcyhwb29sOiBwZy5Qb29sKTogUHJvbWlzZTx2b2lkPiB7XG4gIGF3YWl0IHBvb2wucXVlcnkoYFxuICAgIGNyZWF0ZSBzY2hlbWEgYmVuY2g7XG4gICAgY3JlYXRlIHRhYmxlIGJlbmNoLnBsYWluIChcbiAgICAgIHBvc2l0aW9uIGJpZ2ludCBub3QgbnVsbCwgZXZlbnRfaWQgdXVpZCBub3QgbnVsbCwgc3RyZWFtIHRleHQgbm90IG51bGwgY29sbGF0ZSBcIkNcIiwgdmVyc2lvbiBpbnRlZ2VyIG5vdCBudWxsLFxuICAgICAgdHlwZSB0ZXh0IG5vdCBudWxsIGNvbGxhdGUgXCJDXCIsIHNjaGVtYV92ZXJzaW9uIHNtYWxsaW50IG5vdCBudWxsLCBvY2N1cnJlZF9hdCB0aW1lc3RhbXB0eiBub3QgbnVsbCxcbiAgICAgIHJlY29yZGVkX2F0IHRpbWVzdGFtcHR6IG5vdCBudWxsLCBwYXlsb2FkX2hhc2ggYnl0ZWEgbm90IG51bGwsIG1ldGFkYXRhIGpzb24gbm90IG51bGwsXG4gICAgICBzYWx0IGJ5dGVhIG5vdCBudWxsLCBib2R5IGpzb24gbm90IG51bGwpIHdpdGggKHRvYXN0X3R1cGxlX3RhcmdldCA9IDgxNjApO1xuICAgIGNyZWF0ZSB0YWJsZSBiZW5jaC5rZXllZCAobGlrZSBiZW5jaC5wbGFpbiwgcHJpbWFyeSBrZXkgKHBvc2l0aW9uKSwgdW5pcXVlIChldmVudF9pZCksIHVuaXF1ZSAoc3RyZWFtLCB2ZXJzaW9uKSlcbiAgICAgIHdpdGggKHRvYXN0X3R1cGxlX3RhcmdldCA9IDgxNjApO1xuICAgIGNyZWF0ZSB1bmlxdWUgaW5kZXggb24gYmVuY2gua2V5ZWQgKHBvc2l0aW9uKSBpbmNsdWRlICh2ZXJzaW9uKWApO1xufVxuXG5sZXQgY29waWVkID0gMDtcblxuLyoqIFJvd3MgaW4gQ09QWSdzIHRleHQgZm9ybWF0LCBpbiBwaWVjZXMgb2Ygc29tZSA2NCBrQi4gKi9cbmZ1bmN0aW9uKiByZW5kZXIocm93czogcmVhZG9ubHkgTmV3RXZlbnRbXSk6IEdlbmVyYXRvcjxCdWZmZXI+IHtcbiAgY29uc3Qgbm93ID0gbmV3IERhdGUoKS50b0lTT1N0cmluZygpO1xuICBsZXQgcGllY2UgPSAnJztcbiAgZm9yIChjb25zdCB7IGlkLCB0eXBlLCBkYXRhLCBvY2N1cnJlZEF0IH0gb2Ygcm93cykge1xuICAgIGNvbnN0IGJvZHkgPSBKU09OLnN0cmluZ2lmeShkYXRhKTtcbiAgICBjb25zdCBzYWx0ID0gcmFuZG9tQnl0ZXMoMTYpO1xuICAgIGNvbnN0IHBheWxvYWRIYXNoID0gY3JlYXRlSGFzaCgnc2hhMjU2JykudXBkYXRlKHNhbHQpLnVwZGF0ZShib2R5KS5kaWdlc3QoJ2hleCcpO1xuICAgIGNvbnN0IG1ldGFkYXRhID0gSlNPTi5zdHJpbmdpZnkoTUVUQURBVEEpO1xuICAgIGNvbnN0IGNvbHVtbnMgPSBbXG4gICAgICArK2NvcGllZCxcbiAgICAgIGlkLFxuICAgICAgYGJlbmNoLSR7aWR9YCxcbiAgICAgIDEsXG4gICAgICB0eXBlLFxuICAgICAgMSxcbiAgICAgIG9jY3VycmVkQXQsXG4gICAgICBub3csXG4gICAgICBgXFxcXFxcXFx4JHtwYXlsb2FkSGFzaH1gLFxuICAgICAgbWV0YWRhdGEsXG4gICAgICBgXFxcXFxcXFx4JHtzYWx0LnRvU3RyaW5nKCdoZXgnKX1gLFxuICAgICAgYm9keSxcbiAgICBdO1xuICAgIC8vIE5vdGhpbmcgaW4gdGhlc2UgYm9kaWVzIG5lZWRzIGVzY2FwaW5nLlxuICAgIHBpZWNlICs9IGAke2NvbHVtbnMuam9pbignXFx0Jyl9XFxuYDtcbiAgICBpZiAocGllY2UubGVuZ3RoIDwgNjVfNTM2KSBjb250aW51ZTtcbiAgICB5aWVsZCBCdWZmZXIuZnJvbShwaWVjZSk7XG4gICAgcGllY2UgPSAnJztcbiAgfVxuICB5aWVsZCBCdWZmZXIuZnJvbShwaWVjZSk7XG59XG5cbmFzeW5jIGZ1bmN0aW9uIGNvcHkocG9vbDogcGcuUG9vbCwgdGFibGU6IHN0cmluZywgcGllY2VzOiBJdGVyYWJsZTxCdWZmZXI+KTogUHJvbWlzZTx2b2lkPiB7XG4gIGNvbnN0IGNsaWVudCA9IGF3YWl0IHBvb2wuY29ubmVjdCgpO1xuICB0cnkge1xuICAgIGF3YWl0IHBpcGVsaW5lKFxuICAgICAgUmVhZGFibGUuZnJvbShwaWVjZXMsIHsgb2JqZWN0TW9kZTogZmFsc2UgfSksXG4gICAgICBjbGllbnQucXVlcnkoY29weUZyb20oYGNvcHkgYmVuY2guJHt0YWJsZX0gZnJvbSBzdGRpbmApKSxcbiAgICApO1xuICB9IGZpbmFsbHkge1xuICAgIGNsaWVudC5yZWxlYXNlKCk7XG4gIH1cbn1cblxuYXN5bmMgZnVuY3Rpb24gYXBwZW5kRWFjaChsb2c6IEV2ZW50TG9nLCByb3dzOiByZWFkb25seSBOZXdFdmVudFtdKTogUHJvbWlzZTx2b2lkPiB7XG4gIGxldCBuZXh0ID0gMDtcbiAgY29uc3QgY2xpZW50ID0gYXN5bmMgKCk6IFByb21pc2U8dm9pZD4gPT4ge1xuICAgIGZvciAobGV0IGV2ZW50ID0gcm93c1tuZXh0KytdOyBldmVudDsgZXZlbnQgPSByb3dzW25leHQrK10pIHtcbiAgICAgIGF3YWl0IGxvZy5hcHBlbmQoe1xuICAgICAgICBzdHJlYW06IGBiZW5jaC0ke2V2ZW50LmlkfWAsXG4gICAgICAgIGV4cGVjdGVkVmVyc2lvbjogMCxcbiAgICAgICAgZXZlbnRzOiBbZXZlbnRdLFxuICAgICAgICBtZXRhZGF0YTogTUVUQURBVEEsXG4gICAgICB9KTtcbiAgICB9XG4gIH07XG4gIGF3YWl0IFByb21pc2UuYWxsKEFycmF5LmZyb20oeyBsZW5ndGg6IENMSUVOVFMgfSwgY2xpZW50KSk7XG59XG5cbmFzeW5jIGZ1bmN0aW9uIGFwcGVuZEJhdGNoZXMobG9nOiBFdmVudExvZywgYmF0Y2hlczogcmVhZG9ubHkgTmV3RXZlbnRbXVtdKTogUHJvbWlzZTx2b2lkPiB7XG4gIGZvciAoY29uc3QgYmF0Y2ggb2YgYmF0Y2hlcykge1xuICAgIGF3YWl0IGxvZy5hcHBlbmQoe1xuICAgICAgc3RyZWFtOiBgYmVuY2gtJHtiYXRjaFswXSEuaWR9YCxcbiAgICAgIGV4cGVjdGVkVmVyc2lvbjogMCxcbiAgICAgIGV2ZW50czogYmF0Y2gsXG4gICAgICBtZXRhZGF0YTogTUVUQURBVEEsXG4gICAgfSk7XG4gIH1cbn1cblxuYXdhaXQgd2l0aERhdGFiYXNlKGFzeW5jICh7IHBvb2wgfSkgPT4ge1xuICBhd2FpdCBwcmludEhlYWQoJyhhKSBBcHBlbmRpbmcgMiBrQiBldmVudHMgdG8gdGhlIGxvZywgYWdhaW5zdCBDT1BZIGludG8gYSBwbGFpbiB0YWJsZScsIHBvb2wpO1xuICBhd2FpdCBjcmVhdGVUYWJsZXMocG9vbCk7XG4gIGNvbnN0IGxvZyA9IG5ldyBFdmVudExvZyhwb29sLCAoX3R5cGUsIF92ZXJzaW9uLCBkYXRhKSA9PiBkYXRhKTtcbiAgY29uc3QgZWFjaCA9IGBvbmUgYnkgb25lLCAke0NMSUVOVFN9IGNsaWVudHNgO1xuICBjb25zdCBpbkJhdGNoZXMgPSBgaW4gYmF0Y2hlcyBvZiAke0JBVENIfSwgb25lIGNsaWVudGA7XG4gIGNvbnN0IG1lYXN1cmVkID0gYXdhaXQgY29tcGFyZShST1VORFMsIFtcbiAgICB7XG4gICAgICBuYW1lOiAnQ09QWSBpbnRvIGEgcGxhaW4gdGFibGUnLFxuICAgICAgcnVuOiBhc3luYyAoKSA9PiB7XG4gICAgICAgIGNvbnN0IHJvd3MgPSBldmVudHMoQ09QSUVEKTtcbiAgICAgICAgcmV0dXJuIENPUElFRCAvIChhd2FpdCBzZWNvbmRzKCgpID0+IGNvcHkocG9vbCwgJ3BsYWluJywgcmVuZGVyKHJvd3MpKSkpO1xuICAgICAgfSxcbiAgICB9LFxuICAgIHtcbiAgICAgIG5hbWU6ICd0aGUgc2FtZSwgcm93cyByZW5kZXJlZCBiZWZvcmVoYW5kJyxcbiAgICAgIHJ1bjogYXN5bmMgKCkgPT4ge1xuICAgICAgICBjb25zdCBwaWVjZXMgPSBbLi4ucmVuZGVyKGV2ZW50cyhDT1BJRUQpKV07XG4gICAgICAgIHJldHVybiBDT1BJRUQgLyAoYXdhaXQgc2Vjb25kcygoKSA9PiBjb3B5KHBvb2wsICdwbGFpbicsIHBpZWNlcykpKTtcbiAgICAgIH0sXG4gICAgfSxcbiAgICB7XG4gICAgICBuYW1lOiAndGhlIHNhbWUsIHRhYmxlIHdpdGgga2V5cycsXG4gICAgICBydW46IGFzeW5jICgpID0+IHtcbiAgICAgICAgY29uc3Qgcm93cyA9IGV2ZW50cyhDT1BJRUQpO1xuICAgICAgICByZXR1cm4gQ09QSUVEIC8gKGF3YWl0IHNlY29uZHMoKCkgPT4gY29weShwb29sLCAna2V5ZWQnLCByZW5kZXIocm93cykpKSk7XG4gICAgICB9LFxuICAgIH0sXG4gICAge1xuICAgICAgbmFtZTogZWFjaCxcbiAgICAgIHJ1bjogYXN5bmMgKCkgPT4ge1xuICAgICAgICBjb25zdCByb3dzID0gZXZlbnRzKFNJTkdMRSk7XG4gICAgICAgIHJldHVybiBTSU5HTEUgLyAoYXdhaXQgc2Vjb25kcygoKSA9PiBhcHBlbmRFYWNoKGxvZywgcm93cykpKTtcbiAgICAgIH0sXG4gICAgfSxcbiAgICB7XG4gICAgICBuYW1lOiBpbkJhdGNoZXMsXG4gICAgICBydW46IGFzeW5jICgpID0+IHtcbiAgICAgICAgY29uc3QgYmF0Y2hlcyA9IEFycmF5LmZyb20oeyBsZW5ndGg6IEJBVENIRVMgfSwgKCkgPT4gZXZlbnRzKEJBVENIKSk7XG4gICAgICAgIHJldHVybiAoQkFUQ0hFUyAqIEJBVENIKSAvIChhd2FpdCBzZWNvbmRzKCgpID0+IGFwcGVuZEJhdGNoZXMobG9nLCBiYXRjaGVzKSkpO1xuICAgICAgfSxcbiAgICB9LFxuICBdKTtcbiAgcHJpbnRSYXRpb3MoJ2V2ZW50cy9zJywgbWVhc3VyZWQsIHsgW2VhY2hdOiAwLjMsIFtpbkJhdGNoZXNdOiAwLjQ1IH0pO1xufSk7XG4iXSwibmFtZXMiOlsiY3JlYXRlSGFzaCIsInJhbmRvbUJ5dGVzIiwicmFuZG9tVVVJRCIsIlJlYWRhYmxlIiwicGlwZWxpbmUiLCJmcm9tIiwiY29weUZyb20iLCJFdmVudExvZyIsIndpdGhEYXRhYmFzZSIsImNvbXBhcmUiLCJzZWNvbmRzIiwiUmFuZG9tIiwicHJpbnRIZWFkIiwicHJpbnRSYXRpb3MiLCJST1VORFMiLCJDT1BJRUQiLCJTSU5HTEUiLCJDTElFTlRTIiwiQkFUQ0hFUyIsIkJBVENIIiwiQk9EWV9CWVRFUyIsIk1FVEFEQVRBIiwiYWN0b3IiLCJjb3JyZWxhdGlvbklkIiwicmFuZG9tIiwid29yZHMiLCJBcnJheSIsImxlbmd0aCIsIk1hdGgiLCJmbG9vciIsIm5leHQiLCJ0b1N0cmluZyIsIm5ld0V2ZW50IiwidGV4dCIsInBpY2siLCJCdWZmZXIiLCJpZCIsInR5cGUiLCJkYXRhIiwib2NjdXJyZWRBdCIsImV2ZW50cyIsIm4iLCJjcmVhdGVUYWJsZXMiLCJwb29sIiwicXVlcnkiLCJjb3BpZWQiLCJyZW5kZXIiLCJyb3dzIiwibm93IiwiRGF0ZSIsInRvSVNPU3RyaW5nIiwicGllY2UiLCJib2R5IiwiSlNPTiIsInN0cmluZ2lmeSIsInNhbHQiLCJwYXlsb2FkSGFzaCIsInVwZGF0ZSIsImRpZ2VzdCIsIm1ldGFkYXRhIiwiY29sdW1ucyIsImpvaW4iLCJjb3B5IiwidGFibGUiLCJwaWVjZXMiLCJjbGllbnQiLCJjb25uZWN0Iiwib2JqZWN0TW9kZSIsInJlbGVhc2UiLCJhcHBlbmRFYWNoIiwibG9nIiwiZXZlbnQiLCJhcHBlbmQiLCJzdHJlYW0iLCJleHBlY3RlZFZlcnNpb24iLCJQcm9taXNlIiwiYWxsIiwiYXBwZW5kQmF0Y2hlcyIsImJhdGNoZXMiLCJiYXRjaCIsIl90eXBlIiwiX3ZlcnNpb24iLCJlYWNoIiwiaW5CYXRjaGVzIiwibWVhc3VyZWQiLCJuYW1lIiwicnVuIl0sIm1hcHBpbmdzIjoiQUFBQSwwSEFBMEg7QUFDMUgscUhBQXFIO0FBQ3JILHNIQUFzSDtBQUN0SCwwQkFBMEI7QUFDMUIsU0FBU0EsVUFBVSxFQUFFQyxXQUFXLEVBQUVDLFVBQVUsUUFBUSxjQUFjO0FBQ2xFLFNBQVNDLFFBQVEsUUFBUSxjQUFjO0FBQ3ZDLFNBQVNDLFFBQVEsUUFBUSx1QkFBdUI7QUFFaEQsU0FBU0MsUUFBUUMsUUFBUSxRQUFRLGtCQUFrQjtBQUNuRCxTQUFTQyxRQUFRLFFBQVEsZ0NBQWdDO0FBRXpELFNBQVNDLFlBQVksUUFBUSx3QkFBd0I7QUFDckQsU0FBU0MsT0FBTyxFQUFFQyxPQUFPLFFBQVEsdUJBQXVCO0FBQ3hELFNBQVNDLE1BQU0sUUFBUSxzQkFBc0I7QUFDN0MsU0FBU0MsU0FBUyxFQUFFQyxXQUFXLFFBQVEsc0JBQXNCO0FBRTdELE1BQU1DLFNBQVM7QUFDZixNQUFNQyxTQUFTO0FBQ2YsTUFBTUMsU0FBUztBQUNmLE1BQU1DLFVBQVU7QUFDaEIsTUFBTUMsVUFBVTtBQUNoQixNQUFNQyxRQUFRO0FBQ2QsTUFBTUMsYUFBYTtBQUNuQixNQUFNQyxXQUFXO0lBQUVDLE9BQU87SUFBU0MsZUFBZXJCO0FBQWE7QUFFL0QsTUFBTXNCLFNBQVMsSUFBSWIsT0FBTztBQUMxQixNQUFNYyxRQUFRQyxNQUFNckIsSUFBSSxDQUFDO0lBQUVzQixRQUFRO0FBQUksR0FBRyxJQUFNQyxLQUFLQyxLQUFLLENBQUNMLE9BQU9NLElBQUksS0FBSyxNQUFNLEdBQUdDLFFBQVEsQ0FBQztBQUU3RixTQUFTQztJQUNQLElBQUlDLE9BQU87SUFDWCxNQUFPQSxLQUFLTixNQUFNLEdBQUdQLGFBQWEsR0FBSWEsUUFBUSxHQUFHVCxPQUFPVSxJQUFJLENBQUNULE9BQU8sQ0FBQyxDQUFDO0lBQ3RFLGlIQUFpSDtJQUNqSFEsT0FBT0UsT0FBTzlCLElBQUksQ0FBQzRCLE1BQU1GLFFBQVE7SUFDakMsT0FBTztRQUFFSyxJQUFJbEM7UUFBY21DLE1BQU07UUFBV0MsTUFBTTtZQUFFTDtRQUFLO1FBQUdNLFlBQVk7SUFBMkI7QUFDckc7QUFFQSxNQUFNQyxTQUFTLENBQUNDLElBQTBCZixNQUFNckIsSUFBSSxDQUFDO1FBQUVzQixRQUFRYztJQUFFLEdBQUdUO0FBRXBFLGVBQWVVLGFBQWFDLElBQWE7SUFDdkMsTUFBTUEsS0FBS0MsS0FBSyxDQUFDLENBQUM7Ozs7Ozs7OzttRUFTK0MsQ0FBQztBQUNwRTtBQUVBLElBQUlDLFNBQVM7QUFFYix5REFBeUQsR0FDekQsVUFBVUMsT0FBT0MsSUFBeUI7SUFDeEMsTUFBTUMsTUFBTSxJQUFJQyxPQUFPQyxXQUFXO0lBQ2xDLElBQUlDLFFBQVE7SUFDWixLQUFLLE1BQU0sRUFBRWYsRUFBRSxFQUFFQyxJQUFJLEVBQUVDLElBQUksRUFBRUMsVUFBVSxFQUFFLElBQUlRLEtBQU07UUFDakQsTUFBTUssT0FBT0MsS0FBS0MsU0FBUyxDQUFDaEI7UUFDNUIsTUFBTWlCLE9BQU90RCxZQUFZO1FBQ3pCLE1BQU11RCxjQUFjeEQsV0FBVyxVQUFVeUQsTUFBTSxDQUFDRixNQUFNRSxNQUFNLENBQUNMLE1BQU1NLE1BQU0sQ0FBQztRQUMxRSxNQUFNQyxXQUFXTixLQUFLQyxTQUFTLENBQUNqQztRQUNoQyxNQUFNdUMsVUFBVTtZQUNkLEVBQUVmO1lBQ0ZUO1lBQ0EsQ0FBQyxNQUFNLEVBQUVBLElBQUk7WUFDYjtZQUNBQztZQUNBO1lBQ0FFO1lBQ0FTO1lBQ0EsQ0FBQyxLQUFLLEVBQUVRLGFBQWE7WUFDckJHO1lBQ0EsQ0FBQyxLQUFLLEVBQUVKLEtBQUt4QixRQUFRLENBQUMsUUFBUTtZQUM5QnFCO1NBQ0Q7UUFDRCwwQ0FBMEM7UUFDMUNELFNBQVMsR0FBR1MsUUFBUUMsSUFBSSxDQUFDLE1BQU0sRUFBRSxDQUFDO1FBQ2xDLElBQUlWLE1BQU14QixNQUFNLEdBQUcsUUFBUTtRQUMzQixNQUFNUSxPQUFPOUIsSUFBSSxDQUFDOEM7UUFDbEJBLFFBQVE7SUFDVjtJQUNBLE1BQU1oQixPQUFPOUIsSUFBSSxDQUFDOEM7QUFDcEI7QUFFQSxlQUFlVyxLQUFLbkIsSUFBYSxFQUFFb0IsS0FBYSxFQUFFQyxNQUF3QjtJQUN4RSxNQUFNQyxTQUFTLE1BQU10QixLQUFLdUIsT0FBTztJQUNqQyxJQUFJO1FBQ0YsTUFBTTlELFNBQ0pELFNBQVNFLElBQUksQ0FBQzJELFFBQVE7WUFBRUcsWUFBWTtRQUFNLElBQzFDRixPQUFPckIsS0FBSyxDQUFDdEMsU0FBUyxDQUFDLFdBQVcsRUFBRXlELE1BQU0sV0FBVyxDQUFDO0lBRTFELFNBQVU7UUFDUkUsT0FBT0csT0FBTztJQUNoQjtBQUNGO0FBRUEsZUFBZUMsV0FBV0MsR0FBYSxFQUFFdkIsSUFBeUI7SUFDaEUsSUFBSWpCLE9BQU87SUFDWCxNQUFNbUMsU0FBUztRQUNiLElBQUssSUFBSU0sUUFBUXhCLElBQUksQ0FBQ2pCLE9BQU8sRUFBRXlDLE9BQU9BLFFBQVF4QixJQUFJLENBQUNqQixPQUFPLENBQUU7WUFDMUQsTUFBTXdDLElBQUlFLE1BQU0sQ0FBQztnQkFDZkMsUUFBUSxDQUFDLE1BQU0sRUFBRUYsTUFBTW5DLEVBQUUsRUFBRTtnQkFDM0JzQyxpQkFBaUI7Z0JBQ2pCbEMsUUFBUTtvQkFBQytCO2lCQUFNO2dCQUNmWixVQUFVdEM7WUFDWjtRQUNGO0lBQ0Y7SUFDQSxNQUFNc0QsUUFBUUMsR0FBRyxDQUFDbEQsTUFBTXJCLElBQUksQ0FBQztRQUFFc0IsUUFBUVY7SUFBUSxHQUFHZ0Q7QUFDcEQ7QUFFQSxlQUFlWSxjQUFjUCxHQUFhLEVBQUVRLE9BQThCO0lBQ3hFLEtBQUssTUFBTUMsU0FBU0QsUUFBUztRQUMzQixNQUFNUixJQUFJRSxNQUFNLENBQUM7WUFDZkMsUUFBUSxDQUFDLE1BQU0sRUFBRU0sS0FBSyxDQUFDLEVBQUUsQ0FBRTNDLEVBQUUsRUFBRTtZQUMvQnNDLGlCQUFpQjtZQUNqQmxDLFFBQVF1QztZQUNScEIsVUFBVXRDO1FBQ1o7SUFDRjtBQUNGO0FBRUEsTUFBTWIsYUFBYSxPQUFPLEVBQUVtQyxJQUFJLEVBQUU7SUFDaEMsTUFBTS9CLFVBQVUseUVBQXlFK0I7SUFDekYsTUFBTUQsYUFBYUM7SUFDbkIsTUFBTTJCLE1BQU0sSUFBSS9ELFNBQVNvQyxNQUFNLENBQUNxQyxPQUFPQyxVQUFVM0MsT0FBU0E7SUFDMUQsTUFBTTRDLE9BQU8sQ0FBQyxZQUFZLEVBQUVqRSxRQUFRLFFBQVEsQ0FBQztJQUM3QyxNQUFNa0UsWUFBWSxDQUFDLGNBQWMsRUFBRWhFLE1BQU0sWUFBWSxDQUFDO0lBQ3RELE1BQU1pRSxXQUFXLE1BQU0zRSxRQUFRSyxRQUFRO1FBQ3JDO1lBQ0V1RSxNQUFNO1lBQ05DLEtBQUs7Z0JBQ0gsTUFBTXZDLE9BQU9QLE9BQU96QjtnQkFDcEIsT0FBT0EsU0FBVSxNQUFNTCxRQUFRLElBQU1vRCxLQUFLbkIsTUFBTSxTQUFTRyxPQUFPQztZQUNsRTtRQUNGO1FBQ0E7WUFDRXNDLE1BQU07WUFDTkMsS0FBSztnQkFDSCxNQUFNdEIsU0FBUzt1QkFBSWxCLE9BQU9OLE9BQU96QjtpQkFBUztnQkFDMUMsT0FBT0EsU0FBVSxNQUFNTCxRQUFRLElBQU1vRCxLQUFLbkIsTUFBTSxTQUFTcUI7WUFDM0Q7UUFDRjtRQUNBO1lBQ0VxQixNQUFNO1lBQ05DLEtBQUs7Z0JBQ0gsTUFBTXZDLE9BQU9QLE9BQU96QjtnQkFDcEIsT0FBT0EsU0FBVSxNQUFNTCxRQUFRLElBQU1vRCxLQUFLbkIsTUFBTSxTQUFTRyxPQUFPQztZQUNsRTtRQUNGO1FBQ0E7WUFDRXNDLE1BQU1IO1lBQ05JLEtBQUs7Z0JBQ0gsTUFBTXZDLE9BQU9QLE9BQU94QjtnQkFDcEIsT0FBT0EsU0FBVSxNQUFNTixRQUFRLElBQU0yRCxXQUFXQyxLQUFLdkI7WUFDdkQ7UUFDRjtRQUNBO1lBQ0VzQyxNQUFNRjtZQUNORyxLQUFLO2dCQUNILE1BQU1SLFVBQVVwRCxNQUFNckIsSUFBSSxDQUFDO29CQUFFc0IsUUFBUVQ7Z0JBQVEsR0FBRyxJQUFNc0IsT0FBT3JCO2dCQUM3RCxPQUFPLEFBQUNELFVBQVVDLFFBQVUsTUFBTVQsUUFBUSxJQUFNbUUsY0FBY1AsS0FBS1E7WUFDckU7UUFDRjtLQUNEO0lBQ0RqRSxZQUFZLFlBQVl1RSxVQUFVO1FBQUUsQ0FBQ0YsS0FBSyxFQUFFO1FBQUssQ0FBQ0MsVUFBVSxFQUFFO0lBQUs7QUFDckUifQ==