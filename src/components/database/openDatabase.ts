import {DatabaseError} from "../../lib/database/databaseError.js";
import type {Database} from "./Database.js";
import {databaseAddresses} from "./databaseAddresses.js";
import type {LoadProgress} from "./startEngine.js";

/** What the first query downloads, in millions of bytes; later ones take it from the browser's cache. */
export const engineMegabytes = 7;

const listeners = new Set<(progress: LoadProgress) => void>();
let opening: Promise<Database> | undefined;

/**
 * Opens the published databases in the reader's browser, once for the page: the engine is loaded by the first
 * call and not before.
 *
 * @param onProgress told how much of the engine has arrived
 * @throws DatabaseError `engine` if the engine or the data cannot be loaded; the next call tries again
 */
export function openDatabase(onProgress?: (progress: LoadProgress) => void): Promise<Database> {
  if (onProgress) listeners.add(onProgress);
  opening ??= start().catch((error) => {
    opening = undefined;
    throw error;
  });
  const forget = () => {
    if (onProgress) listeners.delete(onProgress);
  };
  opening.then(forget, forget);
  return opening;
}

async function start(): Promise<Database> {
  try {
    const {startEngine} = await import("./startEngine.js");
    const database = await startEngine(databaseAddresses(document), (progress) => {
      for (const listener of listeners) listener(progress);
    });
    void database.closed.then(() => {
      opening = undefined;
    });
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError("engine", `The database engine could not be started: ${reason}`);
  }
}
