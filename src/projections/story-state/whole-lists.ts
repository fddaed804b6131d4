import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { StoryContent } from '../../domain/story-state.js';
import type { Ingredients } from './state-builder.js';
import renderTexts from './whole-lists.thread.js';

/** Up to this many articles take less time here than it takes to hand them over. */
const AT_ONCE = 30;

/**
 * Renders a story's lists whole, for the paged routes: 3 s for 1,500 articles, so long stories are rendered in a
 * thread, away from the event loop, which starts when first needed and ends when idle.
 */
export class WholeLists {
  private piscina: Piscina<Ingredients, StoryContent> | null = null;

  render(ingredients: Ingredients): StoryContent | Promise<StoryContent> {
    // Run from TypeScript sources (tests) there is no file that a thread could load.
    if (ingredients.contributions.length <= AT_ONCE || !import.meta.url.endsWith('.js'))
      return renderTexts(ingredients);
    this.piscina ??= new Piscina({
      filename: fileURLToPath(new URL('./whole-lists.thread.js', import.meta.url)),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 60_000,
    });
    return this.piscina.run(ingredients);
  }

  async close(): Promise<void> {
    await this.piscina?.destroy();
  }
}
