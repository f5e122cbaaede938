-- Claims of the page Preparation. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: alllife.outliers-are-premium
-- label: At least nine in ten customers with a value outside the fences are premium customers
-- about: alllife.segments WHERE segment = 'premium'
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
-- about: alllife.segments WHERE segment = 'premium'
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
-- label: Unscaled, the limit alone would make up more than 99.9% of the squared distance
-- about: alllife.variable_summary WHERE variable = 'credit_limit' AND sd > 0
-- evidence: description
SELECT max(sd * sd) FILTER (variable = 'credit_limit') / sum(sd * sd) > 0.999 FROM alllife.variable_summary WHERE variable <> 'engagement_score';

-- claim: alllife.three-linkages-agree
-- label: Ward, average and complete linkage each agree with k-means by an adjusted Rand index above 0.9
-- about: alllife.linkages WHERE method = 'average'
-- about: alllife.linkages WHERE method = 'ward'
-- about: alllife.linkages WHERE method = 'complete'
-- evidence: four linkages
SELECT min(adjusted_rand) > 0.9 FROM alllife.linkages WHERE method IN ('ward', 'average', 'complete');

-- claim: alllife.units-apart
-- label: Limits have a standard deviation of $10,000 to $100,000, branch and online visits one of less than ten
-- about: alllife.customers
-- evidence: description
SELECT max(sd) FILTER (variable = 'credit_limit') BETWEEN 10000 AND 100000 AND max(sd) FILTER (variable IN ('branch_visits', 'online_visits')) < 10
FROM alllife.variable_summary;
