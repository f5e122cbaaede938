-- Claims of the card-usage chapter. Each is one truth value from the published tables; pages mark the sentence that it carries as [sentence](claim:id).

-- claim: card-usage.few-spend
-- label: The top tenth of card holders make more than half of the purchases
-- evidence: description
SELECT sum(purchases) FILTER (place <= 0.1) / sum(purchases) > 0.5 FROM (SELECT purchases, row_number() OVER (ORDER BY purchases DESC) / count(*) OVER () AS place FROM card_usage.customers);

-- claim: card-usage.few-draw
-- label: The top tenth of card holders draw more than half of the cash
-- evidence: description
SELECT sum(cash_advance) FILTER (place <= 0.1) / sum(cash_advance) > 0.5 FROM (SELECT cash_advance, row_number() OVER (ORDER BY cash_advance DESC) / count(*) OVER () AS place FROM card_usage.customers);

-- claim: card-usage.half-no-cash
-- label: More than half of the card holders drew no cash
-- evidence: description
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) > 0.5 FROM card_usage.customers;

-- claim: card-usage.mean-misleads
-- label: Mean purchases are more than twice the median
-- evidence: description
SELECT avg(purchases) > 2 * median(purchases) FROM card_usage.customers;

-- claim: card-usage.all-skewed
-- label: Every money variable is skewed to the right (above 1)
-- evidence: description
SELECT min(skewness) > 1 FROM card_usage.variable_summary s JOIN card_usage.variables v ON v.name = s.variable WHERE v.unit = '$';

-- claim: card-usage.nearly-all-use
-- label: Nearly every card holder bought or drew cash
-- evidence: description
SELECT avg(CAST(purchases = 0 AND cash_advance = 0 AS INTEGER)) < 0.01 FROM card_usage.customers;

-- claim: card-usage.identity
-- label: Purchases are one-off plus instalment purchases, but for a few
-- evidence: description
SELECT corr(purchases, one_off_purchases + installment_purchases) > 0.999 FROM card_usage.customers;

-- claim: card-usage.buy-or-draw
-- label: Those who buy more tend to draw less cash
-- evidence: description
SELECT upper < 0 FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'purchases' AND second_variable = 'cash_advance';

-- claim: card-usage.habits-are-one
-- label: How much and how often say nearly the same of cash advances
-- evidence: description
SELECT coefficient > 0.9 FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'cash_advance' AND second_variable = 'cash_advance_frequency';

-- claim: card-usage.frequency-noted
-- label: Some cash-advance frequencies are above the declared range
-- evidence: description
SELECT noted > 0 FROM card_usage.quality_rules WHERE rule_id = 'cash_advance_frequency.range';

-- claim: card-usage.nothing-failed
-- label: No rule of the contract failed
-- evidence: description
SELECT sum(failed) = 0 FROM card_usage.quality_rules;

-- claim: card-usage.missing-not-random
-- label: Most of those without a stated minimum paid nothing, against few of the others
-- evidence: description
SELECT avg(CAST(payments = 0 AS INTEGER)) FILTER (minimum_payments_imputed) > 0.5 AND avg(CAST(payments = 0 AS INTEGER)) FILTER (NOT minimum_payments_imputed) < 0.1 FROM card_usage.customers;

-- claim: card-usage.big-outsized
-- label: Big spenders make at least six times their share of the purchases
-- evidence: description
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) >= 6 * share FROM card_usage.segments WHERE segment = 'big-spenders';

-- claim: card-usage.big-limit
-- label: Big spenders have the highest limits
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'big-spenders' FROM card_usage.segment_profiles WHERE variable = 'credit_limit';

-- claim: card-usage.big-pay
-- label: Big spenders pay back most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'big-spenders' FROM card_usage.segment_profiles WHERE variable = 'payments';

-- claim: card-usage.big-often
-- label: Big spenders buy in nearly every month
-- evidence: description
SELECT mean > 0.9 FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'purchases_frequency';

-- claim: card-usage.big-safest
-- label: Big spenders least often pay less than the minimum
-- evidence: proxy, no default observed
SELECT first(segment ORDER BY short) = 'big-spenders' FROM (SELECT segment, avg(CAST(high_risk AS INTEGER)) AS short FROM card_usage.customers GROUP BY segment);

