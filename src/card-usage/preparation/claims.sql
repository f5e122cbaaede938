-- Claims of the page Preparation. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: card-usage.log-changes
-- label: Logarithms give different groups (adjusted Rand index below 0.5)
-- evidence: re-run
-- about: card_usage.preparations WHERE preparation = 'log' AND chosen
SELECT adjusted_rand < 0.5 FROM card_usage.preparations WHERE preparation = 'log' AND chosen;

-- claim: card-usage.log-big
-- label: After logarithms, the group of the big spenders is at least four times as large
-- evidence: re-run
-- about: card_usage.segments WHERE segment = 'big-spenders'
-- about: card_usage.preparation_sizes WHERE preparation = 'log'
SELECT (SELECT max(z.customers) FROM card_usage.preparation_sizes z JOIN card_usage.segments s USING (position) WHERE preparation = 'log' AND segment = 'big-spenders') >= 4 * (SELECT customers FROM card_usage.segments WHERE segment = 'big-spenders');

-- claim: card-usage.winsorised-close
-- label: With the tails drawn in, the groups stay close to those of the report (adjusted Rand index above 0.8)
-- evidence: re-run
-- about: card_usage.preparations WHERE preparation = 'winsorised' AND chosen
SELECT adjusted_rand > 0.8 FROM card_usage.preparations WHERE preparation = 'winsorised' AND chosen;

-- claim: card-usage.winsorised-more-big
-- label: With the tails drawn in, there are more big spenders
-- evidence: re-run
-- about: card_usage.segments WHERE segment = 'big-spenders'
-- about: card_usage.preparation_sizes WHERE preparation = 'winsorised'
-- figures: card-usage.preparation.winsorised-big, card-usage.preparation.report-big
SELECT (SELECT max(z.customers) FROM card_usage.preparation_sizes z JOIN card_usage.segments s USING (position) WHERE preparation = 'winsorised' AND segment = 'big-spenders') > (SELECT customers FROM card_usage.segments WHERE segment = 'big-spenders');

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
