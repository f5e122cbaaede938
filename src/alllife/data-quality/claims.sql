-- Claims of the page Data and quality. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: alllife.no-missing
-- label: No value is missing
-- about: alllife.variable_summary
-- evidence: description
SELECT sum(imputed) = 0 FROM alllife.variable_summary;

-- claim: alllife.keys-differ
-- label: Rows that share a key never share all values
-- about: (SELECT split_part(customer_id, '-', 1) AS key FROM alllife.customers GROUP BY key HAVING count(*) > 1)
-- evidence: description
SELECT count(*) = 0 FROM alllife.customers a JOIN alllife.customers b
  ON split_part(a.customer_id, '-', 1) = split_part(b.customer_id, '-', 1) AND a.row_number < b.row_number
WHERE (a.credit_limit, a.credit_cards, a.branch_visits, a.online_visits, a.calls)
  = (b.credit_limit, b.credit_cards, b.branch_visits, b.online_visits, b.calls);

-- claim: alllife.profiles-few
-- label: At most one row in fifty repeats the values of an earlier row
-- about: (SELECT credit_limit FROM alllife.customers GROUP BY credit_limit, credit_cards, branch_visits, online_visits, calls HAVING count(*) > 1)
-- evidence: description
SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT credit_limit, credit_cards, branch_visits, online_visits, calls FROM alllife.customers)) <= 0.02 * count(*) FROM alllife.customers;

-- claim: alllife.rules-none-failed
-- label: No rule of the contract failed
-- about: alllife.quality_rules
-- evidence: description
SELECT sum(failed) = 0 FROM alllife.quality_rules;

-- claim: alllife.row-trap
-- label: The row number correlates with cards, limit and calls by more than 0.6 in size
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable IN ('credit_limit', 'credit_cards', 'calls') AND coefficient IS NOT NULL
-- evidence: description
SELECT CASE WHEN count(coefficient) = 3 THEN min(abs(coefficient)) > 0.6 END FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable IN ('credit_limit', 'credit_cards', 'calls');

-- claim: alllife.row-sorted
-- label: On average phone callers come before branch visitors in the file, and these before premium customers, each by more than a quarter of the file
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT avg(row_number) FILTER (segment = 'branch') - avg(row_number) FILTER (segment = 'phone') > 0.25 * count(*) AND avg(row_number) FILTER (segment = 'premium') - avg(row_number) FILTER (segment = 'branch') > 0.25 * count(*) FROM alllife.customers;

-- claim: alllife.seed-read-rows
-- label: An earlier report's correlations of the limit (0.74 with cards, 0.41 with visits, −0.68 with calls) are each closer to that of the row number than to that of the limit
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable IN ('credit_cards', 'branch_visits', 'calls') AND coefficient IS NOT NULL
-- evidence: comparison with a source
SELECT CASE WHEN count(rows_r + limit_r) = 3 THEN bool_and(abs(seed - rows_r) < abs(seed - limit_r)) END FROM (
  SELECT seed, r.coefficient AS rows_r, l.coefficient AS limit_r
  FROM (VALUES ('credit_cards', 0.74), ('branch_visits', 0.41), ('calls', -0.68)) AS quoted(variable, seed)
  JOIN alllife.correlations r ON r.method = 'pearson' AND r.first_variable = 'row_number' AND r.second_variable = variable
  JOIN alllife.correlations l ON l.method = 'pearson' AND l.first_variable = 'credit_limit' AND l.second_variable = variable);

-- claim: alllife.ranges-wider
-- label: The largest limit and numbers of cards, branch visits, online visits and calls are above the ranges of an earlier report
-- about: alllife.variable_summary WHERE variable = 'credit_limit'
-- evidence: comparison with a source
SELECT CASE WHEN count("max") = 5 THEN bool_and("max" > quoted_max) END FROM alllife.variable_summary
JOIN (VALUES ('credit_limit', 100000), ('credit_cards', 7), ('branch_visits', 2), ('online_visits', 12), ('calls', 9)) AS quoted(variable, quoted_max) USING (variable);

-- claim: alllife.limit-visits-weak
-- label: Credit limit and branch visits are hardly related: a correlation below 0.2 in size
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits' AND coefficient IS NOT NULL
-- evidence: description
SELECT abs(coefficient) < 0.2 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- claim: alllife.seed-not-limit-cards
-- label: Limit and cards do not correlate by an earlier report's 0.74
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards' AND coefficient IS NOT NULL
-- evidence: comparison with a source
SELECT abs(coefficient - 0.74) >= 0.005 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards';

-- claim: alllife.seed-wrong-sign
-- label: An earlier report's correlation of limit and branch visits, 0.41, has the wrong sign
-- about: alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits' AND coefficient IS NOT NULL
-- evidence: comparison with a source
-- figures: alllife.r.limit-visits
SELECT coefficient < 0 FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- claim: alllife.all-vary
-- label: No variable is the same for everybody
-- about: alllife.variables JOIN alllife.variable_summary ON variable = name WHERE name <> 'engagement_score'
-- evidence: description
SELECT count(*) FILTER (min < max) = count(*) FROM alllife.variables JOIN alllife.variable_summary ON variable = name WHERE name <> 'engagement_score';

-- claim: alllife.amounts-plausible
-- label: In each check of sizes and in each check between columns, fewer than one row in twenty was noted
-- evidence: description
-- about: alllife.quality_rules WHERE checked > 0
SELECT max(noted / checked) < 0.05 FROM alllife.quality_rules
WHERE checked > 0 AND (rule_id LIKE '%.range' OR rule_id LIKE '%.tail' OR rule_id LIKE '%.median' OR rule_id LIKE '%.step' OR rule_id LIKE 'relation.%');
