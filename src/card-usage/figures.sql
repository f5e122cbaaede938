-- Figures of the card-usage chapter. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.customers
-- label: Card holders
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers;

-- figure: card-usage.segments
-- label: Segments
-- unit: segments
-- format: words
SELECT count(*) FROM card_usage.segments;

-- figure: card-usage.variables
-- label: Variables that enter the distances
-- unit: variables
-- format: words
SELECT value FROM card_usage.parameters WHERE name = 'variables';

-- figure: card-usage.quality.rules
-- label: Rules of the contract checked
-- unit: rules
-- format: ,d
SELECT count(*) FROM card_usage.quality_rules;

-- figure: card-usage.quality.noted-rules
-- label: Rules with something noted, with the number of rows
-- unit: text
SELECT coalesce(string_agg(rtrim(rule, '.') || ' (' || noted || ')', '; ' ORDER BY rule_id), 'none') FROM card_usage.quality_rules WHERE noted > 0;

-- figure: card-usage.quality.missing-minimum
-- label: Card holders without a stated minimum payment
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE minimum_payments_imputed;

-- figure: card-usage.paid-nothing
-- label: Card holders without a stated minimum payment who paid nothing
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE minimum_payments_imputed AND payments = 0;

-- figure: card-usage.paid-nothing-owing
-- label: Card holders without a stated minimum payment who paid nothing and owe a balance
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE minimum_payments_imputed AND payments = 0 AND balance > 0;

-- figure: card-usage.big.least-jaccard
-- label: Big spenders: lowest Jaccard index over the resamples
-- format: .2f
SELECT jaccard_least FROM card_usage.stability WHERE segment = 'big-spenders';

-- figure: card-usage.quality.missing-limit
-- label: Card holders without a credit limit
-- unit: customers
-- format: words
SELECT count(*) FROM card_usage.customers WHERE credit_limit_imputed;

-- figure: card-usage.quality.frequency-above
-- label: Card holders with a cash-advance frequency above the declared range
-- unit: customers
-- format: words
SELECT noted FROM card_usage.quality_rules WHERE rule_id = 'cash_advance_frequency.range';

-- figure: card-usage.quality.frequency-max
-- label: Largest cash-advance frequency
-- unit: share of months
-- format: .1f
SELECT max(cash_advance_frequency) FROM card_usage.customers;

-- figure: card-usage.quality.tenure-longest
-- label: Longest tenure
-- unit: months
-- format: words
SELECT max(tenure) FROM card_usage.customers;

