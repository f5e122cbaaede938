import type {LabReply, LabRequest} from "../../lib/lab/labAnswers.js";
import type {LabSettings} from "../../lib/lab/labSettings.js";
import {engineModule, workerPrelude} from "../database/packedEngine.js";

/** Addresses that the lab's worker reads from, and that of its own script. */
export interface LabFiles {
  script: string;
  lab: string;
  evidence: string;
  database: string;
  kernels: string;
  /** Published databases of other chapters by name in SQL. */
  others: Record<string, string>;
}

/**
 * The lab's worker for one chapter. It is made from a blob, so that it inherits the page's content security policy and can ask no
 * other host for anything.
 */
export class LabClient {
  private worker: Worker | undefined;
  /** Does what takes long and reads no database, on another core. */
  private assistant: Worker | undefined;
  private number = 0;

  /** @param onReply told what the worker says of the latest request; older answers are dropped */
  constructor(
    private readonly files: LabFiles,
    private readonly onReply: (reply: LabReply) => void,
  ) {}

  /** Sends settings to be analysed; the worker is started by the first. */
  async analyse(settings: LabSettings): Promise<void> {
    const number = ++this.number;
    const worker = await this.started();
    if (number === this.number) send(worker, {kind: "analyse", number, settings});
  }

  /** Asks for a definition with the settings; it comes as a reply. */
  async definition(settings: LabSettings): Promise<void> {
    send(await this.started(), {kind: "definition", number: this.number, settings});
  }

  /** Ends the worker; the next request starts another. */
  stop(): void {
    this.worker?.terminate();
    this.assistant?.terminate();
    this.worker = undefined;
    this.assistant = undefined;
    this.starting = undefined;
    this.number++;
  }

  private starting: Promise<Worker> | undefined;

  private started(): Promise<Worker> {
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async start(): Promise<Worker> {
    const {script, lab, evidence, database, kernels, others} = this.files;
    const response = await fetch(script);
    if (!response.ok) throw new Error(`the server answers ${response.status} for the lab’s script`);
    const url = URL.createObjectURL(
      new Blob([workerPrelude(), await response.text()], {type: "text/javascript"}),
    );
    const worker = new Worker(url);
    const assistant = new Worker(url);
    URL.revokeObjectURL(url);
    worker.addEventListener("message", ({data}: MessageEvent<LabReply>) => {
      const isOld = "number" in data && data.number !== null && data.number !== this.number;
      if (this.worker === worker && !isOld) this.onReply(data);
    });
    for (const either of [worker, assistant])
      either.addEventListener("error", ({message}) => {
        if (this.worker !== worker) return;
        this.stop();
        this.onReply({kind: "failed", number: null, reason: `it stopped with “${message || "no message"}”`});
      });
    this.worker = worker;
    this.assistant = assistant;
    const {port1, port2} = new MessageChannel();
    send(assistant, {kind: "assist", port: port1, kernels}, port1);
    const addresses = {lab, evidence, database, kernels, engine: engineModule()};
    send(worker, {kind: "open", files: addresses, others, assistant: port2}, port2);
    return worker;
  }
}

function send(worker: Worker, request: LabRequest, ...given: Transferable[]): void {
  worker.postMessage(request, given);
}
