#!/usr/bin/env node
// Nothing else is imported before the check: an older Node would stop at the first line it cannot read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Dateline needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}
const { main } = await import('./cli/program.js');
await main(process.argv);

export {};
