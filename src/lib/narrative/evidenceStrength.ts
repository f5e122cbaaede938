/** What the words of a claim's `evidence` header mean, for readers. */
const meanings: Record<string, string> = {
  description: "It describes these customers, counted in full. It says nothing about others.",
  "two methods": "Two methods that work differently were compared on the same customers.",
  restarts: "The same method was run again from other random starts.",
  resampling: "The method was run again on customers drawn anew from the same ones.",
  bootstrap: "The method was run again on customers drawn anew from the same ones.",
  "re-run": "The method was run again with another treatment of the data.",
  "four linkages": "Four ways of joining clusters were compared on the same customers.",
  "comparison with a source": "It compares what another document says with these data.",
  "power calculation": "A calculation of what a trial of this size could show. No trial was made.",
  assumption: "It rests on an assumption that the page names. Nothing was observed.",
  assumptions: "It rests on assumptions that the page names. Nothing was observed.",
  "test after clustering":
    "A statistical test on groups that were made from the same variables: differences are to be expected.",
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
