/** What the words of a claim's `evidence` header mean, for readers. */
const meanings: Record<string, string> = {
  description: "It describes these customers, counted in full. It says nothing about others.",
  "two methods": "Two methods that work differently were compared on the same customers.",
  restarts: "The same method was run again from other random starts.",
  resampling: "The method was run again on customers drawn anew from the same ones.",
  test: "A statistical test, with the chance of error that its query names.",
  policy: "The label is a policy of the bank. It is not an observed default.",
  "policy, no default observed": "The label is a policy of the bank. No default was observed.",
  proxy: "The label is a behaviour that may go with risk. It is not an observed default.",
  "proxy, no default observed": "The label is a behaviour that may go with risk. No default was observed.",
};

/** The strength of a claim's evidence as a sentence or two. */
export function evidenceStrength(header: string | undefined): string {
  if (header === undefined || header === "") return "Not said.";
  const name = `${header.slice(0, 1).toUpperCase()}${header.slice(1)}.`;
  const meaning = meanings[header.toLowerCase()];
  return meaning === undefined ? name : `${name} ${meaning}`;
}
