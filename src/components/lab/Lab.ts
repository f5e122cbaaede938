import {settingsFromQuery, settingsToQuery} from "../../lib/lab/labAddress.js";
import type {LabAnswer, LabReply} from "../../lib/lab/labAnswers.js";
import type {LabChapter} from "../../lib/lab/labChapter.js";
import {labPresets} from "../../lib/lab/labPresets.js";
import {type LabSettings, publishedSettings, sameSettings} from "../../lib/lab/labSettings.js";
import {databaseAddresses} from "../database/databaseAddresses.js";
import {engineMegabytes} from "../database/openDatabase.js";
import {downloadFile} from "../elements/downloadFile.js";
import {element} from "../elements/element.js";
import {siteFile} from "../elements/siteRoot.js";
import {LabClient} from "./LabClient.js";
import {LabControls} from "./LabControls.js";

/** The files that the page names, at their addresses in the site. */
export interface LabAttachments {
  script: string;
  kernels: string;
  /** Of the style sheet, which other pages do not need. */
  style: string;
}

interface OpenChapter {
  chapter: LabChapter;
  lab: string;
  database: string;
}

/** Milliseconds in which further changes are taken together. */
const patience = 150;
/** Milliseconds without a word from the worker after which the page says so. */
const silence = 20_000;

/** The lab: controls for the analysis of a chapter, and beside them what becomes of the report. */
export async function Lab(files: LabAttachments): Promise<HTMLElement> {
  const [chapters] = await Promise.all([openChapters(), loadStyle(files.style)]);
  if (chapters.length === 0) return element("p", {}, "There is no chapter to analyse.");
  const root = element("div", {class: "lab"});
  let close = () => {};
  const show = (open: OpenChapter) => {
    close();
    root.dataset.chapter = open.chapter.id;
    const view = chapterView(open, chapters, files, (id) => {
      const chosen = chapters.find(({chapter}) => chapter.id === id) ?? chapters[0];
      history.pushState(null, "", address(chosen.chapter, publishedSettings(chosen.chapter), chapters));
      show(chosen);
    });
    close = view.close;
    root.replaceChildren(...view.content);
  };
  const chapterInAddress = () => {
    const id = queryInAddress().get("chapter");
    return chapters.find(({chapter}) => chapter.id === id) ?? chapters[0];
  };
  addEventListener("popstate", () => {
    if (!root.isConnected) return;
    const wanted = chapterInAddress();
    if (wanted.chapter.id !== root.dataset.chapter) show(wanted);
  });
  show(chapterInAddress());
  return root;
}

/** A page without its style sheet can be used all the same. */
function loadStyle(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = element("link", {rel: "stylesheet", href});
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}

async function openChapters(): Promise<OpenChapter[]> {
  const found = await Promise.all(
    databaseAddresses(document).map(async ({url}): Promise<OpenChapter[]> => {
      const lab = url.replace(/\.duckdb\b/, ".lab.json");
      const response = await fetch(lab);
      if (!response.ok) return [];
      const {chapter}: {chapter: LabChapter} = await response.json();
      return chapter.customers === 0 ? [] : [{chapter, lab, database: url}];
    }),
  );
  return found.flat();
}

/** Settings stand behind the `#` of the address, which a browser sends to nobody. */
function queryInAddress(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}

/** The page's address with settings. */
function address(chapter: LabChapter, settings: LabSettings, chapters: readonly OpenChapter[]): string {
  const query = new URLSearchParams();
  if (chapter.id !== chapters[0].chapter.id) query.set("chapter", chapter.id);
  for (const [name, value] of settingsToQuery(settings, chapter)) query.set(name, value);
  // marks that an address may hold as they are, so that it can be read
  const text = String(query).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%3D", "=");
  return `${location.pathname}${location.search}${text === "" ? "" : `#${text}`}`;
}

