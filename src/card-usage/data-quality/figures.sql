-- Figures of the page Data and quality. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.constants
-- label: Variables that are the same for everybody, by name
-- unit: text
SELECT coalesce(string_agg(lower(label), ', ' ORDER BY label), 'none') FROM card_usage.variables JOIN card_usage.variable_summary ON variable = name
WHERE min = max;

-- figure: card-usage.customers
-- label: Card holders
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers;

-- figure: card-usage.variables
-- label: Variables that enter the distances
-- unit: variables
-- format: words
SELECT value FROM card_usage.parameters WHERE name = 'variables';

-- figure: card-usage.quality.rules
-- label: Rules of the contract checked
-- unit: rules
-- format: ,d
SELECT count(*) FROM card_usage.quality_rules;

-- figure: card-usage.quality.noted
-- label: Rules with a note
-- unit: rules
-- format: words
SELECT count(*) FROM card_usage.quality_rules WHERE noted > 0;

-- figure: card-usage.quality.noted-rules
-- label: Rules with something noted, with the number of rows
-- unit: text
SELECT coalesce(string_agg(rtrim(rule, '.') || ' (' || noted || ')', '; ' ORDER BY rule_id), 'none') FROM card_usage.quality_rules WHERE noted > 0;

-- figure: card-usage.quality.missing-minimum
-- label: Card holders without a stated minimum payment
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE minimum_payments_imputed;

-- figure: card-usage.quality.frequency-above
-- label: Card holders with a cash-advance frequency above the declared range
-- unit: customers
-- format: words
SELECT noted FROM card_usage.quality_rules WHERE rule_id = 'cash_advance_frequency.range';

-- figure: card-usage.quality.frequency-max
-- label: Largest cash-advance frequency
-- unit: share of months
-- format: .1f
SELECT max(cash_advance_frequency) FROM card_usage.customers;

-- figure: card-usage.quality.tenure-longest
-- label: Longest tenure
-- unit: months
-- format: words
SELECT max(tenure) FROM card_usage.customers;

-- figure: card-usage.quality.tenure-full
-- label: Share of card holders with the longest tenure
-- unit: %
-- format: .0%
SELECT avg(CAST(tenure = (SELECT max(tenure) FROM card_usage.customers) AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.quality.not-sixths
-- label: Share of the card holders with the longest tenure whose months with a purchase are no whole sixths
-- unit: %
-- format: .0%
SELECT avg(CAST(abs(6 * purchases_frequency - round(6 * purchases_frequency)) > 0.001 AS INTEGER)) FROM card_usage.customers WHERE tenure = (SELECT max(tenure) FROM card_usage.customers);

-- figure: card-usage.quality.no-payment-among-missing
-- label: Share without any payment among those without a stated minimum
-- unit: %
-- format: .0%
SELECT avg(CAST(payments = 0 AS INTEGER)) FROM card_usage.customers WHERE minimum_payments_imputed;

-- figure: card-usage.quality.median-minimum
-- label: Median of the stated minimum payments
-- unit: $
-- format: $,.0f
SELECT median(minimum_payments) FROM card_usage.customers WHERE NOT minimum_payments_imputed;

-- each variable: balance purchases one-off-purchases installment-purchases cash-advance credit-limit payments minimum-payments

-- each end: min max

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: $
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');

-- each variable: balance-frequency purchases-frequency one-off-purchases-frequency installment-purchases-frequency cash-advance-frequency full-payment-share

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: share of months
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');

-- each variable: cash-advance-transactions purchase-transactions

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: transactions
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');

-- each variable: tenure

-- figure: card-usage.range.{variable}-{end}
-- label: Range of {variable}: {end}
-- unit: months
SELECT {end} FROM card_usage.variable_summary WHERE variable = replace('{variable}', '-', '_');
