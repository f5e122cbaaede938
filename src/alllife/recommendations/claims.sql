-- Claims of the page of recommendations.

-- each action: call-backs branch-to-online staffing ask-why premium-offer premium-rewards bundles entry-cards online-awareness guidance literacy

-- claim: alllife.do-{action}-somebody
-- label: Somebody is on the list of “{action}”
-- about: alllife.actions WHERE action = '{action}' AND customers > 0
-- evidence: description
SELECT customers > 0 FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online staffing ask-why premium-offer premium-rewards bundles entry-cards online-awareness literacy

-- claim: alllife.do-{action}-covers
-- label: Under the assumptions “{action}” brings more than its running cost
-- about: alllife.actions WHERE action = '{action}' AND customers > 0
-- evidence: assumptions
SELECT worth > 0 FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online ask-why

-- claim: alllife.do-{action}-testable
-- label: A trial on these customers, half of them held out, can show the assumed change (“{action}”)
-- about: alllife.actions WHERE action = '{action}' AND customers > 0
-- evidence: power calculation
SELECT needed_each <= floor(customers / 2) FROM alllife.actions WHERE action = '{action}';

-- each action: premium-offer premium-rewards bundles entry-cards online-awareness guidance literacy

-- claim: alllife.do-{action}-too-few
-- label: There are too few customers for a trial to show the assumed change (“{action}”)
-- about: alllife.actions WHERE action = '{action}' AND customers > 0
-- evidence: power calculation
SELECT needed_each > floor(customers / 2) FROM alllife.actions WHERE action = '{action}';

-- claim: alllife.do-staffing-unsized
-- label: The file cannot size a trial of staffing
-- about: alllife.actions WHERE action = 'staffing' AND customers > 0
-- evidence: power calculation
SELECT needed_each IS NULL FROM alllife.actions WHERE action = 'staffing';

-- claim: alllife.pilot-testable
-- label: One trial each can decide branch to online, call-backs and asking why
-- about: alllife.actions WHERE action = 'branch-to-online' AND customers > 0
-- about: alllife.actions WHERE action = 'call-backs' AND customers > 0
-- about: alllife.actions WHERE action = 'ask-why' AND customers > 0
-- evidence: power calculation
SELECT bool_and(needed_each <= floor(customers / 2)) FROM alllife.actions WHERE action IN ('branch-to-online', 'call-backs', 'ask-why');

-- claim: alllife.pilot-best-three
-- label: Of the actions that one trial can decide, branch to online, call-backs and asking why return most per day of work
-- about: alllife.actions WHERE testable
-- evidence: assumptions
SELECT count(*) = 3 AND bool_and(action IN ('branch-to-online', 'call-backs', 'ask-why'))
FROM (SELECT action FROM alllife.actions WHERE testable ORDER BY worth_per_day DESC, position LIMIT 3);

-- claim: alllife.do-in-order
-- label: The table lists the actions that reach somebody and cover their running cost by worth per day of work, best first
-- about: alllife.actions WHERE worth > 0 AND action <> 'guidance'
-- evidence: assumptions
SELECT list(action ORDER BY worth_per_day DESC, position) = list(action ORDER BY place) AND count(place) = count(*) FROM alllife.actions
LEFT JOIN (SELECT unnest(['staffing', 'branch-to-online', 'premium-offer', 'call-backs', 'ask-why', 'bundles', 'online-awareness', 'premium-rewards',
  'literacy', 'entry-cards']) AS action, unnest(range(10)) AS place) AS listed USING (action) WHERE worth > 0 AND action <> 'guidance';

-- claim: alllife.do-all-cover
-- label: Each action in the table that reaches somebody brings more than its running cost
-- about: alllife.actions WHERE action <> 'guidance' AND customers > 0
-- evidence: assumptions
SELECT bool_and(worth > 0) FROM alllife.actions WHERE action <> 'guidance' AND customers > 0;

-- claim: alllife.do-none-pays
-- label: No action is worth as much in a year as its days of work cost
-- about: alllife.actions
-- evidence: assumptions
SELECT bool_and(worth < setup_cost) FROM alllife.actions;

-- claim: alllife.pilot-none-pays
-- label: None of the three trials is worth as much in a year as its days of work cost
-- about: alllife.actions WHERE action = 'branch-to-online' AND customers > 0
-- about: alllife.actions WHERE action = 'call-backs' AND customers > 0
-- about: alllife.actions WHERE action = 'ask-why' AND customers > 0
-- evidence: assumptions
SELECT bool_and(worth < setup_cost) FROM alllife.actions WHERE action IN ('branch-to-online', 'call-backs', 'ask-why');

-- claim: alllife.do-staffing-first
-- label: No action returns more per day of work than staffing
-- about: alllife.actions WHERE action = 'staffing' AND customers > 0
-- evidence: assumptions
SELECT max(worth_per_day) FILTER (action = 'staffing') > max(worth_per_day) FILTER (action <> 'staffing') FROM alllife.actions;

-- claim: alllife.do-premium-above-call-backs
-- label: The premium offer returns more per day of work than call-backs
-- about: alllife.actions WHERE action = 'premium-offer' AND customers > 0
-- about: alllife.actions WHERE action = 'call-backs' AND customers > 0
-- evidence: assumptions
SELECT max(worth_per_day) FILTER (action = 'premium-offer') > max(worth_per_day) FILTER (action = 'call-backs') FROM alllife.actions;

