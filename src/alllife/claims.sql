-- Claims of the AllLife chapter. Each is one truth value from the published tables; pages mark the sentence that it carries as [sentence](claim:id).
-- `about` names what the sentence speaks of: where these data have none of it, there is nothing to test.

-- claim: alllife.one-channel-each
-- label: Each segment uses another channel most: the channel with its highest mean is not that of any other segment
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT count(DISTINCT channel) = count(DISTINCT segment) FROM (
  SELECT segment, first(variable ORDER BY mean DESC) AS channel
  FROM alllife.segment_profiles
  WHERE variable IN ('branch_visits', 'online_visits', 'calls')
  GROUP BY segment
);

-- claim: alllife.one-channel-leads
-- label: Each segment leads the others in one channel: premium customers log in most, branch visitors visit branches most, phone callers call most
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT list(leader ORDER BY variable) = ['branch', 'phone', 'premium'] FROM (
  SELECT variable, first(segment ORDER BY mean DESC) AS leader
  FROM alllife.segment_profiles
  WHERE variable IN ('branch_visits', 'online_visits', 'calls')
  GROUP BY variable
);

-- claim: alllife.premium-online
-- label: Premium customers log in most, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.premium-limit
-- label: Premium customers have the highest mean limit
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.premium-all-above
-- label: Every premium limit is above the median limit of each other segment
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT (SELECT min(credit_limit) FROM alllife.customers WHERE segment = 'premium')
  > (SELECT max(median) FROM alllife.segment_profiles WHERE segment <> 'premium' AND variable = 'credit_limit');

-- claim: alllife.premium-rarely-branch
-- label: Premium customers visit branches least, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') < min(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.premium-rarely-call
-- label: Premium customers call least, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') < min(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.premium-outsized
-- label: Premium customers hold at least three times their share of the credit limits
-- about: alllife.customers WHERE segment = 'premium'
-- evidence: description
-- about: alllife.customers WHERE segment = 'premium'
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) >= 3 * share FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.branch-visits
-- label: Branch visitors visit branches most, on average
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment <> 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') > max(mean) FILTER (segment <> 'branch')
FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.branch-majority
-- label: More than half of the customers are branch visitors
-- about: alllife.customers WHERE segment = 'branch'
-- evidence: description
SELECT share > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.branch-most-visits
-- label: Branch visitors make more than half of the branch visits
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE branch_visits > 0
-- evidence: description
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.branch-rarely-online
-- label: Branch visitors log in least, on average
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment <> 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') < min(mean) FILTER (segment <> 'branch')
FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.phone-calls
-- label: Phone callers call most, on average
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment <> 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') > max(mean) FILTER (segment <> 'phone')
FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.phone-most-calls
-- label: Phone callers make more than half of the calls
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE calls > 0
-- evidence: description
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'phone';

-- claim: alllife.phone-limit
-- label: Phone callers have the lowest mean limit
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment <> 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') < min(mean) FILTER (segment <> 'phone')
FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.phone-cards
-- label: Phone callers hold the fewest cards, on average
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment <> 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') < min(mean) FILTER (segment <> 'phone')
FROM alllife.segment_profiles WHERE variable = 'credit_cards';

-- claim: alllife.phone-online-too
-- label: Phone callers log in more often than branch visitors, on average
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment = 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') > max(mean) FILTER (segment = 'branch') FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.seed-same-groups
-- label: The segments have the sizes (386, 224, 50) and the mean contacts (6.47, 11.36, 12.58) that an earlier report prints
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: comparison with a source
SELECT bool_and(s.customers = quoted.customers AND abs(p.mean - quoted.contacts) < 0.01)
FROM (VALUES ('branch', 386, 6.471503), ('phone', 224, 11.357143), ('premium', 50, 12.58)) AS quoted(segment, customers, contacts)
JOIN alllife.segments s USING (segment) JOIN alllife.segment_profiles p USING (segment) WHERE p.variable = 'engagement_score';

-- claim: alllife.best-silhouette
-- label: Of the numbers of segments tried, the chosen one has the highest mean silhouette
-- about: alllife.kmeans_sweep WHERE chosen
-- about: alllife.kmeans_sweep WHERE NOT chosen
-- evidence: description
SELECT max(silhouette) FILTER (chosen) > max(silhouette) FILTER (NOT chosen) FROM alllife.kmeans_sweep;

