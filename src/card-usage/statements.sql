-- What the sources said: statements of five documents on these data sets, in their own words, checked against the data.
-- Each query gives two values: whether the statement holds, and what was found. What cannot be tested says why. A statement
-- on which a decision may rest has the header consequence: decision.

-- statement: source-002.rows
-- label: about 9000 active credit card holders
-- place: Card usage project summary (document 002), Problem statement
SELECT round(count(*), -3) = 9000, printf('%,d card holders', count(*)) FROM card_usage.customers;

-- statement: source-002.variables
-- label: 18 behavioral variables
-- place: Card usage project summary (document 002), Problem statement
-- note: The published file has eighteen columns; one of them is the customer's key.
SELECT count(*) = 18, printf('%d variables that describe behaviour', count(*)) FROM card_usage.variables WHERE in_distances;

-- statement: source-002.six-months
-- label: during the last 6 months
-- place: Card usage project summary (document 002), Problem statement
-- consequence: decision
-- note: It holds if no tenure exceeds six months. Frequencies that are whole numbers of months when multiplied by the tenure are shares of the tenure.
SELECT max(tenure) <= 6, printf('%.0f%% have a tenure of %d months, and every purchase and cash-advance frequency times the tenure is a whole number in %.1f%% of rows', 100 * avg(CAST(tenure = (SELECT max(tenure) FROM card_usage.customers) AS INTEGER)), max(tenure), 100 * avg(CAST(abs(tenure * purchases_frequency - round(tenure * purchases_frequency)) < 0.001 AND abs(tenure * cash_advance_frequency - round(tenure * cash_advance_frequency)) < 0.001 AS INTEGER))) FROM card_usage.customers;

-- statement: source-002.minimum
-- label: over 50% of the customers have successfully repaid the minimum credit amount
-- place: Card usage project summary (document 002), Repayment Behavior
-- consequence: decision
-- note: Tested on sums over the period of the file. Whether each minimum was paid on time is not observed.
SELECT avg(CAST(NOT high_risk AS INTEGER)) > 0.5, printf('%.1f%% of those with a stated minimum paid it or more', 100 * avg(CAST(NOT high_risk AS INTEGER))) FROM card_usage.customers WHERE high_risk IS NOT NULL;

-- statement: source-002.creditworthiness
-- label: This highlights the creditworthiness and reliability of a significant portion of the customer base
-- place: Card usage project summary (document 002), Repayment Behavior
-- consequence: decision
-- untestable: No default and no arrears are observed. Somebody who pays the minimum may still owe most of the balance.

-- statement: source-002.age
-- label: Customers within the age range of 20-50 exhibit good credit scores
-- place: Card usage project summary (document 002), Age and Credit Score
-- consequence: decision
-- untestable: The file has neither age nor credit score.

-- statement: source-002.age-correlation
-- label: There is a notable correlation between age and credit score
-- place: Card usage project summary (document 002), Age and Credit Score
-- consequence: decision
-- untestable: The file has neither age nor credit score.

-- statement: source-002.media
-- label: Media Managers tend to have good credit scores
-- place: Card usage project summary (document 002), Credit Score by Occupation
-- consequence: decision
-- untestable: The file has no occupation and no credit score.

-- statement: source-002.entrepreneurs
-- label: Entrepreneurs exhibit lower credit scores
-- place: Card usage project summary (document 002), Credit Score by Occupation
-- consequence: decision
-- untestable: The file has no occupation and no credit score.

-- statement: source-002.occupation
-- label: The analysis indicates variations in credit scores based on occupation
-- place: Card usage project summary (document 002), Credit Score by Occupation
-- consequence: decision
-- untestable: The file has no occupation and no credit score.

-- statement: source-003.rows
-- label: approximately 9,000 active credit card holders
-- place: Card usage segmentation report (document 003), Problem Statement
SELECT round(count(*), -3) = 9000, printf('%,d card holders', count(*)) FROM card_usage.customers;

