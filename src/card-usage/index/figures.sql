-- Figures of the page Summary. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.segments
-- label: Segments
-- unit: segments
-- format: words
SELECT count(*) FROM card_usage.segments;

-- figure: card-usage.paid-nothing-owing
-- label: Card holders without a stated minimum payment who paid nothing and owe a balance
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE minimum_payments_imputed AND payments = 0 AND balance > 0;

-- figure: card-usage.cash.zero
-- label: Cash advances: share of card holders with none
-- unit: %
-- format: .0%
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.both
-- label: Share of card holders who bought and drew cash
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases > 0 AND cash_advance > 0 AS INTEGER)) FROM card_usage.customers;
