import {grouped, mean, median, numbers, type Row, share, sum, type Tables} from "./publishedRows.js";
import {above, all, atLeast, below, compare, type Sentence, sentence} from "./sentence.js";

const holders = (tables: Tables) => tables("customers");
const of = (tables: Tables, segment: string) => holders(tables).filter((row) => row.segment === segment);
const others = (tables: Tables, segment: string) => holders(tables).filter((row) => row.segment !== segment);
const value = (row: Row, column: string) => Number(row[column]);
const total = (rows: readonly Row[], column: string) => sum(numbers(rows, column));
const everybody = (tables: Tables) => [holders(tables)];
const withSome = (column: string) => (tables: Tables) => [
  holders(tables).filter((row) => value(row, column) > 0),
];
const stated = (tables: Tables) => holders(tables).filter((row) => row.minimum_payments_imputed === false);
const unstated = (tables: Tables) => holders(tables).filter((row) => row.minimum_payments_imputed === true);
const labelled = (rows: readonly Row[]) => rows.filter((row) => row.high_risk !== null);
const short = (rows: readonly Row[]) => rows.filter((row) => row.high_risk === true);

/** A segment's value against that of each other segment. */
function extreme(
  segment: string,
  measure: (rows: readonly Row[]) => number,
  isBeyond: (a: number, b: number) => boolean | null,
  among: (rows: readonly Row[]) => readonly Row[] = (rows) => rows,
): Sentence {
  return sentence(
    (tables) => [among(of(tables, segment)), among(others(tables, segment))],
    (tables) => {
      const own = measure(among(of(tables, segment)));
      const rest = Array.from(grouped(among(others(tables, segment)), "segment").values(), measure);
      return all(...rest.map((each) => isBeyond(own, each)));
    },
  );
}
const medianOf = (column: string) => (rows: readonly Row[]) => median(numbers(rows, column));
const totalOf = (column: string) => (rows: readonly Row[]) => total(rows, column);

/** A share of a set of rows. */
const part = (
  rows: (tables: Tables) => readonly Row[],
  isTrue: (row: Row) => boolean,
  isEnough: (share: number) => boolean,
) =>
  sentence(
    (tables) => [rows(tables)],
    (tables) => isEnough(share(rows(tables), isTrue)),
  );
const ofSegment = (segment: string) => (tables: Tables) => of(tables, segment);

/** What a segment makes of a total; where there is no total, there is nothing to test. */
const portion = (segment: string, column: string, isEnough: (share: number) => boolean) =>
  sentence(
    (tables) => [of(tables, segment), ...withSome(column)(tables)],
    (tables) =>
      compare(total(of(tables, segment), column), total(holders(tables), column), (a, b) => isEnough(a / b)),
  );

/** What the tenth of the rows with the largest values hold of the total; NaN of fewer than ten, which have no tenth. */
function topTenth(rows: readonly Row[], measure: (row: Row) => number): number {
  if (rows.length < 10) return Number.NaN;
  const sorted = rows.map(measure).sort((a, b) => b - a);
  return sum(sorted.slice(0, Math.floor(sorted.length / 10))) / sum(sorted);
}

