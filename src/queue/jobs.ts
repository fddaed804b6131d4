/**
 * The jobs there are. A job is a doorbell: it carries no more than ids, may be lost, doubled or late, and whoever
 * answers it looks in the database for what there is to do.
 */
export interface Jobs {
  /** There are tasks for this queue of dateline.tasks. */
  readonly analysis: { readonly upTo: string };
  /** The log has grown: these consumers may have something to read. */
  readonly consume: { readonly consumer: string };
}

export type QueueName = keyof Jobs;

export const QUEUE_NAMES: readonly QueueName[] = ['analysis', 'consume'];