-- claim: alllife.best-davies-bouldin
-- label: Of the numbers of segments tried, the chosen one has the lowest Davies–Bouldin index
-- about: alllife.kmeans_sweep WHERE chosen
-- about: alllife.kmeans_sweep WHERE NOT chosen
-- evidence: description
SELECT max(davies_bouldin) FILTER (chosen) < min(davies_bouldin) FILTER (NOT chosen) FROM alllife.kmeans_sweep;

-- claim: alllife.best-calinski-harabasz
-- label: Of the numbers of segments tried, the chosen one has the highest Calinski–Harabasz index
-- about: alllife.kmeans_sweep WHERE chosen
-- about: alllife.kmeans_sweep WHERE NOT chosen
-- evidence: description
SELECT max(calinski_harabasz) FILTER (chosen) > max(calinski_harabasz) FILTER (NOT chosen) FROM alllife.kmeans_sweep;

-- claim: alllife.elbow
-- label: Inertia falls more than three times as much on the way to the chosen number of segments as on the way to one more
-- about: alllife.kmeans_sweep a JOIN alllife.kmeans_sweep b ON b.k = a.k - 1 JOIN alllife.kmeans_sweep c ON c.k = a.k + 1 WHERE a.chosen
-- evidence: description
SELECT (b.inertia - a.inertia) > 3 * (a.inertia - c.inertia)
FROM alllife.kmeans_sweep a
JOIN alllife.kmeans_sweep b ON b.k = a.k - 1
JOIN alllife.kmeans_sweep c ON c.k = a.k + 1
WHERE a.chosen;

-- claim: alllife.methods-agree
-- label: k-means and Ward give nearly the same segments: adjusted Rand index above 0.95
-- about: alllife.parameters WHERE name = 'adjusted_rand_kmeans_ward' AND value IS NOT NULL
-- evidence: two methods
SELECT value > 0.95 FROM alllife.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- claim: alllife.restarts-stable
-- label: More than half of the random starts reached the best solution at the chosen number of segments
-- about: alllife.kmeans_sweep WHERE chosen
-- evidence: restarts
SELECT restarts_at_best > restarts / 2 FROM alllife.kmeans_sweep WHERE chosen;

-- claim: alllife.policy-flags-most
-- label: The rule flags more than half of all customers
-- about: alllife.customers WHERE high_risk
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.policy-phone
-- label: The rule flags more than 95 % of phone callers and no premium customer
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment = 'premium'
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'phone') > 0.95
  AND avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'premium') = 0 FROM alllife.customers;

-- claim: alllife.frequent-callers-most
-- label: Phone callers with as many calls as the call-back list asks for make more than half of all calls
-- about: alllife.customers WHERE segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls')
-- evidence: description
SELECT sum(calls) FILTER (segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls')) > sum(calls) / 2 FROM alllife.customers;

-- claim: alllife.tree-gap
-- label: The last two merges of Ward's tree are more than twice as high as every other
-- about: alllife.ward_merges WHERE step <= (SELECT max(step) - 2 FROM alllife.ward_merges)
-- evidence: description
SELECT min(height) FILTER (place <= 2) > 2 * max(height) FILTER (place > 2)
FROM (SELECT height, row_number() OVER (ORDER BY step DESC) AS place FROM alllife.ward_merges);

-- claim: alllife.premium-third
-- label: Premium customers are fewer than a tenth of the customers and hold between 28 % and a third of the credit limits
-- about: alllife.customers WHERE segment = 'premium'
-- evidence: description
-- about: alllife.customers WHERE segment = 'premium'
SELECT share < 0.1 AND total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) BETWEEN 0.28 AND 1 / 3
FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.two-groups-contacts
-- label: Branch visitors and phone callers, each more than premium customers, together make at least nine tenths of the branch visits and of the calls
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT min(customers) FILTER (segment <> 'premium') > coalesce(max(customers) FILTER (segment = 'premium'), 0)
  AND sum(total_branch_visits) FILTER (segment <> 'premium') >= 0.9 * sum(total_branch_visits)
  AND sum(total_calls) FILTER (segment <> 'premium') >= 0.9 * sum(total_calls)
FROM alllife.segments;

-- claim: alllife.no-missing
-- label: No value is missing
-- about: alllife.variable_summary
-- evidence: description
SELECT sum(imputed) = 0 FROM alllife.variable_summary;

