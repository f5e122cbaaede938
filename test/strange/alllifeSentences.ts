import {grouped, mean, median, numbers, type Row, share, sum, type Tables} from "./publishedRows.js";
import {above, all, atLeast, below, type Sentence, sentence} from "./sentence.js";

const customers = (tables: Tables) => tables("customers");
const of = (tables: Tables, segment: string) => customers(tables).filter((row) => row.segment === segment);
const others = (tables: Tables, segment: string) =>
  customers(tables).filter((row) => row.segment !== segment);
const value = (row: Row, column: string) => Number(row[column]);
const total = (rows: readonly Row[], column: string) => sum(numbers(rows, column));
const parameter = (tables: Tables, name: string) =>
  Number(tables("parameters").find((row) => row.name === name)?.value);
const everybody = (tables: Tables) => [customers(tables)];

/** A segment's mean against that of each other segment. */
function extreme(
  segment: string,
  column: string,
  isBeyond: (a: number, b: number) => boolean | null,
): Sentence {
  return sentence(
    (tables) => [of(tables, segment), others(tables, segment)],
    (tables) => {
      const own = mean(numbers(of(tables, segment), column));
      const rest = Array.from(grouped(others(tables, segment), "segment").values(), (rows) =>
        mean(numbers(rows, column)),
      );
      return all(...rest.map((each) => isBeyond(own, each)));
    },
  );
}
const highest = (segment: string, column: string) => extreme(segment, column, above);
const lowest = (segment: string, column: string) => extreme(segment, column, below);

const segments =
  (...names: string[]) =>
  (tables: Tables) =>
    names.map((name) => of(tables, name));
const flagged = (tables: Tables) => customers(tables).filter((row) => row.high_risk === true);
const unflagged = (tables: Tables) => customers(tables).filter((row) => row.high_risk === false);
const both = (tables: Tables) => [flagged(tables), unflagged(tables)];
const shareOf = (isTrue: (row: Row) => boolean, isEnough: (part: number) => boolean | null) =>
  sentence(everybody, (tables) => isEnough(share(customers(tables), isTrue)));
const some = (column: string, isBeyond: (number: number) => boolean) =>
  sentence(everybody, (tables) => customers(tables).some((row) => isBeyond(value(row, column))));

