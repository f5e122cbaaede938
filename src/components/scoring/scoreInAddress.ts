/** Names of variables hold no hyphen and no point: these keys cannot be one of them. */
const DATASET = "data-set";
const WHAT_IF = "if.";

/**
 * What the page's address holds after `#`, which a browser sends to nobody: the data set, the fields of the form that were
 * changed, as they were typed, and `if.NAME` for what-if values.
 */
function parameters(): URLSearchParams {
  const text = location.hash.slice(1);
  // what has no = is the place of a heading
  return new URLSearchParams(text.includes("=") ? text : "");
}

function put(state: URLSearchParams): void {
  const text = state.toString();
  history.replaceState(history.state, "", text === "" ? location.pathname + location.search : `#${text}`);
}

/** The data set that the address is about, if any. */
export function datasetInAddress(): string | null {
  return parameters().get(DATASET);
}

/** Begins anew, with another data set. */
export function putDatasetInAddress(dataset: string): void {
  put(new URLSearchParams({[DATASET]: dataset}));
}

/** A field of the form as it was typed; null where the address does not say. */
export function fieldInAddress(dataset: string, name: string): string | null {
  const state = parameters();
  return state.get(DATASET) === dataset ? state.get(name) : null;
}

/** Puts a field of the form into the address; what-if values were of the customer before. */
export function putFieldInAddress(dataset: string, name: string, text: string): void {
  const state = parameters();
  for (const key of [...state.keys()]) if (key.startsWith(WHAT_IF)) state.delete(key);
  state.set(DATASET, dataset);
  state.set(name, text);
  put(state);
}

/** What-if values by variable. */
export function whatIfInAddress(dataset: string): Record<string, number> {
  const state = parameters();
  if (state.get(DATASET) !== dataset) return {};
  return Object.fromEntries(
    [...state]
      .filter(([key, text]) => key.startsWith(WHAT_IF) && text !== "" && Number.isFinite(Number(text)))
      .map(([key, text]) => [key.slice(WHAT_IF.length), Number(text)]),
  );
}

/** Puts all what-if values into the address, in place of those before. */
export function putWhatIfInAddress(dataset: string, values: Readonly<Record<string, number>>): void {
  const state = parameters();
  for (const key of [...state.keys()]) if (key.startsWith(WHAT_IF)) state.delete(key);
  for (const [name, value] of Object.entries(values)) state.set(WHAT_IF + name, String(value));
  if (state.size > 0) state.set(DATASET, dataset);
  put(state);
}