-- statement: source-003.active
-- label: active credit card holders
-- place: Card usage segmentation report (document 003), Problem Statement
-- note: “Active” is read as at least one purchase or cash advance in the period of the file.
SELECT count(*) FILTER (purchases = 0 AND cash_advance = 0) = 0, printf('%d bought nothing and drew no cash', count(*) FILTER (purchases = 0 AND cash_advance = 0)) FROM card_usage.customers;

-- statement: source-003.variables
-- label: The dataset comprises 18 behavioral variables
-- place: Card usage segmentation report (document 003), Data Understanding
-- note: The document's own list counts the customer's key.
SELECT count(*) = 18, printf('%d variables that describe behaviour', count(*)) FROM card_usage.variables WHERE in_distances;

-- statement: source-003.balance-frequency
-- label: BALANCE_FREQUENCY: Frequency …, scored between 0 and 1
-- place: Card usage segmentation report (document 003), Data Understanding
SELECT min(balance_frequency) >= 0 AND max(balance_frequency) <= 1, printf('from %.2f to %.2f', min(balance_frequency), max(balance_frequency)) FROM card_usage.customers;

-- statement: source-003.purchases-frequency
-- label: PURCHASES_FREQUENCY: Frequency …, scored between 0 and 1
-- place: Card usage segmentation report (document 003), Data Understanding
SELECT min(purchases_frequency) >= 0 AND max(purchases_frequency) <= 1, printf('from %.2f to %.2f', min(purchases_frequency), max(purchases_frequency)) FROM card_usage.customers;

-- statement: source-003.one-off-purchases-frequency
-- label: ONEOFF_PURCHASES_FREQUENCY: Frequency …, scored between 0 and 1
-- place: Card usage segmentation report (document 003), Data Understanding
SELECT min(one_off_purchases_frequency) >= 0 AND max(one_off_purchases_frequency) <= 1, printf('from %.2f to %.2f', min(one_off_purchases_frequency), max(one_off_purchases_frequency)) FROM card_usage.customers;

-- statement: source-003.installment-purchases-frequency
-- label: PURCHASES_INSTALLMENTS_FREQUENCY: Frequency …, scored between 0 and 1
-- place: Card usage segmentation report (document 003), Data Understanding
SELECT min(installment_purchases_frequency) >= 0 AND max(installment_purchases_frequency) <= 1, printf('from %.2f to %.2f', min(installment_purchases_frequency), max(installment_purchases_frequency)) FROM card_usage.customers;

-- statement: source-003.cash-advance-frequency
-- label: CASH_ADVANCE_FREQUENCY: Frequency …, scored between 0 and 1
-- place: Card usage segmentation report (document 003), Data Understanding
SELECT min(cash_advance_frequency) >= 0 AND max(cash_advance_frequency) <= 1, printf('from %.2f to %.2f', min(cash_advance_frequency), max(cash_advance_frequency)) FROM card_usage.customers;

-- statement: source-003.one-off
-- label: ONEOFF_PURCHASES: Maximum amount of a single purchase transaction
-- place: Card usage segmentation report (document 003), Data Understanding
-- consequence: decision
-- note: The largest single purchase would not add up with the instalment purchases to all purchases. The statement is taken to fail where they add up in at least 95% of rows.
SELECT count(*) FILTER (abs(one_off_purchases + installment_purchases - purchases) < 0.01) < 0.95 * count(*), printf('in %.1f%% of rows one-off and instalment purchases add up to all purchases', 100.0 * count(*) FILTER (abs(one_off_purchases + installment_purchases - purchases) < 0.01) / count(*)) FROM card_usage.customers;

-- statement: source-003.minimum-payments
-- label: MINIMUM_PAYMENTS: Minimum payments made by the user
-- place: Card usage segmentation report (document 003), Data Understanding
-- consequence: decision
-- note: A part of the payments cannot exceed all of them.
SELECT count(*) FILTER (payments < minimum_payments) = 0, printf('for %,d of %,d card holders with a stated value it exceeds all their payments', count(*) FILTER (payments < minimum_payments), count(*)) FROM card_usage.customers WHERE NOT minimum_payments_imputed;

