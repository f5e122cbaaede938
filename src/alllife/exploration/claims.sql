-- Claims of the page Exploration. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- `about` names what the sentence speaks of: where these data have none of it, there is nothing to test.

-- claim: alllife.one-channel-each
-- label: Each segment uses another channel most: the channel with its highest mean is not that of any other segment
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT count(DISTINCT channel) = count(DISTINCT segment) AND count(*) = count(DISTINCT segment) FROM (
  SELECT segment, variable AS channel
  FROM alllife.segment_profiles
  WHERE variable IN ('branch_visits', 'online_visits', 'calls')
  QUALIFY rank() OVER (PARTITION BY segment ORDER BY mean DESC) = 1
);

-- claim: alllife.premium-online
-- label: Premium customers log in most, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.premium-limit
-- label: Premium customers have the highest mean limit
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.limit-skewed
-- label: Credit limits and online visits have a skewness above one
-- about: alllife.variable_summary WHERE variable = 'credit_limit' AND skewness IS NOT NULL
-- about: alllife.variable_summary WHERE variable = 'online_visits' AND skewness IS NOT NULL
-- evidence: description
SELECT min(skewness) > 1 FROM alllife.variable_summary WHERE variable IN ('credit_limit', 'online_visits');

-- claim: alllife.others-even
-- label: Cards, branch visits and calls have a skewness between minus one and one
-- about: alllife.variable_summary WHERE variable = 'credit_cards' AND skewness IS NOT NULL
-- about: alllife.variable_summary WHERE variable = 'branch_visits' AND skewness IS NOT NULL
-- about: alllife.variable_summary WHERE variable = 'calls' AND skewness IS NOT NULL
-- evidence: description
SELECT max(abs(skewness)) < 1 FROM alllife.variable_summary WHERE variable IN ('credit_cards', 'branch_visits', 'calls');

-- claim: alllife.limit-median-half
-- label: The median limit is less than three fifths of the mean
-- about: alllife.customers
-- evidence: description
SELECT median < 0.6 * mean FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- claim: alllife.online-few
-- label: Most customers log in twice a year or less
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(online_visits <= 2 AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.calls-middle-minority
-- label: Fewer than a third of customers call four to six times a year
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(calls BETWEEN 4 AND 6 AS INTEGER)) < 1/3 FROM alllife.customers;

-- claim: alllife.cards-middle
-- label: Most customers hold three to six cards
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(credit_cards BETWEEN 3 AND 6 AS INTEGER)) > 0.5 FROM alllife.customers;

-- claim: alllife.limit-cards
-- label: Credit limit and cards rise together: the whole interval of the correlation is above zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards' AND coefficient IS NOT NULL
-- evidence: description
SELECT lower > 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards';

-- claim: alllife.limit-online
-- label: Credit limit and online visits rise together: the whole interval of the correlation is above zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'online_visits' AND coefficient IS NOT NULL
-- evidence: description
SELECT lower > 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'online_visits';

-- claim: alllife.limit-calls
-- label: Calls fall as the credit limit rises: the whole interval of the correlation is below zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'calls' AND coefficient IS NOT NULL
-- evidence: description
SELECT upper < 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'calls';

-- claim: alllife.cards-calls
-- label: Of all pairs of variables cards and calls have the strongest correlation, and it is negative
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'calls' AND second_variable = 'credit_cards' AND coefficient IS NOT NULL
-- evidence: description
SELECT max(coefficient) FILTER (pair) < 0 AND max(abs(coefficient)) FILTER (pair) > max(abs(coefficient)) FILTER (NOT pair)
FROM (SELECT coefficient, (first_variable, second_variable) = ('calls', 'credit_cards') AS pair
  FROM alllife.correlations JOIN alllife.variables a ON a.name = first_variable JOIN alllife.variables b ON b.name = second_variable
  WHERE method = 'pearson' AND first_variable < second_variable AND a.in_distances AND b.in_distances);

-- claim: alllife.visits-calls
-- label: Calls fall as branch visits rise: the whole interval of the correlation is below zero
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'branch_visits' AND second_variable = 'calls' AND coefficient IS NOT NULL
-- evidence: description
SELECT upper < 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'branch_visits' AND second_variable = 'calls';

