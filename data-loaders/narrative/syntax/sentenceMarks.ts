/** Why a sentence needs no claim: it tells how something was done, what somebody thinks, or what to do. */
export const sentenceMarks = ["method", "opinion", "advice"] as const;
export type SentenceMark = (typeof sentenceMarks)[number];

/** `{method}`, `{opinion}`, `{advice}`, or advice with the claims that it rests on: `{advice:a,b}`. */
export const markSource = `\\{(?:${sentenceMarks.join("|")}|advice:[^{}\\s]*)\\}`;

/** A mark where a text begins with it. */
export const leadingMark = new RegExp(`^${markSource}`);

/** All marks of a text, each with the space before it. */
export const anyMark = new RegExp(`[^\\S\\n]*${markSource}`, "g");
