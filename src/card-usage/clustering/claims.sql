-- Claims of the page Clustering. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: card-usage.big-mixed
-- label: The mean silhouette of the big spenders is within 0.1 of zero
-- evidence: description
-- about: card_usage.segments WHERE segment = 'big-spenders' AND silhouette IS NOT NULL
SELECT abs(silhouette) < 0.1 FROM card_usage.segments WHERE segment = 'big-spenders';

-- claim: card-usage.instalment-habit
-- label: Most instalment buyers buy by instalments in more than half of the months
-- evidence: description
-- about: card_usage.customers WHERE segment = 'instalment'
SELECT avg(CAST(installment_purchases_frequency > 0.5 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'instalment';

-- claim: card-usage.low-third-none
-- label: More than a third of the low spenders bought nothing
-- evidence: description
-- about: card_usage.customers WHERE segment = 'low-spenders'
SELECT avg(CAST(purchases = 0 AS INTEGER)) > 1.0 / 3 FROM card_usage.customers WHERE segment = 'low-spenders';

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

-- claim: card-usage.k-well-chosen
-- label: No number of groups tried has a mean silhouette more than 0.1 above that of the chosen number
-- about: card_usage.kmeans_sweep WHERE chosen AND silhouette IS NOT NULL
-- about: card_usage.kmeans_sweep WHERE NOT chosen AND silhouette IS NOT NULL
-- evidence: description
-- figures: card-usage.k.best, card-usage.k.best-silhouette, card-usage.k.silhouette
SELECT max(silhouette) - max(silhouette) FILTER (chosen) <= 0.1 FROM card_usage.kmeans_sweep;

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
SELECT (SELECT max(abs(correlation)) FILTER (variable = 'purchases') > max(abs(correlation)) FILTER (variable <> 'purchases') FROM card_usage.component_loadings WHERE component = 1)
  AND (SELECT max(abs(correlation)) FILTER (variable IN ('cash_advance', 'cash_advance_frequency', 'cash_advance_transactions'))
    > max(abs(correlation)) FILTER (variable NOT IN ('cash_advance', 'cash_advance_frequency', 'cash_advance_transactions')) FROM card_usage.component_loadings WHERE component = 2);

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
