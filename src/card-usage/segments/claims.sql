-- Claims of the page Segments. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: card-usage.big-outsized
-- label: Big spenders make at least six times their share of the purchases
-- evidence: description
-- about: card_usage.segments WHERE segment = 'big-spenders'
-- about: card_usage.customers WHERE purchases > 0
SELECT total_purchases / (SELECT sum(total_purchases) FROM card_usage.segments) >= 6 * share FROM card_usage.segments WHERE segment = 'big-spenders';

-- claim: card-usage.big-limit
-- label: Big spenders have the highest median limit
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'big-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'big-spenders'
SELECT median > (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'big-spenders')
FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'big-spenders';

-- claim: card-usage.big-pay
-- label: Big spenders have the highest median payments
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'big-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'big-spenders'
SELECT median > (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'big-spenders')
FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'big-spenders';

-- claim: card-usage.big-as-said
-- label: On average, big spenders come first in purchases, in months with purchases and in limits, and first or second in balances
-- evidence: description
-- about: card_usage.segment_profiles WHERE segment = 'big-spenders'
-- about: card_usage.segment_profiles WHERE segment <> 'big-spenders'
-- figures: card-usage.big.median-purchases, card-usage.big.median-limit
SELECT bool_and(rank <= CASE variable WHEN 'balance' THEN 2 ELSE 1 END)
FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS rank FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'purchases_frequency', 'credit_limit', 'balance'))
WHERE segment = 'big-spenders';

-- claim: card-usage.cash-most
-- label: Cash-advance users draw more than half of the cash
-- evidence: description
-- about: card_usage.segments WHERE segment = 'cash-advance'
-- about: card_usage.customers WHERE cash_advance > 0
SELECT total_cash_advance > 0.5 * (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'cash-advance';

-- claim: card-usage.cash-balance
-- label: Cash-advance users have the highest median balance
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'cash-advance'
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'cash-advance'
SELECT median > (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'cash-advance')
FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'cash-advance';

-- claim: card-usage.cash-short
-- label: Cash-advance users most often paid less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE segment = 'cash-advance' AND high_risk IS NOT NULL
-- about: card_usage.customers WHERE segment <> 'cash-advance' AND high_risk IS NOT NULL
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'cash-advance') > (SELECT max(short) FROM (SELECT avg(CAST(high_risk AS INTEGER)) AS short FROM card_usage.customers WHERE segment <> 'cash-advance' GROUP BY segment))
FROM card_usage.customers;

-- claim: card-usage.cash-users-both
-- label: At least 95% of the cash-advance users who bought drew cash too
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance' AND purchases > 0
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) >= 0.95 FROM card_usage.customers WHERE segment = 'cash-advance' AND purchases > 0;