-- claim: card-usage.big-mixed
-- label: Big spenders are no tight group: on average they lie about as near to another one
-- evidence: description
SELECT abs(silhouette) < 0.1 FROM card_usage.segments WHERE segment = 'big-spenders';

-- claim: card-usage.cash-most
-- label: Cash-advance users draw more than half of the cash
-- evidence: description
SELECT total_cash_advance / (SELECT sum(total_cash_advance) FROM card_usage.segments) > 0.5 FROM card_usage.segments WHERE segment = 'cash-advance';

-- claim: card-usage.cash-balance
-- label: Cash-advance users owe most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'cash-advance' FROM card_usage.segment_profiles WHERE variable = 'balance';

-- claim: card-usage.cash-short
-- label: Cash-advance users most often pay less than the minimum
-- evidence: proxy, no default observed
SELECT first(segment ORDER BY short DESC) = 'cash-advance' FROM (SELECT segment, avg(CAST(high_risk AS INTEGER)) AS short FROM card_usage.customers GROUP BY segment);

-- claim: card-usage.cash-users-both
-- label: At least nineteen in twenty of the cash-advance users who bought drew cash too
-- evidence: description
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) >= 0.95 FROM card_usage.customers WHERE segment = 'cash-advance' AND purchases > 0;

-- claim: card-usage.cash-never-full
-- label: Most cash-advance users never pay in full
-- evidence: description
SELECT avg(CAST(full_payment_share = 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'cash-advance';

-- claim: card-usage.cash-minimum
-- label: Cash-advance users have minimum payments well above the average
-- evidence: description
SELECT mean > 1.5 * overall_mean FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'minimum_payments';

-- claim: card-usage.instalment-most
-- label: Instalment buyers make the largest part of the instalment purchases
-- evidence: description
SELECT first(segment ORDER BY total_installment_purchases DESC) = 'instalment' FROM card_usage.segments;

-- claim: card-usage.instalment-habit
-- label: Instalment buyers buy by instalments in most months
-- evidence: description
SELECT mean > 0.5 FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'installment_purchases_frequency';

-- claim: card-usage.instalment-low-balance
-- label: Instalment buyers owe least
-- evidence: description
SELECT first(segment ORDER BY mean ASC) = 'instalment' FROM card_usage.segment_profiles WHERE variable = 'balance';

-- claim: card-usage.instalment-no-cash
-- label: Most instalment buyers drew no cash
-- evidence: description
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'instalment';

-- claim: card-usage.low-most
-- label: Low spenders are the largest segment
-- evidence: description
SELECT first(segment ORDER BY customers DESC) = 'low-spenders' FROM card_usage.segments;

-- claim: card-usage.low-pay-least
-- label: Low spenders pay back least
-- evidence: description
SELECT first(segment ORDER BY mean ASC) = 'low-spenders' FROM card_usage.segment_profiles WHERE variable = 'payments';

-- claim: card-usage.low-limit
-- label: Low spenders have the lowest limits
-- evidence: description
SELECT first(segment ORDER BY mean ASC) = 'low-spenders' FROM card_usage.segment_profiles WHERE variable = 'credit_limit';

-- claim: card-usage.low-some-cash
-- label: Most low spenders drew some cash
-- evidence: description
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'low-spenders';

-- claim: card-usage.low-third-none
-- label: More than a third of the low spenders bought nothing
-- evidence: description
SELECT avg(CAST(purchases = 0 AS INTEGER)) > 1.0 / 3 FROM card_usage.customers WHERE segment = 'low-spenders';

-- claim: card-usage.low-small-part
-- label: Low spenders make less than a fifth of the purchases
-- evidence: description
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) < 0.2 FROM card_usage.segments WHERE segment = 'low-spenders';

-- claim: card-usage.low-buys-little
-- label: Low spenders are the largest segment and make less than a fifth of the purchases
-- evidence: description
SELECT first(segment ORDER BY customers DESC) = 'low-spenders' AND sum(total_purchases) FILTER (segment = 'low-spenders') < 0.2 * sum(total_purchases) FROM card_usage.segments;

-- claim: card-usage.instalment-buys-most
-- label: Instalment buyers make more of the purchases than any other segment
-- evidence: description
SELECT first(segment ORDER BY total_purchases DESC) = 'instalment' FROM card_usage.segments;

-- claim: card-usage.minimum-rises
-- label: By rank, minimum payments rise with balances, with a correlation above 0.5
-- evidence: description
SELECT corr(b, m) > 0.5 FROM (SELECT rank() OVER (ORDER BY balance) AS b, rank() OVER (ORDER BY minimum_payments) AS m FROM card_usage.customers WHERE NOT minimum_payments_imputed);

-- claim: card-usage.retention-cash
-- label: At least nine tenths of those who are asked for a purchase drew cash
-- evidence: description
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) > 0.9 FROM card_usage.customers WHERE row_number IN (SELECT row_number FROM card_usage.action_targets WHERE action = 'retention');

