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

//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi93b3JrL21haW4vYmVuY2gvc3VwcG9ydC9kYXRhYmFzZS50cyJdLCJzb3VyY2VzQ29udGVudCI6WyJpbXBvcnQgeyBta2R0ZW1wLCBybSB9IGZyb20gJ25vZGU6ZnMvcHJvbWlzZXMnO1xuaW1wb3J0IHsgdG1wZGlyIH0gZnJvbSAnbm9kZTpvcyc7XG5pbXBvcnQgcGF0aCBmcm9tICdub2RlOnBhdGgnO1xuaW1wb3J0IHR5cGUgcGcgZnJvbSAncGcnO1xuaW1wb3J0IHsgc3RhcnRFbWJlZGRlZFBvc3RncmVzIH0gZnJvbSAnLi4vLi4vc3JjL2NsaS9lbWJlZGRlZC1wb3N0Z3Jlcy5qcyc7XG5pbXBvcnQgeyBjcmVhdGVQb29sLCBtaWdyYXRlIH0gZnJvbSAnLi4vLi4vc3JjL2RhdGFiYXNlLmpzJztcblxuZXhwb3J0IGludGVyZmFjZSBCZW5jaERhdGFiYXNlIHtcbiAgcmVhZG9ubHkgdXJsOiBzdHJpbmc7XG4gIHJlYWRvbmx5IHBvb2w6IHBnLlBvb2w7XG59XG5cbi8qKiBSdW5zIGB3b3JrYCBvbiBhIG5ldyBzZXJ2ZXIgd2l0aCB0aGUgc2V0dGluZ3MgdGhhdCBEYXRlbGluZSBzaGlwcyB3aXRoLCBhbmQgcmVtb3ZlcyBpdCBhZnRlcndhcmRzLiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIHdpdGhEYXRhYmFzZSh3b3JrOiAoZGF0YWJhc2U6IEJlbmNoRGF0YWJhc2UpID0+IFByb21pc2U8dm9pZD4pOiBQcm9taXNlPHZvaWQ+IHtcbiAgY29uc3QgZGF0YURpciA9IGF3YWl0IG1rZHRlbXAocGF0aC5qb2luKHRtcGRpcigpLCAnZGF0ZWxpbmUtYmVuY2gtJykpO1xuICBjb25zdCBzZXJ2ZXIgPSBhd2FpdCBzdGFydEVtYmVkZGVkUG9zdGdyZXMoeyBkYXRhRGlyLCBsb2c6ICgpID0+IHVuZGVmaW5lZCB9KTtcbiAgY29uc3QgcG9vbCA9IGNyZWF0ZVBvb2woeyB1cmw6IHNlcnZlci51cmwsIG1heDogMjAsIGFwcGxpY2F0aW9uTmFtZTogJ2RhdGVsaW5lIGJlbmNoJyB9KTtcbiAgdHJ5IHtcbiAgICBhd2FpdCBtaWdyYXRlKHsgdXJsOiBzZXJ2ZXIudXJsLCBxdWV1ZUluUG9zdGdyZXM6IHRydWUgfSk7XG4gICAgYXdhaXQgd29yayh7IHVybDogc2VydmVyLnVybCwgcG9vbCB9KTtcbiAgfSBmaW5hbGx5IHtcbiAgICBhd2FpdCBwb29sLmVuZCgpO1xuICAgIGF3YWl0IHNlcnZlci5zdG9wKCk7XG4gICAgYXdhaXQgcm0oZGF0YURpciwgeyByZWN1cnNpdmU6IHRydWUsIGZvcmNlOiB0cnVlIH0pO1xuICB9XG59XG4iXSwibmFtZXMiOlsibWtkdGVtcCIsInJtIiwidG1wZGlyIiwicGF0aCIsInN0YXJ0RW1iZWRkZWRQb3N0Z3JlcyIsImNyZWF0ZVBvb2wiLCJtaWdyYXRlIiwid2l0aERhdGFiYXNlIiwid29yayIsImRhdGFEaXIiLCJqb2luIiwic2VydmVyIiwibG9nIiwidW5kZWZpbmVkIiwicG9vbCIsInVybCIsIm1heCIsImFwcGxpY2F0aW9uTmFtZSIsInF1ZXVlSW5Qb3N0Z3JlcyIsImVuZCIsInN0b3AiLCJyZWN1cnNpdmUiLCJmb3JjZSJdLCJtYXBwaW5ncyI6IkFBQUEsU0FBU0EsT0FBTyxFQUFFQyxFQUFFLFFBQVEsbUJBQW1CO0FBQy9DLFNBQVNDLE1BQU0sUUFBUSxVQUFVO0FBQ2pDLE9BQU9DLFVBQVUsWUFBWTtBQUU3QixTQUFTQyxxQkFBcUIsUUFBUSxxQ0FBcUM7QUFDM0UsU0FBU0MsVUFBVSxFQUFFQyxPQUFPLFFBQVEsd0JBQXdCO0FBTzVELHVHQUF1RyxHQUN2RyxPQUFPLGVBQWVDLGFBQWFDLElBQWdEO0lBQ2pGLE1BQU1DLFVBQVUsTUFBTVQsUUFBUUcsS0FBS08sSUFBSSxDQUFDUixVQUFVO0lBQ2xELE1BQU1TLFNBQVMsTUFBTVAsc0JBQXNCO1FBQUVLO1FBQVNHLEtBQUssSUFBTUM7SUFBVTtJQUMzRSxNQUFNQyxPQUFPVCxXQUFXO1FBQUVVLEtBQUtKLE9BQU9JLEdBQUc7UUFBRUMsS0FBSztRQUFJQyxpQkFBaUI7SUFBaUI7SUFDdEYsSUFBSTtRQUNGLE1BQU1YLFFBQVE7WUFBRVMsS0FBS0osT0FBT0ksR0FBRztZQUFFRyxpQkFBaUI7UUFBSztRQUN2RCxNQUFNVixLQUFLO1lBQUVPLEtBQUtKLE9BQU9JLEdBQUc7WUFBRUQ7UUFBSztJQUNyQyxTQUFVO1FBQ1IsTUFBTUEsS0FBS0ssR0FBRztRQUNkLE1BQU1SLE9BQU9TLElBQUk7UUFDakIsTUFBTW5CLEdBQUdRLFNBQVM7WUFBRVksV0FBVztZQUFNQyxPQUFPO1FBQUs7SUFDbkQ7QUFDRiJ9