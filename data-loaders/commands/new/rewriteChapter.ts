import {mkdtemp, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {datasetNamed, datasetNames} from "../../datasets/datasets.js";
import {replaceFile} from "../../engine/files/replaceFile.js";
import type {Progress} from "../../engine/progress/progress.js";
import {projectPath} from "../../engine/project/projectPath.js";
import {SettingError} from "../../engine/project/settingError.js";
import {runPipeline} from "../../pipeline.js";
import {chapterCounts, chapterOf} from "./chapter/chapterOf.js";
import type {Facts} from "./chapter/draft.js";
import {formatWritten} from "./formatWritten.js";
import {putAway} from "./putAway.js";
import {withoutName} from "./writeYaml.js";

/** A chapter that was written anew. */
export interface RewrittenChapter {
  title: string;
  groups: {name: string; customers: number}[];
  figures: number;
  claims: number;
  /** Where the pages are kept that were there. */
  kept: string | undefined;
}

/**
 * Writes the pages of a chapter anew from its definition as it is now: after somebody has changed the number of groups, say.
 * The pages that were there are kept.
 *
 * @throws SettingError where there is no such data set, or its outcome was not observed
 */
export async function rewriteChapter(id: string, progress: Progress): Promise<RewrittenChapter> {
  if (!datasetNames().includes(id))
    throw new SettingError(
      `--rewrite names ${id}, which is no data set; there are: ${datasetNames().join(", ")}`,
    );
  const definition = datasetNamed(id);
  if (definition.risk !== undefined && definition.risk.evidence !== "observed")
    throw new SettingError(
      `the risk of ${id} is declared, not observed: its pages are written by hand, and are left as they are`,
    );
  const folder = projectPath("src", id);
  const work = await mkdtemp(join(tmpdir(), "cardlens-new-"));
  try {
    const edition = await runPipeline(definition, progress);
    const chapter = await chapterOf(definition, edition, await leftOutOf(id), work);
    const kept = await putAway(id, {chapter: folder});
    for (const [path, text] of chapter.pages) await replaceFile(join(folder, path), text);
    await formatWritten([folder]);
    return {title: definition.title, ...chapterCounts(chapter), kept};
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

/** The columns that a definition says in its comments to be left out, with the reasons. */
async function leftOutOf(id: string): Promise<Facts["leftOut"]> {
  const text = await readFile(projectPath("data-loaders/datasets", id, "dataset.yaml"), "utf8");
  return Array.from(text.matchAll(/^# {3}(.*?): (.*)$/gm), ([, header, why]) => ({
    header: header === withoutName ? "" : header,
    why,
  }));
}
