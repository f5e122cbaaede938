-- Claims on the page of recommendations.

-- each action: call-backs branch-to-online ask-why

-- claim: alllife.do-{action}-testable
-- label: A trial on these customers can show the assumed change (“{action}”)
-- evidence: power calculation
SELECT needed_each <= floor(customers / 2) FROM alllife.actions WHERE action = '{action}';

-- each action: premium-offer premium-rewards bundles entry-cards online-awareness guidance literacy

-- claim: alllife.do-{action}-too-few
-- label: A trial on these customers cannot show the assumed change (“{action}”)
-- evidence: power calculation
SELECT needed_each > floor(customers / 2) FROM alllife.actions WHERE action = '{action}';

-- claim: alllife.do-premium-rewards-unseen
-- label: In a trial on these customers not even a rise to all of them is seen four times in five (premium-rewards)
-- evidence: power calculation
-- `detectable_change` ends at a share of one where no rise can be seen.
SELECT outcome_mean + detectable_change > 0.999999 FROM alllife.actions WHERE action = 'premium-rewards';

-- claim: alllife.do-guidance-costs
-- label: Under the assumptions guidance costs more than the calls that it saves
-- evidence: assumptions
SELECT worth < 0 FROM alllife.actions WHERE action = 'guidance';

-- claim: alllife.do-calls-overlap
-- label: More than half of the calls on the lists of call-backs, staffing and guidance stand on at least two of them
-- evidence: description
SELECT sum(calls) FILTER (lists > 1) > 0.5 * sum(calls) FROM (
  SELECT row_number, any_value(calls) AS calls, count(*) AS lists
  FROM alllife.action_targets JOIN alllife.customers USING (row_number)
  WHERE action IN ('call-backs', 'staffing', 'guidance') GROUP BY row_number);

-- claim: alllife.do-operations-first
-- label: The two actions that are worth most are those of Operations on frequent callers and frequent visitors
-- evidence: assumptions
SELECT count(*) FILTER (action IN ('call-backs', 'branch-to-online')) = 2 FROM (SELECT action FROM alllife.actions ORDER BY worth DESC LIMIT 2);

-- claim: alllife.few-cards-call-more
-- label: Customers with few cards call more than twice as often as the others
-- evidence: description
SELECT avg(calls) FILTER (credit_cards <= p) > 2 * avg(calls) FILTER (credit_cards > p) FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'few_cards');

-- claim: alllife.few-cards-half
-- label: They make half of all calls
-- evidence: description
SELECT sum(calls) FILTER (credit_cards <= p) / sum(calls) >= 0.5 FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'few_cards');

-- claim: alllife.many-contacts-outsized
-- label: They make more than their share of the contacts, by half
-- evidence: description
SELECT sum(engagement_score) FILTER (engagement_score >= p) / sum(engagement_score) > 1.5 * count(*) FILTER (engagement_score >= p) / count(*) FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'many_contacts');

-- claim: alllife.rare-logins-branch
-- label: Most customers who hardly log in are branch visitors
-- evidence: description
SELECT count(*) FILTER (segment = 'branch') > 0.5 * count(*) FROM alllife.customers WHERE online_visits <= (SELECT value FROM alllife.parameters WHERE name = 'rare_logins');

-- claim: alllife.bundles-mid
-- label: Branch visitors above the low category hold more than a third of the limits
-- evidence: description
SELECT sum(credit_limit) FILTER (segment = 'branch' AND credit_category <> 'Low') > sum(credit_limit) / 3 FROM alllife.customers;

-- claim: alllife.guidance-same
-- label: Nearly all of the customers for guidance are those for the call-back pilot
-- evidence: description
SELECT avg(CAST(row_number IN (SELECT row_number FROM alllife.action_targets WHERE action = 'call-backs') AS INTEGER)) > 0.9 FROM alllife.action_targets WHERE action = 'guidance';

-- claim: alllife.low-category-most
-- label: Most customers are in the low credit category
-- evidence: description
SELECT customers > 0.5 * (SELECT count(*) FROM alllife.customers) FROM alllife.category_bands WHERE category = 'credit_category' AND position = 1;

-- claim: alllife.do-marketing-too-few
-- label: Most of Marketing's actions name fewer customers than a trial of the assumed effect needs
-- evidence: power calculation
SELECT avg(CAST(needed_each > floor(customers / 2) AS INTEGER)) > 0.5 FROM alllife.actions WHERE team = 'Marketing';

-- claim: alllife.do-most-reach-least-work
-- label: No action takes less work than the one that reaches most customers
-- evidence: assumptions
SELECT first(effort_days ORDER BY share DESC) = min(effort_days) FROM alllife.actions;

-- claim: alllife.do-most-worth-most-work
-- label: No action takes more work than the two that are worth most
-- evidence: assumptions
SELECT (SELECT min(effort_days) FROM (SELECT effort_days FROM alllife.actions ORDER BY worth DESC LIMIT 2)) >= max(effort_days)
FROM (SELECT effort_days FROM alllife.actions ORDER BY worth DESC OFFSET 2);
