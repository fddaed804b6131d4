/** Whether this process takes work, and who wants to know when it no longer does. Provided under its class. */
export class Lifecycle {
  private state: 'starting' | 'ready' | 'draining' = 'starting';
  private readonly listeners = new Set<() => void>();

  get ready(): boolean {
    return this.state === 'ready';
  }

  get draining(): boolean {
    return this.state === 'draining';
  }

  started(): void {
    if (this.state === 'starting') this.state = 'ready';
  }

  /**
   * Calls `listener` when the process begins to stop: streams end then and long polls answer, for an open response
   * would keep the server from closing. Called at once when that has happened already.
   *
   * @returns a function that takes the listener back
   */
  onDrain(listener: () => void): () => void {
    if (this.draining) listener();
    else this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  drain(): void {
    if (this.draining) return;
    this.state = 'draining';
    for (const listener of [...this.listeners]) listener();
    this.listeners.clear();
  }
}
