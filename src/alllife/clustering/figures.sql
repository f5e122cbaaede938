-- Figures of the page Clustering. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- each segment: premium branch phone

-- figure: alllife.{segment}.name
-- label: Name of the segment {segment}
-- unit: text
SELECT name FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.customers
-- label: Segment {segment}: customers
-- unit: customers
-- format: ,d
SELECT customers FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.branch.silhouette
-- label: Segment branch: mean silhouette width
-- unit: 
-- format: .2f
SELECT silhouette FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.k
-- label: Chosen number of segments
-- unit: segments
-- format: words
SELECT k FROM alllife.kmeans_sweep WHERE chosen;

-- figure: alllife.k.from
-- label: Smallest number of segments tried
-- unit: segments
-- format: words
SELECT min(k) FROM alllife.kmeans_sweep;

-- figure: alllife.k.to
-- label: Largest number of segments tried
-- unit: segments
-- format: words
SELECT max(k) FROM alllife.kmeans_sweep;

-- figure: alllife.k.best
-- label: Number of groups with the highest mean silhouette
-- unit: segments
-- format: words
SELECT first(k ORDER BY silhouette DESC, k) FROM alllife.kmeans_sweep WHERE silhouette IS NOT NULL;

-- figure: alllife.k.best-silhouette
-- label: Highest mean silhouette of the numbers of groups tried
-- format: .3f
SELECT max(silhouette) FROM alllife.kmeans_sweep;

-- figure: alllife.k.next-silhouette
-- label: Second-best mean silhouette
-- unit: 
-- format: .3f
SELECT silhouette FROM alllife.kmeans_sweep ORDER BY silhouette DESC LIMIT 1 OFFSET 1;

-- figure: alllife.k.next
-- label: Number of segments with the second-best silhouette
-- unit: segments
-- format: words
SELECT k FROM alllife.kmeans_sweep ORDER BY silhouette DESC LIMIT 1 OFFSET 1;

-- figure: alllife.k.inertia-drop
-- label: Fall of inertia from one segment fewer to the chosen number
-- unit: %
-- format: .0%
SELECT 1 - a.inertia / b.inertia FROM alllife.kmeans_sweep a JOIN alllife.kmeans_sweep b ON b.k = a.k - 1 WHERE a.chosen;

-- figure: alllife.k.inertia-next-drop
-- label: Fall of inertia from the chosen number to one segment more
-- unit: %
-- format: .0%
SELECT 1 - b.inertia / a.inertia FROM alllife.kmeans_sweep a JOIN alllife.kmeans_sweep b ON b.k = a.k + 1 WHERE a.chosen;

-- figure: alllife.k.restarts
-- label: Random starts of k-means for each number of segments
-- unit: starts
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'restarts';

-- figure: alllife.k.restarts-at-best
-- label: Starts that reached the best solution at the chosen number
-- unit: starts
-- format: words
SELECT restarts_at_best FROM alllife.kmeans_sweep WHERE chosen;

-- figure: alllife.ward.adjusted-rand
-- label: Adjusted Rand index of k-means against Ward
-- unit: 
-- format: .3f
SELECT value FROM alllife.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- figure: alllife.ward.different
-- label: Customers whom k-means and Ward put in different segments
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE kmeans_cluster <> ward_cluster;

-- figure: alllife.weakly-placed
-- label: Customers nearer to another segment than to their own
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE silhouette < 0;

-- figure: alllife.ward.top-height
-- label: Height of the last merge of Ward's tree
-- unit: 
-- format: .1f
SELECT max(height) FROM alllife.ward_merges;

-- figure: alllife.ward.third-height
-- label: Height of the third merge from the end of Ward's tree
-- unit: 
-- format: .1f
-- definition: Height, in standardised units, of Ward's third-last merge. Many customers are equally far apart, and which of them are joined first decides it: other software may give another height.
SELECT height FROM alllife.ward_merges ORDER BY step DESC LIMIT 1 OFFSET 2;

-- figure: alllife.gap.chosen
-- label: Number of segments that the gap statistic's rule picks
-- unit: segments
-- format: words
SELECT k FROM alllife.gap_statistic WHERE chosen_by_gap;

