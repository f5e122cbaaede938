-- Figures of the page Segments. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.big.customers
-- label: Big spenders: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.share
-- label: Big spenders: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.share-of-purchases
-- label: Big spenders: share of all purchases
-- unit: %
-- format: .0%
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.share-of-credit
-- label: Big spenders: share of all credit limits
-- unit: %
-- format: .0%
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'big-spenders';

-- figure: card-usage.big.median-purchases
-- label: Big spenders: median purchases
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'purchases';

-- figure: card-usage.big.median-limit
-- label: Big spenders: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'credit_limit';

-- figure: card-usage.big.median-payments
-- label: Big spenders: median payments
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'payments';

-- figure: card-usage.big.median-transactions
-- label: Big spenders: median purchase transactions
-- unit: transactions
-- format: ,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'purchase_transactions';

-- figure: card-usage.big.months-buying
-- label: Big spenders: mean share of months with purchases
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'big-spenders' AND variable = 'purchases_frequency';

-- figure: card-usage.big.never-full
-- label: Big spenders: share who never paid in full
-- unit: %
-- format: .0%
SELECT avg(CAST(full_payment_share = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'big-spenders';

-- figure: card-usage.big.no-cash
-- label: Big spenders: share without a cash advance
-- unit: %
-- format: .0%
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'big-spenders';

-- figure: card-usage.cash-users.customers
-- label: Cash-advance users: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.share
-- label: Cash-advance users: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.share-of-cash
-- label: Cash-advance users: share of all cash advances
-- unit: %
-- format: .0%
SELECT total_cash_advance / (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.share-of-balance
-- label: Cash-advance users: share of all balances
-- unit: %
-- format: .0%
SELECT total_balance / (SELECT sum(total_balance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.median-cash
-- label: Cash-advance users: median cash advances
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'cash_advance';

-- figure: card-usage.cash-users.median-balance
-- label: Cash-advance users: median balance
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'balance';

-- figure: card-usage.cash-users.median-limit
-- label: Cash-advance users: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'credit_limit';

-- figure: card-usage.cash-users.months-cash
-- label: Cash-advance users: mean share of months with a cash advance
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'cash-advance' AND variable = 'cash_advance_frequency';

-- figure: card-usage.cash-users.flagged
-- label: Cash-advance users: share who paid less than the minimum, of those with a stated one
-- unit: %
-- format: .0%
SELECT avg(CAST(high_risk AS INTEGER)) FROM card_usage.customers WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.never-full
-- label: Cash-advance users: share who never paid in full
-- unit: %
-- format: .0%
SELECT avg(CAST(full_payment_share = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'cash-advance';

-- figure: card-usage.cash-users.no-purchases
-- label: Cash-advance users: share without a purchase
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'cash-advance';

-- figure: card-usage.instalment.customers
-- label: Instalment buyers: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.share
-- label: Instalment buyers: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.share-of-purchases
-- label: Instalment buyers: share of all purchases
-- unit: %
-- format: .0%
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.share-of-balance
-- label: Instalment buyers: share of all balances
-- unit: %
-- format: .0%
SELECT total_balance / (SELECT sum(total_balance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'instalment';

-- figure: card-usage.instalment.median-purchases
-- label: Instalment buyers: median purchases
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'purchases';

-- figure: card-usage.instalment.median-balance
-- label: Instalment buyers: median balance
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'balance';

-- figure: card-usage.instalment.median-limit
-- label: Instalment buyers: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'credit_limit';

-- figure: card-usage.instalment.no-one-off
-- label: Instalment buyers: share without a one-off purchase
-- unit: %
-- format: .0%
SELECT avg(CAST(one_off_purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'instalment';

-- figure: card-usage.instalment.both-ways
-- label: Instalment buyers: share with purchases in one go and by instalments
-- unit: %
-- format: .0%
SELECT avg(CAST(one_off_purchases > 0 AND installment_purchases > 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'instalment';

-- figure: card-usage.instalment.no-instalments
-- label: Instalment buyers: share without a purchase by instalments
-- unit: %
-- format: .0%
SELECT avg(CAST(installment_purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'instalment';

-- figure: card-usage.instalment.months-buying
-- label: Instalment buyers: mean share of months with purchases
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'instalment' AND variable = 'purchases_frequency';

-- figure: card-usage.low.customers
-- label: Low spenders: customers
-- unit: customers
-- format: ,d
SELECT customers FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.share
-- label: Low spenders: share of customers
-- unit: %
-- format: .1%
SELECT share FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.share-of-purchases
-- label: Low spenders: share of all purchases
-- unit: %
-- format: .0%
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.share-of-cash
-- label: Low spenders: share of all cash advances
-- unit: %
-- format: .0%
SELECT total_cash_advance / (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- figure: card-usage.low.median-purchases
-- label: Low spenders: median purchases
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'low-spenders' AND variable = 'purchases';

-- figure: card-usage.low.median-limit
-- label: Low spenders: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM card_usage.segment_profiles WHERE segment = 'low-spenders' AND variable = 'credit_limit';

-- figure: card-usage.low.only-cash
-- label: Low spenders: share who drew cash and bought nothing
-- unit: %
-- format: .0%
SELECT avg(CAST(cash_advance > 0 AND purchases = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'low-spenders';

-- figure: card-usage.low.only-purchases
-- label: Low spenders: share who bought and drew no cash
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases > 0 AND cash_advance = 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'low-spenders';

-- figure: card-usage.low.both
-- label: Low spenders: share who bought and drew cash
-- unit: %
-- format: .0%
SELECT avg(CAST(purchases > 0 AND cash_advance > 0 AS INTEGER)) FROM card_usage.customers WHERE segment = 'low-spenders';

-- figure: card-usage.low.months-buying
-- label: Low spenders: mean share of months with purchases
-- unit: %
-- format: .0%
SELECT mean FROM card_usage.segment_profiles WHERE segment = 'low-spenders' AND variable = 'purchases_frequency';

-- figure: card-usage.groups
-- label: The groups by the names that fit them, with their card holders
-- unit: text
SELECT string_agg(format('“{}” with {:,}', name, customers), ', ' ORDER BY position) FROM card_usage.segments;
