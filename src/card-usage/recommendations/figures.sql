-- Figures of the actions on the page of recommendations. What they share is written once, for each action.

-- each action: loyalty personal-offers instalment-plans engagement cashback retention education cheaper-credit repayment

-- figure: card-usage.do.{action}.customers
-- label: Card holders of “{action}”
-- unit: card holders
-- format: ,d
SELECT customers FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.share
-- label: Share of all card holders, “{action}”
-- unit: %
-- format: .0%
SELECT share FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.credit
-- label: Share of all credit, “{action}”
-- unit: %
-- format: .0%
SELECT sum(credit_limit) / (SELECT sum(credit_limit) FROM card_usage.customers) FROM card_usage.customers
WHERE row_number IN (SELECT row_number FROM card_usage.action_targets WHERE action = '{action}');

-- figure: card-usage.do.{action}.number
-- label: Number of “{action}”: its rank by worth per day of work
-- unit: rank
-- format: ,d
SELECT position FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.worth
-- label: Worth over the period of the file under the assumptions, “{action}”
-- unit: $
-- format: $,.0f
SELECT worth FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.days
-- label: Days of work until “{action}” runs, estimated
-- unit: days
-- format: ,d
SELECT effort_days FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.response
-- label: Assumed response, “{action}”
-- unit: %
-- format: .0%
SELECT response FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.value
-- label: Assumed value of one changed unit, “{action}”
-- unit: $
-- format: $,.2f
SELECT unit_value FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.cost
-- label: Assumed cost for each of the card holders named, “{action}”
-- unit: $
-- format: $,.2f
SELECT cost_per_customer FROM card_usage.actions WHERE action = '{action}';

-- each action: loyalty personal-offers instalment-plans cashback retention education cheaper-credit repayment

-- figure: card-usage.do.{action}.break-even
-- label: Response at which it covers its running cost, “{action}”
-- unit: %
-- format: .1%
SELECT break_even_response FROM card_usage.actions WHERE action = '{action}';

-- each action: loyalty personal-offers instalment-plans engagement cashback education cheaper-credit retention

-- figure: card-usage.do.{action}.change
-- label: Assumed change for one who responds, “{action}”
-- unit: %
-- format: .0%
SELECT change FROM card_usage.actions WHERE action = '{action}';

-- each action: loyalty personal-offers instalment-plans engagement cashback retention education cheaper-credit repayment

-- figure: card-usage.do.{action}.units
-- label: What “{action}” can change
-- unit: $
-- format: $.3s
SELECT units FROM card_usage.actions WHERE action = '{action}';

-- each action: loyalty personal-offers instalment-plans engagement cashback retention education cheaper-credit repayment

-- figure: card-usage.do.{action}.needed
-- label: Card holders needed in each half of a trial that shows the assumed change, “{action}”
-- unit: card holders
-- format: ,.0f
SELECT needed_each FROM card_usage.actions WHERE action = '{action}';

-- each action: loyalty personal-offers instalment-plans engagement cashback

-- figure: card-usage.do.{action}.detectable
-- label: Smallest change that a trial can show, relative to the mean, “{action}”
-- unit: %
-- format: .0%
SELECT abs(detectable_change / outcome_mean) FROM card_usage.actions WHERE action = '{action}';

-- each action: education cheaper-credit

-- figure: card-usage.do.{action}.detectable
-- label: Smallest fall that a trial can show, relative to the mean, “{action}”
-- unit: text
-- definition: With too few card holders, not even a fall to nothing would show.
SELECT CASE WHEN abs(detectable_change / outcome_mean) < 0.995 THEN format('{:.0f}%', 100 * abs(detectable_change / outcome_mean)) ELSE 'more than the whole' END
FROM card_usage.actions WHERE action = '{action}' AND customers > 0;

-- figure: card-usage.do.engagement.covers
-- label: Response at which it would cover its running cost, “engagement”
-- unit: text
SELECT CASE WHEN break_even_response <= 1 THEN format('once {:.1f}% earn the reward', 100 * break_even_response) ELSE 'not even if everybody earned the reward' END
FROM card_usage.actions WHERE action = 'engagement';

-- each action: loyalty personal-offers instalment-plans engagement cashback education cheaper-credit

-- figure: card-usage.do.{action}.expected
-- label: Change that the assumptions make, relative to the mean, “{action}”
-- unit: %
-- format: .1%
SELECT abs(expected_change / outcome_mean) FROM card_usage.actions WHERE action = '{action}';

-- each action: retention repayment

-- figure: card-usage.do.{action}.baseline
-- label: Assumed share without the action, “{action}”
-- unit: %
-- format: .0%
SELECT outcome_mean FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.aim
-- label: Share under the assumed response, “{action}”
-- unit: %
-- format: .0%
SELECT outcome_mean + expected_change FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.{action}.seen
-- label: Share that a trial can just tell from the one without the action, “{action}”
-- unit: %
-- format: .0%
SELECT outcome_mean + detectable_change FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.days
-- label: Days of work for the recommended actions that cover their running cost
-- unit: days
-- format: ,d
SELECT sum(effort_days) FROM card_usage.actions WHERE worth > 0 AND action <> 'engagement';

-- figure: card-usage.do.worth
-- label: Worth over the period of the file of the recommended actions that cover their running cost
-- unit: $
-- format: $,.0f
SELECT sum(worth) FROM card_usage.actions WHERE worth > 0 AND action <> 'engagement';

-- figure: card-usage.do.most-per-day
-- label: Most that an action is worth over the period of the file for each day of work
-- unit: $
-- format: $,.0f
SELECT max(worth / effort_days) FROM card_usage.actions WHERE action <> 'engagement';

-- figure: card-usage.do.testable
-- label: Recommended actions that cover their running cost and whose assumed change one trial on their card holders can show
-- unit: actions
-- format: words
SELECT count(*) FROM card_usage.actions WHERE needed_each <= floor(customers / 2) AND worth > 0 AND action <> 'engagement';

-- figure: card-usage.do.actions
-- label: Recommended actions that cover their running cost
-- unit: actions
-- format: words
SELECT count(*) FROM card_usage.actions WHERE worth > 0 AND action <> 'engagement';

-- each action: personal-offers instalment-plans engagement cashback education cheaper-credit retention

-- figure: card-usage.do.{action}.stake
-- label: Share of what all card holders have of it, “{action}”
-- unit: %
-- format: .0%
SELECT units_share FROM card_usage.actions WHERE action = '{action}';

-- figure: card-usage.do.engagement.few
-- label: Purchases over the period below which an instalment buyer is asked to buy more often
-- unit: purchases
-- format: words
SELECT value FROM card_usage.parameters WHERE name = 'few_purchases';
