import {stage} from "../engine/stages/stage.js";

export const features = stage(
  () => import("./features/prepareFeatures.js"),
  new URL("./features/prepareFeatures.ts", import.meta.url),
  "prepareFeatures",
);

export const cluster = stage(
  () => import("./cluster/searchClusters.js"),
  new URL("./cluster/searchClusters.ts", import.meta.url),
  "searchClusters",
);

export const tree = stage(
  () => import("./cluster/treeGroups.js"),
  new URL("./cluster/treeGroups.ts", import.meta.url),
  "treeGroups",
  "with kernels",
);

export const segments = stage(
  () => import("./cluster/nameSegments.js"),
  new URL("./cluster/nameSegments.ts", import.meta.url),
  "nameSegments",
);

export const risk = stage(
  () => import("./risk/modelRisk.js"),
  new URL("./risk/modelRisk.ts", import.meta.url),
  "modelRisk",
  "with kernels",
);

export const secondOpinion = stage(
  () => import("./second-opinion/askSecondOpinion.js"),
  new URL("./second-opinion/askSecondOpinion.ts", import.meta.url),
  "askSecondOpinion",
);

export const preparation = stage(
  () => import("./robustness/comparePreparations.js"),
  new URL("./robustness/comparePreparations.ts", import.meta.url),
  "comparePreparations",
  "with kernels",
);

export const describe = stage(
  () => import("./robustness/describeVariables.js"),
  new URL("./robustness/describeVariables.ts", import.meta.url),
  "describeVariables",
);

export const linkages = stage(
  () => import("./robustness/compareLinkages.js"),
  new URL("./robustness/compareLinkages.ts", import.meta.url),
  "compareLinkages",
  "with kernels",
);

export const components = stage(
  () => import("../../src/lib/statistics/description/principalComponents.js"),
  new URL("../../src/lib/statistics/description/principalComponents.ts", import.meta.url),
  "principalComponents",
);

export const gap = stage(
  () => import("./robustness/resampleSegments.js"),
  new URL("./robustness/resampleSegments.ts", import.meta.url),
  "measureGap",
  "with kernels",
);

export const stability = stage(
  () => import("./robustness/resampleSegments.js"),
  new URL("./robustness/resampleSegments.ts", import.meta.url),
  "measureStability",
  "with kernels",
);

export const differences = stage(
  () => import("./robustness/testDifferences.js"),
  new URL("./robustness/testDifferences.ts", import.meta.url),
  "testDifferences",
);

export const groupless = stage(
  () => import("./robustness/groupless.js"),
  new URL("./robustness/groupless.ts", import.meta.url),
  "silhouettesWithoutGroups",
  "with kernels",
);

export const describing = stage(
  () => import("./robustness/describeSegments.js"),
  new URL("./robustness/describeSegments.ts", import.meta.url),
  "describeSegments",
);

export const actions = stage(
  () => import("./actions/findTargets.js"),
  new URL("./actions/findTargets.ts", import.meta.url),
  "findTargets",
);

export const sampleFeatures = stage(
  () => import("./features/prepareFeatures.js"),
  new URL("./features/prepareFeatures.ts", import.meta.url),
  "prepareSample",
);

export const scales = stage(
  () => import("./population/scaleVariables.js"),
  new URL("./population/scaleVariables.ts", import.meta.url),
  "scaleVariables",
);

export const groups = stage(
  () => import("./population/groupPopulation.js"),
  new URL("./population/groupPopulation.ts", import.meta.url),
  "groupPopulation",
);

export const riskOfAll = stage(
  () => import("./population/riskOverAll.js"),
  new URL("./population/riskOverAll.ts", import.meta.url),
  "riskOverAll",
);

export const actionsOfAll = stage(
  () => import("./actions/targetsOverAll.js"),
  new URL("./actions/targetsOverAll.ts", import.meta.url),
  "targetsOverAll",
);
