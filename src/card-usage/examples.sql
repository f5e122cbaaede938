-- Questions that readers may begin with, on the page that explores the tables. Each query is below its question.

-- example: Who spends, who takes cash
SELECT
  name,
  customers,
  round(100 * share, 1) AS "% of card holders",
  round(100 * total_purchases / sum(total_purchases) OVER (), 1) AS "% of purchases",
  round(100 * total_cash_advance / sum(total_cash_advance) OVER (), 1) AS "% of cash advances",
  round(total_balance / customers) AS "balance each"
FROM card_usage.segments
ORDER BY position

-- example: How full the cards are
SELECT
  s.name,
  count(*) FILTER (balance > 0.9 * credit_limit) AS "nearly full",
  round(100 * avg(CAST(balance > 0.9 * credit_limit AS INTEGER)), 1) AS "% nearly full",
  round(median(balance / credit_limit), 2) AS "median balance / limit"
FROM card_usage.customers JOIN card_usage.segments s USING (segment)
GROUP BY s.name, s.position
ORDER BY s.position
