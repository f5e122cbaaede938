-- Claims on the page of recommendations.

-- each action: retention repayment

-- claim: card-usage.do-in-order
-- label: The table lists the actions that reach somebody and cover their running cost by worth per day of work, best first
-- about: card_usage.actions WHERE worth > 0 AND action <> 'engagement'
-- evidence: assumptions
SELECT list(action ORDER BY worth_per_day DESC, position) = list(action ORDER BY place) AND count(place) = count(*) FROM card_usage.actions
LEFT JOIN (SELECT unnest(['repayment', 'education', 'cheaper-credit', 'loyalty', 'retention', 'instalment-plans', 'personal-offers', 'cashback']) AS action,
  unnest(range(8)) AS place) AS listed USING (action) WHERE worth > 0 AND action <> 'engagement';

-- claim: card-usage.do-{action}-testable
-- label: A trial on these card holders can show the assumed change (“{action}”)
-- evidence: power calculation
-- about: card_usage.action_targets WHERE action = '{action}'
SELECT needed_each <= floor(customers / 2) FROM card_usage.actions WHERE action = '{action}';

-- each action: loyalty personal-offers instalment-plans engagement cashback education cheaper-credit

-- claim: card-usage.do-{action}-too-few
-- label: A trial on these card holders cannot show the assumed change (“{action}”)
-- evidence: power calculation
-- about: card_usage.action_targets WHERE action = '{action}'
SELECT needed_each > floor(customers / 2) FROM card_usage.actions WHERE action = '{action}';

-- claim: card-usage.do-repayment-most
-- label: Under the report's assumptions, no other action is worth as much as reminding those who paid less than the minimum
-- evidence: assumptions
-- about: card_usage.action_targets WHERE action = 'repayment'
SELECT worth > (SELECT max(worth) FROM card_usage.actions WHERE action <> 'repayment') FROM card_usage.actions WHERE action = 'repayment';

-- claim: card-usage.do-engagement-costs
-- label: Under the assumptions, the reward for buying in more months costs more than it brings in
-- evidence: assumptions
-- about: card_usage.action_targets WHERE action = 'engagement'
SELECT worth < 0 FROM card_usage.actions WHERE action = 'engagement';

-- claim: card-usage.do-amounts-unseen
-- label: No action that is judged by an amount has enough card holders to show its assumed change
-- evidence: power calculation
-- about: card_usage.actions WHERE outcome <> 'share' AND needed_each IS NOT NULL
SELECT bool_and(needed_each > floor(customers / 2)) FROM card_usage.actions WHERE outcome <> 'share';

-- claim: card-usage.repayment-all-segments
-- label: Those who paid less than the minimum are found in every segment
-- evidence: description
-- about: card_usage.customers WHERE high_risk
SELECT count(DISTINCT segment) = (SELECT count(*) FROM card_usage.segments) FROM card_usage.customers WHERE high_risk;

-- claim: card-usage.repayment-most-are-low
-- label: Most of those who paid less than the minimum are low spenders
-- evidence: description
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.customers WHERE high_risk
SELECT avg(CAST(segment = 'low-spenders' AS INTEGER)) > 0.5 FROM card_usage.customers WHERE high_risk;

-- claim: card-usage.do-repayment-few
-- label: The tenth of those who paid less than the minimum who fell furthest short account for more than half of the shortfall
-- evidence: description
-- about: card_usage.customers WHERE high_risk
SELECT sum(short) FILTER (place <= 0.1) > sum(short) / 2
FROM (SELECT minimum_payments - payments AS short, row_number() OVER (ORDER BY minimum_payments - payments DESC) / count(*) OVER () AS place FROM card_usage.customers WHERE high_risk);

-- claim: card-usage.retention-cash
-- label: At least nine in ten of those who are asked for a first purchase drew cash
-- evidence: description
-- about: card_usage.action_targets WHERE action = 'retention'
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) >= 0.9 FROM card_usage.customers WHERE row_number IN (SELECT row_number FROM card_usage.action_targets WHERE action = 'retention');

-- claim: card-usage.do-months-steadier
-- label: Among those asked to buy in more months, the months with a purchase vary less than the amounts, relative to their means
-- evidence: description
-- about: card_usage.action_targets WHERE action = 'engagement'
SELECT stddev_samp(purchases_frequency) / avg(purchases_frequency) < stddev_samp(purchases) / avg(purchases)
FROM card_usage.customers WHERE row_number IN (SELECT row_number FROM card_usage.action_targets WHERE action = 'engagement');

-- claim: card-usage.big-often
-- label: Most big spenders buy in more than nine months out of ten
-- evidence: description
-- about: card_usage.customers WHERE segment = 'big-spenders'
SELECT avg(CAST(purchases_frequency > 0.9 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'big-spenders';

-- each action: loyalty personal-offers instalment-plans engagement cashback retention education cheaper-credit repayment

-- claim: card-usage.do-{action}-somebody
-- label: Somebody is on the list (“{action}”)
-- about: card_usage.action_targets WHERE action = '{action}'
-- evidence: description
SELECT customers > 0 FROM card_usage.actions WHERE action = '{action}';

-- each action: loyalty personal-offers instalment-plans cashback retention education cheaper-credit repayment

-- claim: card-usage.do-{action}-covers
-- label: Under the assumptions “{action}” brings more than its running cost
-- about: card_usage.action_targets WHERE action = '{action}'
-- evidence: assumptions
SELECT worth > 0 FROM card_usage.actions WHERE action = '{action}';

-- each group: big-spenders cash-advance instalment low-spenders

-- claim: card-usage.{group}-named
-- label: A group of card holders fits the name {group}
-- about: card_usage.segments WHERE segment = '{group}'
-- evidence: description
SELECT count(*) = 1 FROM card_usage.segments WHERE segment = '{group}';
