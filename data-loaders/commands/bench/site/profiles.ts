/** A reader's device and line. */
export interface Profile {
  name: string;
  width: number;
  height: number;
  isMobile: boolean;
  /** How many times slower than this machine's the processor is. */
  slowdown: number;
  /** Round trip in milliseconds, and bytes a second down; without, as fast as this machine's loopback. */
  line?: {latency: number; down: number};
}

/** A desktop beside its host, and a phone of the middle range on a slow mobile line, as Lighthouse simulates it. */
export const profiles: readonly Profile[] = [
  {name: "desktop", width: 1280, height: 900, isMobile: false, slowdown: 1},
  {
    name: "phone",
    width: 390,
    height: 844,
    isMobile: true,
    slowdown: 4,
    line: {latency: 150, down: 1_600_000 / 8},
  },
];
