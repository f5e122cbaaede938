-- Claims of the card-usage chapter. Each is one truth value from the published tables; pages mark the sentence that it carries as [sentence](claim:id).
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

-- claim: card-usage.identity
-- label: For at least 99% of the card holders, purchases are within a dollar of one-off plus instalment purchases
-- evidence: description
-- about: card_usage.customers WHERE purchases > 0
-- figures: card-usage.identity.off, card-usage.identity.largest-gap, card-usage.identity.correlation
SELECT avg(CAST(abs(purchases - one_off_purchases - installment_purchases) <= 1 AS INTEGER)) >= 0.99 FROM card_usage.customers;

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

-- claim: card-usage.big-outsized
-- label: Big spenders make at least six times their share of the purchases
-- evidence: description
-- about: card_usage.segments WHERE segment = 'big-spenders'
-- about: card_usage.customers WHERE purchases > 0
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) >= 6 * share FROM card_usage.segments WHERE segment = 'big-spenders';

-- claim: card-usage.big-limit
-- label: Big spenders have the highest median limit
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'big-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'big-spenders'
SELECT median > (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'big-spenders')
FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'big-spenders';

-- claim: card-usage.big-pay
-- label: Big spenders have the highest median payments
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'big-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'big-spenders'
SELECT median > (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'big-spenders')
FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'big-spenders';

-- claim: card-usage.big-often
-- label: Most big spenders buy in more than nine months out of ten
-- evidence: description
-- about: card_usage.customers WHERE segment = 'big-spenders'
SELECT avg(CAST(purchases_frequency > 0.9 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'big-spenders';

-- claim: card-usage.big-safest
-- label: Big spenders least often paid less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE segment = 'big-spenders' AND high_risk IS NOT NULL
-- about: card_usage.customers WHERE segment <> 'big-spenders' AND high_risk IS NOT NULL
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'big-spenders') < (SELECT min(short) FROM (SELECT avg(CAST(high_risk AS INTEGER)) AS short FROM card_usage.customers WHERE segment <> 'big-spenders' GROUP BY segment))
FROM card_usage.customers;

-- claim: card-usage.big-mixed
-- label: The mean silhouette of the big spenders is within 0.1 of zero
-- evidence: description
-- about: card_usage.segments WHERE segment = 'big-spenders' AND silhouette IS NOT NULL
SELECT abs(silhouette) < 0.1 FROM card_usage.segments WHERE segment = 'big-spenders';

-- claim: card-usage.big-as-said
-- label: On average, big spenders come first in purchases, in months with purchases and in limits, and first or second in balances
-- evidence: description
-- about: card_usage.segment_profiles WHERE segment = 'big-spenders'
-- about: card_usage.segment_profiles WHERE segment <> 'big-spenders'
-- figures: card-usage.big.median-purchases, card-usage.big.median-limit
SELECT bool_and(rank <= CASE variable WHEN 'balance' THEN 2 ELSE 1 END)
FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS rank FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'purchases_frequency', 'credit_limit', 'balance'))
WHERE segment = 'big-spenders';

-- claim: card-usage.cash-most
-- label: Cash-advance users draw more than half of the cash
-- evidence: description
-- about: card_usage.segments WHERE segment = 'cash-advance'
-- about: card_usage.customers WHERE cash_advance > 0
SELECT total_cash_advance > 0.5 * (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'cash-advance';

-- claim: card-usage.cash-balance
-- label: Cash-advance users have the highest median balance
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'cash-advance'
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'cash-advance'
SELECT median > (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'cash-advance')
FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'cash-advance';

-- claim: card-usage.cash-short
-- label: Cash-advance users most often paid less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE segment = 'cash-advance' AND high_risk IS NOT NULL
-- about: card_usage.customers WHERE segment <> 'cash-advance' AND high_risk IS NOT NULL
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'cash-advance') > (SELECT max(short) FROM (SELECT avg(CAST(high_risk AS INTEGER)) AS short FROM card_usage.customers WHERE segment <> 'cash-advance' GROUP BY segment))
FROM card_usage.customers;

