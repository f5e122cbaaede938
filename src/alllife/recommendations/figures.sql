-- Figures of the actions on the page of recommendations. What they share is written once, for each action.

-- each action: call-backs branch-to-online staffing ask-why premium-offer premium-rewards bundles entry-cards online-awareness guidance literacy

-- figure: alllife.do.{action}.customers
-- label: Customers of “{action}”
-- unit: customers
-- format: ,d
-- definition: Customers whom the action's rule names; the rule is in the column `rule` of the table `actions`.
SELECT customers FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.share
-- label: Share of all customers, “{action}”
-- unit: %
-- format: .0%
SELECT share FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.credit
-- label: Share of all credit, “{action}”
-- unit: %
-- format: .0%
SELECT sum(credit_limit) / (SELECT sum(credit_limit) FROM alllife.customers) FROM alllife.customers
WHERE row_number IN (SELECT row_number FROM alllife.action_targets WHERE action = '{action}');

-- figure: alllife.do.{action}.number
-- label: Number of “{action}”: its rank by worth per day of work
-- unit: rank
-- format: ,d
SELECT position FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.per-day
-- label: Worth a year for each day of work, “{action}”
-- unit: $
-- format: $,.2f
SELECT worth_per_day FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.worth
-- label: Worth a year under the assumptions, “{action}”
-- unit: $
-- format: $,.0f
SELECT worth FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.days
-- label: Days of work until “{action}” runs, estimated
-- unit: days
-- format: ,d
SELECT effort_days FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.response
-- label: Assumed response, “{action}”
-- unit: %
-- format: .0%
SELECT response FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.value
-- label: Assumed value of one changed unit, “{action}”
-- unit: $
-- format: $,.0f
SELECT unit_value FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.cost
-- label: Assumed cost for each of the customers named, “{action}”
-- unit: $
-- format: $,.2f
SELECT cost_per_customer FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online staffing ask-why premium-offer premium-rewards bundles entry-cards online-awareness literacy

-- figure: alllife.do.{action}.break-even
-- label: Response at which it covers its running cost, “{action}”
-- unit: %
-- format: .1%
SELECT break_even_response FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online guidance

-- figure: alllife.do.{action}.change
-- label: Assumed change for one who responds, “{action}”
-- unit: %
-- format: .0%
SELECT change FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online guidance staffing

-- figure: alllife.do.{action}.units
-- label: What “{action}” can change
-- unit: contacts a year
-- format: ,.0f
SELECT units FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online guidance ask-why premium-offer premium-rewards bundles entry-cards online-awareness literacy

-- figure: alllife.do.{action}.needed
-- label: Customers needed in each half of a trial that shows the assumed change, “{action}”
-- unit: customers
-- format: ,.0f
SELECT needed_each FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online

-- figure: alllife.do.{action}.detectable
-- label: Smallest change that a trial can show, relative to the mean, “{action}”
-- unit: %
-- format: .0%
SELECT abs(detectable_change / outcome_mean) FROM alllife.actions WHERE action = '{action}';

-- each action: call-backs branch-to-online guidance

-- figure: alllife.do.{action}.expected
-- label: Change that the assumptions make, relative to the mean, “{action}”
-- unit: %
-- format: .0%
SELECT abs(expected_change / outcome_mean) FROM alllife.actions WHERE action = '{action}';

-- each action: ask-why premium-offer premium-rewards bundles entry-cards online-awareness literacy

-- figure: alllife.do.{action}.baseline
-- label: Assumed share without the action, “{action}”
-- unit: %
-- format: .0%
SELECT outcome_mean FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.aim
-- label: Share under the assumed response, “{action}”
-- unit: %
-- format: .0%
SELECT outcome_mean + expected_change FROM alllife.actions WHERE action = '{action}';

-- each action: ask-why premium-rewards

-- figure: alllife.do.{action}.seen
-- label: Share that a trial can just tell from the one without the action, “{action}”
-- unit: %
-- format: .0%
-- where no rise can be seen, `detectable_change` ends just below a share of one
SELECT round(outcome_mean + detectable_change, 6) FROM alllife.actions WHERE action = '{action}';

-- each action: premium-offer bundles entry-cards online-awareness literacy

-- figure: alllife.do.{action}.shown
-- label: What a trial can just tell from the share without the action, “{action}”
-- unit: text
-- definition: With too few customers, not even a rise to all of them.
SELECT CASE WHEN outcome_mean + detectable_change < 0.995 THEN format('only a rise to {:.0f}%', 100 * (outcome_mean + detectable_change)) ELSE 'not even a rise to 100%' END
FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.guidance.shown
-- label: Fall that a trial can just show, relative to the mean, “guidance”
-- unit: text
-- definition: With too few customers, not even a fall to nothing.
SELECT CASE WHEN abs(detectable_change / outcome_mean) < 0.995 THEN format('only a fall of {:.0f}%', 100 * abs(detectable_change / outcome_mean)) ELSE 'not even a fall to nothing' END
FROM alllife.actions WHERE action = 'guidance';

-- figure: alllife.do.guidance.covers
-- label: Response at which it would cover its running cost, “guidance”
-- unit: text
SELECT CASE WHEN break_even_response <= 1 THEN format('only if {:.1f}% accepted', 100 * break_even_response) ELSE 'not even if everybody accepted' END
FROM alllife.actions WHERE action = 'guidance';

