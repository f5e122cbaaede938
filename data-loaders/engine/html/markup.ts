/** HTML. Text becomes it only through the tag `html`, which escapes, or by `markupFrom`. */
export class Markup {
  private readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  /** For `html` and `markupFrom` alone. */
  static of(text: string): Markup {
    return new Markup(text);
  }

  toString(): string {
    return this.text;
  }
}

/** What a template takes: text and numbers are escaped, markup is put in as it is, lists one after another. */
export type Part = Markup | string | number | readonly Part[];

/** Writes HTML, in content and in attributes in double quotes: whatever is put in is escaped unless it is markup itself. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Markup {
  // tens of thousands of cells are written so: a list of the pieces would take longer than the pieces
  let text = texts[0];
  for (let i = 0; i < parts.length; i++) text += written(parts[i]) + texts[i + 1];
  return Markup.of(text);
}

/** Pieces of markup with something between them. */
export function joined(parts: readonly Markup[], between: Markup | "\n"): Markup {
  return Markup.of(parts.map(String).join(String(between)));
}

/** HTML that another library wrote and escaped: a drawing, or rendered Markdown. */
export function markupFrom(text: string): Markup {
  return Markup.of(text);
}

function written(part: Part): string {
  if (part instanceof Markup) return part.toString();
  if (Array.isArray(part)) return part.map(written).join("");
  const text = String(part);
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