-- figure: alllife.gap.references
-- label: Data sets without clusters that the gap statistic compares with
-- unit: data sets
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'references';

-- figure: alllife.gap.steepest
-- label: Number of groups on the way to which the gap rises most
-- unit: segments
-- format: words
SELECT first(a.k ORDER BY a.gap - b.gap DESC, a.k) FROM alllife.gap_statistic a JOIN alllife.gap_statistic b ON b.k = a.k - 1;

-- figure: alllife.gap.steepest-step
-- label: Largest rise of the gap from one number of groups to the next
-- format: .2f
SELECT max(a.gap - b.gap) FROM alllife.gap_statistic a JOIN alllife.gap_statistic b ON b.k = a.k - 1;

-- figure: alllife.gap.step-to
-- label: Rise of the gap up to the chosen number
-- unit: 
-- format: .2f
SELECT a.gap - b.gap FROM alllife.gap_statistic a JOIN alllife.gap_statistic b ON b.k = a.k - 1 WHERE a.chosen;

-- figure: alllife.gap.step-after
-- label: Rise of the gap after the chosen number
-- unit: 
-- format: .2f
SELECT b.gap - a.gap FROM alllife.gap_statistic a JOIN alllife.gap_statistic b ON b.k = a.k + 1 WHERE a.chosen;

-- figure: alllife.linkage.ward-rand
-- label: Adjusted Rand index of ward linkage against k-means
-- unit: 
-- format: .2f
SELECT adjusted_rand FROM alllife.linkages WHERE method = 'ward';

-- figure: alllife.linkage.average-rand
-- label: Adjusted Rand index of average linkage against k-means
-- unit: 
-- format: .2f
SELECT adjusted_rand FROM alllife.linkages WHERE method = 'average';

-- figure: alllife.linkage.complete-rand
-- label: Adjusted Rand index of complete linkage against k-means
-- unit: 
-- format: .2f
SELECT adjusted_rand FROM alllife.linkages WHERE method = 'complete';

-- figure: alllife.linkage.single-smallest
-- label: Size of the smallest cluster by single linkage
-- unit: customers
-- format: words
SELECT min(customers) FROM alllife.linkage_segments WHERE method = 'single';

-- figure: alllife.disagree.any
-- label: Customers whom Ward, average or complete linkage puts elsewhere than k-means
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.linkage_labels JOIN alllife.customers USING (row_number) WHERE ward <> kmeans_cluster OR average <> kmeans_cluster OR complete <> kmeans_cluster;

-- figure: alllife.components.two
-- label: Share of the variance in the first two components
-- unit: %
-- format: .0%
SELECT cumulative_share FROM alllife.components WHERE component = 2;

-- figure: alllife.stability.resamples
-- label: Bootstrap resamples
-- unit: resamples
-- format: ,d
SELECT max(resamples) FROM alllife.stability;

-- figure: alllife.stability.least
-- label: Least Jaccard index of any segment in any resample
-- unit: 
-- format: .3f
SELECT min(jaccard_least) FROM alllife.stability;

-- figure: alllife.stability.rand
-- label: Mean adjusted Rand index over the resamples
-- unit: 
-- format: .3f
SELECT avg(adjusted_rand) FROM alllife.bootstrap_agreement;

-- figure: alllife.tests.least-effect
-- label: Smallest effect size
-- unit: 
-- format: .2f
SELECT min(epsilon_squared) FROM alllife.segment_tests;

-- figure: alllife.tests.most-effect
-- label: Largest effect size
-- unit: 
-- format: .2f
SELECT max(epsilon_squared) FROM alllife.segment_tests;

-- figure: alllife.finer.k
-- label: One group more than chosen
-- unit: groups
-- format: words
SELECT count(*) + 1 FROM alllife.segments;

-- each half: seldom often

-- figure: alllife.finer.{half}.customers
-- label: Group of mostly branch visitors who come {half}, with one group more: customers
-- unit: customers
-- format: ,d
SELECT CASE '{half}' WHEN 'seldom' THEN arg_min(customers, mean) ELSE arg_max(customers, mean) END FROM alllife.k_clusters JOIN alllife.k_profiles USING (k, cluster)
WHERE variable = 'branch_visits' AND segment = 'branch' AND k = (SELECT count(*) + 1 FROM alllife.segments);

