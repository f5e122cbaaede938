import {spawnSync} from "node:child_process";
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";

/** The oldest Java that this version of Trino runs on. */
const OLDEST = 24;

/** Where Linux distributions put several Javas side by side. */
const SIDE_BY_SIDE = "/usr/lib/jvm";

/** A Java that Trino runs on: that of JAVA_HOME, that on the path, or one of those side by side; else why there is none. */
export function findJava(): {java: string} | {missing: string} {
  const homes = existsSync(SIDE_BY_SIDE)
    ? readdirSync(SIDE_BY_SIDE).map((name) => join(SIDE_BY_SIDE, name))
    : [];
  const all = [
    ...(process.env.JAVA_HOME === undefined ? [] : [join(process.env.JAVA_HOME, "bin/java")]),
    "java",
    ...homes.map((home) => join(home, "bin/java")),
  ];
  const java = all.find((command) => versionOf(command) >= OLDEST);
  return java === undefined ? {missing: `no Java of version ${OLDEST} or later`} : {java};
}

function versionOf(java: string): number {
  const {stderr} = spawnSync(java, ["-version"], {encoding: "utf8"});
  return Number(/version "(\d+)/.exec(stderr ?? "")?.[1] ?? 0);
}
