/** The last few results of one computation, by a key of all that it depends on. */
export class Recent<T> {
  private readonly results = new Map<string, T>();

  /** @param most how many are kept: that of the published analysis, to which a reader comes back, and of the latest changes */
  constructor(private readonly most = 4) {}

  /** What was computed under a key, if it is still there. */
  find(key: string): T | undefined {
    return this.results.get(key);
  }

  /** Gives what was computed under the same key, or computes it. A failure is not kept. */
  async keep(key: string, compute: () => T | Promise<T>): Promise<T> {
    const found = this.results.get(key);
    const value = found ?? (await compute());
    // the latest used are kept longest
    this.results.delete(key);
    this.results.set(key, value);
    for (const oldest of this.results.keys()) {
      if (this.results.size <= this.most) break;
      this.results.delete(oldest);
    }
    return value;
  }
}
