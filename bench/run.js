// npm run bench [part…], npm run eval -- <folder> [part…]: builds the program, compiles bench/ beside it, and runs one
// process per part.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

const PARTS = ['log', 'read', 'ingest', 'rebuild'];
const root = fileURLToPath(new URL('../', import.meta.url));

const [first, ...rest] = process.argv.slice(2);
const evaluates = first === 'eval';
const asked = evaluates ? [] : process.argv.slice(2);
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${PARTS.join(', ')}`);
  process.exit(2);
}

execFileSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], {
  cwd: root,
  stdio: 'pipe',
});
compile();
let failed = false;
const commands = evaluates
  ? [['eval/main.js', ...rest]]
  : (asked.length > 0 ? asked : PARTS).map((part) => [`${part}.js`]);
for (const [file, ...args] of commands) {
  const { status } = spawnSync(process.execPath, [`dist-bench/bench/${file}`, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);

/** Into dist-bench/bench. What is measured is what is shipped: there `../src` is the program's own build. */
function compile() {
  const out = path.join(root, 'dist-bench');
  rmSync(out, { recursive: true, force: true });
  for (const directory of ['', 'support', 'eval']) {
    const from = path.join(root, 'bench', directory);
    const to = path.join(out, 'bench', directory);
    mkdirSync(to, { recursive: true });
    for (const file of readdirSync(from).filter((name) => name.endsWith('.ts'))) {
      const { code } = transformFileSync(path.join(from, file), { cwd: root, sourceMaps: 'inline' });
      writeFileSync(path.join(to, file.replace(/\.ts$/, '.js')), code);
    }
    for (const file of readdirSync(from).filter((name) => name.endsWith('.json'))) {
      copyFileSync(path.join(from, file), path.join(to, file));
    }
  }
  symlinkSync('../dist', path.join(out, 'src'), 'dir');
}