-- claim: alllife.keys-differ
-- label: Rows that share a key never share all values
-- about: (SELECT split_part(customer_id, '-', 1) AS key FROM alllife.customers GROUP BY key HAVING count(*) > 1)
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers a JOIN alllife.customers b
  ON split_part(a.customer_id, '-', 1) = split_part(b.customer_id, '-', 1) AND a.row_number < b.row_number
WHERE (a.credit_limit, a.credit_cards, a.branch_visits, a.online_visits, a.calls)
  = (b.credit_limit, b.credit_cards, b.branch_visits, b.online_visits, b.calls);

-- claim: alllife.profiles-few
-- label: At most one row in fifty repeats the values of an earlier row
-- about: (SELECT credit_limit FROM alllife.customers GROUP BY credit_limit, credit_cards, branch_visits, online_visits, calls HAVING count(*) > 1)
-- evidence: description
SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT credit_limit, credit_cards, branch_visits, online_visits, calls FROM alllife.customers)) <= 0.02 * count(*) FROM alllife.customers;

-- claim: alllife.rules-none-failed
-- label: No rule of the contract failed
-- about: alllife.quality_rules
-- evidence: description
SELECT sum(failed) = 0 FROM alllife.quality_rules;

-- claim: alllife.row-trap
-- label: The row number correlates with cards, limit and calls by more than 0.6 in size
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable IN ('credit_limit', 'credit_cards', 'calls') AND coefficient IS NOT NULL
-- evidence: description
SELECT CASE WHEN count(coefficient) = 3 THEN min(abs(coefficient)) > 0.6 END FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable IN ('credit_limit', 'credit_cards', 'calls');

-- claim: alllife.row-sorted
-- label: On average phone callers come before branch visitors in the file, and these before premium customers, each by more than a quarter of the file
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT avg(row_number) FILTER (segment = 'branch') - avg(row_number) FILTER (segment = 'phone') > 0.25 * count(*) AND avg(row_number) FILTER (segment = 'premium') - avg(row_number) FILTER (segment = 'branch') > 0.25 * count(*) FROM alllife.customers;

-- claim: alllife.seed-read-rows
-- label: An earlier report's correlations of the limit (0.74 with cards, 0.41 with visits, −0.68 with calls) are each closer to that of the row number than to that of the limit
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable IN ('credit_cards', 'branch_visits', 'calls') AND coefficient IS NOT NULL
-- evidence: comparison with a source
SELECT CASE WHEN count(rows_r + limit_r) = 3 THEN bool_and(abs(seed - rows_r) < abs(seed - limit_r)) END FROM (
  SELECT seed, r.coefficient AS rows_r, l.coefficient AS limit_r
  FROM (VALUES ('credit_cards', 0.74), ('branch_visits', 0.41), ('calls', -0.68)) AS quoted(variable, seed)
  JOIN alllife.correlations r ON r.method = 'pearson' AND r.first_variable = 'row_number' AND r.second_variable = variable
  JOIN alllife.correlations l ON l.method = 'pearson' AND l.first_variable = 'credit_limit' AND l.second_variable = variable);

-- claim: alllife.ranges-wider
-- label: The largest limit and numbers of cards, branch visits, online visits and calls are above the ranges of an earlier report
-- about: alllife.variable_summary WHERE variable = 'credit_limit'
-- evidence: comparison with a source
SELECT CASE WHEN count("max") = 5 THEN bool_and("max" > quoted_max) END FROM alllife.variable_summary
JOIN (VALUES ('credit_limit', 100000), ('credit_cards', 7), ('branch_visits', 2), ('online_visits', 12), ('calls', 9)) AS quoted(variable, quoted_max) USING (variable);

-- claim: alllife.limit-skewed
-- label: Credit limits and online visits have a skewness above one
-- about: alllife.variable_summary WHERE variable = 'credit_limit' AND skewness IS NOT NULL
-- about: alllife.variable_summary WHERE variable = 'online_visits' AND skewness IS NOT NULL
-- evidence: description
SELECT min(skewness) > 1 FROM alllife.variable_summary WHERE variable IN ('credit_limit', 'online_visits');

