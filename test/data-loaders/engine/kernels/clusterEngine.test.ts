import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {
  type ClusterEngine,
  openClusterEngine,
} from "../../../../data-loaders/engine/kernels/clusterEngine.js";
import {kmeansSweep} from "../../../../src/lib/statistics/clustering/kmeansSweep.js";
import {silhouetteSamples} from "../../../../src/lib/statistics/clustering/silhouetteSamples.js";
import {linkage} from "../../../../src/lib/statistics/trees/linkage.js";
import {z} from "../../../src/lib/statistics/smallReference.js";

const ks = [2, 3, 5];
const options = {restarts: 7, seed: 3};

describe("the cluster engine", () => {
  const engines: ClusterEngine[] = [];
  beforeAll(async () => {
    for (const threads of [1, 3]) engines.push(await openClusterEngine(threads));
  });
  afterAll(() => Promise.all(engines.map((engine) => engine.close())));

  it("gives the bytes of plain TypeScript, whatever the number of threads", async () => {
    const fits = kmeansSweep(z, ks, options);
    const labelings = fits.map(({labels}) => labels);
    for (const engine of engines) {
      expect(await engine.kmeansSweep(z, ks, options)).toEqual(fits);
      expect(await engine.silhouetteSamples(z, labelings)).toEqual(silhouetteSamples(z, labelings));
      expect(await engine.silhouetteSamples(z, [])).toEqual([]);
      expect(await engine.ward(z)).toEqual(linkage(z, "ward"));
    }
  });

  it("runs several things at the same time", async () => {
    const [engine] = engines;
    const [fits, tree, again] = await Promise.all([
      engine.kmeansSweep(z, ks, options),
      engine.ward(z),
      engine.kmeansSweep(z, ks, options),
    ]);
    expect(again).toEqual(fits);
    expect(tree.rows).toBe(40);
  });

  it("refuses what the library refuses", async () => {
    const [engine] = engines;
    await expect(engine.kmeansSweep(z, [41], options)).rejects.toThrow(
      "invalid k; not an integer in [1, rows]: 41",
    );
    await expect(engine.silhouetteSamples(z, [new Int32Array(40)])).rejects.toThrow("at least 2 clusters: 1");
  });
});
