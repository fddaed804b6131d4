// npm run bench [part…]: builds the program, compiles bench/ beside it, and runs one process per part.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const PARTS = [
    'log',
    'read',
    'ingest',
    'rebuild'
];
const root = fileURLToPath(new URL('../', import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.filter((part)=>!PARTS.includes(part));
if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${PARTS.join(', ')}`);
    process.exit(2);
}
const run = (...args)=>execFileSync(process.execPath, args, {
        cwd: root,
        stdio: [
            'ignore',
            'pipe',
            'inherit'
        ]
    });
run('node_modules/@nestjs/cli/bin/nest.js', 'build');
run('node_modules/@swc/cli/bin/swc.js', 'bench', '--out-dir', 'dist-bench', '--config-file', '.swcrc');
// What is measured is what is shipped: bench's '../src' is the program's own build.
mkdirSync(`${root}dist-bench`, {
    recursive: true
});
rmSync(`${root}dist-bench/src`, {
    force: true
});
symlinkSync('../dist', `${root}dist-bench/src`, 'dir');
let failed = false;
for (const part of asked.length > 0 ? asked : PARTS){
    const { status } = spawnSync(process.execPath, [
        `dist-bench/bench/${part}.js`
    ], {
        cwd: root,
        stdio: 'inherit'
    });
    failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);

//# sourceMappingURL=run.js.map