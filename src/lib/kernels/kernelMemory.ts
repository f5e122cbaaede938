/** The memory that a kernel shares with its caller. */
export interface KernelMemory {
  /** Gives each of several areas, of so many bytes, its place; memory grows where needed. Earlier areas are given up. */
  layout(sizes: readonly number[]): number[];
  write(at: number, values: Float64Array | Int32Array | Uint8Array): void;
  clear(at: number, bytes: number): void;
  /** Copies of what a kernel wrote. */
  doubles(at: number, count: number): Float64Array;
  integers(at: number, count: number): Int32Array;
}

/** The module's own constants stand below. */
const FIRST = 1024;
const PAGE = 65_536;

/** Lays out WebAssembly memory for one call at a time; places are multiples of 16. */
export function kernelMemory(memory: WebAssembly.Memory): KernelMemory {
  return {
    layout(sizes) {
      let end = FIRST;
      const places = sizes.map((bytes) => {
        const place = end;
        end += Math.ceil(bytes / 16) * 16;
        return place;
      });
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
      return places;
    },
    write(at, values) {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      new Uint8Array(memory.buffer).set(bytes, at);
    },
    clear(at, bytes) {
      new Uint8Array(memory.buffer, at, bytes).fill(0);
    },
    doubles: (at, count) => new Float64Array(memory.buffer, at, count).slice(),
    integers: (at, count) => new Int32Array(memory.buffer, at, count).slice(),
  };
}
