import {sessionOf} from "./loadTable.js";

/** For a process of its own: asks a query that takes minutes. */
const session = await sessionOf({host: process.argv[2] ?? ""});
await session.query(
  "long query",
  "SELECT count(*) AS never FROM UNNEST(sequence(1, 10000)) AS a(i) CROSS JOIN UNNEST(sequence(1, 10000)) AS b(j) CROSS JOIN UNNEST(sequence(1, 1000)) AS c(k) WHERE (i * j * k) % 7 = 3",
);
