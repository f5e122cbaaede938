/** What is wrong with the machine, and what to do about it. `PATH` is the file concerned, where that is known. */
const faults: readonly {code: RegExp; message: (path: string) => string}[] = [
  {
    code: /\bENOSPC\b|No space left on device/i,
    message: (path) =>
      `the disk is full${writing(path)}. Free some space (.cache and src/.observablehq can be deleted) and run the command again.`,
  },
  {
    code: /\bEDQUOT\b|Disk quota exceeded/i,
    message: (path) =>
      `this account's disk quota is used up${writing(path)}. Free some space (.cache and src/.observablehq can be deleted) and run the command again.`,
  },
  {
    code: /\bEFBIG\b|File too large/i,
    message: (path) =>
      `a file is larger than this account or disk allows${writing(path)}. Raise the limit (ulimit -f unlimited) or use a disk without one, and run the command again.`,
  },
  {
    // Node says ENOENT where it cannot make a folder and the folders above on a read-only disk
    code: /\bEROFS\b|Read-only file system|ENOENT: no such file or directory, mkdir/i,
    message: (path) =>
      `the disk is read-only${writing(path)}. Mount it so that it can be written, or copy the project to another disk, and run the command again.`,
  },
  {
    code: /\b(EACCES|EPERM)\b|Permission denied|Operation not permitted/i,
    message: (path) =>
      `this account has no permission${path === "" ? "" : ` for ${path}`}. Give it the permission to read and write there (chown, chmod), and run the command again.`,
  },
  {
    code: /\b(EMFILE|ENFILE)\b|Too many open files/i,
    message: () =>
      "too many files are open at once. Raise the limit (ulimit -n 1024) or end other programs, and run the command again.",
  },
  {
    code: /\bEBUSY\b|Device or resource busy/i,
    message: (path) =>
      `${path === "" ? "a file or folder" : path} is in use by the system or another program. End that program, or unmount the folder, and run the command again.`,
  },
];

function writing(path: string): string {
  return path === "" ? "" : ` (writing ${path})`;
}

/**
 * A fault of the machine as one line that says what to do, or undefined where the error is none: disk full or read-only, no
 * permission, too many open files, a file too large or in use. Threads, other programs and DuckDB hand on the message only.
 */
export function systemFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const text = `${code} ${error.message}`;
  const fault = faults.find(({code: pattern}) => pattern.test(text));
  if (fault !== undefined) return fault.message(pathOf(error));
  return error.cause === undefined ? undefined : systemFault(error.cause);
}

function pathOf(error: Error): string {
  for (const name of ["dest", "path"] as const) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === "string") return value;
  }
  return (
    /(?:open|mkdir|rename|copyfile|unlink|write|file|database)\b[^'"\n]{0,40}['"]([^'"\n]+)['"]/i.exec(
      error.message,
    )?.[1] ?? ""
  );
}