-- claim: alllife.do-premium-rewards-unseen
-- label: In a trial on these customers even a rise to all of them is detected less than four times in five (premium rewards)
-- about: alllife.actions WHERE action = 'premium-rewards' AND customers > 0
-- evidence: power calculation
-- `detectable_change` ends at a share of one where no rise can be seen.
SELECT outcome_mean + detectable_change > 0.999999 FROM alllife.actions WHERE action = 'premium-rewards';

-- claim: alllife.do-guidance-costs
-- label: Under the assumptions guidance costs more than the calls that it saves
-- about: alllife.actions WHERE action = 'guidance' AND customers > 0
-- evidence: assumptions
SELECT worth < 0 FROM alllife.actions WHERE action = 'guidance';

-- claim: alllife.do-calls-overlap
-- label: Some customers with calls are on more than one of the lists of call-backs, staffing and guidance
-- about: alllife.action_targets WHERE action IN ('call-backs', 'staffing', 'guidance')
-- evidence: description
SELECT coalesce(sum(calls) FILTER (lists > 1), 0) > 0 FROM (
  SELECT row_number, any_value(calls) AS calls, count(*) AS lists
  FROM alllife.action_targets JOIN alllife.customers USING (row_number)
  WHERE action IN ('call-backs', 'staffing', 'guidance') GROUP BY row_number);

-- claim: alllife.few-cards-call-more
-- label: Customers with few cards call more than twice as often as the others
-- about: alllife.customers WHERE credit_cards <= (SELECT value FROM alllife.parameters WHERE name = 'few_cards')
-- about: alllife.customers WHERE credit_cards > (SELECT value FROM alllife.parameters WHERE name = 'few_cards')
-- evidence: description
SELECT avg(calls) FILTER (credit_cards <= p) > 2 * avg(calls) FILTER (credit_cards > p) FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'few_cards');

-- claim: alllife.few-cards-half
-- label: Customers with few cards make at least half of all calls
-- about: alllife.customers WHERE calls > 0 AND credit_cards <= (SELECT value FROM alllife.parameters WHERE name = 'few_cards')
-- evidence: description
SELECT sum(calls) FILTER (credit_cards <= p) / sum(calls) >= 0.5 FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'few_cards');

-- claim: alllife.many-contacts-outsized
-- label: Customers with many contacts make more than one and a half times their share of the contacts
-- about: alllife.customers WHERE engagement_score >= (SELECT value FROM alllife.parameters WHERE name = 'many_contacts')
-- evidence: description
SELECT sum(engagement_score) FILTER (engagement_score >= p) / sum(engagement_score) > 1.5 * count(*) FILTER (engagement_score >= p) / count(*) FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'many_contacts');

-- claim: alllife.rare-logins-branch
-- label: Most customers who rarely log in are branch visitors
-- about: alllife.customers WHERE online_visits <= (SELECT value FROM alllife.parameters WHERE name = 'rare_logins')
-- about: alllife.customers WHERE segment = 'branch'
-- evidence: description
SELECT count(*) FILTER (segment = 'branch') > 0.5 * count(*) FROM alllife.customers WHERE online_visits <= (SELECT value FROM alllife.parameters WHERE name = 'rare_logins');

-- claim: alllife.bundles-mid
-- label: Branch visitors above the low category hold more than a third of all credit limits
-- about: alllife.customers WHERE segment = 'branch' AND credit_category <> 'Low'
-- evidence: description
SELECT sum(credit_limit) FILTER (segment = 'branch' AND credit_category <> 'Low') > sum(credit_limit) / 3 FROM alllife.customers;

-- claim: alllife.guidance-same
-- label: More than nine in ten of the customers for guidance are on the call-back list too
-- about: alllife.action_targets WHERE action = 'guidance'
-- evidence: description
SELECT avg(CAST(row_number IN (SELECT row_number FROM alllife.action_targets WHERE action = 'call-backs') AS INTEGER)) > 0.9 FROM alllife.action_targets WHERE action = 'guidance';

-- claim: alllife.low-category-most
-- label: Most customers are in the low credit category
-- about: alllife.customers WHERE credit_category = 'Low'
-- evidence: description
SELECT count(*) FILTER (credit_category = 'Low') > 0.5 * count(*) FROM alllife.customers;

-- claim: alllife.premium-outsized
-- label: Premium customers hold at least three times their share of the credit limits
-- about: alllife.customers WHERE segment = 'premium'
-- evidence: description
-- about: alllife.customers WHERE segment = 'premium'
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) >= 3 * share FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.branch-visits
-- label: Branch visitors visit branches most, on average
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment <> 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') > max(mean) FILTER (segment <> 'branch')
FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.branch-most-visits
-- label: Branch visitors make more than half of the branch visits
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE branch_visits > 0
-- evidence: description
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.phone-online-too
-- label: Phone callers log in more often than branch visitors, on average
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment = 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') > max(mean) FILTER (segment = 'branch') FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.frequent-callers-most
-- label: Phone callers with as many calls as the call-back list asks for make more than half of all calls
-- about: alllife.customers WHERE segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls')
-- evidence: description
SELECT sum(calls) FILTER (segment = 'phone' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls')) > sum(calls) / 2 FROM alllife.customers;