-- claim: card-usage.three-separates
-- label: Three groups have a better silhouette than four
-- evidence: description
SELECT (SELECT silhouette FROM card_usage.kmeans_sweep WHERE k = 3) > (SELECT silhouette FROM card_usage.kmeans_sweep WHERE k = 4);

-- claim: card-usage.three-merges
-- label: With three groups most instalment buyers share a group with most low spenders
-- evidence: description
SELECT f.customers > 0.5 * s.customers FROM card_usage.k_flows f JOIN card_usage.segments s USING (segment)
WHERE f.k = 3 AND f.segment = 'instalment' AND f.cluster = (SELECT first(cluster ORDER BY customers DESC) FROM card_usage.k_flows WHERE k = 3 AND segment = 'low-spenders');

-- claim: card-usage.no-clear-k
-- label: No number of groups separates the customers well: the best silhouette is below 0.3
-- evidence: description
SELECT max(silhouette) < 0.3 FROM card_usage.kmeans_sweep;

-- claim: card-usage.fourth-gains
-- label: The fourth group takes at least a tenth off the inertia
-- evidence: description
SELECT (SELECT inertia FROM card_usage.kmeans_sweep WHERE k = 4) <= 0.9 * (SELECT inertia FROM card_usage.kmeans_sweep WHERE k = 3);

-- claim: card-usage.best-not-certain
-- label: Not every random start reaches the best solution
-- evidence: restarts
SELECT sum(restarts_at_best) < sum(restarts) FROM card_usage.kmeans_sweep;

-- claim: card-usage.ward-partly
-- label: Ward's tree agrees only in part
-- evidence: two methods
SELECT value BETWEEN 0.3 AND 0.8 FROM card_usage.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- claim: card-usage.low-stable
-- label: Low spenders are found again in resamples (Jaccard index above 0.75)
-- evidence: bootstrap
SELECT jaccard > 0.75 FROM card_usage.stability WHERE segment = 'low-spenders';

-- claim: card-usage.big-less-stable
-- label: Of the segments, big spenders are found again least surely
-- evidence: bootstrap
SELECT first(segment ORDER BY jaccard) = 'big-spenders' FROM card_usage.stability;

-- claim: card-usage.two-axes
-- label: The first component is buying, the second drawing cash
-- evidence: description
SELECT (SELECT first(variable ORDER BY correlation DESC) = 'purchases' FROM card_usage.component_loadings WHERE component = 1)
  AND (SELECT first(variable ORDER BY correlation DESC) LIKE 'cash_advance%' FROM card_usage.component_loadings WHERE component = 2);

-- claim: card-usage.two-not-enough
-- label: The first two components hold less than half of the variance
-- evidence: description
SELECT cumulative_share < 0.5 FROM card_usage.components WHERE component = 2;

-- claim: card-usage.all-differ
-- label: The segments differ in every variable (Kruskal–Wallis, Holm)
-- evidence: test after clustering
SELECT max(adjusted_p_value) < 0.001 FROM card_usage.segment_tests;

-- claim: card-usage.imputation-harmless
-- label: How missing values are filled hardly matters (adjusted Rand above 0.95)
-- evidence: re-run
SELECT min(adjusted_rand) > 0.95 FROM card_usage.preparations WHERE preparation IN ('mean', 'neighbours', 'dropped') AND chosen;

