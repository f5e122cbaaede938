/** Bytes of DuckDB's WebAssembly module once it is unpacked: its progress is counted in these. */
export const moduleBytes = 35_659_694;

/** Address of the module as it is published: packed with gzip, a fifth of its size on every host. */
export function engineModule(): string {
  return import.meta.resolve("npm:@duckdb/duckdb-wasm/dist/duckdb-eh.wasm.gz");
}

/**
 * Script that a worker of DuckDB begins with: the module is unpacked while it arrives, and failed promises, which are silent
 * outside of a worker, are thrown again so that they reach the page.
 */
export function workerPrelude(): string {
  return `addEventListener("unhandledrejection", ({reason}) => { throw reason; });\n(${unpackModule})(${moduleBytes});\n`;
}

/** Runs in the worker: it must name nothing from outside of itself. */
function unpackModule(bytes: number): void {
  const fetchFile = globalThis.fetch;
  globalThis.fetch = async (request, init) => {
    const response = await fetchFile(request, init);
    if (!response.ok || response.body === null || !new URL(response.url).pathname.endsWith(".wasm.gz"))
      return response;
    const reader = response.body.getReader();
    const first = await reader.read();
    const file = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        if (first.value !== undefined) controller.enqueue(first.value);
      },
      async pull(controller) {
        const {value, done} = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    // where the host declares the packing, the browser has undone it
    const isPacked = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
    return new Response(isPacked ? file.pipeThrough(new DecompressionStream("gzip")) : file, {
      headers: {"content-type": "application/wasm", "content-length": String(bytes)},
    });
  };
}
