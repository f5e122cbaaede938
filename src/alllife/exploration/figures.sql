-- Figures of the page Exploration. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

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

-- figure: alllife.r.limit-online
-- label: Correlation of credit limit and online visits
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'online_visits';

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

-- each short: limit cards visits online calls engagement

-- figure: alllife.{short}.variance
-- label: Variance of {short}
-- unit: squared units
-- format: .2f
SELECT sd * sd FROM alllife.variable_summary
WHERE variable = CASE '{short}' WHEN 'limit' THEN 'credit_limit' WHEN 'cards' THEN 'credit_cards' WHEN 'visits' THEN 'branch_visits' WHEN 'online' THEN 'online_visits' WHEN 'engagement' THEN 'engagement_score' ELSE 'calls' END;