-- claim: card-usage.log-changes
-- label: Logarithms give other groups (adjusted Rand below 0.5)
-- evidence: re-run
SELECT adjusted_rand < 0.5 FROM card_usage.preparations WHERE preparation = 'log' AND chosen;

-- claim: card-usage.log-big
-- label: After logarithms the group of the big spenders is at least four times as large
-- evidence: re-run
SELECT (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'log' AND position = 1) >= 4 * (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'report' AND position = 1);

-- claim: card-usage.winsorised-close
-- label: Drawn-in tails leave most customers where they are (adjusted Rand above 0.8)
-- evidence: re-run
SELECT adjusted_rand > 0.8 FROM card_usage.preparations WHERE preparation = 'winsorised' AND chosen;

-- claim: card-usage.capping-changes
-- label: Capping outliers gives other groups (adjusted Rand below 0.7), with at least three times as many big spenders
-- evidence: re-run
SELECT (SELECT max(adjusted_rand) < 0.7 FROM card_usage.preparations WHERE preparation IN ('fences-capped', 'robust-z-capped') AND chosen)
  AND (SELECT min(customers) FROM card_usage.preparation_sizes WHERE preparation IN ('fences-capped', 'robust-z-capped') AND position = 1) > 3 * (SELECT customers FROM card_usage.segments WHERE position = 1);

-- claim: card-usage.most-outlying
-- label: By either rule more than six card holders in ten have an outlying value
-- evidence: description
SELECT min(outlying) > 0.6 * (SELECT count(*) FROM card_usage.customers) FROM card_usage.preparations WHERE outlying IS NOT NULL;

-- claim: card-usage.components-flatter
-- label: Two components raise the silhouette by half or more without new information
-- evidence: re-run
SELECT (SELECT silhouette FROM card_usage.preparations WHERE preparation = 'two-components' AND chosen) > 1.5 * (SELECT silhouette FROM card_usage.preparations WHERE preparation = 'report' AND chosen);

-- claim: card-usage.most-paid-minimum
-- label: More than half paid at least the minimum
-- evidence: proxy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) < 0.5 FROM card_usage.customers;

-- claim: card-usage.model-tells
-- label: The model tells better than chance (interval of the AUC above 0.7)
-- evidence: proxy, no default observed
SELECT value > 0.7 FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_low';