-- figure: alllife.do.paying.worth
-- label: Worth a year of the actions that are recommended and cover their running cost
-- unit: $
-- format: $,.0f
SELECT sum(worth) FROM alllife.actions WHERE worth > 0 AND action <> 'guidance';

-- figure: alllife.do.paying.days
-- label: Days of work for the actions that are recommended and cover their running cost
-- unit: days
-- format: ,d
SELECT sum(effort_days) FROM alllife.actions WHERE worth > 0 AND action <> 'guidance';

-- figure: alllife.do.paying.setup
-- label: Cost of the days of work for the actions that are recommended and cover their running cost
-- unit: $
-- format: $,.0f
SELECT sum(setup_cost) FROM alllife.actions WHERE worth > 0 AND action <> 'guidance';

-- figure: alllife.do.paying.customers
-- label: Customers with which a year's worth of the actions that are recommended and cover their running cost pays for their days of work
-- unit: customers
-- format: ,.2r
-- definition: Worth is taken to grow with the number of customers, days of work are not. Rounded to two digits: it rests on assumptions.
SELECT count(*) * (SELECT sum(setup_cost) / sum(worth) FROM alllife.actions WHERE worth > 0 AND action <> 'guidance') FROM alllife.customers;

-- figure: alllife.day-cost
-- label: Assumed cost of a day of work
-- unit: $
-- format: $,.0f
SELECT any_value(day_cost) FROM alllife.actions;

-- figure: alllife.do.testable
-- label: Actions whose assumed change one trial on their customers can show
-- unit: actions
-- format: words
SELECT count(*) FROM alllife.actions WHERE needed_each <= floor(customers / 2);

-- figure: alllife.do.actions
-- label: Actions that the report weighs
-- unit: actions
-- format: words
SELECT count(*) FROM alllife.actions;

-- figure: alllife.few-cards.line
-- label: Cards up to which a customer counts as one with few
-- unit: cards
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'few_cards';

-- figure: alllife.few-cards.calls-share
-- label: Share of all calls made by customers with few cards
-- unit: %
-- format: .0%
SELECT sum(calls) FILTER (credit_cards <= p) / sum(calls) FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'few_cards');

-- figure: alllife.many-contacts.line
-- label: Contacts a year from which a customer is asked
-- unit: contacts a year
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'many_contacts';

-- figure: alllife.many-contacts.share
-- label: Share of all contacts made by the customers asked
-- unit: %
-- format: .0%
SELECT sum(engagement_score) FILTER (engagement_score >= p) / sum(engagement_score) FROM alllife.customers, (SELECT value AS p FROM alllife.parameters WHERE name = 'many_contacts');

-- figure: alllife.rare-logins.line
-- label: Logins a year up to which a customer hardly uses online banking
-- unit: logins a year
-- format: times
SELECT value FROM alllife.parameters WHERE name = 'rare_logins';

-- figure: alllife.regular-logins.line
-- label: Logins a year from which a premium customer is in the rewards pilot
-- unit: logins a year
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'regular_logins';

-- figure: alllife.entry-cards.line
-- label: Cards up to which a caller is offered a simple card
-- unit: cards
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'entry_cards';

-- figure: alllife.guidance.line
-- label: Credit limit below which guidance is offered
-- unit: $
-- format: $,.0f
SELECT value FROM alllife.parameters WHERE name = 'guidance_line';

-- figure: alllife.many-cards-low
-- label: Customers with five cards or more and a limit in the low category
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE credit_cards >= 5 AND credit_category = 'Low';

-- figure: alllife.pilot.worth
-- label: Worth a year of the three trials' actions, once all customers on the lists are reached
-- unit: $
-- format: $,.0f
SELECT sum(worth) FROM alllife.actions WHERE action IN ('branch-to-online', 'call-backs', 'ask-why');

-- figure: alllife.pilot.days
-- label: Days of work for the three trials
-- unit: days
-- format: ,d
SELECT sum(effort_days) FROM alllife.actions WHERE action IN ('branch-to-online', 'call-backs', 'ask-why');

-- figure: alllife.pilot.setup
-- label: Cost of the days of work for the three trials
-- unit: $
-- format: $,.0f
SELECT sum(setup_cost) FROM alllife.actions WHERE action IN ('branch-to-online', 'call-backs', 'ask-why');

-- figure: alllife.pilot.pays-from
-- label: Customers with which a year's worth of the three actions pays for their days of work
-- unit: customers
-- format: ,.2r
-- definition: Worth is taken to grow with the number of customers, days of work are not. Rounded to two digits: it rests on assumptions.
SELECT count(*) * (SELECT sum(setup_cost) / nullif(greatest(sum(worth), 0), 0) FROM alllife.actions WHERE action IN ('branch-to-online', 'call-backs', 'ask-why')) FROM alllife.customers;

-- each action: branch-to-online call-backs ask-why

-- figure: alllife.do.{action}.setup
-- label: Cost of the days of work until “{action}” runs
-- unit: $
-- format: $,.0f
SELECT setup_cost FROM alllife.actions WHERE action = '{action}';

-- figure: alllife.do.{action}.pays-from
-- label: Customers with which a year's worth of “{action}” pays for its days of work
-- unit: customers
-- format: ,.2r
-- definition: Worth is taken to grow with the number of customers, days of work are not. Rounded to two digits: it rests on assumptions.
SELECT pays_from FROM alllife.actions WHERE action = '{action}';

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
