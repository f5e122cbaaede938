import {existsSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {type Document, isMap, parseDocument} from "yaml";
import {replaceFile} from "../../engine/files/replaceFile.js";
import {projectPath} from "../../engine/project/projectPath.js";

/** Adds a chapter to the list in `cardlens.yaml`, whose comments stay. */
export function listChapter(id: string): Promise<void> {
  return changeList((listed) => (listed.includes(id) ? listed : [...listed, id]));
}

/** Takes chapters off that list. */
export function unlistChapters(ids: readonly string[]): Promise<void> {
  return changeList((listed) => listed.filter((id) => !ids.includes(id)));
}

async function changeList(change: (listed: readonly string[]) => readonly string[]): Promise<void> {
  const path = projectPath("cardlens.yaml");
  const document: Document = parseDocument(existsSync(path) ? await readFile(path, "utf8") : "");
  if (document.contents === null) document.contents = document.createNode({});
  if (!isMap(document.contents)) return;
  const {chapters = []}: {chapters?: string[]} = document.toJS();
  const next = change(chapters);
  if (next.length === chapters.length) return;
  document.set("chapters", document.createNode(next, {flow: true}));
  await replaceFile(path, document.toString({lineWidth: 110, flowCollectionPadding: false}));
}