-- claim: card-usage.holds-unseen
-- label: The AUC on unseen customers is within 0.02 of that on the seen
-- evidence: proxy, no default observed
SELECT abs((SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc')) < 0.02;

-- claim: card-usage.leakage
-- label: A model that sees the payments is nearly perfect
-- evidence: proxy, no default observed
SELECT value > 0.98 FROM card_usage.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- claim: card-usage.collinear-vif
-- label: With purchases added, variance inflation is above 10,000
-- evidence: proxy, no default observed
SELECT vif > 10000 FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'purchases';

-- claim: card-usage.collinear-unsure
-- label: With purchases added, the intervals of all three amounts include no effect
-- evidence: proxy, no default observed
SELECT bool_and(coefficient_low < 0 AND coefficient_high > 0) FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term IN ('purchases', 'one_off_purchases', 'installment_purchases');

-- claim: card-usage.collinear-same-auc
-- label: Leaving purchases out costs nothing (AUC within 0.001)
-- evidence: proxy, no default observed
SELECT abs((SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'collinear' AND metric = 'auc')) < 0.001;

-- claim: card-usage.balance-raises
-- label: A higher balance goes with paying less than the minimum
-- evidence: proxy, no default observed
SELECT coefficient_low > 0 FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- claim: card-usage.limit-lowers
-- label: A higher limit goes with paying the minimum
-- evidence: proxy, no default observed
SELECT coefficient_high < 0 FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'credit_limit';

-- claim: card-usage.balance-strongest
-- label: The balance is the strongest sign
-- evidence: proxy, no default observed
SELECT first(term ORDER BY abs(coefficient) DESC) = 'balance' FROM card_usage.risk_coefficients WHERE model = 'honest' AND term <> '(intercept)';

-- claim: card-usage.little-over-baseline
-- label: Saying that everybody paid the minimum is right nearly as often as the model (within eight points)
-- evidence: proxy, no default observed
SELECT (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline') < 0.08;

-- claim: card-usage.calibrated
-- label: Predicted and found shares differ by less than ten points in every tenth
-- evidence: proxy, no default observed
SELECT max(abs(predicted - observed)) < 0.1 FROM card_usage.calibration WHERE model = 'honest';

-- claim: card-usage.less-distinct
-- label: The card holders' segments have a lower silhouette than those of AllLife Bank
-- evidence: description
SELECT (SELECT silhouette FROM card_usage.kmeans_sweep WHERE chosen) < (SELECT silhouette FROM alllife.kmeans_sweep WHERE chosen);

-- claim: card-usage.quarter-short
-- label: More than a quarter of those with a stated minimum paid less than it
-- evidence: proxy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) > 0.25 FROM card_usage.customers;

-- claim: card-usage.top-tenth-rich
-- label: The tenth that the model rates highest holds more than twice its share of those who paid less than the minimum
-- evidence: proxy, no default observed
-- figures: card-usage.risk.top-tenth
SELECT share_found > 0.2 FROM card_usage.risk_lift WHERE model = 'honest' AND decile = 1;

-- claim: card-usage.instalment-limit-middle
-- label: Instalment buyers have neither the highest nor the lowest limits
-- evidence: description
-- figures: card-usage.instalment.median-limit
SELECT rank BETWEEN 2 AND 3 FROM (SELECT segment, rank() OVER (ORDER BY median DESC) AS rank FROM card_usage.segment_profiles WHERE variable = 'credit_limit') WHERE segment = 'instalment';

-- claim: card-usage.named-far
-- label: In what it is named for each segment is more than half a standard deviation from the average
-- evidence: description
SELECT min(abs(centroid)) > 0.5 FROM card_usage.segment_profiles
WHERE (variable, segment) IN (('purchases', 'big-spenders'), ('cash_advance', 'cash-advance'), ('installment_purchases_frequency', 'instalment'), ('purchases_frequency', 'low-spenders'));

-- claim: card-usage.months-of-tenure
-- label: Times the tenure, every purchase and cash-advance frequency is a whole number of months
-- evidence: description
SELECT bool_and(abs(tenure * purchases_frequency - round(tenure * purchases_frequency)) < 0.001 AND abs(tenure * cash_advance_frequency - round(tenure * cash_advance_frequency)) < 0.001) FROM card_usage.customers;

-- claim: card-usage.above-one-short-tenure
-- label: Every card holder with a cash-advance frequency above one has a tenure below the longest
-- evidence: description
SELECT bool_and(tenure < (SELECT max(tenure) FROM card_usage.customers)) FROM card_usage.customers WHERE cash_advance_frequency > 1;

-- claim: card-usage.big-as-said
-- label: Big spenders are first in purchases, months with purchases and limits, and second or first in balance
-- evidence: description
-- figures: card-usage.big.median-purchases, card-usage.big.median-limit
SELECT bool_and(rank <= CASE variable WHEN 'balance' THEN 2 ELSE 1 END) FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS rank FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'purchases_frequency', 'credit_limit', 'balance')) WHERE segment = 'big-spenders';

-- claim: card-usage.cash-limit
-- label: Cash-advance users have limits above the average
-- evidence: description
SELECT mean > overall_mean FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'credit_limit';

-- claim: card-usage.low-as-said
-- label: Low spenders are last in purchases, limits and payments, and in the middle in cash advances
-- evidence: description
-- figures: card-usage.low.median-purchases, card-usage.low.median-limit
SELECT bool_and(CASE variable WHEN 'cash_advance' THEN rank BETWEEN 2 AND 3 ELSE rank = 4 END) FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS rank FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'credit_limit', 'payments', 'cash_advance')) WHERE segment = 'low-spenders';

-- claim: card-usage.winsorised-more-big
-- label: With drawn-in tails there are more big spenders
-- evidence: re-run
-- figures: card-usage.preparation.winsorised-big, card-usage.preparation.report-big
SELECT (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'winsorised' AND position = 1) > (SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'report' AND position = 1);
