import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/cli/embedded-postgres.js';
import { createPool, migrate } from '../../src/database.js';
/** Runs `work` on a new server with the settings that Dateline ships with, and removes it afterwards. */ export async function withDatabase(work) {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'dateline-bench-'));
    const server = await startEmbeddedPostgres({
        dataDir,
        log: ()=>undefined
    });
    const pool = createPool({
        url: server.url,
        max: 20,
        applicationName: 'dateline bench'
    });
    try {
        await migrate({
            url: server.url,
            queueInPostgres: true
        });
        await work({
            url: server.url,
            pool
        });
    } finally{
        await pool.end();
        await server.stop();
        await rm(dataDir, {
            recursive: true,
            force: true
        });
    }
}

//# sourceMappingURL=database.js.map