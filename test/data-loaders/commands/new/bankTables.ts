import {uniformFloat64} from "pure-rand/distribution/uniformFloat64";
import {seededRandom} from "../../../../src/lib/statistics/matrices/seededRandom.js";

/** A table of customers as text. */
export interface MadeTable {
  csv: string;
  /** Group that each row was drawn from. */
  groups: number[];
}

function source(seed: number) {
  const random = seededRandom(seed);
  const uniform = () => uniformFloat64(random);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: <T>(values: readonly T[]) => values[Math.floor(uniform() * values.length)],
  };
}

/** Three groups, ages, occupations, regions, dates, gaps, and an outcome that goes with debt and with one occupation. */
export function cardCustomers(rows: number, seed = 7): MadeTable {
  const {uniform, normal, pick} = source(seed);
  const centres = [
    {income: 32_000, balance: 600, purchases: 3, calls: 1},
    {income: 48_000, balance: 5_500, purchases: 9, calls: 6},
    {income: 110_000, balance: 1_500, purchases: 40, calls: 2},
  ];
  const occupations = ["Media manager", "Engineer", "Teacher", "Entrepreneur", "Clerk"];
  const regions = ["North", "South", "East", "West"];
  const groups: number[] = [];
  const lines = [
    "Customer ID,Name,Annual Income,Card Balance,Purchases per Month,Calls,Age,Occupation,Region,Customer Since,Branch Code,Constant,Balance Copy,Defaulted",
  ];
  for (let i = 0; i < rows; i++) {
    const group = i % 3;
    groups.push(group);
    const {income, balance, purchases, calls} = centres[group];
    const occupation = group === 2 && uniform() < 0.5 ? "Media manager" : pick(occupations);
    const debt = Math.max(0, balance * (1 + 0.25 * normal()));
    const odds = -3 + debt / 2_500 + (occupation === "Entrepreneur" ? 1.2 : 0);
    const since = new Date(
      Date.UTC(2004 + Math.floor(uniform() * 20), Math.floor(uniform() * 12), 1 + Math.floor(uniform() * 28)),
    );
    lines.push(
      [
        `K${100_000 + i * 7}`,
        `Person ${i}`,
        i % 41 === 5 ? "" : Math.round(income * (1 + 0.12 * normal())),
        debt.toFixed(2),
        Math.max(0, Math.round(purchases * (1 + 0.25 * normal()))),
        Math.max(0, Math.round(calls + 1.1 * normal())),
        Math.round(20 + 55 * uniform()),
        i % 97 === 3 ? "" : occupation,
        pick(regions),
        since.toISOString().slice(0, 10),
        pick([101, 102, 103]),
        "EUR",
        (debt * 2).toFixed(2),
        uniform() < 1 / (1 + Math.exp(-odds)) ? "yes" : "no",
      ].join(","),
    );
  }
  return {csv: `${lines.join("\n")}\n`, groups};
}

/** One cloud: correlated variables without groups. */
export function withoutGroups(rows: number, seed = 11): MadeTable {
  const {normal} = source(seed);
  const lines = ["id,balance,income,visits,calls,logins"];
  for (let i = 0; i < rows; i++) {
    const common = normal();
    const value = (mean: number, spread: number) =>
      (mean + spread * (0.6 * common + 0.8 * normal())).toFixed(2);
    lines.push(
      [`C${i + 1}`, value(5_000, 700), value(40_000, 6_000), value(20, 4), value(9, 2), value(50, 9)].join(
        ",",
      ),
    );
  }
  return {csv: `${lines.join("\n")}\n`, groups: Array.from({length: rows}, () => 0)};
}

/** Seven groups of different sizes in six variables. */
export function sevenGroups(rows: number, seed = 13): MadeTable {
  const {normal, uniform} = source(seed);
  const centres = Array.from({length: 7}, (_, group) =>
    Array.from(
      {length: 6},
      (_, j) => 100 + 60 * Math.cos(((group + 1) * (j + 2) * 2 * Math.PI) / 7) + (j === group % 6 ? 90 : 0),
    ),
  );
  const groups: number[] = [];
  const lines = ["account no;spend;visits;calls;logins;transfers;deposits"];
  for (let i = 0; i < rows; i++) {
    const group = Math.min(6, Math.floor(7 * uniform() ** 1.2));
    groups.push(group);
    lines.push(
      [`A-${i + 1}`, ...centres[group].map((centre) => (centre + 7 * normal()).toFixed(1))].join(";"),
    );
  }
  return {csv: `${lines.join("\n")}\n`, groups};
}

/** German headers and texts, semicolons, decimal commas, points between thousands, dates with points, umlauts and quotes. */
export function germanCustomers(rows: number, seed = 17): MadeTable {
  const {normal, pick, uniform} = source(seed);
  const number = (value: number, digits: number) =>
    value.toLocaleString("de-DE", {minimumFractionDigits: digits, maximumFractionDigits: digits});
  const groups: number[] = [];
  const lines = [
    'Kundennummer;Umsatz (€);"Größe des Guthabens";Anrufe;Alter;Beruf;Kunde seit;"Filiale ""Süd"""',
  ];
  for (let i = 0; i < rows; i++) {
    const group = i % 2;
    groups.push(group);
    const [spend, savings, calls] = group === 0 ? [12_400, 900, 2] : [2_300, 30_500, 9];
    const day = String(1 + Math.floor(uniform() * 28)).padStart(2, "0");
    const month = String(1 + Math.floor(uniform() * 12)).padStart(2, "0");
    lines.push(
      [
        `D${7_000 + i}`,
        number(spend * (1 + 0.1 * normal()), 2),
        number(savings * (1 + 0.1 * normal()), 2),
        number(Math.max(0, Math.round(calls + normal())), 0),
        Math.round(18 + 60 * uniform()),
        pick(["Ärztin", "Bäcker", "Köchin", "Lehrer"]),
        `${day}.${month}.${2000 + Math.floor(uniform() * 23)}`,
        pick(["ja", "nein"]),
      ].join(";"),
    );
  }
  return {csv: `${lines.join("\n")}\n`, groups};
}

/** Two groups in 120 variables, most of which say nothing. */
export function manyColumns(rows: number, seed = 19): MadeTable {
  const {normal} = source(seed);
  const groups: number[] = [];
  const lines = [["customer_id", ...Array.from({length: 120}, (_, j) => `measure_${j + 1}`)].join(",")];
  for (let i = 0; i < rows; i++) {
    const group = i % 2;
    groups.push(group);
    lines.push(
      [
        `M${i}`,
        ...Array.from({length: 120}, (_, j) => ((j < 40 ? group * 6 : 0) + 10 + normal()).toFixed(3)),
      ].join(","),
    );
  }
  return {csv: `${lines.join("\n")}\n`, groups};
}
