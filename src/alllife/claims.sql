-- Claims of the AllLife chapter. Each is one truth value from the published tables; pages mark the sentence that it carries as [sentence](claim:id).

-- claim: alllife.one-channel-each
-- label: Each segment is ahead of the others in one channel of its own
-- evidence: description
SELECT count(DISTINCT leader) = 3 FROM (
  SELECT first(segment ORDER BY mean DESC) AS leader
  FROM alllife.segment_profiles
  WHERE variable IN ('branch_visits', 'online_visits', 'calls')
  GROUP BY variable
);

-- claim: alllife.premium-online
-- label: Premium customers log in most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'premium' FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.premium-limit
-- label: Premium customers have the highest limits
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'premium' FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.premium-all-above
-- label: Every premium limit is above the median limit of each other segment
-- evidence: description
SELECT (SELECT min(credit_limit) FROM alllife.customers WHERE segment = 'premium')
  > (SELECT max(median) FROM alllife.segment_profiles WHERE segment <> 'premium' AND variable = 'credit_limit');

-- claim: alllife.premium-rarely-branch
-- label: Premium customers visit branches least
-- evidence: description
SELECT first(segment ORDER BY mean) = 'premium' FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.premium-rarely-call
-- label: Premium customers call least
-- evidence: description
SELECT first(segment ORDER BY mean) = 'premium' FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.premium-outsized
-- label: Premium customers hold at least three times their share of the credit
-- evidence: description
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) >= 3 * share FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.branch-visits
-- label: Branch visitors visit branches most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'branch' FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.branch-majority
-- label: Branch visitors are the majority of customers
-- evidence: description
SELECT share > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.branch-most-visits
-- label: Branch visitors make most of the branch visits
-- evidence: description
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.branch-rarely-online
-- label: Branch visitors log in least
-- evidence: description
SELECT first(segment ORDER BY mean) = 'branch' FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.phone-calls
-- label: Phone callers call most
-- evidence: description
SELECT first(segment ORDER BY mean DESC) = 'phone' FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.phone-most-calls
-- label: Phone callers make most of the calls
-- evidence: description
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'phone';

-- claim: alllife.phone-limit
-- label: Phone callers have the lowest limits
-- evidence: description
SELECT first(segment ORDER BY mean) = 'phone' FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.phone-cards
-- label: Phone callers hold the fewest cards
-- evidence: description
SELECT first(segment ORDER BY mean) = 'phone' FROM alllife.segment_profiles WHERE variable = 'credit_cards';

-- claim: alllife.phone-online-too
-- label: Phone callers log in more than branch visitors
-- evidence: description
SELECT p.mean > b.mean FROM alllife.segment_profiles p, alllife.segment_profiles b
WHERE p.segment = 'phone' AND b.segment = 'branch' AND p.variable = 'online_visits' AND b.variable = 'online_visits';

-- claim: alllife.best-silhouette
-- label: The chosen number of segments has the best silhouette
-- evidence: description
SELECT first(chosen ORDER BY silhouette DESC) FROM alllife.kmeans_sweep;

-- claim: alllife.elbow
-- label: Inertia falls much less after the chosen number than before it
-- evidence: description
SELECT (b.inertia - a.inertia) > 3 * (a.inertia - c.inertia)
FROM alllife.kmeans_sweep a
JOIN alllife.kmeans_sweep b ON b.k = a.k - 1
JOIN alllife.kmeans_sweep c ON c.k = a.k + 1
WHERE a.chosen;

-- claim: alllife.methods-agree
-- label: k-means and Ward give nearly the same segments
-- evidence: two methods
SELECT value > 0.95 FROM alllife.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- claim: alllife.restarts-stable
-- label: More than half of the random starts reached the best solution at the chosen number
-- evidence: restarts
SELECT restarts_at_best > restarts / 2 FROM alllife.kmeans_sweep WHERE chosen;

-- claim: alllife.policy-flags-most
-- label: The policy flags more than half of all customers
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.policy-phone
-- label: The policy flags nearly all phone callers and no premium customer
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'phone') > 0.95
  AND avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'premium') = 0 FROM alllife.customers;

-- claim: alllife.leakage
-- label: A model that sees the limit tells the policy almost perfectly
-- evidence: policy, no default observed
SELECT value > 0.99 FROM alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- claim: alllife.honest-lower
-- label: A model that does not see the limit does clearly worse
-- evidence: policy, no default observed
SELECT h.value < l.value FROM alllife.risk_metrics h, alllife.risk_metrics l
WHERE h.model = 'honest' AND h.metric = 'auc_high' AND l.model = 'leaking' AND l.metric = 'auc_low';

-- claim: alllife.frequent-callers-most
-- label: Phone callers with as many calls as the pilot asks for make more than half of all calls
-- evidence: description
SELECT sum(calls) FILTER (segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls')) > sum(calls) / 2 FROM alllife.customers;

-- claim: alllife.tree-gap
-- label: The two last merges of the tree stand far above the third
-- evidence: description
SELECT min(height) FILTER (place <= 2) > 2 * max(height) FILTER (place = 3) FROM (SELECT height, row_number() OVER (ORDER BY step DESC) AS place FROM alllife.ward_merges);

-- claim: alllife.premium-third
-- label: Premium customers are a tenth of customers at the most and hold nearly a third of the credit
-- evidence: description
SELECT share < 0.1 AND total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) BETWEEN 0.28 AND 1 / 3
FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.two-groups-contacts
-- label: Branch visitors and phone callers together make at least nine tenths of branch visits and of calls
-- evidence: description
SELECT sum(total_branch_visits) FILTER (segment <> 'premium') >= 0.9 * sum(total_branch_visits)
  AND sum(total_calls) FILTER (segment <> 'premium') >= 0.9 * sum(total_calls)
FROM alllife.segments;