-- statement: source-003.full-payment
-- label: PRC_FULL_PAYMENT: Percentage of full payment made by the user
-- place: Card usage segmentation report (document 003), Data Understanding
-- note: The statement is taken to fail where all values are between 0 and 1: they are shares then, not percentages.
SELECT max(full_payment_share) > 1, printf('from %.2f to %.2f', min(full_payment_share), max(full_payment_share)) FROM card_usage.customers;

-- statement: source-003.tenure
-- label: TENURE: Duration of credit card usage by the user
-- place: Card usage segmentation report (document 003), Data Understanding
-- consequence: decision
-- note: Read as the time since the card was first used: most card holders would then have different values.
SELECT avg(CAST(tenure = (SELECT max(tenure) FROM card_usage.customers) AS INTEGER)) < 0.5, printf('%.0f%% have the longest tenure, %d months', 100 * avg(CAST(tenure = (SELECT max(tenure) FROM card_usage.customers) AS INTEGER)), max(tenure)) FROM card_usage.customers;

-- statement: source-003.high-spending
-- label: high-spending, frequent buyers who manage large balances and have high credit limits
-- place: Card usage segmentation report (document 003), Cluster 0
-- consequence: decision
-- note: Read as first in mean purchases and limits, and first or second in purchase frequency and balance.
SELECT bool_and(CASE WHEN variable IN ('purchases', 'credit_limit') THEN rank = 1 ELSE rank <= 2 END), string_agg(lower(v.label) || ': place ' || rank, ', ' ORDER BY v.label) FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS rank FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'purchases_frequency', 'balance', 'credit_limit')) JOIN card_usage.variables v ON v.name = variable WHERE segment = 'big-spenders';

-- statement: source-003.significant-payments
-- label: They often make significant payments
-- place: Card usage segmentation report (document 003), Cluster 0
-- consequence: decision
-- note: “Significant” is read as the highest mean payments.
SELECT first(segment ORDER BY mean DESC) = 'big-spenders', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'payments';

-- statement: source-003.moderate-spending
-- label: customers who spend moderately
-- place: Card usage segmentation report (document 003), Cluster 1
-- consequence: decision
-- note: “Moderately” is read as neither first nor last in mean purchases.
SELECT rank BETWEEN 2 AND segments - 1, printf('place %d of %d', rank, segments) FROM (SELECT segment, rank() OVER (ORDER BY mean DESC) AS rank, count(*) OVER () AS segments FROM card_usage.segment_profiles WHERE variable = 'purchases') WHERE segment = 'instalment';

-- statement: source-003.instalments
-- label: and prefer installment payments
-- place: Card usage segmentation report (document 003), Cluster 1
-- consequence: decision
-- note: “Prefer” is read as the highest share of purchases paid by instalments.
SELECT first(segment ORDER BY total_installment_purchases / total_purchases DESC) = 'instalment', string_agg(printf('%s %.0f%%', coalesce(name, segment), 100 * total_installment_purchases / total_purchases), ', ' ORDER BY total_installment_purchases / total_purchases DESC) || ' of purchases by instalments' FROM card_usage.segments;

-- statement: source-003.conservative
-- label: tend to manage their balances conservatively
-- place: Card usage segmentation report (document 003), Cluster 1
-- consequence: decision
-- note: “Conservatively” is read as the lowest mean balance.
SELECT first(segment ORDER BY mean ASC) = 'instalment', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'balance';

-- statement: source-003.moderate-limits
-- label: They have moderate credit limits
-- place: Card usage segmentation report (document 003), Cluster 1
-- consequence: decision
-- note: “Moderate” is read as neither first nor last by the mean.
SELECT rank BETWEEN 2 AND segments - 1, printf('place %d of %d', rank, segments) FROM (SELECT segment, rank() OVER (ORDER BY mean DESC) AS rank, count(*) OVER () AS segments FROM card_usage.segment_profiles WHERE variable = 'credit_limit') WHERE segment = 'instalment';

-- statement: source-003.cash
-- label: customers who rely heavily on cash advances
-- place: Card usage segmentation report (document 003), Cluster 2
-- consequence: decision
-- note: “Heavily” is read as the highest mean cash advances.
SELECT first(segment ORDER BY mean DESC) = 'cash-advance', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'cash_advance';

