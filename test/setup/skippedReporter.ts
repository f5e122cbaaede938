import type {Reporter, TestModule, Vitest} from "vitest/node";

/** Names at the end of a run what was skipped and why: a suite or test that may be skipped says so in its title. */
export default class SkippedReporter implements Reporter {
  private isPart = false;

  onInit(vitest: Vitest): void {
    this.isPart = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    // of a run with -t, everything else is skipped
    if (this.isPart) return;
    const lines = skippedLines(modules);
    if (lines.length > 0) console.log(["Skipped, with the reason:", ...lines, ""].join("\n"));
  }
}

function skippedLines(modules: readonly TestModule[]): string[] {
  const counts = new Map<string, number>();
  for (const module of modules)
    for (const test of module.children.allTests("skipped")) {
      const names = test.fullName.split(" > ");
      const reason = names.find((name) => /\(.*\)$/.test(name)) ?? names[0];
      const line = `${module.relativeModuleId}: ${reason}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  return Array.from(counts, ([line, count]) => `  ${count} × ${line}`).sort();
}