function chapterView(
  {chapter, lab, database}: OpenChapter,
  chapters: readonly OpenChapter[],
  files: LabAttachments,
  choose: (id: string) => void,
) {
  const published = publishedSettings(chapter);
  const controls = LabControls(chapter);
  const status = element("p", {class: "lab-status", role: "status"});
  const answers = {
    ledger: element("section", {class: "lab-ledger", "aria-label": "Claims in this analysis"}),
    groups: element("section", {"aria-label": "Groups in this analysis"}),
    pages: element("section", {"aria-label": "Sentences in this analysis"}),
    figures: element("section", {"aria-label": "Figures in this analysis"}),
    model: element("section", {"aria-label": "Risk model in this analysis"}),
    actions: element("section", {"aria-label": "Actions in this analysis"}),
  };
  const again = element("button", {type: "button"}, "Start it again");
  again.hidden = true;
  const output = element(
    "div",
    {class: "lab-answers", tabindex: "-1"},
    status,
    again,
    ...Object.values(answers),
  );

  const evidence = siteFile("data/evidence.json");
  const others = Object.fromEntries(
    databaseAddresses(document).flatMap(({schema, url}) =>
      url === database ? [] : [[schema, url] as const],
    ),
  );
  let settings = settingsFromQuery(queryInAddress(), chapter);
  let sources: Promise<import("./LabLedger.js").LedgerSources> | undefined;
  let asked = 0;
  let watch: ReturnType<typeof setTimeout> | undefined;
  const readSources = () => {
    sources ??= Promise.all([
      import("../evidence/loadEvidence.js").then(({loadEvidence}) => loadEvidence()),
      fetch(siteFile("data/sentences.json")).then((response) => response.json()),
    ]).then(([loaded, pages]) => ({evidence: loaded, pages}));
    return sources;
  };
  const client = new LabClient(
    {script: files.script, lab, evidence, database, kernels: files.kernels, others},
    (reply) => hear(reply),
  );

  const tell = (text: string) => {
    status.textContent = text;
  };
  const listen = () => {
    clearTimeout(watch);
    watch = setTimeout(() => {
      tell("The worker has not answered for 20 seconds. It may still be computing, or it may have stopped.");
      again.hidden = false;
    }, silence);
  };
  const fail = (reason: string) => {
    clearTimeout(watch);
    output.removeAttribute("aria-busy");
    for (const answer of Object.values(answers)) answer.replaceChildren();
    tell(`The lab could not compute this: ${reason.replace(/[.\s]+$/, "")}.`);
    again.hidden = false;
  };
  const run = () => {
    const number = ++asked;
    again.hidden = true;
    output.setAttribute("aria-busy", "true");
    tell("Computing …");
    listen();
    client.analyse(settings).catch((error: unknown) => {
      if (number === asked) fail(error instanceof Error ? error.message : String(error));
    });
  };
  const hear = (reply: LabReply) => {
    listen();
    switch (reply.kind) {
      case "progress":
        tell(`Loading the database engine: ${Math.round((100 * reply.loaded) / reply.total)}% …`);
        break;
      case "ready":
        tell("Computing …");
        if (!reply.exact) inexact.hidden = false;
        break;
      case "answer":
        drawInTurn(reply.answer, asked);
        break;
      case "definition":
        clearTimeout(watch);
        tell("The definition was saved as dataset.yaml. What it cannot hold is named at its head.");
        downloadFile([reply.text], "dataset.yaml", "application/yaml");
        break;
      case "failed":
        fail(reply.reason);
        break;
    }
  };
  const inexact = element(
    "p",
    {class: "lab-note"},
    "The published rows of this chapter are rounded, grouped or a sample. Changes are therefore held against the lab’s own run with the published settings, not against the numbers of the pages. What does not hold in that run either is set apart.",
  );
  inexact.hidden = true;

  // one after another: what is told when all is computed must be on the page
  let drawn = Promise.resolve();
  const drawInTurn = (answer: LabAnswer, number: number) => {
    drawn = drawn
      .then(() => draw(answer, number))
      .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
  };
  const draw = async (answer: LabAnswer, number: number) => {
    const current = () => number === asked;
    switch (answer.kind) {
      case "groups": {
        const {LabGroups} = await import("./LabGroups.js");
        const width = Math.max(280, Math.min(720, output.clientWidth));
        if (current())
          answers.groups.replaceChildren(heading("Groups"), ...LabGroups(answer, chapter, width));
        break;
      }
      case "model": {
        const {LabModel} = await import("./LabModel.js");
        if (current())
          answers.model.replaceChildren(heading("Risk model"), ...LabModel(answer, chapter, settings));
        break;
      }
      case "actions": {
        const {LabActions} = await import("./LabActions.js");
        if (current()) answers.actions.replaceChildren(heading("Actions"), ...LabActions(answer, chapter));
        break;
      }
      case "ledger": {
        const [views, read] = await Promise.all([import("./LabLedger.js"), readSources()]);
        if (!current()) break;
        answers.ledger.replaceChildren(...views.LedgerSummary(answer));
        answers.pages.replaceChildren(heading("The ledger of claims"), ...views.LedgerPages(answer, read));
        answers.figures.replaceChildren(
          heading("Figures that moved most"),
          ...views.MovedFigures(answer, read),
        );
        break;
      }
      case "done":
        if (!current()) break;
        clearTimeout(watch);
        output.removeAttribute("aria-busy");
        tell(
          `${sameSettings(settings, published) ? "The published analysis, computed again here" : "Computed"} in ${(answer.milliseconds / 1000).toFixed(1)} seconds.${answer.isLast ? "" : " The claims on resamples and other preparations follow."}`,
        );
        break;
    }
  };

  const move = (next: LabSettings) => {
    if (sameSettings(next, settings)) return;
    settings = next;
    history.pushState(null, "", address(chapter, settings, chapters));
    copied.textContent = "";
    run();
  };
  let pending: ReturnType<typeof setTimeout> | undefined;
  controls.root.addEventListener("change", () => {
    clearTimeout(pending);
    const fields = Array.from(controls.root.querySelectorAll<HTMLInputElement>("input:invalid"));
    const wrong = fields.find((input) => input.checkVisibility());
    if (wrong !== undefined) {
      wrong.reportValidity();
      tell(`Not computed: ${wrong.validationMessage}`);
      return;
    }
    pending = setTimeout(() => move(controls.read()), patience);
  });
  const set = (next: LabSettings) => {
    controls.write(next);
    move(next);
  };
  const follow = () => {
    const wanted = queryInAddress().get("chapter") ?? chapters[0].chapter.id;
    if (wanted !== chapter.id) return;
    settings = settingsFromQuery(queryInAddress(), chapter);
    controls.write(settings);
    run();
  };
  addEventListener("popstate", follow);
  again.addEventListener("click", () => {
    client.stop();
    run();
    output.focus();
  });

  const back = element("button", {type: "button"}, "Back to the published analysis");
  back.addEventListener("click", () => set(published));
  const copy = element("button", {type: "button"}, "Copy link");
  copy.addEventListener("click", () => {
    navigator.clipboard.writeText(location.href).then(
      () => setCopied("The link is copied."),
      () => setCopied(`Copy the page’s address: ${location.href}`),
    );
  });
  const copied = element("span", {class: "lab-note", role: "status"});
  const setCopied = (text: string) => {
    copied.textContent = text;
  };
  const save = element("button", {type: "button"}, "Save as definition");
  save.addEventListener("click", () => {
    tell("Writing the definition …");
    listen();
    client
      .definition(settings)
      .catch((error: unknown) => tell(`The definition could not be written: ${String(error)}`));
  });
  const presets = element(
    "div",
    {class: "lab-presets"},
    ...labPresets(chapter).map((preset) => {
      const button = element("button", {type: "button"}, preset.title);
      button.addEventListener("click", () => {
        set(preset.settings);
        // on a phone the answers stand below
        if (output.getBoundingClientRect().top > innerHeight - 200) output.scrollIntoView();
      });
      return element("div", {}, button, element("p", {class: "lab-note"}, preset.shows));
    }),
  );
  controls.write(settings);
  if (sameSettings(settings, published))
    tell(
      `Nothing is changed yet: every claim stands as published. The first change loads the database engine (${engineMegabytes} MB, kept by the browser).`,
    );
  else run();
  return {
    content: [
      ...(chapters.length > 1 ? [chapterChoice(chapters, chapter, choose)] : []),
      element("h2", {id: "begin"}, "Begin with one of these"),
      presets,
      element("h2", {id: "analysis"}, "Or change the analysis yourself"),
      element("div", {class: "lab-buttons"}, back, copy, save, copied),
      inexact,
      element("div", {class: "lab-columns"}, controls.root, output),
    ],
    close() {
      removeEventListener("popstate", follow);
      clearTimeout(watch);
      clearTimeout(pending);
      client.stop();
    },
  };
}

function chapterChoice(
  chapters: readonly OpenChapter[],
  {id}: LabChapter,
  choose: (id: string) => void,
): HTMLElement {
  const select = element(
    "select",
    {},
    ...chapters.map(({chapter}) => element("option", {value: chapter.id}, chapter.title)),
  );
  select.value = id;
  select.addEventListener("change", () => choose(select.value));
  return element("label", {class: "lab-field lab-chapter"}, element("span", {}, "Chapter"), select);
}

function heading(text: string): HTMLElement {
  return element("h2", {}, text);
}
