-- Figures of the page Exploration. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.purchases.mean
-- label: Purchases: mean
-- unit: $
-- format: $,.0f
SELECT avg(purchases) FROM card_usage.customers;

-- figure: card-usage.purchases.median
-- label: Purchases: median
-- unit: $
-- format: $,.0f
SELECT median(purchases) FROM card_usage.customers;

-- figure: card-usage.purchases.zero
-- label: Purchases: share of card holders with none
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases = 0 AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.neither
-- label: Card holders who neither bought nor drew cash
-- unit: customers
-- format: words
SELECT count(*) FROM card_usage.customers WHERE purchases = 0 AND cash_advance = 0;

-- figure: card-usage.both-count
-- label: Card holders who bought and drew cash
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE purchases > 0 AND cash_advance > 0;

-- figure: card-usage.identity.correlation
-- label: Correlation of purchases with one-off plus instalment purchases
-- format: .5f
SELECT corr(purchases, one_off_purchases + installment_purchases) FROM card_usage.customers;

-- figure: card-usage.identity.off
-- label: Card holders whose purchases differ from the sum by more than a dollar
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE abs(purchases - one_off_purchases - installment_purchases) > 1;

-- figure: card-usage.identity.largest-gap
-- label: Largest difference between purchases and the sum
-- unit: $
-- format: $,.0f
SELECT max(abs(purchases - one_off_purchases - installment_purchases)) FROM card_usage.customers;

-- figure: card-usage.rho.cash-frequency
-- label: Rank correlation of cash advances with their frequency
-- format: .2f
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'cash_advance' AND second_variable = 'cash_advance_frequency';

-- figure: card-usage.rho.purchases-frequency
-- label: Rank correlation of purchases with their frequency
-- format: .2f
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'purchases' AND second_variable = 'purchases_frequency';

-- figure: card-usage.rho.purchases-cash
-- label: Rank correlation of purchases with cash advances
-- format: .2f
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'purchases' AND second_variable = 'cash_advance';

-- figure: card-usage.rho.balance-minimum
-- label: Rank correlation of balance with minimum payments
-- format: .2f
-- definition: Over all card holders; a missing minimum payment is set to the median.
SELECT coefficient FROM card_usage.correlations WHERE method = 'spearman' AND first_variable = 'balance' AND second_variable = 'minimum_payments';

-- figure: card-usage.big.name
-- label: Name of the segment big-spenders
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.cash-users.name
-- label: Name of the segment cash-advance
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.instalment.name
-- label: Name of the segment instalment
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.low.name
-- label: Name of the segment low-spenders
-- unit: text
SELECT name FROM card_usage.segments WHERE segment = 'low-spenders';