-- statement: source-003.high-balances
-- label: maintain high balances
-- place: Card usage segmentation report (document 003), Cluster 2
-- consequence: decision
-- note: “High” is read as the highest mean balance.
SELECT first(segment ORDER BY mean DESC) = 'cash-advance', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'balance';

-- statement: source-003.fewer-purchases
-- label: and make fewer purchases
-- place: Card usage segmentation report (document 003), Cluster 2
-- consequence: decision
-- note: “Fewer” is read as mean purchases below those of all card holders.
SELECT p.mean < p.overall_mean, printf('mean of $%,d, against $%,d for all', CAST(p.mean AS BIGINT), CAST(p.overall_mean AS BIGINT)) FROM card_usage.segment_profiles p WHERE segment = 'cash-advance' AND variable = 'purchases';

-- statement: source-003.high-minimum
-- label: They tend to make high minimum payments
-- place: Card usage segmentation report (document 003), Cluster 2
-- consequence: decision
-- note: “High” is read as first or second by the mean.
SELECT rank <= 2, printf('place %d of %d', rank, segments) FROM (SELECT segment, rank() OVER (ORDER BY mean DESC) AS rank, count(*) OVER () AS segments FROM card_usage.segment_profiles WHERE variable = 'minimum_payments') WHERE segment = 'cash-advance';

-- statement: source-003.rarely-full
-- label: but rarely pay off their balances in full
-- place: Card usage segmentation report (document 003), Cluster 2
-- consequence: decision
-- note: “Rarely” is read as the lowest mean share of months paid in full.
SELECT first(segment ORDER BY mean ASC) = 'cash-advance', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'full_payment_share';

-- statement: source-003.low-spending
-- label: low-spending customers who make few purchases
-- place: Card usage segmentation report (document 003), Cluster 3
-- consequence: decision
-- note: “Low” is read as the lowest mean purchases.
SELECT first(segment ORDER BY mean ASC) = 'low-spenders', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'purchases';

-- statement: source-003.low-limits
-- label: They have low credit limits
-- place: Card usage segmentation report (document 003), Cluster 3
-- consequence: decision
-- note: “Low” is read as the lowest mean limit.
SELECT first(segment ORDER BY mean ASC) = 'low-spenders', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'credit_limit';

-- statement: source-003.low-payments
-- label: and low payments
-- place: Card usage segmentation report (document 003), Cluster 3
-- consequence: decision
-- note: “Low” is read as the lowest mean payments.
SELECT first(segment ORDER BY mean ASC) = 'low-spenders', 'from highest to lowest: ' || string_agg(coalesce(name, segment), ', ' ORDER BY mean DESC) FROM card_usage.segment_profiles JOIN card_usage.segments USING (segment) WHERE variable = 'payments';

-- statement: source-003.moderate-cash
-- label: rely moderately on cash advances
-- place: Card usage segmentation report (document 003), Cluster 3
-- consequence: decision
-- note: “Moderately” is read as neither first nor last by the mean.
SELECT rank BETWEEN 2 AND segments - 1, printf('place %d of %d', rank, segments) FROM (SELECT segment, rank() OVER (ORDER BY mean DESC) AS rank, count(*) OVER () AS segments FROM card_usage.segment_profiles WHERE variable = 'cash_advance') WHERE segment = 'low-spenders';

-- statement: source-003.minimal-activity
-- label: indicating minimal financial activity
-- place: Card usage segmentation report (document 003), Cluster 3
-- consequence: decision
-- note: “Minimal” is read as last in mean purchases, cash advances and payments.
SELECT bool_and(rank = segments), string_agg(printf('%s: place %d of %d', lower(v.label), rank, segments), ', ' ORDER BY v.label) FROM (SELECT variable, segment, rank() OVER (PARTITION BY variable ORDER BY mean DESC) AS rank, count(*) OVER (PARTITION BY variable) AS segments FROM card_usage.segment_profiles WHERE variable IN ('purchases', 'cash_advance', 'payments')) JOIN card_usage.variables v ON v.name = variable WHERE segment = 'low-spenders';
