-- Figures of the page Preparation. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: alllife.k.silhouette
-- label: Mean silhouette at the chosen number of segments
-- unit: 
-- format: .3f
SELECT silhouette FROM alllife.kmeans_sweep WHERE chosen;

-- figure: alllife.r.engagement-limit
-- label: Correlation of engagement score and credit limit
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'engagement_score' AND second_variable = 'credit_limit';

-- figure: alllife.outliers.fences.customers
-- label: Customers with an outlying value (fences)
-- unit: customers
-- format: ,d
SELECT outlying FROM alllife.preparations WHERE preparation = 'fences-capped' AND chosen;

-- figure: alllife.outliers.fences.moved-removed
-- label: Customers who change segment when outliers are removed (fences)
-- unit: customers
-- format: ,d
SELECT moved FROM alllife.preparations WHERE preparation = 'fences-removed' AND chosen;

-- figure: alllife.outliers.fences.moved-capped
-- label: Customers who change segment when outliers are capped (fences)
-- unit: customers
-- format: words
SELECT moved FROM alllife.preparations WHERE preparation = 'fences-capped' AND chosen;

-- figure: alllife.outliers.fences.silhouette-removed
-- label: Mean silhouette with outliers removed (fences)
-- unit: 
-- format: .2f
SELECT silhouette FROM alllife.preparations WHERE preparation = 'fences-removed' AND chosen;

-- figure: alllife.outliers.robust-z.customers
-- label: Customers with an outlying value (robust-z)
-- unit: customers
-- format: ,d
SELECT outlying FROM alllife.preparations WHERE preparation = 'robust-z-capped' AND chosen;

-- figure: alllife.outliers.robust-z.moved-removed
-- label: Customers who change segment when outliers are removed (robust-z)
-- unit: customers
-- format: ,d
SELECT moved FROM alllife.preparations WHERE preparation = 'robust-z-removed' AND chosen;

-- figure: alllife.outliers.robust-z.moved-capped
-- label: Customers who change segment when outliers are capped (robust-z)
-- unit: customers
-- format: words
SELECT moved FROM alllife.preparations WHERE preparation = 'robust-z-capped' AND chosen;

-- figure: alllife.outliers.robust-z.silhouette-removed
-- label: Mean silhouette with outliers removed (robust-z)
-- unit: 
-- format: .2f
SELECT silhouette FROM alllife.preparations WHERE preparation = 'robust-z-removed' AND chosen;

-- figure: alllife.outliers.fences.premium
-- label: Premium customers with a value beyond the fences
-- unit: customers
-- format: ,d
SELECT count(DISTINCT row_number) FILTER (segment = 'premium')
FROM (UNPIVOT alllife.customers ON credit_limit, credit_cards, branch_visits, online_visits, calls INTO NAME variable VALUE value)
JOIN alllife.variable_summary USING (variable) WHERE value < lower_fence OR value > upper_fence;

-- figure: alllife.preparation.agreement
-- label: Lowest agreement with the report's segments of preparations that keep every customer (adjusted Rand)
-- format: .2f
SELECT min(adjusted_rand) FROM alllife.preparations WHERE chosen AND customers = (SELECT count(*) FROM alllife.customers);

-- figure: alllife.category.low-line
-- label: Credit limit below which the category is Low
-- unit: $
-- format: $,.0f
SELECT below FROM alllife.category_bands WHERE category = 'credit_category' AND position = 1;

-- figure: alllife.category.high-line
-- label: Credit limit from which the category is High
-- unit: $
-- format: $,.0f
SELECT from_value FROM alllife.category_bands WHERE category = 'credit_category' AND position = 3;

-- figure: alllife.category.low
-- label: Customers in the category Low
-- unit: customers
-- format: ,d
SELECT customers FROM alllife.category_bands WHERE category = 'credit_category' AND position = 1;

-- figure: alllife.category.medium
-- label: Customers in the category Medium
-- unit: customers
-- format: ,d
SELECT customers FROM alllife.category_bands WHERE category = 'credit_category' AND position = 2;

-- figure: alllife.category.high
-- label: Customers in the category High
-- unit: customers
-- format: ,d
SELECT customers FROM alllife.category_bands WHERE category = 'credit_category' AND position = 3;

-- figure: alllife.category.below-mean
-- label: Share of customers with a limit below the mean
-- unit: %
-- format: .0%
SELECT avg(CAST(credit_limit < (SELECT mean FROM alllife.variable_summary WHERE variable = 'credit_limit') AS INTEGER)) FROM alllife.customers;

-- figure: alllife.scaling.ratio
-- label: Standard deviation of the limit in dollars over that of online visits in visits
-- unit: 
-- format: ,.0f
SELECT max(sd) FILTER (variable = 'credit_limit') / max(sd) FILTER (variable = 'online_visits') FROM alllife.variable_summary;
