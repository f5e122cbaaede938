-- Claims of the page Exploration. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- What a claim is about must be there: where one of these is empty, there is nothing to test.

-- claim: card-usage.few-spend
-- label: The tenth of the card holders with the largest purchases make more than half of all purchases
-- evidence: description
-- about: card_usage.customers WHERE purchases > 0
SELECT sum(purchases) FILTER (place <= 0.1) > 0.5 * sum(purchases)
FROM (SELECT purchases, row_number() OVER (ORDER BY purchases DESC) / count(*) OVER () AS place FROM card_usage.customers);

-- claim: card-usage.few-draw
-- label: The tenth of the card holders with the largest cash advances draw more than half of all cash
-- evidence: description
-- about: card_usage.customers WHERE cash_advance > 0
SELECT sum(cash_advance) FILTER (place <= 0.1) > 0.5 * sum(cash_advance)
FROM (SELECT cash_advance, row_number() OVER (ORDER BY cash_advance DESC) / count(*) OVER () AS place FROM card_usage.customers);

-- claim: card-usage.half-no-cash
-- label: More than half of the card holders drew no cash
-- evidence: description
-- about: card_usage.customers
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) > 0.5 FROM card_usage.customers;

-- claim: card-usage.mean-misleads
-- label: Mean purchases are more than twice the median
-- evidence: description
-- about: card_usage.customers WHERE purchases > 0
SELECT avg(purchases) > 2 * median(purchases) FROM card_usage.customers;

-- claim: card-usage.all-skewed
-- label: Every amount is strongly skewed to the right (skewness above 1)
-- evidence: description
-- about: card_usage.variables WHERE unit = '$'
SELECT bool_and(coalesce(s.skewness > 1, false)) FROM card_usage.variables v LEFT JOIN card_usage.variable_summary s ON s.variable = v.name WHERE v.unit = '$';

-- claim: card-usage.amounts-span
-- label: Among those who have any, the largest value of each amount is at least five times the median
-- evidence: description
-- about: card_usage.customers WHERE greatest(balance, purchases, one_off_purchases, installment_purchases, cash_advance, credit_limit, payments) > 0
SELECT bool_and(largest >= 5 * middle)
FROM (SELECT max(value) AS largest, median(value) AS middle
  FROM (UNPIVOT (SELECT balance, purchases, one_off_purchases, installment_purchases, cash_advance, credit_limit, payments,
      CASE WHEN minimum_payments_imputed THEN NULL ELSE minimum_payments END AS minimum_payments
    FROM card_usage.customers)
    ON COLUMNS(*) INTO NAME name VALUE value)
  WHERE value > 0 GROUP BY name);

-- claim: card-usage.nearly-all-use
-- label: More than 99% of the card holders bought or drew cash
-- evidence: description
-- about: card_usage.customers
SELECT avg(CAST(purchases > 0 OR cash_advance > 0 AS INTEGER)) > 0.99 FROM card_usage.customers;

-- claim: card-usage.buy-or-draw
-- label: Purchases and cash advances are negatively correlated by rank (interval below 0)
-- evidence: description
-- about: card_usage.correlations WHERE method = 'spearman' AND first_variable = 'purchases' AND second_variable = 'cash_advance' AND upper IS NOT NULL
SELECT upper < 0 FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'purchases' AND second_variable = 'cash_advance';

-- claim: card-usage.habits-are-one
-- label: The amount and the frequency of cash advances have a rank correlation above 0.9
-- evidence: description
-- about: card_usage.correlations WHERE method = 'spearman' AND first_variable = 'cash_advance' AND second_variable = 'cash_advance_frequency' AND coefficient IS NOT NULL
SELECT coefficient > 0.9 FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'cash_advance' AND second_variable = 'cash_advance_frequency';
