-- Claims of the AllLife chapter. Each is one truth value from the published tables; pages mark the sentence that it carries as [sentence](claim:id).

-- claim: alllife.one-channel-each
-- label: Each segment is ahead of the others in one channel of its own
-- evidence: description
SELECT count(DISTINCT leader) = 3 FROM (
  SELECT first(segment ORDER BY mean DESC) AS leader
  FROM alllife.segment_profiles
  WHERE variable IN ('branch_visits', 'online_visits', 'calls')
  GROUP BY variable
);

-- claim: alllife.premium-online
-- label: Premium customers log in most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'premium' FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.premium-limit
-- label: Premium customers have the highest limits
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'premium' FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.premium-all-above
-- label: Every premium limit is above the median limit of each other segment
-- evidence: description
SELECT (SELECT min(credit_limit) FROM alllife.customers WHERE segment = 'premium')
  > (SELECT max(median) FROM alllife.segment_profiles WHERE segment <> 'premium' AND variable = 'credit_limit');

-- claim: alllife.premium-rarely-branch
-- label: Premium customers visit branches least
-- evidence: description
SELECT first(segment ORDER BY mean) = 'premium' FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.premium-rarely-call
-- label: Premium customers call least
-- evidence: description
SELECT first(segment ORDER BY mean) = 'premium' FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.premium-outsized
-- label: Premium customers hold at least three times their share of the limits
-- evidence: description
-- about: alllife.customers WHERE segment = 'premium'
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) >= 3 * share FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.branch-visits
-- label: Branch visitors visit branches most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'branch' FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.branch-majority
-- label: Branch visitors are the majority of customers
-- evidence: description
SELECT share > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.branch-most-visits
-- label: Branch visitors make most of the branch visits
-- evidence: description
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.branch-rarely-online
-- label: Branch visitors log in least
-- evidence: description
SELECT first(segment ORDER BY mean) = 'branch' FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.phone-calls
-- label: Phone callers call most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'phone' FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.phone-most-calls
-- label: Phone callers make most of the calls
-- evidence: description
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'phone';

-- claim: alllife.phone-limit
-- label: Phone callers have the lowest limits
-- evidence: description
SELECT first(segment ORDER BY mean) = 'phone' FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.phone-cards
-- label: Phone callers hold the fewest cards
-- evidence: description
SELECT first(segment ORDER BY mean) = 'phone' FROM alllife.segment_profiles WHERE variable = 'credit_cards';

-- claim: alllife.phone-online-too
-- label: Phone callers log in more than branch visitors
-- evidence: description
SELECT p.mean > b.mean FROM alllife.segment_profiles p, alllife.segment_profiles b
WHERE p.segment = 'phone' AND b.segment = 'branch' AND p.variable = 'online_visits' AND b.variable = 'online_visits';

-- claim: alllife.best-silhouette
-- label: The chosen number of segments has the best silhouette
-- evidence: description
SELECT first(chosen ORDER BY silhouette DESC) FROM alllife.kmeans_sweep;

-- claim: alllife.elbow
-- label: Inertia falls much less after the chosen number than before it
-- evidence: description
SELECT (b.inertia - a.inertia) > 3 * (a.inertia - c.inertia)
FROM alllife.kmeans_sweep a
JOIN alllife.kmeans_sweep b ON b.k = a.k - 1
JOIN alllife.kmeans_sweep c ON c.k = a.k + 1
WHERE a.chosen;

-- claim: alllife.methods-agree
-- label: k-means and Ward give nearly the same segments
-- evidence: two methods
SELECT value > 0.95 FROM alllife.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- claim: alllife.restarts-stable
-- label: More than half of the random starts reached the best solution at the chosen number
-- evidence: restarts
SELECT restarts_at_best > restarts / 2 FROM alllife.kmeans_sweep WHERE chosen;

-- claim: alllife.policy-flags-most
-- label: The policy flags more than half of all customers
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.policy-phone
-- label: The policy flags nearly all phone callers and no premium customer
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'phone') > 0.95
  AND avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'premium') = 0 FROM alllife.customers;

-- claim: alllife.leakage
-- label: A model that sees the limit tells the policy almost perfectly
-- evidence: policy, no default observed
SELECT value > 0.99 FROM alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- claim: alllife.honest-lower
-- label: A model that does not see the limit does clearly worse
-- evidence: policy, no default observed
SELECT h.value < l.value FROM alllife.risk_metrics h, alllife.risk_metrics l
WHERE h.model = 'honest' AND h.metric = 'auc_high' AND l.model = 'leaking' AND l.metric = 'auc_low';

