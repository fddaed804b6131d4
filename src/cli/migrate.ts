import type { Command } from 'commander';
import type { Config } from '../config.js';

/** `migrate`: bring the schema up to date and stop; every other command does the same at its start. */
export function registerMigrate(program: Command, config: () => Config): void {
  program
    .command('migrate')
    .description('bring the database up to date and stop')
    .action(async () => {
      const { openResources } = await import('../resources.js');
      const resources = await openResources(config());
      await resources.close();
      console.log('The database is up to date.');
    });
}
