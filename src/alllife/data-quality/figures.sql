-- Figures of the page Data and quality. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: alllife.customers
-- label: Customers
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers;

-- figure: alllife.variables
-- label: Variables that enter the distances
-- unit: variables
-- format: words
SELECT value FROM alllife.parameters WHERE name = 'variables';

-- figure: alllife.variables.names
-- label: Variables that enter the distances
-- definition: Labels of the variables, in the order of the file; one that is the same for everybody is left out.
SELECT CASE WHEN count(*) < 2 THEN any_value(label) ELSE array_to_string(list(label ORDER BY place)[1:-2], ', ') || ' and ' || last(label ORDER BY place) END
FROM (SELECT lower(label) AS label, row_number() OVER () AS place FROM alllife.variables WHERE in_distances);

-- figure: alllife.limit.min
-- label: Credit limit: smallest value
-- unit: $
-- format: $,.0f
SELECT "min" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.limit.max
-- label: Credit limit: largest value
-- unit: $
-- format: $,.0f
SELECT "max" FROM alllife.variable_summary WHERE variable = 'credit_limit';

-- figure: alllife.cards.min
-- label: Credit cards: smallest value
-- unit: cards
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.cards.max
-- label: Credit cards: largest value
-- unit: cards
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'credit_cards';

-- figure: alllife.visits.min
-- label: Branch visits: smallest value
-- unit: visits a year
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.visits.max
-- label: Branch visits: largest value
-- unit: visits a year
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'branch_visits';

-- figure: alllife.online.min
-- label: Online visits: smallest value
-- unit: visits a year
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.online.max
-- label: Online visits: largest value
-- unit: visits a year
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'online_visits';

-- figure: alllife.calls.min
-- label: Calls: smallest value
-- unit: calls a year
-- format: ,d
SELECT "min" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.calls.max
-- label: Calls: largest value
-- unit: calls a year
-- format: ,d
SELECT "max" FROM alllife.variable_summary WHERE variable = 'calls';

-- figure: alllife.quality.duplicate-keys
-- label: Customer keys that stand on more than one row
-- unit: keys
-- format: words
SELECT count(*) FROM alllife.customers WHERE customer_id LIKE '%-2';

-- figure: alllife.quality.different-keys
-- label: Different customer keys
-- unit: keys
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE customer_id NOT LIKE '%-%';

-- figure: alllife.quality.repeated-profiles
-- label: Rows with all the features of an earlier row
-- unit: rows
-- format: words
SELECT count(*) - (SELECT count(*) FROM (SELECT DISTINCT credit_limit, credit_cards, branch_visits, online_visits, calls FROM alllife.customers)) FROM alllife.customers;

-- figure: alllife.quality.rules
-- label: Rules that the file was held against
-- unit: rules
-- format: ,d
SELECT count(*) FROM alllife.quality_rules;

-- figure: alllife.quality.noted
-- label: Rules with a note
-- unit: rules
-- format: words
SELECT count(*) FROM alllife.quality_rules WHERE noted > 0;

-- figure: alllife.quality.noted-rules
-- label: Rules with something noted, with the number of rows
-- unit: text
SELECT coalesce(string_agg(rtrim(rule, '.') || ' (' || noted || ')', '; ' ORDER BY rule_id), 'none') FROM alllife.quality_rules WHERE noted > 0;

-- figure: alllife.row.cards
-- label: Correlation of the row number with credit cards
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable = 'credit_cards';

-- figure: alllife.row.visits
-- label: Correlation of the row number with branch visits
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable = 'branch_visits';

-- figure: alllife.row.calls
-- label: Correlation of the row number with calls
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'row_number' AND second_variable = 'calls';

-- figure: alllife.r.limit-cards
-- label: Correlation of credit limit and credit cards
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'credit_cards';

-- figure: alllife.r.limit-visits
-- label: Correlation of credit limit and branch visits
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'branch_visits';

-- figure: alllife.r.limit-calls
-- label: Correlation of credit limit and calls
-- unit: 
-- format: .2f
SELECT coefficient FROM alllife.correlations WHERE method = 'pearson' AND first_variable = 'credit_limit' AND second_variable = 'calls';

