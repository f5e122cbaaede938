/** Reports what a build is doing, on standard error. */
export interface Progress {
  /** Announces a step and returns the function that ends it with a remark, such as its time. */
  begin(step: string): (remark: string) => void;
  /** Sets how much of the current step is done, from 0 to 1; a bar is shown once the step takes two seconds. */
  advance(fraction: number): void;
}

const barAfterMilliseconds = 2000;
const barWidth = 24;

/** Progress for people on a terminal; elsewhere one line a step. */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let current = "";
  let started = 0;
  const clear = () => stream.isTTY && stream.write("\r\u001b[K");
  return {
    begin(step) {
      current = step;
      started = Date.now();
      if (stream.isTTY) stream.write(`  … ${step}`);
      return (remark) => {
        clear();
        stream.write(`  ${step.padEnd(36)} ${remark}\n`);
      };
    },
    advance(fraction) {
      if (!stream.isTTY || Date.now() - started < barAfterMilliseconds) return;
      const filled = Math.round(fraction * barWidth);
      clear();
      stream.write(
        `  … ${current.padEnd(34)} ${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${Math.round(fraction * 100)} %`,
      );
    },
  };
}

/** Says nothing: for loaders that Framework runs, and for tests. */
export const silentProgress: Progress = {begin: () => () => {}, advance: () => {}};
