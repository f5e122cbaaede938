-- Figures of the page Clustering. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.big.least-jaccard
-- label: Big spenders: lowest Jaccard index over the resamples
-- format: .2f
SELECT jaccard_least FROM card_usage.stability WHERE segment = 'big-spenders';

-- figure: card-usage.big.silhouette
-- label: Big spenders: mean silhouette
-- format: .2f
SELECT silhouette FROM card_usage.segments WHERE segment = 'big-spenders';

-- each group: 1 2 3 4

-- figure: card-usage.group-{group}.segment
-- label: Name of the segment at place {group}
-- unit: text
SELECT name FROM card_usage.segments WHERE position = {group};

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

-- figure: card-usage.k.best
-- label: Number of groups with the highest mean silhouette
-- unit: segments
-- format: words
SELECT first(k ORDER BY silhouette DESC, k) FROM card_usage.kmeans_sweep WHERE silhouette IS NOT NULL;

-- figure: card-usage.k.best-silhouette
-- label: Highest mean silhouette of the numbers of groups tried
-- format: .3f
SELECT max(silhouette) FROM card_usage.kmeans_sweep;

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

-- figure: card-usage.gap.to
-- label: Most groups that the gap statistic compares
-- unit: groups
-- format: words
SELECT max(k) FROM card_usage.gap_statistic;
