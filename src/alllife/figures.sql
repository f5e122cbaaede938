-- Figures of the AllLife chapter. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

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
-- format: $,.1s
-- definition: Sum over customers of their average credit limit.
SELECT sum(credit_limit) FROM alllife.customers;

-- figure: alllife.premium.name
-- label: Name of the segment premium
-- unit: text
SELECT name FROM alllife.segments WHERE segment = 'premium';

-- figure: alllife.premium.customers
-- label: Premium online: customers
-- unit: customers
-- format: ,d
SELECT customers FROM alllife.segments WHERE segment = 'premium';

-- figure: alllife.premium.share
-- label: Premium online: share of customers
-- unit: %
-- format: .1%
SELECT share FROM alllife.segments WHERE segment = 'premium';

-- figure: alllife.premium.share-of-credit
-- label: Premium online: share of all credit
-- unit: %
-- format: .0%
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) FROM alllife.segments WHERE segment = 'premium';

-- figure: alllife.premium.share-of-branch-visits
-- label: Premium online: share of all branch visits
-- unit: %
-- format: .0%
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = 'premium';

-- figure: alllife.premium.share-of-online-visits
-- label: Premium online: share of all online visits
-- unit: %
-- format: .0%
SELECT total_online_visits / (SELECT sum(total_online_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = 'premium';

-- figure: alllife.premium.share-of-calls
-- label: Premium online: share of all calls
-- unit: %
-- format: .0%
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) FROM alllife.segments WHERE segment = 'premium';

-- figure: alllife.premium.median-limit
-- label: Premium online: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'credit_limit';

-- figure: alllife.premium.median-cards
-- label: Premium online: median number of cards
-- unit: cards
-- format: ,d
SELECT median FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'credit_cards';

-- figure: alllife.premium.mean-branch-visits
-- label: Premium online: mean branch visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'branch_visits';

-- figure: alllife.premium.mean-online-visits
-- label: Premium online: mean online visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'online_visits';

-- figure: alllife.premium.mean-calls
-- label: Premium online: mean calls a year
-- unit: calls a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'calls';

-- figure: alllife.premium.flagged
-- label: Premium online: share with a limit below the policy line
-- unit: %
-- format: .0%
SELECT avg(CAST(high_risk AS INTEGER)) FROM alllife.customers WHERE segment = 'premium';

-- figure: alllife.branch.name
-- label: Name of the segment branch
-- unit: text
SELECT name FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.customers
-- label: Branch visitors: customers
-- unit: customers
-- format: ,d
SELECT customers FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.share
-- label: Branch visitors: share of customers
-- unit: %
-- format: .1%
SELECT share FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.share-of-credit
-- label: Branch visitors: share of all credit
-- unit: %
-- format: .0%
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.share-of-branch-visits
-- label: Branch visitors: share of all branch visits
-- unit: %
-- format: .0%
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.share-of-online-visits
-- label: Branch visitors: share of all online visits
-- unit: %
-- format: .0%
SELECT total_online_visits / (SELECT sum(total_online_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.share-of-calls
-- label: Branch visitors: share of all calls
-- unit: %
-- format: .0%
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.median-limit
-- label: Branch visitors: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'credit_limit';

-- figure: alllife.branch.median-cards
-- label: Branch visitors: median number of cards
-- unit: cards
-- format: ,d
SELECT median FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'credit_cards';

-- figure: alllife.branch.mean-branch-visits
-- label: Branch visitors: mean branch visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'branch_visits';

-- figure: alllife.branch.mean-online-visits
-- label: Branch visitors: mean online visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'online_visits';

-- figure: alllife.branch.mean-calls
-- label: Branch visitors: mean calls a year
-- unit: calls a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'calls';

-- figure: alllife.branch.flagged
-- label: Branch visitors: share with a limit below the policy line
-- unit: %
-- format: .0%
SELECT avg(CAST(high_risk AS INTEGER)) FROM alllife.customers WHERE segment = 'branch';

-- figure: alllife.phone.name
-- label: Name of the segment phone
-- unit: text
SELECT name FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.phone.customers
-- label: Phone callers: customers
-- unit: customers
-- format: ,d
SELECT customers FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.phone.share
-- label: Phone callers: share of customers
-- unit: %
-- format: .1%
SELECT share FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.phone.share-of-credit
-- label: Phone callers: share of all credit
-- unit: %
-- format: .0%
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.phone.share-of-branch-visits
-- label: Phone callers: share of all branch visits
-- unit: %
-- format: .0%
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.phone.share-of-online-visits
-- label: Phone callers: share of all online visits
-- unit: %
-- format: .0%
SELECT total_online_visits / (SELECT sum(total_online_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.phone.share-of-calls
-- label: Phone callers: share of all calls
-- unit: %
-- format: .0%
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.phone.median-limit
-- label: Phone callers: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'credit_limit';

-- figure: alllife.phone.median-cards
-- label: Phone callers: median number of cards
-- unit: cards
-- format: ,d
SELECT median FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'credit_cards';

-- figure: alllife.phone.mean-branch-visits
-- label: Phone callers: mean branch visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'branch_visits';

-- figure: alllife.phone.mean-online-visits
-- label: Phone callers: mean online visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'online_visits';

-- figure: alllife.phone.mean-calls
-- label: Phone callers: mean calls a year
-- unit: calls a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'calls';

-- figure: alllife.phone.flagged
-- label: Phone callers: share with a limit below the policy line
-- unit: %
-- format: .0%
SELECT avg(CAST(high_risk AS INTEGER)) FROM alllife.customers WHERE segment = 'phone';

-- figure: alllife.premium.most-branch-visits
-- label: Premium online: most branch visits of any customer
-- unit: visits a year
-- format: words
SELECT max(branch_visits) FROM alllife.customers WHERE segment = 'premium';

-- figure: alllife.premium.least-limit
-- label: Premium online: lowest credit limit
-- unit: $
-- format: $,.0f
SELECT min(credit_limit) FROM alllife.customers WHERE segment = 'premium';

-- figure: alllife.calls.per-customer
-- label: Calls per customer a year
-- unit: calls a year
-- format: .1f
SELECT avg(calls) FROM alllife.customers;

-- figure: alllife.phone.calls-total
-- label: Phone callers: calls a year
-- unit: calls a year
-- format: ,d
SELECT total_calls FROM alllife.segments WHERE segment = 'phone';

-- figure: alllife.branch.visits-total
-- label: Branch visitors: branch visits a year
-- unit: visits a year
-- format: ,d
SELECT total_branch_visits FROM alllife.segments WHERE segment = 'branch';

-- figure: alllife.branch.frequent-visitors
-- label: Branch visitors with as many visits as the pilot asks for
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE segment = 'branch' AND branch_visits >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_visits');

-- figure: alllife.branch.frequent-share
-- label: Branch visitors: share with as many visits as the pilot asks for
-- unit: %
-- format: .0%
SELECT avg(CAST(branch_visits >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_visits') AS INTEGER)) FROM alllife.customers WHERE segment = 'branch';

-- figure: alllife.phone.frequent-callers
-- label: Phone callers with as many calls as the pilot asks for
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls');

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

-- figure: alllife.risk.accuracy
-- label: Share told right by the model without the limit
-- unit: %
-- format: .0%
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'accuracy';

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

-- figure: alllife.k.inertia
-- label: Inertia at the chosen number of segments
-- unit: 
-- format: .1f
SELECT inertia FROM alllife.kmeans_sweep WHERE chosen;

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
-- label: Height of the merge that would leave two segments fewer than the chosen cut
-- unit: 
-- format: .1f
SELECT height FROM alllife.ward_merges ORDER BY step DESC LIMIT 1 OFFSET 2;
