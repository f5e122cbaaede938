import {relative} from "node:path";
import {fileURLToPath} from "node:url";
import {projectPath} from "../../engine/project/projectPath.js";
import type {Problem} from "../syntax/problem.js";

/** The id under which a chapter's `charts.ts` fails: none of its charts can be drawn. */
export function allChartsOf(chapter: string): string {
  return `${chapter}.*`;
}

/** The name that a chapter's ids begin with: its folder's. */
export function chapterOf(id: string): string {
  return id.split(".")[0];
}

/** Where in the report's own modules an error arose, by its stack; what the shared library throws, its caller asked for. */
export function placeInSource(error: unknown): Pick<Problem, "file" | "line" | "column"> | undefined {
  const stack = (error instanceof Error ? error.stack : undefined) ?? "";
  for (const [, place, line, column] of stack.matchAll(/((?:file:\/\/)?\/[^\s()]+?):(\d+):(\d+)/g)) {
    const path = place.startsWith("file:") ? fileURLToPath(place) : place;
    const file = relative(projectPath("."), path).replaceAll("\\", "/");
    if (file.startsWith("src/") && !file.startsWith("src/lib/"))
      return {file, line: Number(line), column: Number(column)};
  }
  return undefined;
}

/** What esbuild throws where modules do not compile. */
interface BuildFailure {
  errors: {text: string; location: {file: string; line: number; column: number} | null}[];
}

/**
 * Why none of a file's charts can be drawn: its modules do not compile, or fail when they are loaded.
 *
 * @param file a chapter's `charts.ts`
 * @throws the error itself where it did not arise in the report's modules
 */
export function chartsProblems(error: unknown, file: string): Problem[] {
  const id = allChartsOf(file.split("/")[1]);
  const problem = (place: Pick<Problem, "file" | "line" | "column">, message: string): Problem => ({
    ...place,
    level: "error",
    message,
    id,
  });
  if (isBuildFailure(error))
    return error.errors.map(({text, location}) =>
      problem(
        location === null
          ? {file, line: 1, column: 1}
          : {file: location.file, line: location.line, column: location.column + 1},
        text,
      ),
    );
  const place = placeInSource(error);
  if (place === undefined) throw error;
  return [problem(place, String(error))];
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}