-- claim: alllife.frequent-callers-most
-- label: Phone callers with as many calls as the pilot asks for make more than half of all calls
-- evidence: description
SELECT sum(calls) FILTER (segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls')) > sum(calls) / 2 FROM alllife.customers;

-- claim: alllife.tree-gap
-- label: The two last merges of the tree stand far above the third
-- evidence: description
SELECT min(height) FILTER (place <= 2) > 2 * max(height) FILTER (place = 3) FROM (SELECT height, row_number() OVER (ORDER BY step DESC) AS place FROM alllife.ward_merges);

-- claim: alllife.premium-third
-- label: Premium customers are a tenth of customers at the most and hold nearly a third of the limits
-- evidence: description
-- about: alllife.customers WHERE segment = 'premium'
SELECT share < 0.1 AND total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) BETWEEN 0.28 AND 1 / 3
FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.two-groups-contacts
-- label: Branch visitors and phone callers together make at least nine tenths of branch visits and of calls
-- evidence: description
SELECT sum(total_branch_visits) FILTER (segment <> 'premium') >= 0.9 * sum(total_branch_visits)
  AND sum(total_calls) FILTER (segment <> 'premium') >= 0.9 * sum(total_calls)
FROM alllife.segments;

-- claim: alllife.no-missing
-- label: No value is missing
-- evidence: description
SELECT sum(imputed) = 0 FROM alllife.variable_summary;

-- claim: alllife.keys-differ
-- label: Rows that share a key never share all values
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers a JOIN alllife.customers b
  ON split_part(a.customer_id, '-', 1) = split_part(b.customer_id, '-', 1) AND a.row_number < b.row_number
WHERE (a.credit_limit, a.credit_cards, a.branch_visits, a.online_visits, a.calls)
  = (b.credit_limit, b.credit_cards, b.branch_visits, b.online_visits, b.calls);

-- claim: alllife.profiles-few
-- label: Repeated profiles are at most one row in fifty
-- evidence: description
SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT credit_limit, credit_cards, branch_visits, online_visits, calls FROM alllife.customers)) <= 0.02 * count(*) FROM alllife.customers;

-- claim: alllife.rules-none-failed
-- label: No rule of the contract failed
-- evidence: description
SELECT sum(failed) = 0 FROM alllife.quality_rules;

-- claim: alllife.row-trap
-- label: The row number correlates strongly with cards, limit and calls
-- evidence: description
SELECT min(abs(coefficient)) > 0.6 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable IN ('credit_limit', 'credit_cards', 'calls');

-- claim: alllife.row-sorted
-- label: Phone callers stand before branch visitors in the file, and these before premium customers, each on average by more than a quarter of the file
-- evidence: description
SELECT avg(row_number) FILTER (segment = 'branch') - avg(row_number) FILTER (segment = 'phone') > 0.25 * count(*) AND avg(row_number) FILTER (segment = 'premium') - avg(row_number) FILTER (segment = 'branch') > 0.25 * count(*) FROM alllife.customers;

-- claim: alllife.seed-read-rows
-- label: An earlier report's correlations of the limit, 0.74 with cards, 0.41 with visits and −0.68 with calls, are nearer to those of the row number than to those of the limit
-- evidence: comparison with a source
SELECT bool_and(abs(seed - rows_r) < abs(seed - limit_r)) FROM (
  SELECT seed, r.coefficient AS rows_r, l.coefficient AS limit_r
  FROM (VALUES ('credit_cards', 0.74), ('branch_visits', 0.41), ('calls', -0.68)) AS quoted(variable, seed)
  JOIN alllife.correlations r ON r.method = 'pearson' AND r.first_variable = 'row_number' AND r.second_variable = variable
  JOIN alllife.correlations l ON l.method = 'pearson' AND l.first_variable = 'credit_limit' AND l.second_variable = variable);

-- claim: alllife.ranges-wider
-- label: Cards, branch visits, online visits, calls and limits go beyond the ranges of an earlier report
-- evidence: comparison with a source
SELECT bool_and("max" > quoted_max) FROM alllife.variable_summary
JOIN (VALUES ('credit_limit', 100000), ('credit_cards', 7), ('branch_visits', 2), ('online_visits', 12), ('calls', 9)) AS quoted(variable, quoted_max) USING (variable);

