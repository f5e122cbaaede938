-- Claims of the page Segments. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: alllife.premium-all-above
-- label: Every premium limit is above the median limit of each other segment
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT (SELECT min(credit_limit) FROM alllife.customers WHERE segment = 'premium')
  > (SELECT max(median) FROM alllife.segment_profiles WHERE segment <> 'premium' AND variable = 'credit_limit');

-- claim: alllife.premium-rarely-branch
-- label: Premium customers visit branches least, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') < min(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'branch_visits';

-- claim: alllife.premium-rarely-call
-- label: Premium customers call least, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') < min(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.branch-majority
-- label: More than half of the customers are branch visitors
-- about: alllife.customers WHERE segment = 'branch'
-- evidence: description
SELECT share > 0.5 FROM alllife.segments WHERE segment = 'branch';

-- claim: alllife.branch-rarely-online
-- label: Branch visitors log in least, on average
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment <> 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') < min(mean) FILTER (segment <> 'branch')
FROM alllife.segment_profiles WHERE variable = 'online_visits';

-- claim: alllife.phone-calls
-- label: Phone callers call most, on average
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment <> 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') > max(mean) FILTER (segment <> 'phone')
FROM alllife.segment_profiles WHERE variable = 'calls';

-- claim: alllife.phone-limit
-- label: Phone callers have the lowest mean limit
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment <> 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') < min(mean) FILTER (segment <> 'phone')
FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.phone-cards
-- label: Phone callers hold the fewest cards, on average
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment <> 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'phone') < min(mean) FILTER (segment <> 'phone')
FROM alllife.segment_profiles WHERE variable = 'credit_cards';

-- claim: alllife.seed-same-groups
-- label: The segments have the sizes (386, 224, 50) and the mean contacts (6.47, 11.36, 12.58) that an earlier report prints
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: comparison with a source
SELECT bool_and(s.customers = quoted.customers AND abs(p.mean - quoted.contacts) < 0.01)
FROM (VALUES ('branch', 386, 6.471503), ('phone', 224, 11.357143), ('premium', 50, 12.58)) AS quoted(segment, customers, contacts)
JOIN alllife.segments s USING (segment) JOIN alllife.segment_profiles p USING (segment) WHERE p.variable = 'engagement_score';

-- claim: alllife.premium-third
-- label: Premium customers are fewer than a tenth of the customers and hold between 28% and a third of the credit limits
-- about: alllife.customers WHERE segment = 'premium'
-- evidence: description
-- about: alllife.customers WHERE segment = 'premium'
SELECT share < 0.1 AND total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) BETWEEN 0.28 AND 1 / 3
FROM alllife.segments WHERE segment = 'premium';

-- claim: alllife.two-groups-contacts
-- label: Branch visitors and phone callers, each more than premium customers, together make at least nine tenths of the branch visits and of the calls
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT min(customers) FILTER (segment <> 'premium') > max(customers) FILTER (segment = 'premium')
  AND sum(total_branch_visits) FILTER (segment <> 'premium') >= 0.9 * sum(total_branch_visits)
  AND sum(total_calls) FILTER (segment <> 'premium') >= 0.9 * sum(total_calls)
FROM alllife.segments;

-- claim: alllife.premium-most-contacts
-- label: Premium customers have the most contacts, on average
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment <> 'premium'
-- evidence: description
SELECT max(mean) FILTER (segment = 'premium') > max(mean) FILTER (segment <> 'premium')
FROM alllife.segment_profiles WHERE variable = 'engagement_score';

-- claim: alllife.branch-fewest-contacts
-- label: Branch visitors have the fewest contacts, on average
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment <> 'branch'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') < min(mean) FILTER (segment <> 'branch')
FROM alllife.segment_profiles WHERE variable = 'engagement_score';

-- claim: alllife.phone-rarely-branch
-- label: Phone callers come to a branch less than once a year on average
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT mean < 1 FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'branch_visits';

-- claim: alllife.limits-not-alike
-- label: Branch visitors have more than twice the mean limit of phone callers
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT max(mean) FILTER (segment = 'branch') > 2 * max(mean) FILTER (segment = 'phone') FROM alllife.segment_profiles WHERE variable = 'credit_limit';

-- claim: alllife.limit-separates-least
-- label: Of the variables in the distances the limit differs least between the segments
-- about: alllife.segment_tests WHERE variable = 'credit_limit' AND epsilon_squared IS NOT NULL
-- evidence: test after clustering
SELECT max(epsilon_squared) FILTER (variable = 'credit_limit') < min(epsilon_squared) FILTER (variable <> 'credit_limit') FROM alllife.segment_tests JOIN alllife.variables ON name = variable WHERE in_distances;

-- claim: alllife.cards-separate-most
-- label: Of the variables in the distances the number of cards differs most between the segments
-- about: alllife.segment_tests WHERE variable = 'credit_cards' AND epsilon_squared IS NOT NULL
-- evidence: test after clustering
SELECT max(epsilon_squared) FILTER (variable = 'credit_cards') > max(epsilon_squared) FILTER (variable <> 'credit_cards') FROM alllife.segment_tests JOIN alllife.variables ON name = variable WHERE in_distances;

-- claim: alllife.boxes-apart
-- label: In its own channel the lower quartile of each segment is above the upper quartiles of the others
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT bool_and(own > others) FROM (
  SELECT max(q25) FILTER (segment = leader) AS own, max(q75) FILTER (segment <> leader) AS others
  FROM alllife.segment_profiles JOIN (VALUES ('online_visits', 'premium'), ('branch_visits', 'branch'), ('calls', 'phone')) AS led(variable, leader) USING (variable)
  GROUP BY variable);

-- claim: alllife.names-fit
-- label: Each name fits its group: it has at least five customers, they rank on the side that the name says, and no other way to give out the names fits nearly as well
-- evidence: description
-- about: alllife.segments
SELECT bool_and(name_fits) FROM alllife.segments;

-- claim: alllife.premium-mostly-online
-- label: More than half of the premium customers' contacts are online visits
-- about: alllife.customers WHERE segment = 'premium'
-- evidence: description
SELECT total_online_visits > 0.5 * total_engagement_score FROM alllife.segments WHERE segment = 'premium';
