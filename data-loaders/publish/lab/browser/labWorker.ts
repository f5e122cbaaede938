import {type Kernels, loadKernels} from "../../../../src/lib/kernels/loadKernels.js";
import type {LabReply, LabRequest} from "../../../../src/lib/lab/labAnswers.js";
import type {EvidenceFile} from "../../../../src/lib/narrative/evidenceFile.js";
import {definitionOf} from "../definitionText.js";
import type {LabFile} from "../labFile.js";
import {LabSession} from "../labSession.js";
import {type Assistant, askAssistant, assist, Dropped} from "./assistant.js";
import {openBrowserEngine} from "./browserEngine.js";
import {turn} from "./turn.js";

/**
 * The lab's worker: opens a chapter, then analyses by the settings that it is sent. A newer request ends the one before at its
 * next pause. The same script is its assistant, which does what takes long and reads no database, on another core.
 */
interface Opened {
  session: LabSession;
  file: LabFile;
  assistant: Assistant;
}

/** A newer request has come. */
class Superseded extends Error {}

let opened: Promise<Opened> | undefined;
let latest = 0;
let running: Promise<void> = Promise.resolve();

const reply = (message: LabReply) => postMessage(message);

let wake = () => {};

async function open({files, others, assistant}: Extract<LabRequest, {kind: "open"}>): Promise<Opened> {
  const [file, evidence, kernels, engine] = await Promise.all([
    read<LabFile>(files.lab),
    read<EvidenceFile>(files.evidence),
    readKernels(files.kernels),
    openBrowserEngine(files.engine, files.database, others, (loaded, total) =>
      reply({kind: "progress", loaded, total}),
    ),
  ]);
  return {
    session: await LabSession.open(engine, kernels, file, evidence),
    file,
    assistant: askAssistant(assistant),
  };
}

async function readKernels(address: string): Promise<Kernels> {
  return loadKernels(await (await ask(address)).arrayBuffer());
}

async function read<T>(address: string): Promise<T> {
  return (await ask(address)).json();
}

async function ask(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${new URL(address).pathname}`);
  return response;
}

/** Milliseconds without a newer change after which the resamples of many customers begin. */
const settled = 800;

async function analyse({number, settings}: Extract<LabRequest, {kind: "analyse"}>): Promise<void> {
  if (opened === undefined || number !== latest) return;
  const {session, assistant} = await opened;
  const pause = async () => {
    await turn();
    if (number !== latest) throw new Superseded();
  };
  await session.analyse(settings, {
    answer: (answer) => reply({kind: "answer", number, answer}),
    pause,
    async settle() {
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, settled);
      });
      await pause();
    },
    tasks: assistant.tasks(number),
  });
}

function tellFailure(number: number | null, error: unknown): void {
  if (error instanceof Superseded || error instanceof Dropped) return;
  reply({kind: "failed", number, reason: error instanceof Error ? error.message : String(error)});
}

addEventListener("message", ({data}: MessageEvent<LabRequest>) => {
  switch (data.kind) {
    case "open":
      opened = open(data);
      opened.then(
        ({session}) => reply({kind: "ready", exact: session.isExact}),
        (error) => tellFailure(null, error),
      );
      break;
    case "analyse":
      latest = data.number;
      wake();
      opened?.then(({assistant}) => assistant.begin(data.number)).catch(() => {});
      running = running.then(() => analyse(data)).catch((error) => tellFailure(data.number, error));
      break;
    case "assist":
      assist(data.port, readKernels(data.kernels));
      break;
    case "definition":
      opened
        ?.then(({file}) =>
          reply({kind: "definition", number: data.number, text: definitionOf(file, data.settings)}),
        )
        .catch((error) => tellFailure(data.number, error));
      break;
  }
});