-- figure: card-usage.quality.tenure-full
-- label: Share of card holders with the longest tenure
-- unit: %
-- format: .0%
SELECT avg(CAST(tenure = (SELECT max(tenure) FROM card_usage.customers) AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.quality.not-sixths
-- label: Share of the card holders with the longest tenure whose months with a purchase are no whole sixths
-- unit: %
-- format: .0%
SELECT avg(CAST(abs(6 * purchases_frequency - round(6 * purchases_frequency)) > 0.001 AS INTEGER)) FROM card_usage.customers WHERE tenure = (SELECT max(tenure) FROM card_usage.customers);

-- figure: card-usage.quality.no-payment-among-missing
-- label: Share without any payment among those without a stated minimum
-- unit: %
-- format: .0%
SELECT avg(CAST(payments = 0 AS INTEGER)) FROM card_usage.customers WHERE minimum_payments_imputed;

-- figure: card-usage.quality.median-minimum
-- label: Median of the stated minimum payments
-- unit: $
-- format: $,.0f
SELECT median(minimum_payments) FROM card_usage.customers WHERE NOT minimum_payments_imputed;

-- figure: card-usage.purchases.mean
-- label: Purchases: mean
-- unit: $
-- format: $,.0f
SELECT avg(purchases) FROM card_usage.customers;

-- figure: card-usage.purchases.median
-- label: Purchases: median
-- unit: $
-- format: $,.0f
SELECT median(purchases) FROM card_usage.customers;

-- figure: card-usage.purchases.zero
-- label: Purchases: share of card holders with none
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases = 0 AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.cash.zero
-- label: Cash advances: share of card holders with none
-- unit: %
-- format: .0%
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.neither
-- label: Card holders who neither bought nor drew cash
-- unit: customers
-- format: words
SELECT count(*) FROM card_usage.customers WHERE purchases = 0 AND cash_advance = 0;

-- figure: card-usage.both
-- label: Share of card holders who bought and drew cash
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases > 0 AND cash_advance > 0 AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.both-count
-- label: Card holders who bought and drew cash
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE purchases > 0 AND cash_advance > 0;

-- figure: card-usage.identity.correlation
-- label: Correlation of purchases with one-off plus instalment purchases
-- format: .5f
SELECT corr(purchases, one_off_purchases + installment_purchases) FROM card_usage.customers;

-- figure: card-usage.identity.off
-- label: Card holders whose purchases differ from the sum by more than a dollar
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE abs(purchases - one_off_purchases - installment_purchases) > 1;

-- figure: card-usage.identity.largest-gap
-- label: Largest difference between purchases and the sum
-- unit: $
-- format: $,.0f
SELECT max(abs(purchases - one_off_purchases - installment_purchases)) FROM card_usage.customers;

-- figure: card-usage.rho.cash-frequency
-- label: Rank correlation of cash advances with their frequency
-- format: .2f
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'cash_advance' AND second_variable = 'cash_advance_frequency';

-- figure: card-usage.rho.purchases-frequency
-- label: Rank correlation of purchases with their frequency
-- format: .2f
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'purchases' AND second_variable = 'purchases_frequency';

-- figure: card-usage.rho.purchases-cash
-- label: Rank correlation of purchases with cash advances
-- format: .2f
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'purchases' AND second_variable = 'cash_advance';

-- figure: card-usage.rho.balance-minimum
-- label: Rank correlation of balance with minimum payments
-- format: .2f
-- definition: Over all card holders; a missing minimum payment is set to the median.
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'balance' AND second_variable = 'minimum_payments';

-- figure: card-usage.big.name
-- label: Name of the segment big-spenders
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.customers
-- label: Big spenders: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.share
-- label: Big spenders: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.silhouette
-- label: Big spenders: mean silhouette
-- format: .2f
SELECT silhouette FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.share-of-purchases
-- label: Big spenders: share of all purchases
-- unit: %
-- format: .0%
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.share-of-credit
-- label: Big spenders: share of all credit limits
-- unit: %
-- format: .0%
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.median-purchases
-- label: Big spenders: median purchases
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'purchases';

-- figure: card-usage.big.median-limit
-- label: Big spenders: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'credit_limit';

-- figure: card-usage.big.median-payments
-- label: Big spenders: median payments
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'payments';

-- figure: card-usage.big.median-transactions
-- label: Big spenders: median purchase transactions
-- unit: transactions
-- format: ,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'purchase_transactions';

-- figure: card-usage.big.months-buying
-- label: Big spenders: mean share of months with purchases
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'purchases_frequency';

-- figure: card-usage.big.never-full
-- label: Big spenders: share who never paid in full
-- unit: %
-- format: .0%
SELECT avg(CAST(full_payment_share = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'big-spenders';

-- figure: card-usage.big.no-cash
-- label: Big spenders: share without a cash advance
-- unit: %
-- format: .0%
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'big-spenders';

-- figure: card-usage.cash-users.name
-- label: Name of the segment cash-advance
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.customers
-- label: Cash-advance users: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.share
-- label: Cash-advance users: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.share-of-cash
-- label: Cash-advance users: share of all cash advances
-- unit: %
-- format: .0%
SELECT total_cash_advance / (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.share-of-balance
-- label: Cash-advance users: share of all balances
-- unit: %
-- format: .0%
SELECT total_balance / (SELECT sum(total_balance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.median-cash
-- label: Cash-advance users: median cash advances
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'cash_advance';

-- figure: card-usage.cash-users.median-balance
-- label: Cash-advance users: median balance
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'balance';

-- figure: card-usage.cash-users.median-limit
-- label: Cash-advance users: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'credit_limit';

-- figure: card-usage.cash-users.months-cash
-- label: Cash-advance users: mean share of months with a cash advance
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'cash_advance_frequency';

-- figure: card-usage.cash-users.flagged
-- label: Cash-advance users: share who paid less than the minimum, of those with a stated one
-- unit: %
-- format: .0%
SELECT avg(CAST(high_risk AS INTEGER)) FROM card_usage.customers WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.never-full
-- label: Cash-advance users: share who never paid in full
-- unit: %
-- format: .0%
SELECT avg(CAST(full_payment_share = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.no-purchases
-- label: Cash-advance users: share without a purchase
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'cash-advance';

-- figure: card-usage.instalment.name
-- label: Name of the segment instalment
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.customers
-- label: Instalment buyers: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.share
-- label: Instalment buyers: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.share-of-purchases
-- label: Instalment buyers: share of all purchases
-- unit: %
-- format: .0%
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.share-of-balance
-- label: Instalment buyers: share of all balances
-- unit: %
-- format: .0%
SELECT total_balance / (SELECT sum(total_balance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.median-purchases
-- label: Instalment buyers: median purchases
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'purchases';

-- figure: card-usage.instalment.median-balance
-- label: Instalment buyers: median balance
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'balance';

-- figure: card-usage.instalment.median-limit
-- label: Instalment buyers: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'credit_limit';

-- figure: card-usage.instalment.no-one-off
-- label: Instalment buyers: share without a one-off purchase
-- unit: %
-- format: .0%
SELECT avg(CAST(one_off_purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'instalment';

-- figure: card-usage.instalment.both-ways
-- label: Instalment buyers: share with purchases in one go and by instalments
-- unit: %
-- format: .0%
SELECT avg(CAST(one_off_purchases > 0 AND installment_purchases > 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'instalment';

-- figure: card-usage.instalment.no-instalments
-- label: Instalment buyers: share without a purchase by instalments
-- unit: %
-- format: .0%
SELECT avg(CAST(installment_purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'instalment';

-- figure: card-usage.instalment.months-buying
-- label: Instalment buyers: mean share of months with purchases
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'purchases_frequency';

-- figure: card-usage.low.name
-- label: Name of the segment low-spenders
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.customers
-- label: Low spenders: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.share
-- label: Low spenders: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.share-of-purchases
-- label: Low spenders: share of all purchases
-- unit: %
-- format: .0%
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.share-of-cash
-- label: Low spenders: share of all cash advances
-- unit: %
-- format: .0%
SELECT total_cash_advance / (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.median-purchases
-- label: Low spenders: median purchases
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'low-spenders' AND variable = 'purchases';

-- figure: card-usage.low.median-limit
-- label: Low spenders: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'low-spenders' AND variable = 'credit_limit';

-- figure: card-usage.low.only-cash
-- label: Low spenders: share who drew cash and bought nothing
-- unit: %
-- format: .0%
SELECT avg(CAST(cash_advance > 0 AND purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'low-spenders';

-- figure: card-usage.low.only-purchases
-- label: Low spenders: share who bought and drew no cash
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases > 0 AND cash_advance = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'low-spenders';

-- figure: card-usage.low.both
-- label: Low spenders: share who bought and drew cash
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases > 0 AND cash_advance > 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'low-spenders';

-- figure: card-usage.low.months-buying
-- label: Low spenders: mean share of months with purchases
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'low-spenders' AND variable = 'purchases_frequency';

-- figure: card-usage.sample.drawn
-- label: Card holders drawn for the scatter plot
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers_sample;

-- figure: card-usage.k
-- label: Chosen number of segments
-- unit: segments
-- format: words
SELECT k FROM card_usage.kmeans_sweep WHERE chosen;

-- figure: card-usage.k.from
-- label: Fewest groups tried
-- unit: segments
-- format: words
SELECT min(k) FROM card_usage.kmeans_sweep;

-- figure: card-usage.k.to
-- label: Most groups tried
-- unit: segments
-- format: words
SELECT max(k) FROM card_usage.kmeans_sweep;

-- figure: card-usage.k.restarts
-- label: Random starts for each number of groups
-- unit: starts
-- format: ,d
SELECT restarts FROM card_usage.kmeans_sweep WHERE chosen;

-- figure: card-usage.k.restarts-at-best
-- label: Starts at the chosen number that reached the best solution
-- unit: starts
-- format: ,d
SELECT restarts_at_best FROM card_usage.kmeans_sweep WHERE chosen;

-- figure: card-usage.k.restarts-at-best-all
-- label: Starts over all numbers of groups that reached the best solution
-- unit: %
-- format: .0%
SELECT sum(restarts_at_best) / sum(restarts) FROM card_usage.kmeans_sweep;

-- figure: card-usage.k.silhouette
-- label: Mean silhouette at the chosen number
-- format: .3f
SELECT silhouette FROM card_usage.kmeans_sweep WHERE chosen;

-- figure: card-usage.k.inertia
-- label: Inertia at the chosen number of groups
-- unit: squared standard deviations
-- format: ,.1f
SELECT inertia FROM card_usage.kmeans_sweep WHERE chosen;

-- figure: card-usage.k.explained
-- label: Share of the sum of squares that lies between the segments
-- unit: %
-- format: .0%
SELECT explained FROM card_usage.preparations WHERE preparation = 'report' AND chosen;

-- figure: card-usage.three.silhouette
-- label: Mean silhouette at three groups
-- format: .3f
SELECT silhouette FROM card_usage.kmeans_sweep WHERE k = 3;

-- figure: card-usage.three.merged
-- label: Instalment buyers who, at three groups, fall into one group with most low spenders
-- unit: customers
-- format: ,d
SELECT f.customers FROM card_usage.k_flows f
WHERE f.k = 3 AND f.segment = 'instalment' AND f.cluster = (SELECT first(cluster ORDER BY customers DESC) FROM card_usage.k_flows WHERE k = 3 AND segment = 'low-spenders');

-- figure: card-usage.three.merged-share
-- label: Share of the instalment buyers who, at three groups, fall into one group with most low spenders
-- unit: %
-- format: .0%
SELECT f.customers / s.customers FROM card_usage.k_flows f JOIN card_usage.segments s USING (segment)
WHERE f.k = 3 AND f.segment = 'instalment' AND f.cluster = (SELECT first(cluster ORDER BY customers DESC) FROM card_usage.k_flows WHERE k = 3 AND segment = 'low-spenders');

-- figure: card-usage.gap.k
-- label: Number of groups that the gap statistic would choose
-- unit: groups
-- format: words
SELECT k FROM card_usage.gap_statistic WHERE chosen_by_gap;

-- figure: card-usage.ward.different
-- label: Customers whom Ward's tree puts into another group
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE kmeans_cluster <> ward_cluster;

-- figure: card-usage.ward.different-share
-- label: Share of customers whom Ward's tree puts into another group
-- unit: %
-- format: .0%
SELECT avg(CAST(kmeans_cluster <> ward_cluster AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.ward.adjusted-rand
-- label: Adjusted Rand index of k-means against Ward
-- format: .2f
SELECT value FROM card_usage.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- figure: card-usage.ward.drawn
-- label: Branches that are drawn
-- unit: branches
-- format: ,d
SELECT count(*) FROM card_usage.ward_leaves;

-- figure: card-usage.bootstrap.agreement
-- label: Mean agreement of the resamples with the segments (adjusted Rand index)
-- format: .2f
SELECT avg(adjusted_rand) FROM card_usage.bootstrap_agreement;

-- figure: card-usage.bootstrap.resamples
-- label: Resamples
-- unit: resamples
-- format: words
SELECT count(*) FROM card_usage.bootstrap_agreement;

-- figure: card-usage.components.first
-- label: Share of the variance in the first component
-- unit: %
-- format: .0%
SELECT share FROM card_usage.components WHERE component = 1;

-- figure: card-usage.components.second
-- label: Share of the variance in the second component
-- unit: %
-- format: .0%
SELECT share FROM card_usage.components WHERE component = 2;

-- figure: card-usage.components.for-most
-- label: Components for nine tenths of the variance
-- unit: components
-- format: words
SELECT min(component) FROM card_usage.components WHERE cumulative_share >= 0.9;

-- figure: card-usage.components.most-share
-- label: Share of the variance in the fewest components that hold nine tenths of it
-- unit: %
-- format: .0%
SELECT min(cumulative_share) FROM card_usage.components WHERE cumulative_share >= 0.9;

-- figure: card-usage.tests.least-effect
-- label: Weakest difference between the segments (ε²)
-- format: .2f
SELECT min(epsilon_squared) FROM card_usage.segment_tests;

-- figure: card-usage.tests.most-effect
-- label: Strongest difference between the segments (ε²)
-- format: .2f
SELECT max(epsilon_squared) FROM card_usage.segment_tests;

-- figure: card-usage.tests.strongest
-- label: Variable that differs most
-- unit: text
SELECT lower(label) FROM card_usage.segment_tests t JOIN card_usage.variables v ON v.name = t.variable ORDER BY epsilon_squared DESC LIMIT 1;

-- figure: card-usage.preparation.imputation-agreement
-- label: Lowest agreement with the report's segments of other ways to treat missing values
-- format: .2f
SELECT min(adjusted_rand) FROM card_usage.preparations WHERE preparation IN ('mean', 'neighbours', 'dropped') AND chosen;

-- figure: card-usage.preparation.log-agreement
-- label: Agreement of logarithms with the report's segments
-- format: .2f
SELECT adjusted_rand FROM card_usage.preparations WHERE preparation = 'log' AND chosen;

-- figure: card-usage.preparation.components-silhouette
-- label: Silhouette on two principal components
-- format: .2f
SELECT silhouette FROM card_usage.preparations WHERE preparation = 'two-components' AND chosen;

-- figure: card-usage.preparation.report-silhouette
-- label: Silhouette of the report's preparation on the same customers
-- format: .2f
SELECT silhouette FROM card_usage.preparations WHERE preparation = 'report' AND chosen;

-- figure: card-usage.preparation.log-big
-- label: Big spenders after logarithms
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'log' AND position = 1;

-- figure: card-usage.preparation.winsorised-big
-- label: Big spenders with drawn-in tails
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'winsorised' AND position = 1;

-- figure: card-usage.preparation.report-big
-- label: Big spenders in the report
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'report' AND position = 1;

-- figure: card-usage.preparation.outlying-fences
-- label: Share of card holders with a value beyond the fences
-- unit: %
-- format: .0%
SELECT outlying / customers FROM card_usage.preparations WHERE preparation = 'fences-capped' AND chosen;

-- figure: card-usage.preparation.outlying-robust
-- label: Share of card holders with a value beyond the robust limits
-- unit: %
-- format: .0%
SELECT outlying / customers FROM card_usage.preparations WHERE preparation = 'robust-z-capped' AND chosen;

-- figure: card-usage.preparation.inside-fences
-- label: Share of card holders without a value beyond the fences
-- unit: %
-- format: .1%
SELECT 1 - outlying / customers FROM card_usage.preparations WHERE preparation = 'fences-capped' AND chosen;

-- figure: card-usage.preparation.inside-robust
-- label: Share of card holders without a value beyond the robust limits
-- unit: %
-- format: .1%
SELECT 1 - outlying / customers FROM card_usage.preparations WHERE preparation = 'robust-z-capped' AND chosen;

-- figure: card-usage.preparation.capped-agreement
-- label: Highest agreement of capped outliers with the report's segments
-- format: .2f
SELECT max(adjusted_rand) FROM card_usage.preparations WHERE preparation IN ('fences-capped', 'robust-z-capped') AND chosen;

-- figure: card-usage.preparation.capped-big
-- label: Big spenders with values capped at the fences
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.preparation_sizes WHERE preparation = 'fences-capped' AND position = 1;

-- figure: card-usage.preparation.variants
-- label: Other preparations compared
-- unit: preparations
-- format: words
SELECT count(DISTINCT preparation) - 1 FROM card_usage.preparations;

-- figure: card-usage.risk.stated
-- label: Card holders with a stated minimum
-- unit: customers
-- format: ,d
SELECT count(high_risk) FROM card_usage.customers;

-- figure: card-usage.risk.flagged
-- label: Card holders who paid less than the minimum
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE high_risk;

-- figure: card-usage.risk.share
-- label: Share who paid less than the minimum, of those with a stated one
-- unit: %
-- format: .1%
SELECT avg(CAST(high_risk AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.risk.paid
-- label: Share who paid the minimum or more, of those with a stated one
-- unit: %
-- format: .1%
SELECT 1 - avg(CAST(high_risk AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.risk.rows
-- label: Card holders in the model
-- unit: customers
-- format: ,d
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'rows';

-- figure: card-usage.risk.auc
-- label: AUC of the model
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc';

-- figure: card-usage.risk.auc-low
-- label: AUC of the model: lower end of the interval
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_low';

-- figure: card-usage.risk.auc-high
-- label: AUC of the model: upper end of the interval
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_high';

-- figure: card-usage.risk.cv-auc
-- label: AUC on customers whom the model has not seen
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc';

-- figure: card-usage.risk.baseline
-- label: Share classified correctly by assuming that everybody paid the minimum
-- unit: %
-- format: .1%
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline';

-- figure: card-usage.risk.auc-leaking
-- label: AUC of a model that sees the payments
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- figure: card-usage.risk.auc-collinear
-- label: AUC with purchases added
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'collinear' AND metric = 'auc';

-- figure: card-usage.risk.predictors
-- label: Variables in the model
-- unit: variables
-- format: words
SELECT count(*) - 1 FROM card_usage.risk_coefficients WHERE model = 'honest';

-- figure: card-usage.risk.vif-with
-- label: Variance inflation of purchases, with the two that add up to it
-- format: ,.0f
SELECT vif FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'purchases';

-- figure: card-usage.risk.vif-without
-- label: Largest variance inflation once purchases are left out
-- format: .1f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'largest_vif';

-- figure: card-usage.risk.error-with
-- label: Standard error of one-off purchases beside purchases
-- format: .2f
SELECT std_error FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'one_off_purchases';

-- figure: card-usage.risk.error-without
-- label: Standard error of one-off purchases without purchases
-- format: .2f
SELECT std_error FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'one_off_purchases';

-- figure: card-usage.risk.odds-balance
-- label: Odds ratio of balance
-- format: .1f
SELECT odds_ratio FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- figure: card-usage.risk.top-tenth
-- label: Share of those who paid less than the minimum in the tenth that the model rates highest
-- unit: %
-- format: .0%
SELECT share_found FROM card_usage.risk_lift WHERE model = 'honest' AND decile = 1;

-- figure: card-usage.gap.to
-- label: Most groups that the gap statistic compares
-- unit: groups
-- format: words
SELECT max(k) FROM card_usage.gap_statistic;

-- each end: min max

-- each variable: balance purchases one-off-purchases installment-purchases cash-advance credit-limit payments minimum-payments

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: $
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');

-- each variable: balance-frequency purchases-frequency one-off-purchases-frequency installment-purchases-frequency cash-advance-frequency full-payment-share

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: share of months
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');

-- each variable: cash-advance-transactions purchase-transactions

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: transactions
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');

-- each variable: tenure

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: months
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');
