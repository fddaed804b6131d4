import { Presets, SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { Config } from '../config.js';
import { StartError } from '../start-error.js';

/** `rebuild`: empty a read model and fold the log into it again. */
export function registerRebuild(program: Command, config: () => Config): void {
  program
    .command('rebuild')
    .description('fold the log into a read model again, from its beginning; servers may run meanwhile')
    .argument('<projection>', 'its name, or "all"')
    .action(async (name: string) => {
      const { projectors } = await import('../pipeline.module.js');
      const { rebuild } = await import('../projections/rebuild.js');
      const { openResources } = await import('../resources.js');
      const resources = await openResources(config());
      const { pool, log, logger } = resources;
      try {
        const all = projectors(log, logger);
        const chosen = all.filter((handler) => name === 'all' || handler.name === name);
        if (chosen.length === 0) {
          throw new StartError(
            `There is no projection "${name}". Choose one of: ${all.map((h) => h.name).join(', ')}, all`,
          );
        }
        for (const handler of chosen) {
          const bar = new SingleBar(
            { format: `${handler.name} [{bar}] {value}/{total} events {rate}` },
            Presets.legacy,
          );
          const started = Date.now();
          let done = 0n;
          bar.start(0, 0, { rate: '' });
          await rebuild(pool, log, handler, logger, ({ position, head }) => {
            done = position;
            bar.setTotal(Number(head));
            bar.update(Number(position), { rate: `${rate(position, started)}/s` });
          });
          bar.stop();
          console.log(`${handler.name}: ${done} events in ${((Date.now() - started) / 1000).toFixed(1)} s`);
        }
      } finally {
        await resources.close();
      }
    });
}

const rate = (events: bigint, started: number): number =>
  Math.round((Number(events) * 1000) / Math.max(1, Date.now() - started));
