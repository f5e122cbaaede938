import {compileKernels} from "../../data-loaders/kernels/compileKernels.js";

process.stdout.write(await compileKernels());
