import type {KernelServices, StageServices} from "./stageServices.js";

/** A function that computes a stage. */
export type StageFunction = (...parameters: never[]) => unknown;

/** Its own parameters, without the services that a thread adds. */
export type Given<F extends StageFunction> =
  Parameters<F> extends [...infer Own, StageServices] ? Own : Parameters<F>;

/** A stage: where its function is, in one place for the thread that runs it, the key of its code and the compiler. */
export interface Stage<F extends StageFunction> {
  /** URL of the module. */
  module: string;
  /** Name under which the module exports the function. */
  exported: string;
  /** True where it is given the compiled kernels, on which its result then depends. */
  kernels: boolean;
  /** The function itself, for a stage that runs in the thread of whoever asks. */
  load(): Promise<F>;
}

type FunctionIn<Module, Name extends keyof Module> = Module[Name] extends StageFunction
  ? Module[Name]
  : never;

type Flags<F extends StageFunction> =
  Parameters<F> extends [...unknown[], KernelServices] ? ["with kernels"] : [];

/**
 * Describes a stage. A function that takes `KernelServices` must be described as `with kernels`.
 *
 * @param module URL of the module that `load` imports: threads and keys need the address
 * @param exported name of the function; the compiler knows those that there are
 */
export function stage<Module, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  module: URL,
  exported: Name,
  ...flags: Flags<FunctionIn<Module, Name>>
): Stage<FunctionIn<Module, Name>> {
  return {
    module: module.href,
    exported,
    kernels: flags.length > 0,
    async load() {
      const found = (await load())[exported];
      if (!isStageFunction<FunctionIn<Module, Name>>(found))
        throw new TypeError(`invalid stage; ${module.href} exports no function ${exported}`);
      return found;
    },
  };
}

function isStageFunction<F extends StageFunction>(value: unknown): value is F {
  return typeof value === "function";
}
