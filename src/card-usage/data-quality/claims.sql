-- Claims of the page Data and quality. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: card-usage.identity
-- label: For at least 99% of the card holders, purchases are within a dollar of one-off plus instalment purchases
-- evidence: description
-- about: card_usage.customers WHERE purchases > 0
-- figures: card-usage.identity.off, card-usage.identity.largest-gap, card-usage.identity.correlation
SELECT avg(CAST(abs(purchases - one_off_purchases - installment_purchases) <= 1 AS INTEGER)) >= 0.99 FROM card_usage.customers;

-- claim: card-usage.nothing-failed
-- label: No rule of the contract failed
-- evidence: description
-- about: card_usage.quality_rules
SELECT sum(failed) = 0 FROM card_usage.quality_rules;

-- claim: card-usage.frequency-noted
-- label: Some card holders have a cash-advance frequency above one
-- evidence: description
-- about: card_usage.customers WHERE cash_advance > 0
-- figures: card-usage.quality.frequency-above, card-usage.quality.frequency-max
SELECT count(*) > 0 FROM card_usage.customers WHERE cash_advance_frequency > 1;

-- claim: card-usage.above-one-few
-- label: Fewer than one card holder in a hundred has a cash-advance frequency above one
-- evidence: description
-- about: card_usage.customers WHERE cash_advance_frequency > 1
-- figures: card-usage.quality.frequency-above
SELECT avg(CAST(cash_advance_frequency > 1 AS INTEGER)) < 0.01 FROM card_usage.customers;

-- claim: card-usage.above-one-short-tenure
-- label: Every card holder with a cash-advance frequency above one has a tenure below the longest
-- evidence: description
-- about: card_usage.customers WHERE cash_advance_frequency > 1
SELECT bool_and(tenure < (SELECT max(tenure) FROM card_usage.customers)) FROM card_usage.customers WHERE cash_advance_frequency > 1;

-- claim: card-usage.missing-paid-nothing
-- label: Most card holders without a stated minimum paid nothing
-- evidence: description
-- about: card_usage.customers WHERE minimum_payments_imputed
-- figures: card-usage.quality.no-payment-among-missing
SELECT avg(CAST(payments = 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE minimum_payments_imputed;

-- claim: card-usage.missing-not-random
-- label: Card holders without a stated minimum are at least twice as likely to have paid nothing as the others
-- evidence: description
-- about: card_usage.customers WHERE minimum_payments_imputed
-- about: card_usage.customers WHERE NOT minimum_payments_imputed
-- figures: card-usage.quality.no-payment-among-missing
SELECT avg(CAST(payments = 0 AS INTEGER)) FILTER (minimum_payments_imputed) >= 2 * avg(CAST(payments = 0 AS INTEGER)) FILTER (NOT minimum_payments_imputed)
  AND count(*) FILTER (minimum_payments_imputed AND payments = 0) > 0
FROM card_usage.customers;

-- claim: card-usage.months-of-tenure
-- label: Times the tenure, every purchase and cash-advance frequency is a whole number of months
-- evidence: description
-- about: card_usage.customers WHERE purchases_frequency > 0 OR cash_advance_frequency > 0
SELECT bool_and(abs(tenure * purchases_frequency - round(tenure * purchases_frequency)) < 0.001 AND abs(tenure * cash_advance_frequency - round(tenure * cash_advance_frequency)) < 0.001)
FROM card_usage.customers;

-- claim: card-usage.not-six-months
-- label: Some card holders with the longest tenure bought in a share of months that six months cannot give
-- evidence: description
-- about: card_usage.customers WHERE tenure = (SELECT max(tenure) FROM card_usage.customers)
-- figures: card-usage.quality.not-sixths
SELECT avg(CAST(abs(6 * purchases_frequency - round(6 * purchases_frequency)) > 0.001 AS INTEGER)) > 0 FROM card_usage.customers WHERE tenure = (SELECT max(tenure) FROM card_usage.customers);

-- claim: card-usage.tenure-hardly-varies
-- label: More than four in five card holders have the longest tenure
-- evidence: description
-- about: card_usage.customers
-- figures: card-usage.quality.tenure-full
SELECT avg(CAST(tenure = (SELECT max(tenure) FROM card_usage.customers) AS INTEGER)) > 0.8 FROM card_usage.customers;

-- claim: card-usage.imputation-harmless
-- label: Each other way to fill the gaps gives nearly the same groups (adjusted Rand index above 0.95)
-- evidence: re-run
-- about: card_usage.customers WHERE minimum_payments_imputed OR credit_limit_imputed
-- about: card_usage.preparations WHERE preparation IN ('mean', 'neighbours', 'dropped') AND chosen
SELECT bool_and(coalesce(adjusted_rand > 0.95, false)) FROM card_usage.preparations WHERE preparation IN ('mean', 'neighbours', 'dropped') AND chosen;

-- claim: card-usage.quarter-short
-- label: More than a quarter of those with a stated minimum paid less than it
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE high_risk IS NOT NULL
SELECT avg(CAST(high_risk AS INTEGER)) > 0.25 FROM card_usage.customers;

-- claim: card-usage.all-vary
-- label: No variable is the same for everybody
-- about: card_usage.variables JOIN card_usage.variable_summary ON variable = name
-- evidence: description
SELECT count(*) FILTER (min < max) = count(*) FROM card_usage.variables JOIN card_usage.variable_summary ON variable = name;

-- claim: card-usage.amounts-plausible
-- label: In each check of sizes and in each check between columns, fewer than one row in twenty was noted
-- evidence: description
-- about: card_usage.quality_rules WHERE checked > 0
SELECT max(noted / checked) < 0.05 FROM card_usage.quality_rules
WHERE checked > 0 AND (rule_id LIKE '%.range' OR rule_id LIKE '%.tail' OR rule_id LIKE '%.median' OR rule_id LIKE 'relation.%');
