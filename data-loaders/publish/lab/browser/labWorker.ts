import {loadKernels} from "../../../../src/lib/kernels/loadKernels.js";
import type {LabReply, LabRequest} from "../../../../src/lib/lab/labAnswers.js";
import type {EvidenceFile} from "../../../../src/lib/narrative/evidenceFile.js";
import {definitionOf} from "../definitionText.js";
import type {LabFile} from "../labFile.js";
import {LabSession} from "../labSession.js";
import {openBrowserEngine} from "./browserEngine.js";

/**
 * The lab's worker: opens a chapter, then analyses by the settings that it is sent. A newer request ends the one before at its
 * next pause.
 */
interface Opened {
  session: LabSession;
  file: LabFile;
}

/** A newer request has come. */
class Superseded extends Error {}

let opened: Promise<Opened> | undefined;
let latest = 0;
let running: Promise<void> = Promise.resolve();

const reply = (message: LabReply) => postMessage(message);

async function open({files, others}: Extract<LabRequest, {kind: "open"}>): Promise<Opened> {
  const [file, evidence, kernels, engine] = await Promise.all([
    read<LabFile>(files.lab),
    read<EvidenceFile>(files.evidence),
    ask(files.kernels).then(async (response) => loadKernels(await response.arrayBuffer())),
    openBrowserEngine(files.engine, files.database, others, (loaded, total) =>
      reply({kind: "progress", loaded, total}),
    ),
  ]);
  return {session: await LabSession.open(engine, kernels, file, evidence), file};
}

async function read<T>(address: string): Promise<T> {
  return (await ask(address)).json();
}

async function ask(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answers ${response.status} for ${new URL(address).pathname}`);
  return response;
}

async function analyse({number, settings, isPatient}: Extract<LabRequest, {kind: "analyse"}>): Promise<void> {
  if (opened === undefined || number !== latest) return;
  const {session} = await opened;
  const pause = async () => {
    await turn();
    if (number !== latest) throw new Superseded();
  };
  await session.analyse(
    settings,
    {answer: (answer) => reply({kind: "answer", number, answer}), pause},
    isPatient,
  );
}

/** Lets messages come in. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function tellFailure(number: number | null, error: unknown): void {
  if (error instanceof Superseded) return;
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
      running = running.then(() => analyse(data)).catch((error) => tellFailure(data.number, error));
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
