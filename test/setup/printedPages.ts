import {inflateSync} from "node:zlib";

/** A page of a PDF as Chromium writes it. */
export interface PrintedPage {
  /** Number of the page's object in the file, by which links name it. */
  object: string;
  /** Baselines of all text on the page, in millimetres from its upper edge. */
  baselines: number[];
}

/** The pages of a PDF in their order, with the places of their text; drawings without text are not seen. */
export function printedPages(pdf: Uint8Array): PrintedPage[] {
  const text = Buffer.from(pdf).toString("latin1");
  const contents = new Map(
    Array.from(
      text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Page\b[\s\S]*?\/Contents (\d+) 0 R/g),
      ([, page, stream]) => [page, stream] as const,
    ),
  );
  return Array.from(text.matchAll(/\/Kids \[([^\]]*)\]/g), ([, kids]) => kids)
    .flatMap((kids) => Array.from(kids.matchAll(/(\d+) 0 R/g), ([, object]) => object))
    .flatMap((object) => {
      const stream = contents.get(object);
      return stream === undefined ? [] : [{object, baselines: baselines(streamOf(pdf, text, stream))}];
    });
}

function streamOf(pdf: Uint8Array, text: string, object: string): string {
  const found = new RegExp(`\\n${object} 0 obj\\s*<<[^>]*/Length (\\d+)>> stream\\r?\\n`).exec(text);
  if (found === null) throw new Error(`the PDF has no stream ${object}`);
  const start = found.index + found[0].length;
  return inflateSync(pdf.subarray(start, start + Number(found[1]))).toString("latin1");
}

/** Follows the vertical part of the transformations (`cm`, saved and restored by `q` and `Q`) to each text's place (`Tm`). */
function baselines(content: string): number[] {
  const height = 841.92;
  const kept: {scale: number; shift: number}[] = [];
  let at = {scale: 1, shift: 0};
  const found: number[] = [];
  for (const line of content.split(/\r?\n/)) {
    const words = line.trim().split(/\s+/);
    const numbers = words.slice(0, 6).map(Number);
    if (line === "q") kept.push(at);
    else if (line === "Q") at = kept.pop() ?? at;
    else if (words[6] === "cm") at = {scale: at.scale * numbers[3], shift: at.shift + at.scale * numbers[5]};
    else if (words[6] === "Tm") found.push(((height - at.shift - at.scale * numbers[5]) / 72) * 25.4);
  }
  return found;
}
