-- What the sources said: statements of five documents on these data sets, in their own words, checked against the data.
-- Each query gives two values: whether the statement holds, and what was found. What cannot be tested says why. A statement
-- on which a decision may rest has the header consequence: decision.

-- statement: source-000.default
-- label: Customers with a credit limit below $100,000 are more likely to default
-- place: AllLife risk report (document 000), Key Findings
-- consequence: decision
-- untestable: No default, delinquency or repayment is observed in the AllLife data.

-- statement: source-000.default-low-usage
-- label: … especially when their usage of bank visits, online services, and call centers is low
-- place: AllLife risk report (document 000), Key Findings
-- consequence: decision
-- untestable: No default is observed. The document itself says further on that high-risk customers make more calls.

-- statement: source-000.range-limit
-- label: Avg_Credit_Limit: Ranges from $3,000 to $100,000
-- place: AllLife risk report (document 000), Data Summary
SELECT min(credit_limit) = 3000 AND max(credit_limit) = 100000, printf('from $%,d to $%,d', CAST(min(credit_limit) AS BIGINT), CAST(max(credit_limit) AS BIGINT)) FROM alllife.customers;

-- statement: source-000.range-cards
-- label: Total_Credit_Cards: Varies between 1 and 7 cards
-- place: AllLife risk report (document 000), Data Summary
SELECT min(credit_cards) = 1 AND max(credit_cards) = 7, printf('from %d to %d', CAST(min(credit_cards) AS BIGINT), CAST(max(credit_cards) AS BIGINT)) FROM alllife.customers;

-- statement: source-000.range-branch
-- label: Total_visits_bank: Ranges from 0 to 2 visits
-- place: AllLife risk report (document 000), Data Summary
SELECT min(branch_visits) = 0 AND max(branch_visits) = 2, printf('from %d to %d', CAST(min(branch_visits) AS BIGINT), CAST(max(branch_visits) AS BIGINT)) FROM alllife.customers;

-- statement: source-000.range-online
-- label: Total_visits_online: Ranges from 1 to 12 visits
-- place: AllLife risk report (document 000), Data Summary
SELECT min(online_visits) = 1 AND max(online_visits) = 12, printf('from %d to %d', CAST(min(online_visits) AS BIGINT), CAST(max(online_visits) AS BIGINT)) FROM alllife.customers;

-- statement: source-000.range-calls
-- label: Total_calls_made: Between 0 and 9 calls
-- place: AllLife risk report (document 000), Data Summary
SELECT min(calls) = 0 AND max(calls) = 9, printf('from %d to %d', CAST(min(calls) AS BIGINT), CAST(max(calls) AS BIGINT)) FROM alllife.customers;

-- statement: source-000.share-flagged
-- label: 70% of the dataset is flagged as high risk
-- place: AllLife risk report (document 000), High-Risk Customers Overview
-- consequence: decision
-- untestable: The document does not state its rule. The policy line of this report was chosen to flag about the same share, so that it does so proves nothing. The line that the document does name is tested below.

-- statement: source-000.share-below-100000
-- label: Customers with lower credit limits (below $100,000) are at significantly higher risk
-- place: AllLife risk report (document 000), Key Predictors
-- consequence: decision
-- untestable: No default, delinquency or repayment is observed in the AllLife data. Whether a line of $100,000 gives the document's share of high risk is tested in source-000.line-gives-share.

-- statement: source-000.line-gives-share
-- label: Customers with a credit limit below $100,000 are more likely to default … 70% of the dataset is flagged as high risk
-- place: AllLife risk report (document 000), Key Findings and Overview
-- consequence: decision
SELECT round(avg(CAST(credit_limit < 100000 AS INTEGER)), 2) = 0.7, printf('%.1f%% have a limit below $100,000', 100 * avg(CAST(credit_limit < 100000 AS INTEGER))) FROM alllife.customers;

-- statement: source-000.flagged-calls
-- label: These customers typically have … higher reliance on call centers
-- place: AllLife risk report (document 000), High-Risk Customers Overview
-- consequence: decision
-- note: Read with the policy line of this report for high risk.
SELECT avg(calls) FILTER (high_risk) > avg(calls) FILTER (NOT high_risk), printf('%.1f calls a year against %.1f', avg(calls) FILTER (high_risk), avg(calls) FILTER (NOT high_risk)) FROM alllife.customers;

-- statement: source-000.flagged-branch
-- label: … and minimal bank or online visits
-- place: AllLife risk report (document 000), High-Risk Customers Overview
-- consequence: decision
-- note: “Minimal” is read as once a year or never, by more than half of those whom the policy line of this report flags.
SELECT avg(CAST(branch_visits <= 1 AS INTEGER)) FILTER (high_risk) > 0.5 AND avg(CAST(online_visits <= 1 AS INTEGER)) FILTER (high_risk) > 0.5, printf('%.0f%% of them come to a branch once or never, %.0f%% log in once or never', 100 * avg(CAST(branch_visits <= 1 AS INTEGER)) FILTER (high_risk), 100 * avg(CAST(online_visits <= 1 AS INTEGER)) FILTER (high_risk)) FROM alllife.customers;

