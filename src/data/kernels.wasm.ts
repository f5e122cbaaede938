import {compileKernels} from "../../data-loaders/engine/kernels/compileKernels.js";

process.stdout.write(await compileKernels());
