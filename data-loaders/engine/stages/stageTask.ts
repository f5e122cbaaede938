/** A function of a compiled module, and what to call it with. */
export interface StageTask {
  /** URL of the module. */
  module: string;
  /** Name under which the module exports the function. */
  stage: string;
  args: readonly unknown[];
  /** True where it is given the compiled kernels. */
  kernels: boolean;
}