-- claim: alllife.others-even
-- label: Cards, branch visits and calls have a skewness between minus one and one
-- about: alllife.variable_summary WHERE variable = 'credit_cards' AND skewness IS NOT NULL
-- about: alllife.variable_summary WHERE variable = 'branch_visits' AND skewness IS NOT NULL
-- about: alllife.variable_summary WHERE variable = 'calls' AND skewness IS NOT NULL
-- evidence: description
SELECT max(abs(skewness)) < 1 FROM alllife.variable_summary WHERE variable IN ('credit_cards', 'branch_visits', 'calls');

-- claim: alllife.limit-median-half
-- label: The median limit is less than three fifths of the mean
-- about: alllife.customers
-- evidence: description
SELECT median < 0.6 * mean FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- claim: alllife.online-few
-- label: Most customers log in twice a year or less
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(online_visits <= 2 AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.calls-middle-minority
-- label: Fewer than a third of customers call four to six times a year
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(calls BETWEEN 4 AND 6 AS INTEGER)) < 1/3 FROM alllife.customers;

-- claim: alllife.cards-middle
-- label: Most customers hold three to six cards
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(credit_cards BETWEEN 3 AND 6 AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.limit-cards
-- label: Credit limit and cards rise together: the whole interval of the correlation is above zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards' AND coefficient IS NOT NULL
-- evidence: description
SELECT lower > 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards';

-- claim: alllife.limit-online
-- label: Credit limit and online visits rise together: the whole interval of the correlation is above zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'online_visits' AND coefficient IS NOT NULL
-- evidence: description
SELECT lower > 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'online_visits';

-- claim: alllife.limit-calls
-- label: Calls fall as the credit limit rises: the whole interval of the correlation is below zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'calls' AND coefficient IS NOT NULL
-- evidence: description
SELECT upper < 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'calls';

-- claim: alllife.limit-visits-weak
-- label: Credit limit and branch visits are hardly related: a correlation below 0.2 in size
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits' AND coefficient IS NOT NULL
-- evidence: description
SELECT abs(coefficient) < 0.2 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- claim: alllife.cards-calls
-- label: Of all pairs of variables cards and calls have the strongest correlation, and it is negative
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'calls' AND second_variable = 'credit_cards' AND coefficient IS NOT NULL
-- evidence: description
SELECT max(coefficient) FILTER (pair) < 0 AND max(abs(coefficient)) FILTER (pair) > max(abs(coefficient)) FILTER (NOT pair)
FROM (SELECT coefficient, (first_variable, second_variable) = ('calls', 'credit_cards') AS pair
  FROM alllife.correlations JOIN alllife.variables a ON a.name = first_variable JOIN alllife.variables b ON b.name = second_variable
  WHERE method = 'pearson' AND first_variable < second_variable AND a.in_distances AND b.in_distances);

-- claim: alllife.visits-calls
-- label: Calls fall as branch visits rise: the whole interval of the correlation is below zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'branch_visits' AND second_variable = 'calls' AND coefficient IS NOT NULL
-- evidence: description
SELECT upper < 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'branch_visits' AND second_variable = 'calls';

-- claim: alllife.no-premium-callers
-- label: No customer in the high credit category calls as often as a frequent caller
-- about: alllife.customers WHERE credit_category = 'High'
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers WHERE credit_category = 'High' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls');

-- claim: alllife.calls-most-used
-- label: There are more calls than online visits, and more online visits than branch visits
-- about: alllife.customers WHERE engagement_score > 0
-- evidence: description
SELECT sum(calls) > sum(online_visits) AND sum(online_visits) > sum(branch_visits) FROM alllife.customers;

-- claim: alllife.outliers-are-premium
-- label: At least nine in ten customers with a value outside the fences are premium customers
-- about: alllife.variable_summary WHERE variable <> 'engagement_score' AND beyond_fences > 0
-- evidence: description
SELECT count(*) FILTER (segment = 'premium') >= 0.9 * count(*) FROM (SELECT DISTINCT row_number, segment
  FROM (UNPIVOT alllife.customers ON credit_limit, credit_cards, branch_visits, online_visits, calls INTO NAME variable VALUE value)
  JOIN alllife.variable_summary USING (variable) WHERE value < lower_fence OR value > upper_fence);

-- claim: alllife.capping-harmless
-- label: Capping outliers moves at most one customer in a hundred to another segment
-- about: alllife.preparations WHERE preparation = 'fences-capped' AND chosen AND outlying > 0
-- about: alllife.preparations WHERE preparation = 'robust-z-capped' AND chosen AND outlying > 0
-- evidence: re-run
SELECT max(moved) <= 0.01 * (SELECT count(*) FROM alllife.customers) FROM alllife.preparations WHERE preparation IN ('fences-capped', 'robust-z-capped') AND chosen;

-- claim: alllife.removal-changes
-- label: Removing outliers moves more than one customer in ten to another segment
-- about: alllife.preparations WHERE preparation = 'fences-removed' AND chosen AND outlying > 0
-- about: alllife.preparations WHERE preparation = 'robust-z-removed' AND chosen AND outlying > 0
-- evidence: re-run
SELECT min(moved) > 0.1 * (SELECT count(*) FROM alllife.customers) FROM alllife.preparations WHERE preparation IN ('fences-removed', 'robust-z-removed') AND chosen;

-- claim: alllife.removal-less-distinct
-- label: With outliers removed the mean silhouette is lower
-- about: alllife.preparations WHERE preparation = 'fences-removed' AND chosen AND outlying > 0
-- about: alllife.preparations WHERE preparation = 'robust-z-removed' AND chosen AND outlying > 0
-- evidence: re-run
SELECT max(silhouette) < (SELECT silhouette FROM alllife.preparations WHERE preparation = 'report' AND chosen) FROM alllife.preparations WHERE preparation IN ('fences-removed', 'robust-z-removed') AND chosen;

-- claim: alllife.removal-splits
-- label: With outliers removed, a group more than twice as large takes the place of the premium segment, and the largest segment loses more than a third of its customers
-- about: alllife.preparations WHERE preparation = 'fences-removed' AND chosen AND outlying > 0
-- about: alllife.preparations WHERE preparation = 'robust-z-removed' AND chosen AND outlying > 0
-- evidence: re-run
SELECT bool_and(CASE
    WHEN segment = 'premium' THEN z.customers > 2 * s.customers
    WHEN s.customers = (SELECT max(customers) FROM alllife.segments) THEN z.customers < s.customers * 2 / 3
    ELSE true END)
FROM alllife.preparation_sizes z JOIN alllife.segments s USING (position)
WHERE preparation IN ('fences-removed', 'robust-z-removed');

-- claim: alllife.preparation-harmless
-- label: Every other preparation that keeps all customers agrees with the report by an adjusted Rand index above 0.95
-- about: alllife.preparations WHERE chosen AND preparation <> 'report' AND customers = (SELECT count(*) FROM alllife.customers)
-- evidence: re-run
SELECT min(adjusted_rand) > 0.95 FROM alllife.preparations WHERE chosen AND preparation <> 'report' AND customers = (SELECT count(*) FROM alllife.customers);

-- claim: alllife.category-complete
-- label: Every customer has a credit category
-- about: alllife.customers
-- evidence: description
SELECT count(*) = count(credit_category) FROM alllife.customers;

-- claim: alllife.category-most-nan
-- label: Cut on standardised limits, most customers would have no category
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(credit_limit < (SELECT mean FROM alllife.variable_summary WHERE variable = 'credit_limit') AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.engagement-limit-weak
-- label: The engagement score hardly goes with the limit: a correlation below 0.2 in size
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'engagement_score' AND second_variable = 'credit_limit' AND coefficient IS NOT NULL
-- evidence: description
SELECT abs(coefficient) < 0.2 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'engagement_score' AND second_variable = 'credit_limit';

-- claim: alllife.scaling-needed
-- label: Unscaled, the limit alone would make up more than 99.9 % of the squared distance
-- about: alllife.variable_summary WHERE variable = 'credit_limit' AND sd > 0
-- evidence: description
SELECT max(sd * sd) FILTER (variable = 'credit_limit') / sum(sd * sd) > 0.999 FROM alllife.variable_summary WHERE variable <> 'engagement_score';

-- claim: alllife.premium-most-contacts
-- label: Premium customers have the most contacts, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'engagement_score';

-- claim: alllife.branch-fewest-contacts
-- label: Branch visitors have the fewest contacts, on average
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment <> 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') < min(mean) FILTER (segment <> 'branch')
FROM alllife.segment_profiles WHERE variable = 'engagement_score';

-- claim: alllife.phone-rarely-branch
-- label: Phone callers come to a branch less than once a year on average
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT mean < 1 FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'branch_visits';

-- claim: alllife.limits-not-alike
-- label: Branch visitors have more than twice the mean limit of phone callers
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') > 2 * max(mean) FILTER (segment = 'phone') FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.premium-cards
-- label: Premium customers hold the most cards, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'credit_cards';

-- claim: alllife.channels-not-limit
-- label: Cards and online visits each differ more between the segments than the limit does
-- about: alllife.segment_tests WHERE variable = 'credit_limit' AND epsilon_squared IS NOT NULL
-- about: alllife.segment_tests WHERE variable = 'credit_cards' AND epsilon_squared IS NOT NULL
-- about: alllife.segment_tests WHERE variable = 'online_visits' AND epsilon_squared IS NOT NULL
-- evidence: test after clustering
SELECT min(epsilon_squared) FILTER (variable IN ('credit_cards', 'online_visits')) > max(epsilon_squared) FILTER (variable = 'credit_limit') FROM alllife.segment_tests;

-- claim: alllife.limit-separates-least
-- label: Of the variables in the distances the limit differs least between the segments
-- about: alllife.segment_tests WHERE variable = 'credit_limit' AND epsilon_squared IS NOT NULL
-- evidence: test after clustering
SELECT max(epsilon_squared) FILTER (variable = 'credit_limit') < min(epsilon_squared) FILTER (variable <> 'credit_limit') FROM alllife.segment_tests JOIN alllife.variables ON name = variable WHERE in_distances;

-- claim: alllife.cards-separate-most
-- label: Of the variables in the distances the number of cards differs most between the segments
-- about: alllife.segment_tests WHERE variable = 'credit_cards' AND epsilon_squared IS NOT NULL
-- evidence: test after clustering
SELECT max(epsilon_squared) FILTER (variable = 'credit_cards') > max(epsilon_squared) FILTER (variable <> 'credit_cards') FROM alllife.segment_tests JOIN alllife.variables ON name = variable WHERE in_distances;

-- claim: alllife.gap-step
-- label: The gap rises more than five times as much on the way to the chosen number as at any later step
-- about: alllife.gap_statistic a JOIN alllife.gap_statistic b ON b.k = a.k - 1 WHERE a.chosen
-- evidence: resampling
SELECT max(step) FILTER (chosen) > 5 * max(step) FILTER (after)
FROM (SELECT a.chosen, a.k > (SELECT k FROM alllife.gap_statistic WHERE chosen) AS after, a.gap - b.gap AS step
  FROM alllife.gap_statistic a JOIN alllife.gap_statistic b ON b.k = a.k - 1);

-- claim: alllife.gap-rule-further
-- label: The gap statistic's usual rule picks one group more than chosen
-- about: alllife.gap_statistic WHERE chosen_by_gap
-- evidence: resampling
SELECT max(k) FILTER (chosen_by_gap) = max(k) FILTER (chosen) + 1 FROM alllife.gap_statistic;

-- claim: alllife.average-keeps-distances
-- label: Of the four linkages average linkage has the highest cophenetic correlation
-- about: alllife.linkages WHERE method = 'average'
-- about: alllife.linkages WHERE method = 'ward'
-- about: alllife.linkages WHERE method = 'complete'
-- about: alllife.linkages WHERE method = 'single'
-- evidence: four linkages
SELECT max(cophenetic_correlation) FILTER (method = 'average') > max(cophenetic_correlation) FILTER (method <> 'average') FROM alllife.linkages;

-- claim: alllife.three-linkages-agree
-- label: Ward, average and complete linkage each agree with k-means by an adjusted Rand index above 0.9
-- about: alllife.linkages WHERE method = 'average'
-- about: alllife.linkages WHERE method = 'ward'
-- about: alllife.linkages WHERE method = 'complete'
-- evidence: four linkages
SELECT min(adjusted_rand) > 0.9 FROM alllife.linkages WHERE method IN ('ward', 'average', 'complete');

-- claim: alllife.single-chains
-- label: Single linkage agrees with k-means by an adjusted Rand index below 0.5
-- about: alllife.linkages WHERE method = 'single'
-- evidence: four linkages
SELECT adjusted_rand < 0.5 FROM alllife.linkages WHERE method = 'single';

-- claim: alllife.disagree-few
-- label: At most one customer in thirty is placed elsewhere than by k-means by Ward, average or complete linkage
-- about: alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster
-- evidence: four linkages
SELECT count(*) <= (SELECT count(*) FROM alllife.customers) / 30 FROM alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- claim: alllife.two-components
-- label: Two components hold more than four fifths of the variance
-- about: alllife.components WHERE component = 2
-- evidence: description
SELECT cumulative_share > 0.8 FROM alllife.components WHERE component = 2;

-- claim: alllife.component-meaning
-- label: The first component sets cards and limit against calls, the second online visits against branch visits: weights above 0.4 in size, with opposite signs
-- about: alllife.component_loadings WHERE component = 2
-- evidence: description
WITH weights AS (
  SELECT max(weight) FILTER (component = 1 AND variable = 'credit_cards') AS cards, max(weight) FILTER (component = 1 AND variable = 'credit_limit') AS credit,
    max(weight) FILTER (component = 1 AND variable = 'calls') AS calls, max(weight) FILTER (component = 2 AND variable = 'online_visits') AS online,
    max(weight) FILTER (component = 2 AND variable = 'branch_visits') AS branch
  FROM alllife.component_loadings)
SELECT least(abs(cards), abs(credit), abs(calls), abs(online), abs(branch)) > 0.4
  AND cards * credit > 0 AND cards * calls < 0 AND online * branch < 0 FROM weights;

-- claim: alllife.stable
-- label: Every segment is found again in resamples with a mean Jaccard index above 0.85
-- about: alllife.stability WHERE jaccard IS NOT NULL
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: bootstrap
SELECT min(jaccard) > 0.85 FROM alllife.stability;

-- claim: alllife.tests-all
-- label: Every variable differs between the segments, with a corrected probability below 0.001
-- about: alllife.segment_tests WHERE adjusted_p_value IS NOT NULL
-- evidence: test after clustering
SELECT max(adjusted_p_value) < 0.001 FROM alllife.segment_tests;

-- claim: alllife.silhouettes-positive
-- label: At most one customer in fifty has a negative silhouette
-- about: alllife.customers WHERE silhouette IS NOT NULL
-- evidence: description
SELECT avg(CAST(silhouette < 0 AS INTEGER)) <= 0.02 FROM alllife.customers;

-- claim: alllife.disagree-between
-- label: Customers whom Ward, average or complete linkage places elsewhere are premium customers by none of the methods
-- about: alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster
-- evidence: four linkages
SELECT count(*) FILTER (1 IN (kmeans_cluster, ward, average, complete)) = 0
FROM alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- claim: alllife.disagree-quiet
-- label: Customers whom Ward, average or complete linkage places elsewhere have fewer contacts than all customers, on average
-- about: alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster
-- evidence: four linkages
SELECT avg(engagement_score) < (SELECT mean FROM alllife.variable_summary WHERE variable = 'engagement_score')
FROM alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- claim: alllife.within-weaker
-- label: Within each segment the limit correlates with online visits and with calls less than half as much as over all customers
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT CASE WHEN count(within_online) = count(*) AND count(within_calls) = count(*)
  THEN max(abs(within_online)) < abs(any_value(online)) / 2 AND max(abs(within_calls)) < abs(any_value(calls)) / 2 END
FROM (SELECT corr(credit_limit, online_visits) AS within_online, corr(credit_limit, calls) AS within_calls FROM alllife.customers GROUP BY segment),
  (SELECT corr(credit_limit, online_visits) AS online, corr(credit_limit, calls) AS calls FROM alllife.customers);

-- claim: alllife.boxes-apart
-- label: In its own channel the lower quartile of each segment is above the upper quartiles of the others
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT bool_and(own > others) FROM (
  SELECT max(q25) FILTER (segment = leader) AS own, max(q75) FILTER (segment <> leader) AS others
  FROM alllife.segment_profiles JOIN (VALUES ('online_visits', 'premium'), ('branch_visits', 'branch'), ('calls', 'phone')) AS led(variable, leader) USING (variable)
  GROUP BY variable);

-- claim: alllife.silhouettes-most
-- label: At least four in five customers have a silhouette above 0.25
-- about: alllife.customers WHERE silhouette IS NOT NULL
-- evidence: description
SELECT avg(CAST(silhouette > 0.25 AS INTEGER)) >= 0.8 FROM alllife.customers;

-- claim: alllife.limit-online-by-few
-- label: Without the premium customers online visits do not rise with the limit
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
-- figures: alllife.r.limit-online
SELECT corr(credit_limit, online_visits) <= 0 FROM alllife.customers WHERE segment <> 'premium';

-- claim: alllife.visits-calls-corner
-- label: No customer comes to a branch three times or more and calls five times or more
-- about: alllife.customers WHERE branch_visits >= 3
-- about: alllife.customers WHERE calls >= 5
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers WHERE branch_visits >= 3 AND calls >= 5;

-- claim: alllife.far-above
-- label: In its own channel each segment is more than half a standard deviation above the average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT min(centroid) > 0.5 FROM alllife.segment_profiles
WHERE (variable, segment) IN (('online_visits', 'premium'), ('branch_visits', 'branch'), ('calls', 'phone'));

-- claim: alllife.seed-wrong-sign
-- label: An earlier report's correlation of limit and branch visits, 0.41, has the wrong sign
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits' AND coefficient IS NOT NULL
-- evidence: comparison with a source
-- figures: alllife.r.limit-visits
SELECT coefficient < 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- claim: alllife.visits-all-common
-- label: Every number of branch visits that occurs is made by more than a tenth of the customers
-- about: alllife.customers
-- evidence: description
SELECT min(customers) > 0.1 * sum(customers) FROM (SELECT branch_visits, count(*) AS customers FROM alllife.customers GROUP BY branch_visits);

-- claim: alllife.calls-step
-- label: Each number of calls up to four is made by more customers than any greater number
-- about: alllife.customers WHERE calls <= 4
-- about: alllife.customers WHERE calls > 4
-- evidence: description
SELECT min(customers) FILTER (calls <= 4) > max(customers) FILTER (calls > 4) FROM (SELECT calls, count(*) AS customers FROM alllife.customers GROUP BY calls);

-- claim: alllife.online-tail
-- label: Fewer than a tenth of the customers log in more than five times a year
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(online_visits > 5 AS INTEGER)) < 0.1 FROM alllife.customers;

-- claim: alllife.high-limit-visits
-- label: Fewer than one in twenty customers in the high credit category come to a branch more than once a year
-- about: alllife.customers WHERE credit_category = 'High'
-- evidence: description
SELECT avg(CAST(branch_visits > 1 AS INTEGER)) < 0.05 FROM alllife.customers WHERE credit_category = 'High';

-- claim: alllife.other-limit-visits
-- label: Most customers below the high credit category come to a branch more than once a year
-- about: alllife.customers WHERE credit_category <> 'High'
-- evidence: description
SELECT avg(CAST(branch_visits > 1 AS INTEGER)) > 0.5 FROM alllife.customers WHERE credit_category <> 'High';

-- claim: alllife.own-channel-most
-- label: Most members of each segment use the channel that it is named after more than the two others
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT min(share) > 0.5 FROM (SELECT segment, avg(CAST(CASE segment
    WHEN 'premium' THEN online_visits > greatest(branch_visits, calls)
    WHEN 'branch' THEN branch_visits > greatest(online_visits, calls)
    ELSE calls > greatest(branch_visits, online_visits) END AS INTEGER)) AS share FROM alllife.customers GROUP BY segment);

-- claim: alllife.finer-splits-branch
-- label: With one group more, two groups consist mostly of branch visitors, and branch visits set them apart more than any other variable does
-- about: alllife.k_clusters WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND segment = 'branch'
-- evidence: description
WITH halves AS (
  SELECT variable, max(centroid) - min(centroid) AS apart, count(*) AS groups
  FROM alllife.k_profiles p JOIN alllife.k_clusters c USING (k, cluster)
  WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND c.segment = 'branch' AND centroid IS NOT NULL GROUP BY variable)
SELECT min(groups) = 2 AND max(groups) = 2 AND first(variable ORDER BY apart DESC) = 'branch_visits' FROM halves;

-- claim: alllife.finer-weak
-- label: Each of the two groups that mostly hold branch visitors has less than three fifths of the mean silhouette of all branch visitors
-- about: (SELECT count(*) FROM alllife.k_clusters WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND segment = 'branch' HAVING count(*) = 2)
-- evidence: description
SELECT max(silhouette) < 0.6 * (SELECT avg(silhouette) FROM alllife.customers WHERE segment = 'branch')
FROM alllife.k_clusters WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND segment = 'branch';

-- claim: alllife.names-fit
-- label: Each name fits its group: its customers rank on the side that the name says, and no other way to give out the names fits nearly as well
-- evidence: description
-- about: alllife.segments
SELECT bool_and(name_fits) FROM alllife.segments;