-- claim: card-usage.cash-users-both
-- label: At least 95% of the cash-advance users who bought drew cash too
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance' AND purchases > 0
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) >= 0.95 FROM card_usage.customers WHERE segment = 'cash-advance' AND purchases > 0;

-- claim: card-usage.cash-never-full
-- label: Most cash-advance users never paid in full
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance'
SELECT avg(CAST(full_payment_share = 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'cash-advance';

-- claim: card-usage.cash-minimum
-- label: The stated minimum payments of cash-advance users are, on average, more than half as high again as those of all card holders
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance' AND NOT minimum_payments_imputed
SELECT avg(minimum_payments) FILTER (segment = 'cash-advance') > 1.5 * avg(minimum_payments) FROM card_usage.customers WHERE NOT minimum_payments_imputed;

-- claim: card-usage.cash-limit
-- label: The median limit of cash-advance users is above that of all card holders
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance'
SELECT median(credit_limit) FILTER (segment = 'cash-advance') > median(credit_limit) FROM card_usage.customers;

-- claim: card-usage.instalment-buys-most
-- label: Instalment buyers make more of the purchases than any other segment
-- evidence: description
-- about: card_usage.segments WHERE segment = 'instalment'
-- about: card_usage.segments WHERE segment <> 'instalment'
-- about: card_usage.customers WHERE purchases > 0
SELECT total_purchases > (SELECT max(total_purchases) FROM card_usage.segments WHERE segment <> 'instalment') FROM card_usage.segments WHERE segment = 'instalment';

-- claim: card-usage.instalment-most
-- label: Instalment buyers make more of the instalment purchases than any other segment
-- evidence: description
-- about: card_usage.segments WHERE segment = 'instalment'
-- about: card_usage.segments WHERE segment <> 'instalment'
-- about: card_usage.customers WHERE installment_purchases > 0
SELECT total_installment_purchases > (SELECT max(total_installment_purchases) FROM card_usage.segments WHERE segment <> 'instalment') FROM card_usage.segments WHERE segment = 'instalment';

-- claim: card-usage.instalment-habit
-- label: Most instalment buyers buy by instalments in more than half of the months
-- evidence: description
-- about: card_usage.customers WHERE segment = 'instalment'
SELECT avg(CAST(installment_purchases_frequency > 0.5 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'instalment';

-- claim: card-usage.instalment-low-balance
-- label: Instalment buyers have the lowest median balance
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'instalment'
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'instalment'
SELECT median < (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'instalment')
FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'instalment';

-- claim: card-usage.instalment-no-cash
-- label: Most instalment buyers drew no cash
-- evidence: description
-- about: card_usage.customers WHERE segment = 'instalment'
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'instalment';

-- claim: card-usage.instalment-name-misfits
-- label: Some instalment buyers never bought by instalments
-- evidence: description
-- about: card_usage.customers WHERE segment = 'instalment'
-- figures: card-usage.instalment.no-instalments
SELECT count(*) > 0 FROM card_usage.customers WHERE segment = 'instalment' AND installment_purchases = 0;

-- claim: card-usage.instalment-limit-middle
-- label: The median limit of instalment buyers is neither the highest nor the lowest
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'instalment'
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'instalment'
-- figures: card-usage.instalment.median-limit
SELECT median > (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit') AND median < (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit')
FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'instalment';

-- claim: card-usage.low-most
-- label: Low spenders are the largest segment
-- evidence: description
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.segments WHERE segment <> 'low-spenders'
SELECT customers > (SELECT max(customers) FROM card_usage.segments WHERE segment <> 'low-spenders') FROM card_usage.segments WHERE segment = 'low-spenders';

-- claim: card-usage.low-pay-least
-- label: Low spenders have the lowest median payments
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'low-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'low-spenders'
SELECT median < (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'low-spenders')
FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'low-spenders';

-- claim: card-usage.low-limit
-- label: Low spenders have the lowest median limit
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'low-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'low-spenders'
SELECT median < (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'low-spenders')
FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'low-spenders';

-- claim: card-usage.low-some-cash
-- label: Most low spenders drew some cash
-- evidence: description
-- about: card_usage.customers WHERE segment = 'low-spenders'
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'low-spenders';

-- claim: card-usage.low-third-none
-- label: More than a third of the low spenders bought nothing
-- evidence: description
-- about: card_usage.customers WHERE segment = 'low-spenders'
SELECT avg(CAST(purchases = 0 AS INTEGER)) > 1.0 / 3 FROM card_usage.customers WHERE segment = 'low-spenders';

-- claim: card-usage.low-small-part
-- label: Low spenders make less than a fifth of the purchases
-- evidence: description
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.customers WHERE purchases > 0
SELECT total_purchases < 0.2 * (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- claim: card-usage.low-buys-little
-- label: The largest segment makes less than a fifth of the purchases
-- evidence: description
-- about: card_usage.segments
-- about: card_usage.customers WHERE purchases > 0
SELECT max(total_purchases) FILTER (customers = (SELECT max(customers) FROM card_usage.segments)) < 0.2 * sum(total_purchases) FROM card_usage.segments;

-- claim: card-usage.low-as-said
-- label: On average, low spenders come last in purchases, limits and payments, and neither first nor last in cash advances
-- evidence: description
-- about: card_usage.segment_profiles WHERE segment = 'low-spenders'
-- about: card_usage.segment_profiles WHERE segment <> 'low-spenders'
-- figures: card-usage.low.median-purchases, card-usage.low.median-limit
SELECT bool_and(CASE variable WHEN 'cash_advance' THEN from_top > 1 AND from_bottom > 1 ELSE from_bottom = 1 END)
FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS from_top, rank() OVER (PARTITION BY variable ORDER BY mean) AS from_bottom
  FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'credit_limit', 'payments', 'cash_advance'))
WHERE segment = 'low-spenders';

-- claim: card-usage.low-cash-share
-- label: Low spenders draw more than a fifth of the cash
-- evidence: description
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.customers WHERE cash_advance > 0
SELECT total_cash_advance > 0.2 * (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- claim: card-usage.low-amounts-small
-- label: The median purchases and the median cash advances of low spenders are below the means of all card holders
-- evidence: description
-- about: card_usage.customers WHERE segment = 'low-spenders'
SELECT median(purchases) FILTER (segment = 'low-spenders') < avg(purchases) AND median(cash_advance) FILTER (segment = 'low-spenders') < avg(cash_advance) FROM card_usage.customers;

-- claim: card-usage.named-far
-- label: In the variable that it is named for, each segment lies at least three tenths of a standard deviation from the average: low spenders below it, the others above
-- evidence: description
-- about: card_usage.segment_profiles WHERE (variable, segment) IN (('purchases', 'big-spenders'), ('cash_advance', 'cash-advance'), ('installment_purchases_frequency', 'instalment'), ('purchases', 'low-spenders'))
SELECT bool_and(CASE segment WHEN 'low-spenders' THEN centroid <= -0.3 ELSE centroid >= 0.3 END)
FROM card_usage.segment_profiles WHERE (variable, segment) IN (('purchases', 'big-spenders'), ('cash_advance', 'cash-advance'), ('installment_purchases_frequency', 'instalment'), ('purchases', 'low-spenders'));

-- claim: card-usage.three-separates
-- label: Three groups have a higher silhouette than four
-- evidence: description
-- about: card_usage.kmeans_sweep WHERE k = 3 AND silhouette IS NOT NULL
-- about: card_usage.kmeans_sweep WHERE k = 4 AND silhouette IS NOT NULL
SELECT (SELECT silhouette FROM card_usage.kmeans_sweep WHERE k = 3) > (SELECT silhouette FROM card_usage.kmeans_sweep WHERE k = 4);

-- claim: card-usage.three-merges
-- label: With three groups, most instalment buyers are in the group that holds most low spenders
-- evidence: description
-- about: card_usage.k_flows WHERE k = 3 AND segment = 'instalment'
-- about: card_usage.k_flows WHERE k = 3 AND segment = 'low-spenders'
-- figures: card-usage.three.merged, card-usage.three.merged-share
SELECT max(instalment) > 0.5 FROM (
  SELECT f.cluster, sum(f.customers / s.customers) FILTER (f.segment = 'instalment') AS instalment, sum(f.customers / s.customers) FILTER (f.segment = 'low-spenders') AS low
  FROM card_usage.k_flows f JOIN card_usage.segments s USING (segment) WHERE f.k = 3 GROUP BY f.cluster)
WHERE low > 0.5;

-- claim: card-usage.no-clear-k
-- label: No number of groups tried reaches a silhouette of 0.3
-- evidence: description
-- about: card_usage.kmeans_sweep WHERE silhouette IS NOT NULL
SELECT max(silhouette) < 0.3 FROM card_usage.kmeans_sweep;

-- claim: card-usage.fourth-gains
-- label: The fourth group takes at least a tenth off the inertia
-- evidence: description
-- about: card_usage.kmeans_sweep WHERE k = 3
-- about: card_usage.kmeans_sweep WHERE k = 4
SELECT (SELECT inertia FROM card_usage.kmeans_sweep WHERE k = 4) <= 0.9 * (SELECT inertia FROM card_usage.kmeans_sweep WHERE k = 3);

-- claim: card-usage.no-sharp-bend
-- label: Each further group takes at least half as much off the inertia as the one before
-- evidence: description
-- about: card_usage.kmeans_sweep WHERE k > 3
SELECT bool_and(gain >= 0.5 * gain_before)
FROM (SELECT gain, lag(gain) OVER (ORDER BY k) AS gain_before FROM (SELECT k, lag(inertia) OVER (ORDER BY k) - inertia AS gain FROM card_usage.kmeans_sweep))
WHERE gain_before IS NOT NULL;

-- claim: card-usage.gap-elsewhere
-- label: The gap statistic does not choose the number of groups of the report
-- evidence: description
-- about: card_usage.gap_statistic WHERE chosen_by_gap
-- about: card_usage.kmeans_sweep WHERE chosen
-- figures: card-usage.gap.k, card-usage.k
SELECT (SELECT k FROM card_usage.gap_statistic WHERE chosen_by_gap) <> (SELECT k FROM card_usage.kmeans_sweep WHERE chosen);

-- claim: card-usage.best-not-certain
-- label: Not every random start reaches the best solution
-- evidence: restarts
-- about: card_usage.kmeans_sweep WHERE restarts > 0
SELECT sum(restarts_at_best) < sum(restarts) FROM card_usage.kmeans_sweep;

-- claim: card-usage.close-solutions
-- label: At the chosen number, some starts end above the best solution, but by less than one percent
-- evidence: restarts
-- about: card_usage.kmeans_restarts WHERE k = (SELECT k FROM card_usage.kmeans_sweep WHERE chosen)
-- figures: card-usage.k.inertia
SELECT count(*) FILTER (excess > 0.000001 AND excess < 0.01) > 0
FROM (SELECT inertia / min(inertia) OVER () - 1 AS excess FROM card_usage.kmeans_restarts WHERE k = (SELECT k FROM card_usage.kmeans_sweep WHERE chosen));

-- claim: card-usage.most-within
-- label: More than half of all differences lie within the groups
-- evidence: description
-- about: card_usage.preparations WHERE preparation = 'report' AND chosen
-- figures: card-usage.k.explained
SELECT explained < 0.5 FROM card_usage.preparations WHERE preparation = 'report' AND chosen;

-- claim: card-usage.ward-partly
-- label: Ward's tree and k-means agree in part (adjusted Rand index between 0.3 and 0.8)
-- evidence: two methods
-- about: card_usage.parameters WHERE name = 'adjusted_rand_kmeans_ward'
SELECT value BETWEEN 0.3 AND 0.8 FROM card_usage.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- claim: card-usage.low-stable
-- label: Low spenders are found again in resamples (mean Jaccard index above 0.75)
-- evidence: bootstrap
-- about: card_usage.stability WHERE segment = 'low-spenders'
SELECT jaccard > 0.75 FROM card_usage.stability WHERE segment = 'low-spenders';

-- claim: card-usage.big-less-stable
-- label: Of all segments, big spenders have the lowest mean Jaccard index
-- evidence: bootstrap
-- about: card_usage.stability WHERE segment = 'big-spenders'
-- about: card_usage.stability WHERE segment <> 'big-spenders'
SELECT jaccard < (SELECT min(jaccard) FROM card_usage.stability WHERE segment <> 'big-spenders') FROM card_usage.stability WHERE segment = 'big-spenders';

-- claim: card-usage.two-axes
-- label: Of all variables, purchases correlate most with the first component, and cash advances or their frequency or number with the second
-- evidence: description
-- about: card_usage.component_loadings WHERE component = 1
-- about: card_usage.component_loadings WHERE component = 2
SELECT (SELECT first(variable ORDER BY abs(correlation) DESC) = 'purchases' FROM card_usage.component_loadings WHERE component = 1)
  AND (SELECT first(variable ORDER BY abs(correlation) DESC) IN ('cash_advance', 'cash_advance_frequency', 'cash_advance_transactions') FROM card_usage.component_loadings WHERE component = 2);

-- claim: card-usage.two-not-enough
-- label: The first two components hold less than half of the variance
-- evidence: description
-- about: card_usage.components WHERE component = 2
SELECT cumulative_share < 0.5 FROM card_usage.components WHERE component = 2;

-- claim: card-usage.all-differ
-- label: The segments differ in every variable (Kruskal–Wallis, Holm, p below 0.001)
-- evidence: test after clustering
-- about: card_usage.segment_tests
SELECT bool_and(coalesce(adjusted_p_value < 0.001, false)) FROM card_usage.segment_tests;

-- claim: card-usage.less-distinct
-- label: The card holders' segments have a lower silhouette than those of AllLife Bank
-- evidence: description
-- about: card_usage.kmeans_sweep WHERE chosen AND silhouette IS NOT NULL
-- about: alllife.kmeans_sweep WHERE chosen AND silhouette IS NOT NULL
SELECT (SELECT silhouette FROM card_usage.kmeans_sweep WHERE chosen) < (SELECT silhouette FROM alllife.kmeans_sweep WHERE chosen);

-- claim: card-usage.imputation-harmless
-- label: Each other way to fill the gaps gives nearly the same groups (adjusted Rand index above 0.95)
-- evidence: re-run
-- about: card_usage.customers WHERE minimum_payments_imputed OR credit_limit_imputed
-- about: card_usage.preparations WHERE preparation IN ('mean', 'neighbours', 'dropped') AND chosen
SELECT bool_and(coalesce(adjusted_rand > 0.95, false)) FROM card_usage.preparations WHERE preparation IN ('mean', 'neighbours', 'dropped') AND chosen;

-- claim: card-usage.log-changes
-- label: Logarithms give different groups (adjusted Rand index below 0.5)
-- evidence: re-run
-- about: card_usage.preparations WHERE preparation = 'log' AND chosen
SELECT adjusted_rand < 0.5 FROM card_usage.preparations WHERE preparation = 'log' AND chosen;

-- claim: card-usage.log-big
-- label: After logarithms, the group of the big spenders is at least four times as large
-- evidence: re-run
-- about: card_usage.preparation_sizes WHERE preparation = 'log' AND position = 1
-- about: card_usage.preparation_sizes WHERE preparation = 'report' AND position = 1
SELECT (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'log' AND position = 1) >= 4 * (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'report' AND position = 1);

-- claim: card-usage.winsorised-close
-- label: With the tails drawn in, the groups stay close to those of the report (adjusted Rand index above 0.8)
-- evidence: re-run
-- about: card_usage.preparations WHERE preparation = 'winsorised' AND chosen
SELECT adjusted_rand > 0.8 FROM card_usage.preparations WHERE preparation = 'winsorised' AND chosen;

-- claim: card-usage.winsorised-more-big
-- label: With the tails drawn in, there are more big spenders
-- evidence: re-run
-- about: card_usage.preparation_sizes WHERE preparation = 'winsorised' AND position = 1
-- about: card_usage.preparation_sizes WHERE preparation = 'report' AND position = 1
-- figures: card-usage.preparation.winsorised-big, card-usage.preparation.report-big
SELECT (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'winsorised' AND position = 1) > (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'report' AND position = 1);

-- claim: card-usage.capping-changes
-- label: Capping outliers by either rule gives different groups (adjusted Rand index below 0.7)
-- evidence: re-run
-- about: card_usage.preparations WHERE preparation = 'fences-capped' AND chosen
-- about: card_usage.preparations WHERE preparation = 'robust-z-capped' AND chosen
SELECT max(adjusted_rand) < 0.7 FROM card_usage.preparations WHERE preparation IN ('fences-capped', 'robust-z-capped') AND chosen;

-- claim: card-usage.most-outlying
-- label: By either rule, most card holders have at least one outlying value
-- evidence: description
-- about: card_usage.preparations WHERE preparation = 'fences-capped' AND chosen
-- about: card_usage.preparations WHERE preparation = 'robust-z-capped' AND chosen
-- figures: card-usage.preparation.outlying-fences, card-usage.preparation.outlying-robust
SELECT min(outlying / customers) > 0.5 FROM card_usage.preparations WHERE preparation IN ('fences-capped', 'robust-z-capped') AND chosen;

-- claim: card-usage.components-flatter
-- label: On two components the silhouette is at least half as high again as in the report
-- evidence: re-run
-- about: card_usage.preparations WHERE preparation = 'two-components' AND chosen AND silhouette IS NOT NULL
-- about: card_usage.preparations WHERE preparation = 'report' AND chosen AND silhouette > 0
SELECT (SELECT silhouette FROM card_usage.preparations WHERE preparation = 'two-components' AND chosen) >= 1.5 * (SELECT silhouette FROM card_usage.preparations WHERE preparation = 'report' AND chosen);

-- claim: card-usage.quarter-short
-- label: More than a quarter of those with a stated minimum paid less than it
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE high_risk IS NOT NULL
SELECT avg(CAST(high_risk AS INTEGER)) > 0.25 FROM card_usage.customers;

-- claim: card-usage.most-paid-minimum
-- label: More than half of those with a stated minimum paid it or more
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE high_risk IS NOT NULL
SELECT avg(CAST(NOT high_risk AS INTEGER)) > 0.5 FROM card_usage.customers;

-- claim: card-usage.model-tells
-- label: The model ranks card holders better than chance (interval of the AUC above 0.5)
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_low'
SELECT value > 0.5 FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_low';

-- claim: card-usage.model-unpenalised
-- label: The model is fitted without a penalty: its label does not separate
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest'
-- figures: card-usage.risk.predictors
SELECT bool_and(penalty = 0 AND separation = 'none') FROM card_usage.risk_coefficients WHERE model = 'honest';

-- claim: card-usage.model-variables
-- label: Every variable is in the model but payments, minimum payments, the share paid in full and purchases
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest'
-- figures: card-usage.risk.predictors
SELECT bool_and((name IN (SELECT term FROM card_usage.risk_coefficients WHERE model = 'honest')) = (name NOT IN ('payments', 'minimum_payments', 'full_payment_share', 'purchases'))) FROM card_usage.variables;

-- claim: card-usage.holds-unseen
-- label: The AUC on card holders whom the model has not seen is less than 0.02 below that on those it has
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc'
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc'
SELECT (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc') < 0.02;

-- claim: card-usage.leakage
-- label: A model that sees the payments is nearly perfect (AUC above 0.98)
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'leaking' AND metric = 'auc'
SELECT value > 0.98 FROM card_usage.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- claim: card-usage.collinear-vif
-- label: With purchases added, the variance inflation of purchases is above 10,000
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'purchases' AND vif IS NOT NULL
SELECT vif > 10000 FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'purchases';

-- claim: card-usage.collinear-unsure
-- label: With purchases added, the intervals of all three amounts include no effect
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'collinear' AND term IN ('purchases', 'one_off_purchases', 'installment_purchases')
SELECT bool_and(coefficient_low < 0 AND coefficient_high > 0) FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term IN ('purchases', 'one_off_purchases', 'installment_purchases');

-- claim: card-usage.collinear-same-auc
-- label: Leaving purchases out lowers the AUC by less than 0.001
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc'
-- about: card_usage.risk_metrics WHERE model = 'collinear' AND metric = 'auc'
SELECT (SELECT value FROM card_usage.risk_metrics WHERE model = 'collinear' AND metric = 'auc') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc') < 0.001;

-- claim: card-usage.vif-frequencies
-- label: The largest variance inflation that remains is that of a purchase frequency
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND vif IS NOT NULL
-- figures: card-usage.risk.vif-without
SELECT first(term ORDER BY vif DESC) IN ('purchases_frequency', 'one_off_purchases_frequency', 'installment_purchases_frequency') FROM card_usage.risk_coefficients WHERE model = 'honest' AND vif IS NOT NULL;

-- claim: card-usage.balance-raises
-- label: A higher balance goes with paying less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance'
SELECT coefficient_low > 0 FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- claim: card-usage.limit-lowers
-- label: A higher limit goes with paying the minimum
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND term = 'credit_limit'
SELECT coefficient_high < 0 FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'credit_limit';

-- claim: card-usage.balance-strongest
-- label: Of all variables in the model, the balance has the largest coefficient per standard deviation
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance'
SELECT abs(coefficient) > (SELECT max(abs(coefficient)) FROM card_usage.risk_coefficients WHERE model = 'honest' AND term NOT IN ('balance', '(intercept)'))
FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- claim: card-usage.minimum-rises
-- label: Where a minimum is stated, its rank correlation with the balance is above 0.5
-- evidence: description
-- about: card_usage.customers WHERE NOT minimum_payments_imputed
SELECT corr(b, m) > 0.5 FROM (SELECT rank() OVER (ORDER BY balance) AS b, rank() OVER (ORDER BY minimum_payments) AS m FROM card_usage.customers WHERE NOT minimum_payments_imputed);

-- claim: card-usage.little-over-baseline
-- label: Saying that everybody paid the minimum is right less than eight percentage points less often than the model
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy'
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline'
SELECT (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline') < 0.08;

-- claim: card-usage.calibrated
-- label: Predicted and observed shares differ by less than ten percentage points in every tenth
-- evidence: proxy, no default observed
-- about: card_usage.calibration WHERE model = 'honest'
SELECT bool_and(abs(predicted - observed) < 0.1) FROM card_usage.calibration WHERE model = 'honest';

-- claim: card-usage.top-tenth-rich
-- label: The tenth that the model rates highest holds more than twice its share of those who paid less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.risk_lift WHERE model = 'honest' AND decile = 1 AND share_found IS NOT NULL
-- figures: card-usage.risk.top-tenth
SELECT share_found > 2 * share_contacted FROM card_usage.risk_lift WHERE model = 'honest' AND decile = 1;

-- claim: card-usage.names-fit
-- label: Each name fits its group: its card holders rank on the side that the name says, and no other way to give out the names fits nearly as well
-- evidence: description
-- about: card_usage.segments
SELECT bool_and(name_fits) FROM card_usage.segments;
