import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {DatasetDefinition} from "../../../datasets/dataset.js";
import {withPublished} from "../../../narrative/evidence/withPublished.js";
import type {Edition} from "../../../pipeline.js";
import {type Facts, gatherFacts, type PageFiles} from "./draft.js";
import {writeChapter} from "./writeChapter.js";

/** The pages of a chapter as its tables have it now, and its groups. */
export interface WrittenChapter {
  pages: PageFiles;
  groups: {name: string; customers: number}[];
}

/**
 * Writes the pages of a chapter from an edition of its tables.
 *
 * @param work a folder for files that nobody needs afterwards
 */
export async function chapterOf(
  definition: DatasetDefinition,
  edition: Edition,
  leftOut: Facts["leftOut"],
  work: string,
): Promise<WrittenChapter> {
  const {id, schema} = definition;
  const path = join(work, "published.duckdb");
  await writeFile(path, edition.exactDatabase ?? edition.files.get(`${id}.duckdb`) ?? new Uint8Array());
  return withPublished([{schema, path, key: "", attached: edition.allCustomers}], async (connection) => {
    const facts = await gatherFacts(connection, definition, leftOut);
    const groups = await facts.ask(`SELECT name, customers FROM ${schema}.segments ORDER BY position`);
    return {
      pages: await writeChapter(facts),
      groups: groups.map(({name, customers}) => ({name: String(name), customers: Number(customers)})),
    };
  });
}

/** How much a chapter proves, and its groups. */
export function chapterCounts({pages, groups}: WrittenChapter) {
  const count = (kind: string) =>
    [...pages.values()].reduce(
      (sum, text) => sum + (text.match(new RegExp(`^-- ${kind}: `, "gm"))?.length ?? 0),
      0,
    );
  return {groups, figures: count("figure"), claims: count("claim")};
}