-- statement: source-000.lower-engagement
-- label: Lower engagement with online or in-person banking correlates with higher risk
-- place: AllLife risk report (document 000), Key Predictors
-- consequence: decision
-- note: Read as fewer logins and fewer branch visits, on average, among those whom the policy line of this report flags.
SELECT avg(branch_visits) FILTER (high_risk) < avg(branch_visits) FILTER (NOT high_risk) AND avg(online_visits) FILTER (high_risk) < avg(online_visits) FILTER (NOT high_risk), printf('branch visits %.2f against %.2f, online visits %.2f against %.2f', avg(branch_visits) FILTER (high_risk), avg(branch_visits) FILTER (NOT high_risk), avg(online_visits) FILTER (high_risk), avg(online_visits) FILTER (NOT high_risk)) FROM alllife.customers;

-- statement: source-000.rarely-branch
-- label: most high-risk customers rarely visit the bank
-- place: AllLife risk report (document 000), Visualizations
-- consequence: decision
-- note: “Rarely” is read as once a year or never, with the policy line of this report for high risk.
SELECT avg(CAST(branch_visits <= 1 AS INTEGER)) FILTER (high_risk) > 0.5, printf('%.0f%% of them came once or never', 100 * avg(CAST(branch_visits <= 1 AS INTEGER)) FILTER (high_risk)) FROM alllife.customers;

-- statement: source-000.cards-risk
-- label: Higher numbers of cards increase risk
-- place: AllLife risk report (document 000), Key Predictors
-- consequence: decision
-- note: Tested for this report's label, a limit below the policy line.
SELECT coefficient > 0, printf('coefficient of cards %.2f (standard error %.2f)', coefficient, std_error) FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards';

-- statement: source-000.higher-card-usage
-- label: High-risk customers tend to have lower credit limits, higher card usage
-- place: AllLife risk report (document 000), Key Findings
-- consequence: decision
-- untestable: Card usage is not observed. The number of cards is: see source-000.cards-risk.

-- statement: source-000.accuracy
-- label: Accuracy: 85%
-- place: AllLife risk report (document 000), Model Performance
-- consequence: decision
-- untestable: The document states neither its label nor its variables. The page on risk shows models for this report's label.

-- statement: source-000.auc
-- label: AUC (ROC Curve): 0.88, indicating excellent predictive ability
-- place: AllLife risk report (document 000), Model Performance
-- consequence: decision
-- untestable: The document states neither its label nor its variables. The page on risk shows models for this report's label.

-- statement: source-000.cluster-low-limit-many-cards
-- label: clustering of high-risk customers with low credit limits and multiple cards
-- place: AllLife risk report (document 000), Visualizations
-- consequence: decision
-- note: “Multiple” is read as more, at the median, than the others hold.
SELECT median(credit_cards) FILTER (high_risk) > median(credit_cards) FILTER (NOT high_risk), printf('median of %.0f cards against %.0f', median(credit_cards) FILTER (high_risk), median(credit_cards) FILTER (NOT high_risk)) FROM alllife.customers;

-- statement: source-000.distress
-- label: High-risk customers make more calls, potentially indicating financial distress
-- place: AllLife risk report (document 000), Key Predictors
-- consequence: decision
-- untestable: Whether flagged customers call more is tested in source-000.flagged-calls. Why customers call, and their financial situation, are not observed.

-- statement: source-000.utilization
-- label: customers with existing high utilization rates
-- place: AllLife risk report (document 000), Business Recommendations
-- consequence: decision
-- untestable: The AllLife file holds limits and cards, but not how they are used.

-- statement: source-001.three-segments
-- label: There are three segments of customers
-- place: AllLife project summary (document 001), Insights and Recommendations
-- consequence: decision
SELECT first(k ORDER BY silhouette DESC) = 3, printf('k = %d has the highest silhouette, %.3f', first(k ORDER BY silhouette DESC), max(silhouette)) FROM alllife.kmeans_sweep;

-- statement: source-001.best-factors
-- label: average credit limit and total credit cards which appear to be the best factors/attributes to determine the segments
-- place: AllLife project summary (document 001), Insights and Recommendations
-- consequence: decision
-- note: Measured by the share of each variable's rank variation that lies between the segments (ε²).
SELECT count(*) FILTER (variable IN ('credit_limit', 'credit_cards')) = 2, 'the variables that differ most: ' || string_agg(lower(label), ', ' ORDER BY epsilon_squared DESC) FROM (SELECT variable, label, epsilon_squared FROM alllife.segment_tests JOIN alllife.variables v ON v.name = variable WHERE variable IN ('credit_limit', 'credit_cards', 'branch_visits', 'online_visits', 'calls') ORDER BY epsilon_squared DESC LIMIT 2);