-- claim: alllife.no-premium-callers
-- label: No customer in the high credit category calls as often as a frequent caller
-- about: alllife.customers WHERE credit_category = 'High'
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers WHERE credit_category = 'High' AND calls >= (SELECT value FROM alllife.parameters WHERE name = 'pilot_calls');

-- claim: alllife.calls-most-used
-- label: There are more calls than online visits, and more online visits than branch visits
-- about: alllife.customers WHERE engagement_score > 0
-- evidence: description
SELECT sum(calls) > sum(online_visits) AND sum(online_visits) > sum(branch_visits) FROM alllife.customers;

-- claim: alllife.premium-cards
-- label: Premium customers hold the most cards, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'credit_cards';

-- claim: alllife.within-weaker
-- label: Within each segment the limit correlates with online visits and with calls less than half as much as over all customers
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT CASE WHEN count(within_online) = count(*) AND count(within_calls) = count(*)
  THEN max(abs(within_online)) < abs(any_value(online)) / 2 AND max(abs(within_calls)) < abs(any_value(calls)) / 2 END
FROM (SELECT corr(credit_limit, online_visits) AS within_online, corr(credit_limit, calls) AS within_calls FROM alllife.customers GROUP BY segment),
  (SELECT corr(credit_limit, online_visits) AS online, corr(credit_limit, calls) AS calls FROM alllife.customers);

-- claim: alllife.limit-online-by-few
-- label: Without the premium customers online visits do not rise with the limit
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
-- figures: alllife.r.limit-online
SELECT corr(credit_limit, online_visits) <= 0 FROM alllife.customers WHERE segment <> 'premium';

-- claim: alllife.visits-calls-corner
-- label: No customer comes to a branch three times or more and calls five times or more
-- about: alllife.customers WHERE branch_visits >= 3
-- about: alllife.customers WHERE calls >= 5
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers WHERE branch_visits >= 3 AND calls >= 5;

-- claim: alllife.visits-all-common
-- label: Every number of branch visits that occurs is made by more than a tenth of the customers
-- about: alllife.customers
-- about: alllife.variables WHERE name = 'branch_visits' AND in_distances
-- evidence: description
SELECT min(customers) > 0.1 * sum(customers) FROM (SELECT branch_visits, count(*) AS customers FROM alllife.customers GROUP BY branch_visits);

-- claim: alllife.calls-step
-- label: Each number of calls up to four is made by more customers than any greater number
-- about: alllife.customers WHERE calls <= 4
-- about: alllife.customers WHERE calls > 4
-- evidence: description
SELECT min(customers) FILTER (calls <= 4) > max(customers) FILTER (calls > 4) FROM (SELECT calls, count(*) AS customers FROM alllife.customers GROUP BY calls);

-- claim: alllife.online-tail
-- label: Fewer than a tenth of the customers log in more than five times a year
-- about: alllife.customers
-- evidence: description
SELECT avg(CAST(online_visits > 5 AS INTEGER)) < 0.1 FROM alllife.customers;

-- claim: alllife.high-limit-visits
-- label: Fewer than one in twenty customers in the high credit category come to a branch more than once a year
-- about: alllife.customers WHERE credit_category = 'High'
-- evidence: description
SELECT avg(CAST(branch_visits > 1 AS INTEGER)) < 0.05 FROM alllife.customers WHERE credit_category = 'High';

-- claim: alllife.other-limit-visits
-- label: Most customers below the high credit category come to a branch more than once a year
-- about: alllife.customers WHERE credit_category <> 'High'
-- evidence: description
SELECT avg(CAST(branch_visits > 1 AS INTEGER)) > 0.5 FROM alllife.customers WHERE credit_category <> 'High';

-- claim: alllife.own-channel-most
-- label: Most members of each segment use the channel that it is named after more than the two others
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT min(share) > 0.5 FROM (SELECT segment, avg(CAST(CASE segment
    WHEN 'premium' THEN online_visits > greatest(branch_visits, calls)
    WHEN 'branch' THEN branch_visits > greatest(online_visits, calls)
    ELSE calls > greatest(branch_visits, online_visits) END AS INTEGER)) AS share FROM alllife.customers GROUP BY segment);