-- claim: alllife.limit-skewed
-- label: Credit limits and online visits have long tails to the right
-- evidence: description
SELECT min(skewness) > 1.5 FROM alllife.variable_summary WHERE variable IN ('credit_limit', 'online_visits');

-- claim: alllife.others-even
-- label: Cards, branch visits and calls are nearly symmetric
-- evidence: description
SELECT max(abs(skewness)) < 0.8 FROM alllife.variable_summary WHERE variable IN ('credit_cards', 'branch_visits', 'calls');

-- claim: alllife.limit-median-half
-- label: Half of the customers have a limit below 60 % of the mean
-- evidence: description
SELECT median < 0.6 * mean FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- claim: alllife.online-few
-- label: Most customers log in at most twice a year
-- evidence: description
SELECT avg(CAST(online_visits <= 2 AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.calls-middle-minority
-- label: Fewer than a third of customers call four to six times a year
-- evidence: description
SELECT avg(CAST(calls BETWEEN 4 AND 6 AS INTEGER)) < 1/3 FROM alllife.customers;

-- claim: alllife.cards-middle
-- label: Most customers hold three to six cards
-- evidence: description
SELECT avg(CAST(credit_cards BETWEEN 3 AND 6 AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.limit-cards
-- label: Credit limit and cards rise together
-- evidence: description
SELECT lower > 0.4 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards';

-- claim: alllife.limit-online
-- label: Customers with higher limits log in more
-- evidence: description
SELECT lower > 0.4 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'online_visits';

-- claim: alllife.limit-calls
-- label: Customers with higher limits call less
-- evidence: description
SELECT upper < -0.2 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'calls';

-- claim: alllife.limit-visits-weak
-- label: Limit and branch visits are only weakly related
-- evidence: description
SELECT abs(coefficient) < 0.2 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- claim: alllife.cards-calls
-- label: The more cards, the fewer calls: the strongest correlation of all
-- evidence: description
SELECT first(CASE WHEN first_variable < second_variable THEN first_variable || ' ' || second_variable END ORDER BY abs(coefficient) DESC) = 'calls credit_cards'
FROM alllife.correlations WHERE method = 'pearson' AND first_variable < second_variable
  AND 'row_number' NOT IN (first_variable, second_variable) AND 'engagement_score' NOT IN (first_variable, second_variable);

-- claim: alllife.visits-calls
-- label: Who visits a branch often calls less often: visits and calls go against each other
-- evidence: description
SELECT upper < -0.3 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'branch_visits' AND second_variable = 'calls';

-- claim: alllife.no-premium-callers
-- label: No customer with a limit in the high category calls as often as a frequent caller
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers WHERE credit_category = 'High' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls');

-- claim: alllife.calls-most-used
-- label: Of the three channels the phone is used most, the branch least
-- evidence: description
SELECT sum(calls) > sum(online_visits) AND sum(online_visits) > sum(branch_visits) FROM alllife.customers;

-- claim: alllife.outliers-are-premium
-- label: Nine in ten customers beyond the fences are premium customers
-- evidence: description
SELECT count(*) FILTER (segment = 'premium') >= 0.9 * count(*) FROM alllife.customers
WHERE credit_limit > (SELECT upper_fence FROM alllife.variable_summary WHERE variable = 'credit_limit')
  OR online_visits > (SELECT upper_fence FROM alllife.variable_summary WHERE variable = 'online_visits');

-- claim: alllife.capping-harmless
-- label: Capping outliers moves at most one customer in a hundred
-- evidence: re-run
SELECT max(moved) <= 0.01 * (SELECT count(*) FROM alllife.customers) FROM alllife.preparations WHERE preparation IN ('fences-capped', 'robust-z-capped') AND chosen;

-- claim: alllife.removal-harmful
-- label: Removing outliers moves at least one customer in ten and lowers the silhouette
-- evidence: re-run
SELECT min(moved) > 0.1 * (SELECT count(*) FROM alllife.customers) AND max(silhouette) < (SELECT silhouette FROM alllife.preparations WHERE preparation = 'report' AND chosen) FROM alllife.preparations WHERE preparation IN ('fences-removed', 'robust-z-removed') AND chosen;

-- claim: alllife.removal-splits
-- label: With outliers removed, the largest segment loses more than a third of its customers, and a group twice as large as the premium segment or larger stands in that one's place
-- evidence: re-run
SELECT bool_and(CASE
    WHEN segment = 'premium' THEN z.customers > 2 * s.customers
    WHEN s.customers = (SELECT max(customers) FROM alllife.segments) THEN z.customers < s.customers * 2 / 3
    ELSE true END)
FROM alllife.preparation_sizes z JOIN alllife.segments s USING (position)
WHERE preparation IN ('fences-removed', 'robust-z-removed');

-- claim: alllife.preparation-harmless
-- label: No preparation that keeps every customer gives other segments (adjusted Rand above 0.95)
-- evidence: re-run
SELECT min(adjusted_rand) > 0.95 FROM alllife.preparations WHERE chosen AND customers = (SELECT count(*) FROM alllife.customers);

-- claim: alllife.category-complete
-- label: Every customer has a credit category
-- evidence: description
SELECT count(*) = count(credit_category) FROM alllife.customers;

-- claim: alllife.category-most-nan
-- label: Cut on standardised limits, most customers would have no category
-- evidence: description
SELECT avg(CAST(credit_limit < (SELECT mean FROM alllife.variable_summary WHERE variable = 'credit_limit') AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.scaling-needed
-- label: Unscaled, the limit alone would make practically all of the distance
-- evidence: description
SELECT max(sd * sd) FILTER (variable = 'credit_limit') / sum(sd * sd) > 0.999 FROM alllife.variable_summary WHERE variable <> 'engagement_score';

-- claim: alllife.premium-most-contacts
-- label: Premium customers have the most contacts of all segments
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'premium' FROM alllife.segment_profiles WHERE variable = 'engagement_score';

-- claim: alllife.branch-fewest-contacts
-- label: Branch visitors have the fewest contacts of all segments
-- evidence: description
SELECT first(segment ORDER BY mean) = 'branch' FROM alllife.segment_profiles WHERE variable = 'engagement_score';

-- claim: alllife.phone-rarely-branch
-- label: Phone callers come to a branch less than once a year on average
-- evidence: description
SELECT mean < 1 FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'branch_visits';

-- claim: alllife.limits-not-alike
-- label: Branch visitors have more than twice the mean limit of phone callers
-- evidence: description
SELECT b.mean > 2 * p.mean FROM alllife.segment_profiles b, alllife.segment_profiles p WHERE b.segment = 'branch' AND p.segment = 'phone' AND b.variable = 'credit_limit' AND p.variable = 'credit_limit';

-- claim: alllife.premium-cards
-- label: Premium customers hold the most cards
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'premium' FROM alllife.segment_profiles WHERE variable = 'credit_cards';

-- claim: alllife.channels-not-limit
-- label: Cards and online visits set the segments apart more than the limit does
-- evidence: test after clustering
SELECT min(epsilon_squared) FILTER (variable IN ('credit_cards', 'online_visits')) > max(epsilon_squared) FILTER (variable = 'credit_limit') FROM alllife.segment_tests;

-- claim: alllife.limit-separates-least
-- label: Of the variables in the distances the limit sets the segments apart least
-- evidence: test after clustering
SELECT first(variable ORDER BY epsilon_squared) = 'credit_limit' FROM alllife.segment_tests JOIN alllife.variables ON name = variable WHERE in_distances;

-- claim: alllife.cards-separate-most
-- label: Of the variables in the distances the number of cards sets the segments apart most
-- evidence: test after clustering
SELECT first(variable ORDER BY epsilon_squared DESC) = 'credit_cards' FROM alllife.segment_tests JOIN alllife.variables ON name = variable WHERE in_distances;

-- claim: alllife.best-davies-bouldin
-- label: The Davies–Bouldin index is best at the chosen number
-- evidence: description
SELECT first(chosen ORDER BY davies_bouldin) FROM alllife.kmeans_sweep;

-- claim: alllife.best-calinski-harabasz
-- label: The Calinski–Harabasz index is best at the chosen number
-- evidence: description
SELECT first(chosen ORDER BY calinski_harabasz DESC) FROM alllife.kmeans_sweep;

-- claim: alllife.gap-step
-- label: The gap rises more on the way to the chosen number than at any later step, by five times
-- evidence: resampling
SELECT max(step) FILTER (chosen) > 5 * max(step) FILTER (after) FROM (SELECT a.chosen, a.k > (SELECT k FROM alllife.gap_statistic WHERE chosen) AS after, a.gap - b.gap AS step FROM alllife.gap_statistic a JOIN alllife.gap_statistic b ON b.k = a.k - 1);

-- claim: alllife.average-keeps-distances
-- label: Average linkage keeps the distances best
-- evidence: four linkages
SELECT first(method ORDER BY cophenetic_correlation DESC) = 'average' FROM alllife.linkages;

-- claim: alllife.three-linkages-agree
-- label: Ward, average and complete linkage give nearly the same segments
-- evidence: four linkages
SELECT min(adjusted_rand) > 0.9 FROM alllife.linkages WHERE method <> 'single';

-- claim: alllife.single-chains
-- label: Single linkage does not: it splits off a handful of customers
-- evidence: four linkages
SELECT adjusted_rand < 0.5 FROM alllife.linkages WHERE method = 'single';

-- claim: alllife.disagree-few
-- label: They are at most one customer in thirty
-- evidence: four linkages
SELECT count(*) FILTER (ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster) <= count(*) / 30 FROM alllife.linkage_labels JOIN alllife.customers USING (row_number);

-- claim: alllife.two-components
-- label: Two components hold four fifths of the variance
-- evidence: description
SELECT cumulative_share > 0.8 FROM alllife.components WHERE component = 2;

-- claim: alllife.component-meaning
-- label: The first component sets cards and limit against calls, the second online against branch
-- evidence: description
SELECT max(weight) FILTER (component = 1 AND variable = 'credit_cards') > 0.4 AND max(weight) FILTER (component = 1 AND variable = 'calls') < -0.4
  AND max(weight) FILTER (component = 2 AND variable = 'online_visits') * max(weight) FILTER (component = 2 AND variable = 'branch_visits') < -0.2 FROM alllife.component_loadings;

-- claim: alllife.stable
-- label: Every segment is found again in the resamples, with a mean Jaccard index above 0.85
-- evidence: bootstrap
SELECT min(jaccard) > 0.85 FROM alllife.stability;

-- claim: alllife.tests-all
-- label: Every variable differs between the segments after correction for the number of tests
-- evidence: test after clustering
SELECT max(adjusted_p_value) < 0.001 FROM alllife.segment_tests;

-- claim: alllife.silhouettes-positive
-- label: At most one customer in fifty lies nearer to another segment than to the own
-- evidence: description
SELECT avg(CAST(silhouette < 0 AS INTEGER)) <= 0.02 FROM alllife.customers;

-- claim: alllife.disagree-between
-- label: Whom Ward, average or complete linkage puts elsewhere is no premium customer by any of them
-- evidence: four linkages
SELECT count(*) FILTER (1 IN (kmeans_cluster, ward, average, complete)) = 0
FROM alllife.linkage_labels JOIN alllife.customers USING (row_number)
WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- claim: alllife.disagree-quiet
-- label: Whom Ward, average or complete linkage puts elsewhere has fewer contacts than the average customer
-- evidence: four linkages
SELECT coalesce(avg(engagement_score) < (SELECT mean FROM alllife.variable_summary WHERE variable = 'engagement_score'), true)
FROM alllife.linkage_labels JOIN alllife.customers USING (row_number)
WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- claim: alllife.within-weaker
-- label: Within each segment the limit goes with online visits and with calls less than half as much as over all customers
-- evidence: description
SELECT max(abs(within_online)) < abs(any_value(online)) / 2 AND max(abs(within_calls)) < abs(any_value(calls)) / 2
FROM (SELECT corr(credit_limit, online_visits) AS within_online, corr(credit_limit, calls) AS within_calls FROM alllife.customers GROUP BY segment),
  (SELECT corr(credit_limit, online_visits) AS online, corr(credit_limit, calls) AS calls FROM alllife.customers);

-- claim: alllife.boxes-apart
-- label: In its own channel the lower quartile of each segment is above the upper quartiles of the others
-- evidence: description
SELECT bool_and(own > others) FROM (
  SELECT max(q25) FILTER (segment = leader) AS own, max(q75) FILTER (segment <> leader) AS others
  FROM alllife.segment_profiles JOIN (VALUES ('online_visits', 'premium'), ('branch_visits', 'branch'), ('calls', 'phone')) AS led(variable, leader) USING (variable)
  GROUP BY variable);

-- claim: alllife.silhouettes-most
-- label: At least four of five customers have a silhouette above 0.25
-- evidence: description
SELECT avg(CAST(silhouette > 0.25 AS INTEGER)) >= 0.8 FROM alllife.customers;

-- claim: alllife.limit-online-by-few
-- label: Without the premium customers the limit does not rise with online visits
-- evidence: description
-- figures: alllife.r.limit-online
SELECT corr(credit_limit, online_visits) < 0 FROM alllife.customers WHERE segment <> 'premium';

-- claim: alllife.visits-calls-corner
-- label: Nobody comes to a branch three times or more and calls five times or more
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers WHERE branch_visits >= 3 AND calls >= 5;

-- claim: alllife.far-above
-- label: In its own channel each segment is more than half a standard deviation above the average
-- evidence: description
SELECT min(centroid) > 0.5 FROM alllife.segment_profiles
WHERE (variable, segment) IN (('online_visits', 'premium'), ('branch_visits', 'branch'), ('calls', 'phone'));

-- claim: alllife.seed-wrong-sign
-- label: An earlier report's correlation of limit and branch visits, 0.41, has the wrong sign
-- evidence: comparison with a source
-- figures: alllife.r.limit-visits
SELECT coefficient < 0 FROM alllife.correlations
WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- claim: alllife.visits-all-common
-- label: Every number of branch visits is made by more than a tenth of the customers
-- evidence: description
SELECT min(customers) > 0.1 * sum(customers) FROM (SELECT branch_visits, count(*) AS customers FROM alllife.customers GROUP BY branch_visits);

-- claim: alllife.calls-step
-- label: Each number of calls up to four is made by more customers than any greater number
-- evidence: description
SELECT min(customers) FILTER (calls <= 4) > max(customers) FILTER (calls > 4) FROM (SELECT calls, count(*) AS customers FROM alllife.customers GROUP BY calls);

-- claim: alllife.online-tail
-- label: Fewer than a tenth of the customers log in more than five times a year
-- evidence: description
SELECT avg(CAST(online_visits > 5 AS INTEGER)) < 0.1 FROM alllife.customers;

-- claim: alllife.high-limit-visits
-- label: Hardly any customer in the high credit category comes to a branch more than once a year, most of the others do
-- evidence: description
SELECT avg(CAST(branch_visits > 1 AS INTEGER)) FILTER (credit_category = 'High') < 0.05
  AND avg(CAST(branch_visits > 1 AS INTEGER)) FILTER (credit_category <> 'High') > 0.5 FROM alllife.customers;

-- claim: alllife.own-channel-most
-- label: Most members of each segment use the channel that it is named after more than the two others
-- evidence: description
SELECT min(share) > 0.5 FROM (SELECT segment, avg(CAST(CASE segment
    WHEN 'premium' THEN online_visits > greatest(branch_visits, calls)
    WHEN 'branch' THEN branch_visits > greatest(online_visits, calls)
    ELSE calls > greatest(branch_visits, online_visits) END AS INTEGER)) AS share FROM alllife.customers GROUP BY segment);

-- claim: alllife.finer-splits-branch
-- label: With one group more, two groups consist mostly of branch visitors, and branch visits set them apart more than anything else does
-- evidence: description
WITH halves AS (
  SELECT variable, max(centroid) - min(centroid) AS apart, count(*) AS groups
  FROM alllife.k_profiles p JOIN alllife.k_clusters c USING (k, cluster)
  WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND c.segment = 'branch' AND centroid IS NOT NULL GROUP BY variable)
SELECT min(groups) = 2 AND max(groups) = 2 AND first(variable ORDER BY apart DESC) = 'branch_visits' FROM halves;

-- claim: alllife.finer-weak
-- label: Each of the two groups of branch visitors has less than three fifths of the silhouette that branch visitors have as one
-- evidence: description
SELECT max(silhouette) < 0.6 * (SELECT avg(silhouette) FROM alllife.customers WHERE segment = 'branch')
FROM alllife.k_clusters WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND segment = 'branch';

-- claim: alllife.names-fit
-- label: Each name fits its group: its customers rank on the side that the name says, and no other way to give out the names fits nearly as well
-- evidence: description
-- about: alllife.segments
SELECT bool_and(name_fits) FROM alllife.segments;