-- statement: source-001.calls-few-cards
-- label: a higher number of calls are made for these customers [with a lower number of credit cards]
-- place: AllLife project summary (document 001), Insights and Recommendations
-- consequence: decision
-- note: Read as a negative correlation of cards and calls.
SELECT corr(credit_cards, calls) < 0, printf('correlation of cards and calls %.2f', corr(credit_cards, calls)) FROM alllife.customers;

-- statement: source-001.poor-credit
-- label: Customers with poor credit
-- place: AllLife project summary (document 001), Insights and Recommendations
-- consequence: decision
-- untestable: Creditworthiness is not observed; a low limit is the bank's own choice.

-- statement: source-001.support-poor
-- label: customers perceive the support services of the [bank] poorly
-- place: AllLife project summary (document 001), Context
-- consequence: decision
-- untestable: No opinion or complaint is observed.

-- statement: source-001.penetration
-- label: the penetration in the market can be improved
-- place: AllLife project summary (document 001), Context
-- untestable: The file holds customers only, not people who could become customers.

-- statement: source-004.rows
-- label: count 660
-- place: AllLife segmentation report (document 004), Summary statistics
SELECT count(*) = 660, printf('%d customers', count(*)) FROM alllife.customers;

-- statement: source-004.mean-limit
-- label: Mean: $34,574
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT round(avg(credit_limit), 0) = 34574, printf('$%,d', CAST(round(avg(credit_limit)) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.mean-cards
-- label: Mean: 4.7 cards per customer
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT round(avg(credit_cards), 1) = 4.7, printf('%.2f', avg(credit_cards)) FROM alllife.customers;

-- statement: source-004.mean-branch
-- label: Mean: 2.4 visits
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT round(avg(branch_visits), 1) = 2.4, printf('%.2f', avg(branch_visits)) FROM alllife.customers;

-- statement: source-004.mean-online
-- label: Mean: 2.6 online logins
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT round(avg(online_visits), 1) = 2.6, printf('%.2f', avg(online_visits)) FROM alllife.customers;

-- statement: source-004.mean-calls
-- label: Mean: 3.6 calls per year
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT round(avg(calls), 1) = 3.6, printf('%.2f', avg(calls)) FROM alllife.customers;

-- statement: source-004.range-limit
-- label: Range: $3,000 to $200,000
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT min(credit_limit) = 3000 AND max(credit_limit) = 200000, printf('from $%,d to $%,d', CAST(min(credit_limit) AS BIGINT), CAST(max(credit_limit) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.range-cards
-- label: Range: 1 to 10 cards
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT min(credit_cards) = 1 AND max(credit_cards) = 10, printf('from %d to %d', CAST(min(credit_cards) AS BIGINT), CAST(max(credit_cards) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.range-branch
-- label: Range: 0 to 5 visits
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT min(branch_visits) = 0 AND max(branch_visits) = 5, printf('from %d to %d', CAST(min(branch_visits) AS BIGINT), CAST(max(branch_visits) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.range-online
-- label: Range: 0 to 15 logins
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT min(online_visits) = 0 AND max(online_visits) = 15, printf('from %d to %d', CAST(min(online_visits) AS BIGINT), CAST(max(online_visits) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.range-calls
-- label: Range: 0 to 10 calls
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT min(calls) = 0 AND max(calls) = 10, printf('from %d to %d', CAST(min(calls) AS BIGINT), CAST(max(calls) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.top-quarter
-- label: the top 25% of customers having credit limits of $48,000 or more
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT quantile_cont(credit_limit, 0.75) = 48000, printf('upper quartile $%,d', CAST(quantile_cont(credit_limit, 0.75) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.median-cards
-- label: The median number of credit cards is 5
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT median(credit_cards) = 5, printf('%.0f', median(credit_cards)) FROM alllife.customers;

-- statement: source-004.half-branch
-- label: 50% of them visiting the bank only twice or less per year
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT avg(CAST(branch_visits <= 2 AS INTEGER)) >= 0.5, printf('%.0f%% come twice or less', 100 * avg(CAST(branch_visits <= 2 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.middle-calls
-- label: The middle 50% of customers make 1 to 5 calls per year
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
SELECT quantile_cont(calls, 0.25) = 1 AND quantile_cont(calls, 0.75) = 5, printf('quartiles %.0f and %.0f', quantile_cont(calls, 0.25), quantile_cont(calls, 0.75)) FROM alllife.customers;

-- statement: source-004.limit-skewed
-- label: The distribution is skewed to the right
-- place: AllLife segmentation report (document 004), Univariate visualizations
-- note: “Skewed” is read as a skewness above 1.
SELECT skewness > 1, printf('skewness %.2f', skewness) FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- statement: source-004.cards-3-6
-- label: most customers hold around 3 to 6 cards
-- place: AllLife segmentation report (document 004), Univariate visualizations
SELECT avg(CAST(credit_cards BETWEEN 3 AND 6 AS INTEGER)) > 0.5, printf('%.0f%% do', 100 * avg(CAST(credit_cards BETWEEN 3 AND 6 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.branch-2-3
-- label: very few visit the maximum number of times (5)
-- place: AllLife segmentation report (document 004), Univariate visualizations
-- note: “Very few” is read as fewer than one in twenty.
SELECT avg(CAST(branch_visits = 5 AS INTEGER)) < 0.05, printf('%.0f%% do', 100 * avg(CAST(branch_visits = 5 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.online-below-5
-- label: many customers having fewer than 5 online logins
-- place: AllLife segmentation report (document 004), Univariate visualizations
-- note: “Many” is read as more than half.
SELECT avg(CAST(online_visits < 5 AS INTEGER)) > 0.5, printf('%.0f%% do', 100 * avg(CAST(online_visits < 5 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.calls-normal
-- label: The distribution [of calls] is close to normal
-- place: AllLife segmentation report (document 004), Univariate visualizations
-- note: “Close” is read as a skewness of less than one half in size.
SELECT abs(skewness) < 0.5, printf('skewness %.2f, where a normal distribution has none', skewness) FROM alllife.variable_summary WHERE variable = 'calls';

-- statement: source-004.branch-uniform
-- label: The number of bank visits seems uniformly distributed between 1 to 5
-- place: AllLife segmentation report (document 004), EDA plan
-- note: “Uniformly” is read as no count being half as large again as another.
SELECT max(n) < 1.5 * min(n), printf('from %d to %d customers for each number of visits', min(n), max(n)) FROM (SELECT count(*) AS n FROM alllife.customers WHERE branch_visits BETWEEN 1 AND 5 GROUP BY branch_visits);

-- statement: source-004.online-drop
-- label: A large majority of customers have minimal or no online visits (with a sharp drop after 3 visits)
-- place: AllLife segmentation report (document 004), EDA plan
-- consequence: decision
-- note: “Minimal” is read as once a year, “a large majority” as two thirds.
SELECT avg(CAST(online_visits <= 1 AS INTEGER)) > 0.67, printf('%.0f%% log in once or never', 100 * avg(CAST(online_visits <= 1 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.calls-4-6
-- label: many customers making around 4-6 calls … but it tapers off sharply for higher call counts
-- place: AllLife segmentation report (document 004), EDA plan
-- consequence: decision
-- note: Read as more customers than make two calls or fewer.
SELECT avg(CAST(calls BETWEEN 4 AND 6 AS INTEGER)) > avg(CAST(calls BETWEEN 0 AND 2 AS INTEGER)), printf('%.0f%% make 4 to 6 calls, %.0f%% at most 2', 100 * avg(CAST(calls BETWEEN 4 AND 6 AS INTEGER)), 100 * avg(CAST(calls BETWEEN 0 AND 2 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.traditional
-- label: There is higher preference for traditional channels like phone calls and in-person visits, with limited engagement online
-- place: AllLife segmentation report (document 004), EDA plan
-- consequence: decision
-- note: “Higher preference” is read as more branch visits and more calls, on average, than online visits.
SELECT avg(branch_visits) > avg(online_visits) AND avg(calls) > avg(online_visits), printf('means: branch %.2f, online %.2f, calls %.2f', avg(branch_visits), avg(online_visits), avg(calls)) FROM alllife.customers;

-- statement: source-004.limit-online
-- label: Customers with higher credit limits tend to make more online visits
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- note: “Tend to” is read as a correlation above 0.3.
SELECT corr(credit_limit, online_visits) > 0.3, printf('correlation %.2f', corr(credit_limit, online_visits)) FROM alllife.customers;

-- statement: source-004.limit-branch-none
-- label: There is no clear relationship between higher credit limits and the number of bank visits
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- note: “No clear relationship” is read as a correlation below 0.2 in size.
SELECT abs(corr(credit_limit, branch_visits)) < 0.2, printf('correlation %.2f', corr(credit_limit, branch_visits)) FROM alllife.customers;

-- statement: source-004.limit-calls-weak
-- label: The relationship between credit limits and calls made seems weak
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- note: “Weak” is read as a correlation below 0.3 in size. Further on, the document itself calls it negative and strong.
SELECT abs(corr(credit_limit, calls)) < 0.3, printf('correlation %.2f', corr(credit_limit, calls)) FROM alllife.customers;

-- statement: source-004.corr-cards
-- label: A strong positive correlation (~ 0.74) between the Total Credit Cards and Avg Credit Limit
-- place: AllLife segmentation report (document 004), Correlation Matrix
-- consequence: decision
-- note: The number is that of another row of the document's matrix: the correlation with the row number, which says nothing about a customer.
SELECT round(corr(credit_limit, credit_cards), 2) = 0.74, printf('%.3f; of the row number with credit cards it is %.3f', corr(credit_limit, credit_cards), corr(row_number, credit_cards)) FROM alllife.customers;

-- statement: source-004.corr-branch
-- label: Weak positive correlation (~ 0.41) [of Avg Credit Limit & Bank Visits]
-- place: AllLife segmentation report (document 004), Correlation Matrix
-- consequence: decision
-- note: The number is that of another row of the document's matrix: the correlation with the row number, which says nothing about a customer.
SELECT round(corr(credit_limit, branch_visits), 2) = 0.41, printf('%.3f; of the row number with branch visits it is %.3f', corr(credit_limit, branch_visits), corr(row_number, branch_visits)) FROM alllife.customers;

-- statement: source-004.corr-calls
-- label: There is a negative correlation (~ -0.68) [of Avg Credit Limit & Calls Made]
-- place: AllLife segmentation report (document 004), Correlation Matrix
-- consequence: decision
-- note: The number is that of another row of the document's matrix: the correlation with the row number, which says nothing about a customer.
SELECT round(corr(credit_limit, calls), 2) = -0.68, printf('%.3f; of the row number with calls it is %.3f', corr(credit_limit, calls), corr(row_number, calls)) FROM alllife.customers;

-- statement: source-004.matrix-bank-calls
-- label: Total_visits_bank … Total_calls_made -0.500016
-- place: AllLife segmentation report (document 004), Correlation Matrix
-- note: Tested to three decimals. A synthetic sample keeps correlations to within 0.01, so on it the third decimal says nothing.
SELECT round(corr(branch_visits, calls), 3) = -0.5, printf('%.3f', corr(branch_visits, calls)) FROM alllife.customers;

-- statement: source-004.no-missing
-- label: Avg_Credit_Limit 0 … Total_calls_made 0 [missing values]
-- place: AllLife segmentation report (document 004), Missing Value Treatment
SELECT sum(imputed) = 0, printf('%d missing', CAST(sum(imputed) AS BIGINT)) FROM alllife.variable_summary;

-- statement: source-004.clusters
-- label: 3-4 key customer segments
-- place: AllLife segmentation report (document 004), Applying Hierarchical Clustering
-- consequence: decision
SELECT first(k ORDER BY silhouette DESC) IN (3, 4), printf('k = %d has the highest silhouette, %.2f; k = 4 has %.2f', first(k ORDER BY silhouette DESC), max(silhouette), max(silhouette) FILTER (k = 4)) FROM alllife.kmeans_sweep;

-- statement: source-004.high-online
-- label: High Credit Activity, Online Engagement (one cluster)
-- place: AllLife segmentation report (document 004), Applying Hierarchical Clustering
-- consequence: decision
-- note: “Credit activity” is read as the credit limit, as its use is not observed.
SELECT first(segment ORDER BY mean DESC) FILTER (variable = 'credit_limit') = first(segment ORDER BY mean DESC) FILTER (variable = 'online_visits'), 'highest limits: ' || first(coalesce(name, segment) ORDER BY mean DESC) FILTER (variable = 'credit_limit') || '; most online visits: ' || first(coalesce(name, segment) ORDER BY mean DESC) FILTER (variable = 'online_visits') FROM alllife.segment_profiles JOIN alllife.segments USING (segment);

-- statement: source-004.low-traditional
-- label: Low Credit Activity, Traditional Engagement (another cluster)
-- place: AllLife segmentation report (document 004), Applying Hierarchical Clustering
-- consequence: decision
-- note: Read as: in the segment with the lowest limits, calls and branch visits are more than half of the contacts.
SELECT (total_branch_visits + total_calls) > total_online_visits, printf('%s: %.0f%% calls, %.0f%% branch visits, %.0f%% online', coalesce(name, segment), 100 * total_calls / total_engagement_score, 100 * total_branch_visits / total_engagement_score, 100 * total_online_visits / total_engagement_score) FROM alllife.segments ORDER BY total_credit_limit / customers LIMIT 1;

-- statement: source-004.sizes
-- label: HCluster 3: 385, 1: 225, 2: 50
-- place: AllLife segmentation report (document 004), Choosing the Number of Clusters
SELECT list_sort(list(n)) = [50, 225, 385], string_agg(CAST(n AS VARCHAR), ', ' ORDER BY n DESC) FROM (SELECT CAST(sum(customers) AS INTEGER) AS n FROM alllife.cluster_agreement GROUP BY ward_cluster);

-- statement: source-004.crosstab
-- label: Cluster HCluster 0 1 1, 0 3 385, 1 1 224, 2 2 50
-- place: AllLife segmentation report (document 004), Comparing K-means and Hierarchical Clustering
SELECT sum(customers) FILTER (kmeans_cluster <> ward_cluster) = 1, printf('customers whom the other method places elsewhere: %d', CAST(sum(customers) FILTER (kmeans_cluster <> ward_cluster) AS BIGINT)) FROM alllife.cluster_agreement;

-- statement: source-004.cluster-similar
-- label: Cluster 0 and 1 have similar, lower average credit limits
-- place: AllLife segmentation report (document 004), Visualizing Cluster Characteristics
-- consequence: decision
-- note: “Similar” is read as one being less than half as high again as the other.
SELECT max(mean) FILTER (segment <> 'premium') < 1.5 * min(mean) FILTER (segment <> 'premium'), string_agg(printf('%s $%,d', coalesce(name, segment), CAST(mean AS BIGINT)), ', ' ORDER BY mean) FROM alllife.segment_profiles JOIN alllife.segments USING (segment) WHERE variable = 'credit_limit';

-- statement: source-004.cluster-premium
-- label: Cluster 2 has significantly higher average credit limits, suggesting a premium segment
-- place: AllLife segmentation report (document 004), Visualizing Cluster Characteristics
-- consequence: decision
-- note: “Significantly higher” is read as more than twice the mean of any other segment.
SELECT max(mean) FILTER (segment = 'premium') > 2 * max(mean) FILTER (segment <> 'premium'), string_agg(printf('%s $%,d', coalesce(name, segment), CAST(mean AS BIGINT)), ', ' ORDER BY mean DESC) FROM alllife.segment_profiles JOIN alllife.segments USING (segment) WHERE variable = 'credit_limit';

-- statement: source-004.high-low
-- label: Cluster 1 (High Credit, Low Interaction) … fewer visits, calls, or online logins
-- place: AllLife segmentation report (document 004), Segment Interpretation
-- consequence: decision
-- note: Read as: premium customers, the segment with the highest limits, have the fewest contacts.
SELECT first(segment ORDER BY mean) = 'premium', string_agg(printf('%s %.1f', coalesce(name, segment), mean), ', ' ORDER BY mean DESC) || ' contacts a year' FROM alllife.segment_profiles JOIN alllife.segments USING (segment) WHERE variable = 'engagement_score';

-- statement: source-004.low-high
-- label: Cluster 2 (Low Credit, High Interaction) … frequently interact with the bank via calls and visits
-- place: AllLife segmentation report (document 004), Segment Interpretation
-- consequence: decision
-- note: Read as: phone callers, the segment named for its calls, also visit branches most.
SELECT first(segment ORDER BY mean DESC) FILTER (variable = 'calls') = 'phone' AND first(segment ORDER BY mean DESC) FILTER (variable = 'branch_visits') = 'phone', 'most calls: ' || first(coalesce(name, segment) ORDER BY mean DESC) FILTER (variable = 'calls') || '; most branch visits: ' || first(coalesce(name, segment) ORDER BY mean DESC) FILTER (variable = 'branch_visits') FROM alllife.segment_profiles JOIN alllife.segments USING (segment);

-- statement: source-004.moderate-both
-- label: Cluster 3 (Moderate Credit, High Engagement) … actively using both bank branches and online services
-- place: AllLife segmentation report (document 004), Segment Interpretation
-- consequence: decision
-- note: Read as: branch visitors are not the segment that logs in least.
SELECT first(segment ORDER BY mean) <> 'branch', string_agg(printf('%s %.1f', coalesce(name, segment), mean), ', ' ORDER BY mean DESC) || ' online visits a year' FROM alllife.segment_profiles JOIN alllife.segments USING (segment) WHERE variable = 'online_visits';

-- statement: source-004.fewer-visits-higher
-- label: customers with fewer visits tend[s] to be associated with higher credit limits
-- place: AllLife segmentation report (document 004), Segment Interpretation
-- consequence: decision
-- note: “Fewer” is read as at most one visit a year.
SELECT avg(credit_limit) FILTER (branch_visits <= 1) > avg(credit_limit) FILTER (branch_visits >= 2), printf('mean limit of $%,d with at most one visit, $%,d with more', CAST(avg(credit_limit) FILTER (branch_visits <= 1) AS BIGINT), CAST(avg(credit_limit) FILTER (branch_visits >= 2) AS BIGINT)) FROM alllife.customers;

-- statement: source-004.high-limit-self-service
-- label: Higher credit limit customers prefer fewer in-person visits, hinting at a preference for online channels or self-service options
-- place: AllLife segmentation report (document 004), Segment Interpretation
-- consequence: decision
-- note: What customers prefer is not observed. Read as: most of those in the credit category High come once a year or never and use online banking more than branch and phone.
SELECT avg(CAST(branch_visits <= 1 AND online_visits > greatest(branch_visits, calls) AS INTEGER)) > 0.5, printf('%.0f%% of those in the category High do', 100 * avg(CAST(branch_visits <= 1 AND online_visits > greatest(branch_visits, calls) AS INTEGER))) FROM alllife.customers WHERE credit_category = 'High';

-- statement: source-004.dissatisfied
-- label: Customers with high call volumes may indicate dissatisfaction
-- place: AllLife segmentation report (document 004), EDA plan
-- consequence: decision
-- untestable: Why customers call is not observed.

-- statement: source-004.satisfied
-- label: Likely satisfied with the bank's services since they rarely reach out
-- place: AllLife segmentation report (document 004), Cluster 1
-- consequence: decision
-- untestable: Satisfaction is not observed.

-- statement: source-004.loyal
-- label: Customers with multiple credit cards may represent loyal or high-value customers
-- place: AllLife segmentation report (document 004), EDA plan
-- consequence: decision
-- untestable: Neither loyalty nor the income from a customer is observed.

-- statement: source-004.high-value
-- label: High credit limits may indicate high-value customers
-- place: AllLife segmentation report (document 004), EDA plan
-- consequence: decision
-- untestable: Neither the income from a customer nor the use of the limit is observed.

-- statement: source-004.online-spread
-- label: The distribution of online logins is more spread out, with some customers being more frequent users
-- place: AllLife segmentation report (document 004), Key insights from the summary statistics
-- note: Read as a larger standard deviation than that of branch visits.
SELECT stddev(online_visits) > stddev(branch_visits), printf('standard deviation %.2f, of branch visits %.2f', stddev(online_visits), stddev(branch_visits)) FROM alllife.customers;

-- statement: source-004.cards-even
-- label: The number of credit cards is spread somewhat evenly
-- place: AllLife segmentation report (document 004), Univariate visualizations
-- note: “Somewhat evenly” is read as no number of cards having more than four times the customers of another.
SELECT max(n) <= 4 * min(n), printf('from %d to %d customers for each number of cards', min(n), max(n)) FROM (SELECT count(*) AS n FROM alllife.customers GROUP BY credit_cards);

-- statement: source-004.visits-2-3
-- label: Many customers visit the bank 2 to 3 times yearly
-- place: AllLife segmentation report (document 004), Univariate visualizations
-- note: “Many” is read as more than a third.
SELECT avg(CAST(branch_visits BETWEEN 2 AND 3 AS INTEGER)) > 1.0 / 3, printf('%.0f%% do', 100 * avg(CAST(branch_visits BETWEEN 2 AND 3 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.calls-1-5
-- label: most customers making 1 to 5 calls per year
-- place: AllLife segmentation report (document 004), Univariate visualizations
SELECT avg(CAST(calls BETWEEN 1 AND 5 AS INTEGER)) > 0.5, printf('%.0f%% do', 100 * avg(CAST(calls BETWEEN 1 AND 5 AS INTEGER))) FROM alllife.customers;

-- statement: source-004.similar-visits
-- label: Customers with both low and high credit limits appear to have a similar distribution of visits
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- note: “Similar” is read as: the shares that come more than once differ by less than ten percentage points between the credit categories Low and High.
SELECT abs(avg(CAST(branch_visits > 1 AS INTEGER)) FILTER (credit_category = 'High') - avg(CAST(branch_visits > 1 AS INTEGER)) FILTER (credit_category = 'Low')) < 0.1, printf('%.0f%% of those with high limits come more than once a year, %.0f%% of those with low ones', 100 * avg(CAST(branch_visits > 1 AS INTEGER)) FILTER (credit_category = 'High'), 100 * avg(CAST(branch_visits > 1 AS INTEGER)) FILTER (credit_category = 'Low')) FROM alllife.customers;

-- statement: source-004.similar-calls
-- label: Customers across all credit levels make calls in a similar pattern
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- note: “Similar” is read as no credit category having twice the mean calls of another.
SELECT max(mean) < 2 * min(mean), string_agg(printf('%s %.1f', credit_category, mean), ', ' ORDER BY mean DESC) || ' calls a year' FROM (SELECT credit_category, avg(calls) AS mean FROM alllife.customers GROUP BY credit_category);

-- statement: source-004.traditional-irrespective
-- label: traditional modes (calls and bank visits) are used by customers irrespective of their financial status
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- note: “Financial status” is read as the credit category, “irrespective” as no category having twice the mean calls and visits of another.
SELECT max(mean) < 2 * min(mean), string_agg(printf('%s %.1f', credit_category, mean), ', ' ORDER BY mean DESC) || ' calls and branch visits a year' FROM (SELECT credit_category, avg(calls + branch_visits) AS mean FROM alllife.customers GROUP BY credit_category);

-- statement: source-004.high-limit-callers
-- label: Customers with high credit limits and high call volumes could indicate high-value customers needing enhanced support services
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- note: Tested is whether such customers exist: a limit in the category High and five or more calls a year.
SELECT count(*) > 0, printf('%d such customers', count(*)) FROM alllife.customers WHERE credit_category = 'High' AND calls >= 5;

-- statement: source-004.limit-goes-with-cards
-- label: Credit limit tends to correlate more with the number of credit cards but shows mixed or weaker relationships with engagement through visits or calls
-- place: AllLife segmentation report (document 004), Correlation Matrix
-- consequence: decision
SELECT corr(credit_limit, credit_cards) > greatest(abs(corr(credit_limit, branch_visits)), abs(corr(credit_limit, online_visits)), abs(corr(credit_limit, calls))), printf('cards %.2f; branch %.2f, online %.2f, calls %.2f', corr(credit_limit, credit_cards), corr(credit_limit, branch_visits), corr(credit_limit, online_visits), corr(credit_limit, calls)) FROM alllife.customers;

-- statement: source-004.matrix-engagement
-- label: Engagement_Score … Total_visits_online 0.708157, Total_calls_made 0.708157
-- place: AllLife segmentation report (document 004), Correlation Matrix
-- note: Tested to two decimals. The document prints one number for both.
SELECT round(corr(engagement_score, online_visits), 2) = 0.71 AND round(corr(engagement_score, calls), 2) = 0.71, printf('online %.3f, calls %.3f', corr(engagement_score, online_visits), corr(engagement_score, calls)) FROM alllife.customers;

-- statement: source-004.category-of-scaled
-- label: 100000 … 1.740187 … Low; 30000 … -0.121665 … NaN [credit categories cut on scaled limits]
-- place: AllLife segmentation report (document 004), Feature Engineering
-- consequence: decision
-- note: Tested is whether categories cut on limits in dollars put a limit of $100,000 into Low.
SELECT max(credit_limit) FILTER (credit_category = 'Low') >= 100000, printf('the highest limit in the category Low is $%,d', CAST(max(credit_limit) FILTER (credit_category = 'Low') AS BIGINT)) FROM alllife.customers;

-- statement: source-004.balanced
-- label: Moderate Credit Activity, Balanced Usage of Channels
-- place: AllLife segmentation report (document 004), Applying Hierarchical Clustering
-- consequence: decision
-- note: “Balanced” is read as no channel having more than half of the contacts of branch visitors, the segment with moderate limits.
SELECT greatest(total_branch_visits, total_online_visits, total_calls) <= 0.5 * (total_branch_visits + total_online_visits + total_calls), printf('%.0f%% branch visits, %.0f%% calls, %.0f%% online', 100 * total_branch_visits / (total_branch_visits + total_online_visits + total_calls), 100 * total_calls / (total_branch_visits + total_online_visits + total_calls), 100 * total_online_visits / (total_branch_visits + total_online_visits + total_calls)) FROM alllife.segments WHERE segment = 'branch';

-- statement: source-004.visitors-spread
-- label: Customers with high bank visits … are spread across credit limits
-- place: AllLife segmentation report (document 004), Segment Interpretation
-- consequence: decision
-- note: “High” is read as three or more a year, “spread across” as at least one in twenty in each credit category.
SELECT min(n) >= 0.05 * sum(n), string_agg(printf('%s %d', credit_category, n), ', ' ORDER BY n DESC) FROM (SELECT credit_category, count(*) AS n FROM alllife.customers WHERE branch_visits >= 3 GROUP BY credit_category);

-- statement: source-004.online-activity
-- label: Online visits may correlate with higher financial activity
-- place: AllLife segmentation report (document 004), Bivariate analysis
-- consequence: decision
-- untestable: The AllLife file holds no purchases, payments or balances.

-- statement: source-004.lower-income
-- label: Lower credit limit could imply a lower income bracket or higher risk profile
-- place: AllLife segmentation report (document 004), Cluster 2
-- consequence: decision
-- untestable: Neither income nor repayment is observed.

-- statement: source-004.receptive
-- label: Actively engaged and likely open to bank promotions, potentially receptive to personalized offerings
-- place: AllLife segmentation report (document 004), Cluster 3
-- consequence: decision
-- untestable: No offer and no response to one is observed. Whether this segment is actively engaged is tested in source-004.moderate-both.

-- statement: source-004.scaled-limit
-- label: 1.748187 [scaled limit of the first customer, of $100,000]
-- place: AllLife segmentation report (document 004), Data Scaling
-- note: Elsewhere the document prints 1.740187 for the same customer. The customer's key is left out of the quotation.
SELECT round((100000 - avg(credit_limit)) / stddev_pop(credit_limit), 6) = 1.748187, printf('%.6f', (100000 - avg(credit_limit)) / stddev_pop(credit_limit)) FROM alllife.customers;

-- statement: source-004.engagement-by-cluster
-- label: Engagement_Score 6.471503, 11.357143, 12.580000 [of the three clusters]
-- place: AllLife segmentation report (document 004), K-means profiling
-- consequence: decision
-- note: In the document's own table, the cluster with high limits, which it describes as “Low Interaction”, has the most contacts.
SELECT list_sort(list(round(mean, 2))) = [6.47, 11.36, 12.58], string_agg(printf('%s %.2f', coalesce(name, segment), mean), ', ' ORDER BY mean) FROM alllife.segment_profiles JOIN alllife.segments USING (segment) WHERE variable = 'engagement_score';
