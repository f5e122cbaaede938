import type {SavedModel} from "../../lib/scoring/savedModel.js";

/** Reads the saved models of all data sets, in the order of the chapters; the page's `meta` tags say where they are. */
export async function loadModels(document: Document): Promise<SavedModel[]> {
  const root = document.querySelector<HTMLMetaElement>('meta[name="cardlens-root"]')?.content ?? "./";
  const tags = document.querySelectorAll<HTMLMetaElement>('meta[name="cardlens-database"]');
  const addresses = Array.from(tags, ({dataset}) => dataset.model ?? "").filter((address) => address !== "");
  return Promise.all(
    addresses.map(async (address): Promise<SavedModel> => {
      const response = await fetch(new URL(root + address, document.baseURI));
      if (!response.ok) throw new Error(`The saved model ${address} is not there (${response.status}).`);
      return response.json();
    }),
  );
}