-- figure: alllife.finer.{half}.visits
-- label: Group of mostly branch visitors who come {half}, with one group more: mean branch visits a year
-- unit: visits a year
-- format: .1f
SELECT CASE '{half}' WHEN 'seldom' THEN arg_min(mean, mean) ELSE arg_max(mean, mean) END FROM alllife.k_clusters JOIN alllife.k_profiles USING (k, cluster)
WHERE variable = 'branch_visits' AND segment = 'branch' AND k = (SELECT count(*) + 1 FROM alllife.segments);

-- figure: alllife.finer.{half}.silhouette
-- label: Group of mostly branch visitors who come {half}, with one group more: mean silhouette
-- unit: 
-- format: .2f
SELECT CASE '{half}' WHEN 'seldom' THEN arg_min(silhouette, mean) ELSE arg_max(silhouette, mean) END FROM alllife.k_clusters JOIN alllife.k_profiles USING (k, cluster)
WHERE variable = 'branch_visits' AND segment = 'branch' AND k = (SELECT count(*) + 1 FROM alllife.segments);

-- figure: alllife.components.first
-- label: Share of the variance in the first component
-- unit: %
-- format: .0%
SELECT share FROM alllife.components WHERE component = 1;

-- figure: alllife.components.second
-- label: Share of the variance in the second component
-- unit: %
-- format: .0%
SELECT share FROM alllife.components WHERE component = 2;

-- each variable: credit-limit credit-cards branch-visits online-visits calls

-- each component: 1 2

-- figure: alllife.loading.{variable}.{component}
-- label: Loading of {variable} on component {component}: their correlation
-- unit: 
-- format: .2f
SELECT correlation FROM alllife.component_loadings WHERE component = {component} AND replace(variable, '_', '-') = '{variable}';

-- each group: 1 2 3

-- figure: alllife.ward-{group}.segment
-- label: Segment that Ward's group {group} matches: its name
-- unit: text
SELECT name FROM alllife.segments WHERE position = {group};

-- figure: alllife.ward-{group}.customers
-- label: Ward's group {group}: customers
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE ward_cluster = {group};

-- figure: alllife.ward-{group}.{variable}
-- label: Ward's group {group}: mean of {variable}
-- unit: 
-- format: ,.2f
SELECT avg(CASE '{variable}' WHEN 'credit-limit' THEN credit_limit WHEN 'credit-cards' THEN credit_cards WHEN 'branch-visits' THEN branch_visits WHEN 'online-visits' THEN online_visits ELSE calls END)
FROM alllife.customers WHERE ward_cluster = {group};

-- figure: alllife.silhouette.by-group
-- label: Mean silhouette width of each segment
-- unit: text
SELECT string_agg(format('{:.2f} for “{}”', silhouette, name), ', ' ORDER BY position) FROM alllife.segments;

-- figure: alllife.stability.by-group
-- label: Mean Jaccard index of each segment over the resamples
-- unit: text
SELECT string_agg(format('{:.3f} for “{}”', jaccard, segments.name), ', ' ORDER BY segments.position) FROM alllife.stability JOIN alllife.segments USING (segment);

-- figure: alllife.finer.from-branch
-- label: Branch visitors who would be in the two groups that mostly hold branch visitors, with one group more
-- unit: customers
-- format: ,d
SELECT sum(f.customers) FROM alllife.k_flows f JOIN alllife.k_clusters c USING (k, cluster)
WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND c.segment = 'branch' AND f.segment = 'branch';

-- figure: alllife.finer.from-others
-- label: Others who would be in the two groups that mostly hold branch visitors, with one group more
-- unit: customers
-- format: words
SELECT sum(f.customers) FROM alllife.k_flows f JOIN alllife.k_clusters c USING (k, cluster)
WHERE k = (SELECT count(*) + 1 FROM alllife.segments) AND c.segment = 'branch' AND f.segment <> 'branch';
