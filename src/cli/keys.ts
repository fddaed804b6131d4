import { InvalidArgumentError, type Command } from 'commander';
import type { Config } from '../config.js';
import { ApiKeys } from '../shared/access/api-keys.js';
import { SCOPES, type KeyScope } from '../shared/access/key.js';
import { systemClock } from '../shared/clock.js';
import { StartError } from '../start-error.js';

/** `keys create` and `keys revoke`: who may write, for those who can reach the database. */
export function registerKeys(program: Command, config: () => Config): void {
  const keys = program.command('keys').description('make and revoke API keys');
  keys
    .command('create')
    .description('make a key and print it; it cannot be shown again')
    .requiredOption('--name <name>', 'whose it is, for people to read')
    .requiredOption('--scope <scope...>', `what it may do: ${SCOPES.join(', ')}`, toScope)
    .option('--expires <date>', 'when it ends, as 2026-12-31 or 2026-12-31T12:00:00Z', toFuture)
    .action(async ({ name, scope, expires }: { name: string; scope: KeyScope[]; expires?: Date }) => {
      await withKeys(config(), async (apiKeys) => {
        const { id, key } = await apiKeys.create(name, scope, expires);
        console.error(
          `Key ${id} for ${name}: ${scope.join(', ')}${expires ? `, until ${expires.toISOString()}` : ''}`,
        );
        // Alone on standard output, so that it can be piped to where it is kept.
        console.log(key);
      });
    });
  keys
    .command('revoke')
    .description('end a key; servers follow within seconds')
    .argument('<id>', 'the part between the two underscores')
    .action((id: string) =>
      withKeys(config(), async (apiKeys) => {
        if (!(await apiKeys.revoke(id))) throw new StartError(`There is no valid key with the id ${id}`);
        console.error(`Key ${id} is revoked.`);
      }),
    );
}

async function withKeys(config: Config, work: (keys: ApiKeys) => Promise<void>): Promise<void> {
  const { openResources } = await import('../resources.js');
  const resources = await openResources(config);
  try {
    await work(new ApiKeys(resources.pool, systemClock));
  } finally {
    await resources.close();
  }
}

function toScope(text: string, before: KeyScope[] | undefined): KeyScope[] {
  const scope = SCOPES.find((known) => known === text);
  if (!scope) throw new InvalidArgumentError(`Choose from ${SCOPES.join(', ')}.`);
  return [...(before ?? []), scope];
}

function toFuture(text: string): Date {
  const date = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(date.getTime()))
    throw new InvalidArgumentError('That is no date.');
  if (date.getTime() <= Date.now()) throw new InvalidArgumentError('That is in the past.');
  return date;
}