/** Sentences of the chapter by their claim. */
export const cardUsageSentences: Readonly<Record<string, Sentence>> = {
  "card-usage.few-spend": sentence(withSome("purchases"), (tables) =>
    above(
      topTenth(holders(tables), (row) => value(row, "purchases")),
      0.5,
    ),
  ),
  "card-usage.few-draw": sentence(withSome("cash_advance"), (tables) =>
    above(
      topTenth(holders(tables), (row) => value(row, "cash_advance")),
      0.5,
    ),
  ),
  "card-usage.half-no-cash": part(
    holders,
    (row) => row.cash_advance === 0,
    (each) => each > 0.5,
  ),
  "card-usage.mean-misleads": sentence(withSome("purchases"), (tables) => {
    const purchases = numbers(holders(tables), "purchases");
    return above(mean(purchases), 2 * median(purchases));
  }),
  "card-usage.nearly-all-use": part(
    holders,
    (row) => value(row, "purchases") > 0 || value(row, "cash_advance") > 0,
    (each) => each > 0.99,
  ),
  "card-usage.identity": sentence(withSome("purchases"), (tables) => {
    const isSum = (row: Row) =>
      Math.abs(
        value(row, "purchases") - value(row, "one_off_purchases") - value(row, "installment_purchases"),
      ) <= 1;
    return share(holders(tables), isSum) >= 0.99;
  }),
  "card-usage.frequency-noted": sentence(withSome("cash_advance"), (tables) =>
    holders(tables).some((row) => value(row, "cash_advance_frequency") > 1),
  ),
  "card-usage.above-one-few": sentence(
    (tables) => [holders(tables).filter((row) => value(row, "cash_advance_frequency") > 1)],
    (tables) => share(holders(tables), (row) => value(row, "cash_advance_frequency") > 1) < 0.01,
  ),
  "card-usage.above-one-short-tenure": sentence(
    (tables) => [holders(tables).filter((row) => value(row, "cash_advance_frequency") > 1)],
    (tables) => {
      const longest = Math.max(...numbers(holders(tables), "tenure"));
      return holders(tables).every(
        (row) => value(row, "cash_advance_frequency") <= 1 || value(row, "tenure") < longest,
      );
    },
  ),
  "card-usage.missing-paid-nothing": part(
    unstated,
    (row) => row.payments === 0,
    (each) => each > 0.5,
  ),
  "card-usage.tenure-hardly-varies": sentence(everybody, (tables) => {
    const longest = Math.max(...numbers(holders(tables), "tenure"));
    return share(holders(tables), (row) => row.tenure === longest) > 0.8;
  }),
  "card-usage.big-outsized": sentence(
    (tables) => [of(tables, "big-spenders"), ...withSome("purchases")(tables)],
    (tables) => {
      const big = of(tables, "big-spenders");
      return atLeast(
        total(big, "purchases") / total(holders(tables), "purchases"),
        (6 * big.length) / holders(tables).length,
      );
    },
  ),
  "card-usage.big-limit": extreme("big-spenders", medianOf("credit_limit"), above),
  "card-usage.big-pay": extreme("big-spenders", medianOf("payments"), above),
  "card-usage.big-often": part(
    ofSegment("big-spenders"),
    (row) => value(row, "purchases_frequency") > 0.9,
    (each) => each > 0.5,
  ),
  "card-usage.big-safest": extreme(
    "big-spenders",
    (rows) => share(rows, (row) => row.high_risk === true),
    below,
    labelled,
  ),
  "card-usage.cash-most": portion("cash-advance", "cash_advance", (each) => each > 0.5),
  "card-usage.cash-balance": extreme("cash-advance", medianOf("balance"), above),
  "card-usage.cash-short": extreme(
    "cash-advance",
    (rows) => share(rows, (row) => row.high_risk === true),
    above,
    labelled,
  ),
  "card-usage.cash-users-both": part(
    (tables) => of(tables, "cash-advance").filter((row) => value(row, "purchases") > 0),
    (row) => value(row, "cash_advance") > 0,
    (each) => each >= 0.95,
  ),
  "card-usage.cash-never-full": part(
    ofSegment("cash-advance"),
    (row) => row.full_payment_share === 0,
    (each) => each > 0.5,
  ),
  "card-usage.cash-minimum": sentence(
    (tables) => [stated(tables).filter((row) => row.segment === "cash-advance")],
    (tables) =>
      above(
        mean(
          numbers(
            stated(tables).filter((row) => row.segment === "cash-advance"),
            "minimum_payments",
          ),
        ),
        1.5 * mean(numbers(stated(tables), "minimum_payments")),
      ),
  ),
  "card-usage.cash-limit": sentence(
    (tables) => [of(tables, "cash-advance")],
    (tables) =>
      above(
        median(numbers(of(tables, "cash-advance"), "credit_limit")),
        median(numbers(holders(tables), "credit_limit")),
      ),
  ),
  "card-usage.instalment-buys-most": extreme("instalment", totalOf("purchases"), above),
  "card-usage.instalment-most": extreme("instalment", totalOf("installment_purchases"), above),
  "card-usage.instalment-habit": part(
    ofSegment("instalment"),
    (row) => value(row, "installment_purchases_frequency") > 0.5,
    (each) => each > 0.5,
  ),
  "card-usage.instalment-low-balance": extreme("instalment", medianOf("balance"), below),
  "card-usage.instalment-no-cash": part(
    ofSegment("instalment"),
    (row) => row.cash_advance === 0,
    (each) => each > 0.5,
  ),
  "card-usage.instalment-name-misfits": sentence(
    (tables) => [of(tables, "instalment")],
    (tables) => of(tables, "instalment").some((row) => row.installment_purchases === 0),
  ),
  "card-usage.low-most": extreme("low-spenders", (rows) => rows.length, above),
  "card-usage.low-pay-least": extreme("low-spenders", medianOf("payments"), below),
  "card-usage.low-limit": extreme("low-spenders", medianOf("credit_limit"), below),
  "card-usage.low-some-cash": part(
    ofSegment("low-spenders"),
    (row) => value(row, "cash_advance") > 0,
    (each) => each > 0.5,
  ),
  "card-usage.low-third-none": part(
    ofSegment("low-spenders"),
    (row) => row.purchases === 0,
    (each) => each > 1 / 3,
  ),
  "card-usage.low-small-part": portion("low-spenders", "purchases", (each) => each < 0.2),
  "card-usage.low-cash-share": portion("low-spenders", "cash_advance", (each) => each > 0.2),
  "card-usage.low-amounts-small": sentence(
    (tables) => [of(tables, "low-spenders")],
    (tables) =>
      all(
        ...["purchases", "cash_advance"].map((column) =>
          below(median(numbers(of(tables, "low-spenders"), column)), mean(numbers(holders(tables), column))),
        ),
      ),
  ),
  "card-usage.quarter-short": part(
    (tables) => labelled(holders(tables)),
    (row) => row.high_risk === true,
    (each) => each > 0.25,
  ),
  "card-usage.most-paid-minimum": part(
    (tables) => labelled(holders(tables)),
    (row) => row.high_risk === false,
    (each) => each > 0.5,
  ),
  "card-usage.repayment-all-segments": sentence(
    (tables) => [short(holders(tables))],
    (tables) => grouped(short(holders(tables)), "segment").size === grouped(holders(tables), "segment").size,
  ),
  "card-usage.repayment-most-are-low": sentence(
    (tables) => [short(holders(tables)), of(tables, "low-spenders")],
    (tables) => share(short(holders(tables)), (row) => row.segment === "low-spenders") > 0.5,
  ),
  "card-usage.do-repayment-few": sentence(
    (tables) => [short(holders(tables))],
    (tables) =>
      above(
        topTenth(short(holders(tables)), (row) => value(row, "minimum_payments") - value(row, "payments")),
        0.5,
      ),
  ),
};
