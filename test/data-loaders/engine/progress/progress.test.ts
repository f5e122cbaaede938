import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {terminalProgress} from "../../../../data-loaders/engine/progress/progress.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A terminal, and what it has been sent since it was last asked. */
function terminal() {
  let sent = "";
  return {
    stream: {
      isTTY: true,
      columns: 120,
      write(text: string) {
        sent += text;
        return true;
      },
    },
    shown() {
      const text = sent;
      sent = "";
      return text;
    },
  };
}

test("a step of more than two seconds shows how far it is, and about how long it still takes", () => {
  const {stream, shown} = terminal();
  const step = terminalProgress(stream).begin("groups");
  vi.advanceTimersByTime(1_000);
  step.advance(0.1);
  expect(shown()).not.toContain("%");
  vi.advanceTimersByTime(9_000);
  step.advance(0.25);
  expect(shown()).toContain("25 %, about 30 s left");
  vi.advanceTimersByTime(590_000);
  step.advance(0.5);
  expect(shown()).toContain("50 %, about 10 min left");
});

test("a step that has hardly begun promises no time", () => {
  const {stream, shown} = terminal();
  const step = terminalProgress(stream).begin("groups");
  vi.advanceTimersByTime(5_000);
  step.advance(0.01);
  expect(shown()).toMatch(/1 %$/);
});
