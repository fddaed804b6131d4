import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { StartError } from '../start-error.js';

/** `openapi` and `schema`: what the source says, as text that is checked in, served and compared. */
export function registerGenerators(program: Command): void {
  const add = (name: string, description: string, generate: () => Promise<string>): void => {
    program
      .command(name)
      .description(description)
      .argument('[file]', 'where to; standard output when absent')
      .option('--check', 'compare with the file instead, and fail where it differs')
      .action(async (file: string | undefined, { check }: { check?: boolean }) => {
        const text = await generate();
        if (file === undefined) process.stdout.write(text);
        else if (!check) await writeFile(file, text);
        else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
          throw new StartError(`${file} is not up to date: run npm run generate and look at what changed`);
        }
      });
  };
  add('openapi', 'write the OpenAPI document of every route', async () => {
    const { openApiDocument } = await import('./openapi.js');
    return `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
  });
  add('schema', 'write the schema that the migrations make, from an empty database of its own', async () => {
    const { describeFreshSchema } = await import('./schema.js');
    return describeFreshSchema();
  });
}
