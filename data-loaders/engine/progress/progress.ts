/** A step that has begun. */
export interface RunningStep {
  /** Sets how much of it is done, from 0 to 1; a bar is shown once it takes two seconds. */
  advance(fraction: number): void;
  /** Ends it with a remark, such as its time. */
  finish(remark: string): void;
}

/** Reports what a build is doing, on standard error. Steps may run at the same time. */
export interface Progress {
  begin(step: string): RunningStep;
  /** Says something that whoever runs the command must know. */
  note(line: string): void;
}

const barAfterMilliseconds = 2000;
const barWidth = 24;

/** Wide enough for the files of queries, which have the longest names of steps. */
const stepWidth = 44;

interface Running {
  started: number;
  fraction?: number;
}

/** What is written to: a terminal, or a file or pipe that takes its place. */
type Terminal = Pick<NodeJS.WriteStream, "isTTY" | "columns"> & {write(text: string): boolean};

/** Progress for people on a terminal; elsewhere one line a step. */
export function terminalProgress(stream: Terminal = process.stderr): Progress {
  const running = new Map<string, Running>();
  const show = () => {
    if (!stream.isTTY) return;
    const text = running.size === 0 ? "" : `  … ${statusLine(running)}`;
    stream.write(`\r\u001b[K${text.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  return {
    note(line) {
      if (stream.isTTY) stream.write("\r\u001b[K");
      stream.write(`${line}\n`);
      show();
    },
    begin(step) {
      const state: Running = {started: Date.now()};
      running.set(step, state);
      show();
      return {
        advance(fraction) {
          state.fraction = fraction;
          show();
        },
        finish(remark) {
          running.delete(step);
          if (stream.isTTY) stream.write("\r\u001b[K");
          stream.write(`  ${step.padEnd(stepWidth)}  ${remark}\n`);
          show();
        },
      };
    },
  };
}

/** The step that runs longest, with a bar if it tells how far it is, and how many others run. */
function statusLine(running: ReadonlyMap<string, Running>): string {
  const slow = [...running].filter(([, {started}]) => Date.now() - started >= barAfterMilliseconds);
  const [step, {fraction}] = slow.find(([, state]) => state.fraction !== undefined) ?? [...running][0];
  const others = running.size > 1 ? ` and ${running.size - 1} more` : "";
  const isSlow = slow.some(([name]) => name === step);
  if (!isSlow || fraction === undefined) return `${step}${others}`;
  const filled = Math.round(fraction * barWidth);
  const left = timeLeft(running.get(step), fraction);
  return `${step.padEnd(30)} ${"█".repeat(filled)}${"░".repeat(barWidth - filled)} ${Math.round(fraction * 100)} %${left}${others}`;
}

/** Share of a step from which its speed tells how long the rest takes. */
const enough = 0.05;

function timeLeft(state: Running | undefined, fraction: number): string {
  if (state === undefined || fraction < enough || fraction >= 1) return "";
  const seconds = Math.round(((Date.now() - state.started) / 1000) * (1 / fraction - 1));
  return seconds < 120 ? `, about ${seconds} s left` : `, about ${Math.round(seconds / 60)} min left`;
}

/** Leaves out the steps that need not run. */
export function whatRuns(progress: Progress): Progress {
  return {
    note: progress.note,
    begin(step) {
      let running: RunningStep | undefined;
      const begun = () => {
        running ??= progress.begin(step);
        return running;
      };
      return {
        advance: (fraction) => begun().advance(fraction),
        finish: (remark) => {
          if (remark !== "unchanged") begun().finish(remark);
        },
      };
    },
  };
}

/** Says nothing: for loaders that Framework runs, for output that a program reads, and for tests. */
export const silentProgress: Progress = {
  begin: () => ({advance: () => {}, finish: () => {}}),
  note: () => {},
};
