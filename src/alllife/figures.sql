-- Figures of the AllLife chapter. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

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

-- figure: alllife.{segment}.share
-- label: Segment {segment}: share of customers
-- unit: %
-- format: .1%
SELECT share FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-credit
-- label: Segment {segment}: share of all credit
-- unit: %
-- format: .0%
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-branch-visits
-- label: Segment {segment}: share of all branch visits
-- unit: %
-- format: .0%
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-online-visits
-- label: Segment {segment}: share of all online visits
-- unit: %
-- format: .0%
SELECT total_online_visits / (SELECT sum(total_online_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-calls
-- label: Segment {segment}: share of all calls
-- unit: %
-- format: .0%
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.median-limit
-- label: Segment {segment}: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'credit_limit';

-- figure: alllife.{segment}.mean-branch-visits
-- label: Segment {segment}: mean branch visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'branch_visits';

-- figure: alllife.{segment}.mean-online-visits
-- label: Segment {segment}: mean online visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'online_visits';

-- figure: alllife.{segment}.mean-calls
-- label: Segment {segment}: mean calls a year
-- unit: calls a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'calls';

-- figure: alllife.{segment}.flagged
-- label: Segment {segment}: share with a limit below the policy line
-- unit: %
-- format: .1%
SELECT avg(CAST(high_risk AS INTEGER)) FROM alllife.customers WHERE segment = '{segment}';

-- figure: alllife.{segment}.engagement
-- label: Segment {segment}: mean contacts a year
-- unit: contacts a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'engagement_score';

-- figure: alllife.{segment}.share-of-contacts
-- label: Segment {segment}: share of all contacts
-- unit: %
-- format: .0%
SELECT total_engagement_score / (SELECT sum(total_engagement_score) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.mean-limit
-- label: Segment {segment}: mean credit limit
-- unit: $
-- format: $,.0f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'credit_limit';

-- figure: alllife.{segment}.mean-cards
-- label: Segment {segment}: mean number of cards
-- unit: cards
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'credit_cards';

-- figure: alllife.{segment}.silhouette
-- label: Segment {segment}: mean silhouette width
-- unit: 
-- format: .2f
SELECT silhouette FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.jaccard
-- label: Segment {segment}: mean Jaccard index over the resamples
-- unit: 
-- format: .3f
SELECT jaccard FROM alllife.stability WHERE segment = '{segment}';

-- figure: alllife.{segment}.typical-limit
-- label: Segment {segment}: credit limit of the customer closest to the means
-- unit: $
-- format: $,.0f
SELECT credit_limit FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-cards
-- label: Segment {segment}: credit cards of the customer closest to the means
-- unit: cards
-- format: ,d
SELECT credit_cards FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-visits
-- label: Segment {segment}: branch visits of the customer closest to the means
-- unit: visits a year
-- format: times
SELECT branch_visits FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-online
-- label: Segment {segment}: online visits of the customer closest to the means
-- unit: visits a year
-- format: times
SELECT online_visits FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-calls
-- label: Segment {segment}: calls of the customer closest to the means
-- unit: calls a year
-- format: times
SELECT calls FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.customers
-- label: Customers
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers;

-- figure: alllife.segments
-- label: Segments
-- unit: segments
-- format: words
SELECT count(*) FROM alllife.segments;

-- figure: alllife.variables
-- label: Variables that enter the distances
-- unit: variables
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'variables';

-- figure: alllife.credit
-- label: Credit limits added up
-- unit: $
-- format: $,.3s
-- definition: Sum over customers of their average credit limit.
SELECT sum(credit_limit) FROM alllife.customers;

-- figure: alllife.branch.frequent-never-online
-- label: Branch visitors with as many visits as the pilot asks for who did not log in
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE segment = 'branch' AND online_visits = 0 AND branch_visits >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_visits');

-- figure: alllife.phone.frequent-calls-share
-- label: Share of all calls made by phone callers with as many calls as the pilot asks for
-- unit: %
-- format: .0%
SELECT sum(calls) FILTER (segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls')) / sum(calls) FROM alllife.customers;

-- figure: alllife.pilot.frequent-line-calls
-- label: Calls a year from which a caller is in the pilot
-- unit: calls a year
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'pilot_calls';

-- figure: alllife.pilot.frequent-line-visits
-- label: Branch visits a year from which a visitor is in the pilot
-- unit: visits a year
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'pilot_visits';

-- figure: alllife.risk.line
-- label: Credit limit below which the policy flags a customer
-- unit: $
-- format: $,.0f
SELECT value FROM alllife.parameters WHERE name = 'risk_line';

-- figure: alllife.risk.flagged
-- label: Customers whom the policy flags
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE high_risk;

-- figure: alllife.risk.share
-- label: Share of customers whom the policy flags
-- unit: %
-- format: .1%
SELECT avg(CAST(high_risk AS INTEGER)) FROM alllife.customers;

-- figure: alllife.risk.auc-honest
-- label: AUC of the model without the limit
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc';

-- figure: alllife.risk.auc-leaking
-- label: AUC of the model with the limit
-- unit: 
-- format: .4f
SELECT value FROM alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- figure: alllife.risk.auc-low
-- label: AUC of the model without the limit: lower end of the interval
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_low';

-- figure: alllife.risk.auc-high
-- label: AUC of the model without the limit: upper end of the interval
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_high';

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

-- figure: alllife.k.silhouette
-- label: Mean silhouette at the chosen number of segments
-- unit: 
-- format: .3f
SELECT silhouette FROM alllife.kmeans_sweep WHERE chosen;

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

-- figure: alllife.limit.mean
-- label: Credit limit: mean
-- unit: $
-- format: $,.0f
SELECT "mean" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.sd
-- label: Credit limit: standard deviation
-- unit: $
-- format: $,.0f
SELECT "sd" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.min
-- label: Credit limit: smallest value
-- unit: $
-- format: $,.0f
SELECT "min" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.q25
-- label: Credit limit: lower quartile
-- unit: $
-- format: $,.0f
SELECT "q25" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.median
-- label: Credit limit: median
-- unit: $
-- format: $,.0f
SELECT "median" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.q75
-- label: Credit limit: upper quartile
-- unit: $
-- format: $,.0f
SELECT "q75" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.max
-- label: Credit limit: largest value
-- unit: $
-- format: $,.0f
SELECT "max" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.skewness
-- label: Credit limit: skewness
-- unit: 
-- format: .2f
SELECT "skewness" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.count
-- label: Credit limit: values
-- unit: customers
-- format: ,d
SELECT "count" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.cards.mean
-- label: Credit cards: mean
-- unit: cards
-- format: .1f
SELECT "mean" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.sd
-- label: Credit cards: standard deviation
-- unit: cards
-- format: .1f
SELECT "sd" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.min
-- label: Credit cards: smallest value
-- unit: cards
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.q25
-- label: Credit cards: lower quartile
-- unit: cards
-- format: .4~f
SELECT "q25" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.median
-- label: Credit cards: median
-- unit: cards
-- format: .4~f
SELECT "median" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.q75
-- label: Credit cards: upper quartile
-- unit: cards
-- format: .4~f
SELECT "q75" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.max
-- label: Credit cards: largest value
-- unit: cards
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.skewness
-- label: Credit cards: skewness
-- unit: 
-- format: .2f
SELECT "skewness" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.count
-- label: Credit cards: values
-- unit: customers
-- format: ,d
SELECT "count" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.visits.mean
-- label: Branch visits: mean
-- unit: visits a year
-- format: .1f
SELECT "mean" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.sd
-- label: Branch visits: standard deviation
-- unit: visits a year
-- format: .1f
SELECT "sd" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.min
-- label: Branch visits: smallest value
-- unit: visits a year
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.q25
-- label: Branch visits: lower quartile
-- unit: visits a year
-- format: .4~f
SELECT "q25" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.median
-- label: Branch visits: median
-- unit: visits a year
-- format: .4~f
SELECT "median" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.q75
-- label: Branch visits: upper quartile
-- unit: visits a year
-- format: .4~f
SELECT "q75" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.max
-- label: Branch visits: largest value
-- unit: visits a year
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.skewness
-- label: Branch visits: skewness
-- unit: 
-- format: .2f
SELECT "skewness" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.count
-- label: Branch visits: values
-- unit: customers
-- format: ,d
SELECT "count" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.online.mean
-- label: Online visits: mean
-- unit: visits a year
-- format: .1f
SELECT "mean" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.sd
-- label: Online visits: standard deviation
-- unit: visits a year
-- format: .1f
SELECT "sd" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.min
-- label: Online visits: smallest value
-- unit: visits a year
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.q25
-- label: Online visits: lower quartile
-- unit: visits a year
-- format: .4~f
SELECT "q25" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.median
-- label: Online visits: median
-- unit: visits a year
-- format: .4~f
SELECT "median" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.q75
-- label: Online visits: upper quartile
-- unit: visits a year
-- format: .4~f
SELECT "q75" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.max
-- label: Online visits: largest value
-- unit: visits a year
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.skewness
-- label: Online visits: skewness
-- unit: 
-- format: .2f
SELECT "skewness" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.count
-- label: Online visits: values
-- unit: customers
-- format: ,d
SELECT "count" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.calls.mean
-- label: Calls: mean
-- unit: calls a year
-- format: .1f
SELECT "mean" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.sd
-- label: Calls: standard deviation
-- unit: calls a year
-- format: .1f
SELECT "sd" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.min
-- label: Calls: smallest value
-- unit: calls a year
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.q25
-- label: Calls: lower quartile
-- unit: calls a year
-- format: .4~f
SELECT "q25" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.median
-- label: Calls: median
-- unit: calls a year
-- format: .4~f
SELECT "median" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.q75
-- label: Calls: upper quartile
-- unit: calls a year
-- format: .4~f
SELECT "q75" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.max
-- label: Calls: largest value
-- unit: calls a year
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.skewness
-- label: Calls: skewness
-- unit: 
-- format: .2f
SELECT "skewness" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.count
-- label: Calls: values
-- unit: customers
-- format: ,d
SELECT "count" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.engagement.mean
-- label: Engagement score: mean
-- unit: contacts a year
-- format: .1f
SELECT "mean" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.sd
-- label: Engagement score: standard deviation
-- unit: contacts a year
-- format: .1f
SELECT "sd" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.min
-- label: Engagement score: smallest value
-- unit: contacts a year
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.q25
-- label: Engagement score: lower quartile
-- unit: contacts a year
-- format: .4~f
SELECT "q25" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.median
-- label: Engagement score: median
-- unit: contacts a year
-- format: .4~f
SELECT "median" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.q75
-- label: Engagement score: upper quartile
-- unit: contacts a year
-- format: .4~f
SELECT "q75" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.max
-- label: Engagement score: largest value
-- unit: contacts a year
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.skewness
-- label: Engagement score: skewness
-- unit: 
-- format: .2f
SELECT "skewness" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.engagement.count
-- label: Engagement score: values
-- unit: customers
-- format: ,d
SELECT "count" FROM alllife.variable_summary WHERE variable = 'engagement_score';

-- figure: alllife.quality.duplicate-keys
-- label: Customer keys that stand on more than one row
-- unit: keys
-- format: words
SELECT count(*) FROM alllife.customers WHERE customer_id LIKE '%-2';

-- figure: alllife.quality.different-keys
-- label: Different customer keys
-- unit: keys
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE customer_id NOT LIKE '%-%';

-- figure: alllife.quality.repeated-profiles
-- label: Rows with all the features of an earlier row
-- unit: rows
-- format: words
SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT credit_limit, credit_cards, branch_visits, online_visits, calls FROM alllife.customers)) FROM alllife.customers;

-- figure: alllife.quality.rules
-- label: Rules that the file was held against
-- unit: rules
-- format: ,d
SELECT count(*) FROM alllife.quality_rules;

-- figure: alllife.quality.noted
-- label: Rules with a note
-- unit: rules
-- format: words
SELECT count(*) FROM alllife.quality_rules WHERE noted > 0;

-- figure: alllife.row.cards
-- label: Correlation of the row number with credit cards
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable = 'credit_cards';

-- figure: alllife.row.visits
-- label: Correlation of the row number with branch visits
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable = 'branch_visits';

-- figure: alllife.row.calls
-- label: Correlation of the row number with calls
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable = 'calls';

-- figure: alllife.r.limit-cards
-- label: Correlation of credit limit and credit cards
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards';

-- figure: alllife.r.limit-visits
-- label: Correlation of credit limit and branch visits
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- figure: alllife.r.limit-online
-- label: Correlation of credit limit and online visits
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'online_visits';

-- figure: alllife.r.limit-calls
-- label: Correlation of credit limit and calls
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'calls';

-- figure: alllife.r.cards-calls
-- label: Correlation of credit cards and calls
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_cards' AND second_variable = 'calls';

-- figure: alllife.r.visits-calls
-- label: Correlation of branch visits and calls
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'branch_visits' AND second_variable = 'calls';

-- figure: alllife.r.engagement-limit
-- label: Correlation of engagement score and credit limit
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'engagement_score' AND second_variable = 'credit_limit';

-- figure: alllife.rank.limit-online
-- label: Rank correlation of credit limit and online visits
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'spearman' AND first_variable = 'credit_limit' AND second_variable = 'online_visits';

-- figure: alllife.r.limit-visits-low
-- label: Correlation of credit limit and branch visits: lower end of the interval
-- unit: 
-- format: .2f
SELECT lower FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- figure: alllife.r.limit-visits-high
-- label: Correlation of credit limit and branch visits: upper end of the interval
-- unit: 
-- format: .2f
SELECT upper FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- figure: alllife.calls.middle-share
-- label: Share of customers with four to six calls a year
-- unit: %
-- format: .0%
SELECT avg(CAST(calls BETWEEN 4 AND 6 AS INTEGER)) FROM alllife.customers;

-- figure: alllife.visits.none-share
-- label: Share of customers who come to no branch in a year
-- unit: %
-- format: .0%
SELECT avg(CAST(branch_visits = 0 AS INTEGER)) FROM alllife.customers;

-- figure: alllife.visits.mode
-- label: Most frequent number of branch visits a year
-- unit: visits a year
-- format: words
SELECT mode(branch_visits) FROM alllife.customers;

-- figure: alllife.cards.middle-share
-- label: Share of customers with three to six cards
-- unit: %
-- format: .0%
SELECT avg(CAST(credit_cards BETWEEN 3 AND 6 AS INTEGER)) FROM alllife.customers;

-- figure: alllife.contacts.calls
-- label: Share of all contacts: calls
-- unit: %
-- format: .0%
SELECT sum(calls) / sum(engagement_score) FROM alllife.customers;

-- figure: alllife.contacts.online
-- label: Share of all contacts: online visits
-- unit: %
-- format: .0%
SELECT sum(online_visits) / sum(engagement_score) FROM alllife.customers;

-- figure: alllife.contacts.visits
-- label: Share of all contacts: branch visits
-- unit: %
-- format: .0%
SELECT sum(branch_visits) / sum(engagement_score) FROM alllife.customers;

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
SELECT count(*) FROM alllife.customers c WHERE segment = 'premium' AND (credit_limit > (SELECT upper_fence FROM alllife.variable_summary WHERE variable = 'credit_limit') OR online_visits > (SELECT upper_fence FROM alllife.variable_summary WHERE variable = 'online_visits'));

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

-- figure: alllife.online.many-share
-- label: Share of customers who log in more than five times a year
-- unit: %
-- format: .0%
SELECT avg(CAST(online_visits > 5 AS INTEGER)) FROM alllife.customers;

-- figure: alllife.calls.low-share
-- label: Share of customers who call at most four times a year
-- unit: %
-- format: .0%
SELECT avg(CAST(calls <= 4 AS INTEGER)) FROM alllife.customers;

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

-- each component: 1 2
-- each variable: credit-limit credit-cards branch-visits online-visits calls

-- figure: alllife.loading.{variable}.{component}
-- label: Loading of {variable} on component {component}: their correlation
-- unit: 
-- format: .2f
SELECT correlation FROM alllife.component_loadings WHERE component = {component} AND replace(variable, '_', '-') = '{variable}';

-- each short: limit cards visits online calls engagement

-- figure: alllife.{short}.missing
-- label: Missing values of {short}
-- unit: values
-- format: ,d
SELECT imputed FROM alllife.variable_summary
WHERE variable = CASE '{short}' WHEN 'limit' THEN 'credit_limit' WHEN 'cards' THEN 'credit_cards' WHEN 'visits' THEN 'branch_visits' WHEN 'online' THEN 'online_visits' WHEN 'engagement' THEN 'engagement_score' ELSE 'calls' END;

-- figure: alllife.{short}.variance
-- label: Variance of {short}
-- unit: squared units
-- format: .2f
SELECT sd * sd FROM alllife.variable_summary
WHERE variable = CASE '{short}' WHEN 'limit' THEN 'credit_limit' WHEN 'cards' THEN 'credit_cards' WHEN 'visits' THEN 'branch_visits' WHEN 'online' THEN 'online_visits' WHEN 'engagement' THEN 'engagement_score' ELSE 'calls' END;

-- figure: alllife.limit.distinct
-- label: Distinct credit limits
-- unit: values
-- format: ,d
SELECT count(DISTINCT credit_limit) FROM alllife.customers;

-- figure: alllife.limit.distinct-list
-- label: The distinct credit limits, in thousands
-- unit: thousand dollars
-- format: 
SELECT string_agg(format('{:g}', credit_limit / 1000), ', ' ORDER BY credit_limit) FROM (SELECT DISTINCT credit_limit FROM alllife.customers);

-- each place: 1 2 3 4 5

-- figure: alllife.first.{place}.row
-- label: Row number of row {place} of the file
-- unit: 
-- format: ,d
SELECT row_number FROM (SELECT row_number, row_number() OVER (ORDER BY row_number) AS place FROM alllife.customers) WHERE place = {place};

-- each variable: credit-limit credit-cards branch-visits online-visits calls

-- figure: alllife.first.{place}.{variable}
-- label: Row {place} of the file: {variable}
-- unit: 
-- format: ,d
SELECT CASE '{variable}' WHEN 'credit-limit' THEN credit_limit WHEN 'credit-cards' THEN credit_cards WHEN 'branch-visits' THEN branch_visits WHEN 'online-visits' THEN online_visits ELSE calls END
FROM (SELECT *, row_number() OVER (ORDER BY row_number) AS place FROM alllife.customers) WHERE place = {place};

-- figure: alllife.scaled.{place}.{variable}
-- label: Row {place} of the file: {variable}, scaled
-- unit: standard deviations
-- format: +.2f
SELECT (CASE '{variable}' WHEN 'credit-limit' THEN credit_limit WHEN 'credit-cards' THEN credit_cards WHEN 'branch-visits' THEN branch_visits WHEN 'online-visits' THEN online_visits ELSE calls END - m.value) / s.value
FROM (SELECT *, row_number() OVER (ORDER BY row_number) AS place FROM alllife.customers)
JOIN alllife.parameters m ON m.name = 'mean_' || replace('{variable}', '-', '_') JOIN alllife.parameters s ON s.name = 'scale_' || replace('{variable}', '-', '_')
WHERE place = {place};

-- each segment: premium branch phone

-- figure: alllife.ward.{segment}.customers
-- label: Ward's group that matches the segment {segment}: customers
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE ward_cluster = (SELECT position FROM alllife.segments WHERE segment = '{segment}');

-- figure: alllife.ward.{segment}.{variable}
-- label: Ward's group that matches the segment {segment}: mean of {variable}
-- unit: 
-- format: .2f
SELECT avg(CASE '{variable}' WHEN 'credit-limit' THEN credit_limit WHEN 'credit-cards' THEN credit_cards WHEN 'branch-visits' THEN branch_visits WHEN 'online-visits' THEN online_visits ELSE calls END)
FROM alllife.customers WHERE ward_cluster = (SELECT position FROM alllife.segments WHERE segment = '{segment}');

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

-- figure: alllife.input.edition
-- label: Edition: the first digits of the input's SHA-256
-- unit: text
SELECT left(sha256, 8) FROM alllife.input_file;

-- figure: alllife.input.as-of
-- label: Day or period that the file describes, as its definition declares
-- unit: text
SELECT coalesce(as_of, 'not stated in the file') FROM alllife.input_file;

-- figure: alllife.author
-- label: Who answers for the chapter, as its definition names them
-- unit: text
SELECT author FROM alllife.chapter;