-- each short: limit cards visits online calls engagement

-- figure: alllife.{short}.missing
-- label: Missing values of {short}
-- unit: values
-- format: ,d
SELECT imputed FROM alllife.variable_summary
WHERE variable = CASE '{short}' WHEN 'limit' THEN 'credit_limit' WHEN 'cards' THEN 'credit_cards' WHEN 'visits' THEN 'branch_visits' WHEN 'online' THEN 'online_visits' WHEN 'engagement' THEN 'engagement_score' ELSE 'calls' END;

-- figure: alllife.constants
-- label: Variables that are the same for everybody, by name
-- unit: text
SELECT coalesce(string_agg(lower(label), ', ' ORDER BY label), 'none') FROM alllife.variables JOIN alllife.variable_summary ON variable = name
WHERE min = max AND name <> 'engagement_score';

-- figure: alllife.facts
-- label: Facts that the file gives about each customer
-- unit: variables
-- format: words
-- definition: Variables measured, also those that are the same for everybody; without the key, the row number and sums of others.
SELECT count(*) FROM alllife.variables WHERE name IN (SELECT variable FROM alllife.variable_summary) AND name <> 'engagement_score';

-- figure: alllife.limit.distinct
-- label: Distinct credit limits
-- unit: values
-- format: ,d
SELECT count(DISTINCT credit_limit) FROM alllife.customers;

-- figure: alllife.limit.listed
-- label: Distinct credit limits, where there are few enough to list
-- unit: values
-- format: ,d
-- definition: Zero if there are more than two hundred.
SELECT CASE WHEN count(DISTINCT credit_limit) <= 200 THEN count(DISTINCT credit_limit) ELSE 0 END FROM alllife.customers;

-- figure: alllife.limit.distinct-list
-- label: The distinct credit limits, in thousands
-- unit: thousand dollars
-- format: 
SELECT string_agg(format('{:.10g}', credit_limit / 1000), ', ' ORDER BY credit_limit) FROM (SELECT DISTINCT credit_limit FROM alllife.customers);

-- A row of a real file is a customer: only the sample's rows are shown.

-- figure: alllife.first.rows-shown
-- label: Rows of the file that the page shows: those of a synthetic sample only
-- unit: rows
-- format: ,d
SELECT CASE WHEN synthetic THEN 5 ELSE 0 END FROM alllife.input_file;

-- each place: 1 2 3 4 5

-- figure: alllife.first.{place}.row
-- label: Row number of row {place} of the file
-- unit: 
-- format: ,d
SELECT row_number FROM (SELECT row_number, row_number() OVER (ORDER BY row_number) AS place FROM alllife.customers WHERE (SELECT synthetic FROM alllife.input_file)) WHERE place = {place};

-- each variable: credit-limit credit-cards branch-visits online-visits calls

-- figure: alllife.first.{place}.{variable}
-- label: Row {place} of the file: {variable}
-- unit: 
-- format: ,d
SELECT CASE '{variable}' WHEN 'credit-limit' THEN credit_limit WHEN 'credit-cards' THEN credit_cards WHEN 'branch-visits' THEN branch_visits WHEN 'online-visits' THEN online_visits ELSE calls END
FROM (SELECT *, row_number() OVER (ORDER BY row_number) AS place FROM alllife.customers WHERE (SELECT synthetic FROM alllife.input_file)) WHERE place = {place};

-- figure: alllife.scaled.{place}.{variable}
-- label: Row {place} of the file: {variable}, scaled
-- unit: standard deviations
-- format: +.2f
SELECT (CASE '{variable}' WHEN 'credit-limit' THEN credit_limit WHEN 'credit-cards' THEN credit_cards WHEN 'branch-visits' THEN branch_visits WHEN 'online-visits' THEN online_visits ELSE calls END - m.value) / s.value
FROM (SELECT *, row_number() OVER (ORDER BY row_number) AS place FROM alllife.customers WHERE (SELECT synthetic FROM alllife.input_file))
JOIN alllife.parameters m ON m.name = 'mean_' || replace('{variable}', '-', '_') JOIN alllife.parameters s ON s.name = 'scale_' || replace('{variable}', '-', '_')
WHERE place = {place};
