-- Figures of the page Preparation. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.quality.missing-limit
-- label: Card holders without a credit limit
-- unit: customers
-- format: words
SELECT count(*) FROM card_usage.customers WHERE credit_limit_imputed;

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
SELECT z.customers FROM card_usage.preparation_sizes z JOIN card_usage.segments USING (position) WHERE preparation = 'log' AND segment = 'big-spenders';

-- figure: card-usage.preparation.winsorised-big
-- label: Big spenders with drawn-in tails
-- unit: customers
-- format: ,d
SELECT z.customers FROM card_usage.preparation_sizes z JOIN card_usage.segments USING (position) WHERE preparation = 'winsorised' AND segment = 'big-spenders';

-- figure: card-usage.preparation.report-big
-- label: Big spenders in the report
-- unit: customers
-- format: ,d
SELECT z.customers FROM card_usage.preparation_sizes z JOIN card_usage.segments USING (position) WHERE preparation = 'report' AND segment = 'big-spenders';

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
SELECT z.customers FROM card_usage.preparation_sizes z JOIN card_usage.segments USING (position) WHERE preparation = 'fences-capped' AND segment = 'big-spenders';

-- figure: card-usage.preparation.variants
-- label: Other preparations compared
-- unit: preparations
-- format: words
SELECT count(DISTINCT preparation) - 1 FROM card_usage.preparations;