/** Sentences of the chapter by their claim. */
export const alllifeSentences: Readonly<Record<string, Sentence>> = {
  "alllife.premium-online": highest("premium", "online_visits"),
  "alllife.premium-limit": highest("premium", "credit_limit"),
  "alllife.premium-cards": highest("premium", "credit_cards"),
  "alllife.premium-most-contacts": highest("premium", "engagement_score"),
  "alllife.premium-rarely-branch": lowest("premium", "branch_visits"),
  "alllife.premium-rarely-call": lowest("premium", "calls"),
  "alllife.branch-visits": highest("branch", "branch_visits"),
  "alllife.branch-rarely-online": lowest("branch", "online_visits"),
  "alllife.branch-fewest-contacts": lowest("branch", "engagement_score"),
  "alllife.phone-calls": highest("phone", "calls"),
  "alllife.phone-limit": lowest("phone", "credit_limit"),
  "alllife.phone-cards": lowest("phone", "credit_cards"),
  "alllife.premium-all-above": sentence(
    (tables) => [of(tables, "premium"), others(tables, "premium")],
    (tables) => {
      const least = Math.min(...numbers(of(tables, "premium"), "credit_limit"));
      const medians = Array.from(grouped(others(tables, "premium"), "segment").values(), (rows) =>
        median(numbers(rows, "credit_limit")),
      );
      return medians.every((each) => least > each);
    },
  ),
  "alllife.premium-outsized": sentence(segments("premium"), (tables) => {
    const premium = of(tables, "premium");
    return atLeast(
      total(premium, "credit_limit") / total(customers(tables), "credit_limit"),
      (3 * premium.length) / customers(tables).length,
    );
  }),
  "alllife.branch-majority": sentence(segments("branch"), (tables) =>
    above(of(tables, "branch").length, customers(tables).length / 2),
  ),
  "alllife.branch-most-visits": sentence(segments("branch"), (tables) =>
    above(total(of(tables, "branch"), "branch_visits") / total(customers(tables), "branch_visits"), 0.5),
  ),
  "alllife.phone-most-calls": sentence(segments("phone"), (tables) =>
    above(total(of(tables, "phone"), "calls") / total(customers(tables), "calls"), 0.5),
  ),
  "alllife.phone-online-too": sentence(segments("phone", "branch"), (tables) =>
    above(
      mean(numbers(of(tables, "phone"), "online_visits")),
      mean(numbers(of(tables, "branch"), "online_visits")),
    ),
  ),
  "alllife.phone-rarely-branch": sentence(segments("phone"), (tables) =>
    below(mean(numbers(of(tables, "phone"), "branch_visits")), 1),
  ),
  "alllife.limits-not-alike": sentence(segments("branch", "phone"), (tables) =>
    above(
      mean(numbers(of(tables, "branch"), "credit_limit")),
      2 * mean(numbers(of(tables, "phone"), "credit_limit")),
    ),
  ),
  "alllife.policy-flags-most": shareOf(
    (row) => row.high_risk === true,
    (part) => part > 0.5,
  ),
  "alllife.policy-phone": sentence(segments("phone", "premium"), (tables) =>
    all(
      share(of(tables, "phone"), (row) => row.high_risk === true) > 0.95,
      of(tables, "premium").every((row) => row.high_risk !== true),
    ),
  ),
  "alllife.frequent-callers-most": sentence(segments("phone"), (tables) => {
    const line = parameter(tables, "pilot_calls");
    const frequent = of(tables, "phone").filter((row) => value(row, "calls") >= line);
    return above(total(frequent, "calls") / total(customers(tables), "calls"), 0.5);
  }),
  "alllife.online-few": shareOf(
    (row) => value(row, "online_visits") <= 2,
    (part) => part > 0.5,
  ),
  "alllife.calls-middle-minority": shareOf(
    (row) => value(row, "calls") >= 4 && value(row, "calls") <= 6,
    (part) => part < 1 / 3,
  ),
  "alllife.cards-middle": shareOf(
    (row) => value(row, "credit_cards") >= 3 && value(row, "credit_cards") <= 6,
    (part) => part > 0.5,
  ),
  "alllife.no-premium-callers": sentence(
    (tables) => [customers(tables).filter((row) => row.credit_category === "High")],
    (tables) =>
      customers(tables)
        .filter((row) => row.credit_category === "High")
        .every((row) => value(row, "calls") < parameter(tables, "pilot_calls")),
  ),
  "alllife.calls-most-used": sentence(everybody, (tables) => {
    const [calls, online, branch] = ["calls", "online_visits", "branch_visits"].map((column) =>
      total(customers(tables), column),
    );
    return calls > online && calls > branch && branch < online;
  }),
  "alllife.category-complete": sentence(everybody, (tables) =>
    customers(tables).every((row) => row.credit_category !== null),
  ),
  "alllife.category-most-nan": sentence(everybody, (tables) => {
    const average = mean(numbers(customers(tables), "credit_limit"));
    return share(customers(tables), (row) => value(row, "credit_limit") < average) > 0.5;
  }),
  "alllife.limit-median-half": sentence(everybody, (tables) => {
    const limits = numbers(customers(tables), "credit_limit");
    return below(median(limits), 0.6 * mean(limits));
  }),
  "alllife.few-cards-call-more": sentence(
    (tables) => {
      const line = parameter(tables, "few_cards");
      return [
        customers(tables).filter((row) => value(row, "credit_cards") <= line),
        customers(tables).filter((row) => value(row, "credit_cards") > line),
      ];
    },
    (tables) => {
      const line = parameter(tables, "few_cards");
      const calls = (isFew: boolean) =>
        mean(
          numbers(
            customers(tables).filter((row) => value(row, "credit_cards") <= line === isFew),
            "calls",
          ),
        );
      return above(calls(true), 2 * calls(false));
    },
  ),
  "alllife.few-cards-half": sentence(
    (tables) => [
      customers(tables).filter((row) => value(row, "credit_cards") <= parameter(tables, "few_cards")),
    ],
    (tables) => {
      const few = customers(tables).filter(
        (row) => value(row, "credit_cards") <= parameter(tables, "few_cards"),
      );
      return atLeast(total(few, "calls") / total(customers(tables), "calls"), 0.5);
    },
  ),
  "alllife.many-contacts-outsized": sentence(
    (tables) => [
      customers(tables).filter((row) => value(row, "engagement_score") >= parameter(tables, "many_contacts")),
    ],
    (tables) => {
      const line = parameter(tables, "many_contacts");
      const many = customers(tables).filter((row) => value(row, "engagement_score") >= line);
      return above(
        total(many, "engagement_score") / total(customers(tables), "engagement_score"),
        (1.5 * many.length) / customers(tables).length,
      );
    },
  ),
  "alllife.rare-logins-branch": sentence(
    (tables) => [
      customers(tables).filter((row) => value(row, "online_visits") <= parameter(tables, "rare_logins")),
      of(tables, "branch"),
    ],
    (tables) => {
      const rare = customers(tables).filter(
        (row) => value(row, "online_visits") <= parameter(tables, "rare_logins"),
      );
      return share(rare, (row) => row.segment === "branch") > 0.5;
    },
  ),
  "alllife.bundles-mid": sentence(
    (tables) => [of(tables, "branch").filter((row) => row.credit_category !== "Low")],
    (tables) => {
      const bundles = of(tables, "branch").filter((row) => row.credit_category !== "Low");
      return above(total(bundles, "credit_limit") / total(customers(tables), "credit_limit"), 1 / 3);
    },
  ),
  "alllife.low-category-most": shareOf(
    (row) => row.credit_category === "Low",
    (part) => part > 0.5,
  ),
  "alllife.risk-wider-limit": some("credit_limit", (limit) => limit > 100_000),
  "alllife.risk-wider-cards": some("credit_cards", (cards) => cards > 7),
  "alllife.risk-wider-branch": some("branch_visits", (visits) => visits > 2),
  "alllife.risk-wider-calls": some("calls", (calls) => calls > 9),
  "alllife.risk-source-line-all": shareOf(
    (row) => value(row, "credit_limit") < 100_000,
    (part) => part > 0.9,
  ),
  "alllife.risk-contacts-alike": sentence(both, (tables) =>
    above(
      mean(numbers(flagged(tables), "engagement_score")),
      mean(numbers(unflagged(tables), "engagement_score")),
    ),
  ),
  "alllife.risk-not-rare-visitors": sentence(
    (tables) => [flagged(tables)],
    (tables) => share(flagged(tables), (row) => value(row, "branch_visits") > 1) > 0.5,
  ),
  "alllife.risk-more-calls": sentence(both, (tables) =>
    above(mean(numbers(flagged(tables), "calls")), mean(numbers(unflagged(tables), "calls"))),
  ),
  "alllife.risk-fewer-online": sentence(both, (tables) =>
    below(mean(numbers(flagged(tables), "online_visits")), mean(numbers(unflagged(tables), "online_visits"))),
  ),
  "alllife.risk-fewer-cards": sentence(both, (tables) =>
    below(
      median(numbers(flagged(tables), "credit_cards")),
      median(numbers(unflagged(tables), "credit_cards")),
    ),
  ),
  "alllife.risk-visits-all": sentence(everybody, (tables) => {
    const numbersOfVisits = grouped(customers(tables), "branch_visits");
    if (numbersOfVisits.size < 2) return null;
    return [...numbersOfVisits.values()].every((rows) => share(rows, (row) => row.high_risk === true) > 0.5);
  }),
};
