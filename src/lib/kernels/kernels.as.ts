/** The hot loops of `src/lib/statistics` in AssemblyScript; memory is laid out by the caller (`loadKernels`). */
export {crossDistances} from "./crossDistances.as";
export {distanceSums} from "./distanceSums.as";
export {kmeansStart, kmeansWorkBytes} from "./kmeans.as";
export {logisticLikelihood} from "./logisticLikelihood.as";
export {wardMerges} from "./ward.as";
