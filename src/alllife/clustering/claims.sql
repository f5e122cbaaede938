-- Claims of the page Clustering. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: alllife.best-silhouette
-- label: Of the numbers of segments tried, the chosen one has the highest mean silhouette
-- about: alllife.kmeans_sweep WHERE chosen
-- about: alllife.kmeans_sweep WHERE NOT chosen
-- evidence: description
SELECT max(silhouette) FILTER (chosen) > max(silhouette) FILTER (NOT chosen) FROM alllife.kmeans_sweep;

-- claim: alllife.k-well-chosen
-- label: No number of groups tried has a mean silhouette more than 0.1 above that of the chosen number
-- about: alllife.kmeans_sweep WHERE chosen AND silhouette IS NOT NULL
-- about: alllife.kmeans_sweep WHERE NOT chosen AND silhouette IS NOT NULL
-- evidence: description
-- figures: alllife.k.best, alllife.k.best-silhouette, alllife.k.silhouette
SELECT max(silhouette) - max(silhouette) FILTER (chosen) <= 0.1 FROM alllife.kmeans_sweep;

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

-- claim: alllife.tree-gap
-- label: The last two merges of Ward's tree are more than twice as high as every other
-- about: alllife.ward_merges WHERE step <= (SELECT max(step) - 2 FROM alllife.ward_merges)
-- evidence: description
SELECT min(height) FILTER (place <= 2) > 2 * max(height) FILTER (place > 2)
FROM (SELECT height, row_number() OVER (ORDER BY step DESC) AS place FROM alllife.ward_merges);

-- claim: alllife.channels-not-limit
-- label: Cards and online visits each differ more between the segments than the limit does
-- about: alllife.segment_tests WHERE variable = 'credit_limit' AND epsilon_squared IS NOT NULL
-- about: alllife.segment_tests WHERE variable = 'credit_cards' AND epsilon_squared IS NOT NULL
-- about: alllife.segment_tests WHERE variable = 'online_visits' AND epsilon_squared IS NOT NULL
-- evidence: test after clustering
SELECT min(epsilon_squared) FILTER (variable IN ('credit_cards', 'online_visits')) > max(epsilon_squared) FILTER (variable = 'credit_limit') FROM alllife.segment_tests;

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

-- claim: alllife.single-chains
-- label: Single linkage agrees with k-means by an adjusted Rand index below 0.5
-- about: alllife.linkages WHERE method = 'single'
-- evidence: four linkages
SELECT adjusted_rand < 0.5 FROM alllife.linkages WHERE method = 'single';

-- claim: alllife.disagree-few
-- label: At most one customer in thirty is placed in another group by Ward, average or complete linkage
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
-- about: alllife.segments WHERE segment = 'premium'
-- about: alllife.segments WHERE segment = 'branch'
-- about: alllife.segments WHERE segment = 'phone'
-- evidence: four linkages
SELECT count(*) FILTER (1 IN (kmeans_cluster, ward, average, complete)) = 0
FROM alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- claim: alllife.disagree-quiet
-- label: Customers whom Ward, average or complete linkage places elsewhere have fewer contacts than all customers, on average
-- about: alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster
-- evidence: four linkages
SELECT avg(engagement_score) < (SELECT mean FROM alllife.variable_summary WHERE variable = 'engagement_score')
FROM alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- claim: alllife.silhouettes-most
-- label: At least four in five customers have a silhouette above 0.25
-- about: alllife.customers WHERE silhouette IS NOT NULL
-- evidence: description
SELECT avg(CAST(silhouette > 0.25 AS INTEGER)) >= 0.8 FROM alllife.customers;

-- claim: alllife.far-above
-- label: In its own channel each segment is more than half a standard deviation above the average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT min(centroid) > 0.5 FROM alllife.segment_profiles
WHERE (variable, segment) IN (('online_visits', 'premium'), ('branch_visits', 'branch'), ('calls', 'phone'));

-- claim: alllife.finer-splits-branch
-- label: With one group more, two groups consist mostly of branch visitors, and branch visits set them apart more than any other variable does
-- about: alllife.k_clusters WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND segment = 'branch'
-- evidence: description
WITH halves AS (
  SELECT variable, max(centroid) - min(centroid) AS apart, count(*) AS groups
  FROM alllife.k_profiles p JOIN alllife.k_clusters c USING (k, cluster)
  WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND c.segment = 'branch' AND centroid IS NOT NULL GROUP BY variable)
SELECT min(groups) = 2 AND max(groups) = 2 AND max(apart) FILTER (variable = 'branch_visits') > max(apart) FILTER (variable <> 'branch_visits') FROM halves;

-- claim: alllife.finer-weak
-- label: Each of the two groups that mostly hold branch visitors has less than three fifths of the mean silhouette of all branch visitors
-- about: (SELECT count(*) FROM alllife.k_clusters WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND segment = 'branch' HAVING count(*) = 2)
-- evidence: description
SELECT max(silhouette) < 0.6 * (SELECT avg(silhouette) FROM alllife.customers WHERE segment = 'branch')
FROM alllife.k_clusters WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND segment = 'branch';

-- claim: alllife.counts-small
-- label: No customer has more than twenty cards, branch visits, online visits or calls
-- about: alllife.customers
-- evidence: description
SELECT max(greatest(credit_cards, branch_visits, online_visits, calls)) <= 20 FROM alllife.customers;