-- claim: card-usage.cash-never-full
-- label: Most cash-advance users never paid in full
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance'
SELECT avg(CAST(full_payment_share = 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'cash-advance';

-- claim: card-usage.cash-minimum
-- label: The stated minimum payments of cash-advance users are, on average, more than half as high again as those of all card holders
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance' AND NOT minimum_payments_imputed
SELECT avg(minimum_payments) FILTER (segment = 'cash-advance') > 1.5 * avg(minimum_payments) FROM card_usage.customers WHERE NOT minimum_payments_imputed;

-- claim: card-usage.cash-limit
-- label: The median limit of cash-advance users is above that of all card holders
-- evidence: description
-- about: card_usage.customers WHERE segment = 'cash-advance'
SELECT median(credit_limit) FILTER (segment = 'cash-advance') > median(credit_limit) FROM card_usage.customers;

-- claim: card-usage.instalment-most
-- label: Instalment buyers make more of the instalment purchases than any other segment
-- evidence: description
-- about: card_usage.segments WHERE segment = 'instalment'
-- about: card_usage.segments WHERE segment <> 'instalment'
-- about: card_usage.customers WHERE installment_purchases > 0
SELECT total_installment_purchases > (SELECT max(total_installment_purchases) FROM card_usage.segments WHERE segment <> 'instalment') FROM card_usage.segments WHERE segment = 'instalment';

-- claim: card-usage.instalment-low-balance
-- label: Instalment buyers have the lowest median balance
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'instalment'
-- about: card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'instalment'
SELECT median < (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment <> 'instalment')
FROM card_usage.segment_profiles WHERE variable = 'balance' AND segment = 'instalment';

-- claim: card-usage.instalment-no-cash
-- label: Most instalment buyers drew no cash
-- evidence: description
-- about: card_usage.customers WHERE segment = 'instalment'
SELECT avg(CAST(cash_advance = 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'instalment';

-- claim: card-usage.instalment-name-misfits
-- label: Some instalment buyers never bought by instalments
-- evidence: description
-- about: card_usage.customers WHERE segment = 'instalment'
-- figures: card-usage.instalment.no-instalments
SELECT count(*) > 0 FROM card_usage.customers WHERE segment = 'instalment' AND installment_purchases = 0;

-- claim: card-usage.instalment-limit-middle
-- label: The median limit of instalment buyers is neither the highest nor the lowest
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'instalment'
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'instalment'
-- figures: card-usage.instalment.median-limit
SELECT median > (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit') AND median < (SELECT max(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit')
FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'instalment';

-- claim: card-usage.low-most
-- label: Low spenders are the largest segment
-- evidence: description
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.segments WHERE segment <> 'low-spenders'
SELECT customers > (SELECT max(customers) FROM card_usage.segments WHERE segment <> 'low-spenders') FROM card_usage.segments WHERE segment = 'low-spenders';

-- claim: card-usage.low-pay-least
-- label: Low spenders have the lowest median payments
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'low-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'low-spenders'
SELECT median < (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment <> 'low-spenders')
FROM card_usage.segment_profiles WHERE variable = 'payments' AND segment = 'low-spenders';

-- claim: card-usage.low-limit
-- label: Low spenders have the lowest median limit
-- evidence: description
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'low-spenders'
-- about: card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'low-spenders'
SELECT median < (SELECT min(median) FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment <> 'low-spenders')
FROM card_usage.segment_profiles WHERE variable = 'credit_limit' AND segment = 'low-spenders';

-- claim: card-usage.low-some-cash
-- label: Most low spenders drew some cash
-- evidence: description
-- about: card_usage.customers WHERE segment = 'low-spenders'
SELECT avg(CAST(cash_advance > 0 AS INTEGER)) > 0.5 FROM card_usage.customers WHERE segment = 'low-spenders';

-- claim: card-usage.low-small-part
-- label: Low spenders make less than a fifth of the purchases
-- evidence: description
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.customers WHERE purchases > 0
SELECT total_purchases < 0.2 * (SELECT sum(total_purchases) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- claim: card-usage.low-as-said
-- label: On average, low spenders come last in purchases, limits and payments, and neither first nor last in cash advances
-- evidence: description
-- about: card_usage.segment_profiles WHERE segment = 'low-spenders'
-- about: card_usage.segment_profiles WHERE segment <> 'low-spenders'
-- figures: card-usage.low.median-purchases, card-usage.low.median-limit
SELECT bool_and(CASE variable WHEN 'cash_advance' THEN from_top > 1 AND from_bottom > 1 ELSE from_bottom = 1 END)
FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS from_top, rank() OVER (PARTITION BY variable ORDER BY mean) AS from_bottom
  FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'credit_limit', 'payments', 'cash_advance'))
WHERE segment = 'low-spenders';

-- claim: card-usage.low-cash-share
-- label: Low spenders draw more than a fifth of the cash
-- evidence: description
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.customers WHERE cash_advance > 0
SELECT total_cash_advance > 0.2 * (SELECT sum(total_cash_advance) FROM card_usage.segments) FROM card_usage.segments WHERE segment = 'low-spenders';

-- claim: card-usage.low-amounts-small
-- label: The median purchases and the median cash advances of low spenders are below the means of all card holders
-- evidence: description
-- about: card_usage.customers WHERE segment = 'low-spenders'
SELECT median(purchases) FILTER (segment = 'low-spenders') < avg(purchases) AND median(cash_advance) FILTER (segment = 'low-spenders') < avg(cash_advance) FROM card_usage.customers;

-- claim: card-usage.named-far
-- label: In the variable that it is named for, each segment lies at least three tenths of a standard deviation from the average: low spenders below it, the others above
-- evidence: description
-- about: card_usage.segments WHERE segment = 'big-spenders'
-- about: card_usage.segments WHERE segment = 'cash-advance'
-- about: card_usage.segments WHERE segment = 'instalment'
-- about: card_usage.segments WHERE segment = 'low-spenders'
-- about: card_usage.segment_profiles WHERE (variable, segment) IN (('purchases', 'big-spenders'), ('cash_advance', 'cash-advance'), ('installment_purchases_frequency', 'instalment'), ('purchases', 'low-spenders'))
SELECT bool_and(CASE segment WHEN 'low-spenders' THEN centroid <= -0.3 ELSE centroid >= 0.3 END)
FROM card_usage.segment_profiles WHERE (variable, segment) IN (('purchases', 'big-spenders'), ('cash_advance', 'cash-advance'), ('installment_purchases_frequency', 'instalment'), ('purchases', 'low-spenders'));

-- claim: card-usage.names-fit
-- label: Each name fits its group: it has at least five card holders, they rank on the side that the name says, and no other way to give out the names fits nearly as well
-- evidence: description
-- about: card_usage.segments
SELECT bool_and(name_fits) FROM card_usage.segments;
