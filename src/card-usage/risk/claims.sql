-- Claims of the page Risk. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: card-usage.big-safest
-- label: Big spenders least often paid less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE segment = 'big-spenders' AND high_risk IS NOT NULL
-- about: card_usage.customers WHERE segment <> 'big-spenders' AND high_risk IS NOT NULL
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'big-spenders') < (SELECT min(short) FROM (SELECT avg(CAST(high_risk AS INTEGER)) AS short FROM card_usage.customers WHERE segment <> 'big-spenders' GROUP BY segment))
FROM card_usage.customers;

-- claim: card-usage.most-paid-minimum
-- label: More than half of those with a stated minimum paid it or more
-- evidence: proxy, no default observed
-- about: card_usage.customers WHERE high_risk IS NOT NULL
SELECT avg(CAST(NOT high_risk AS INTEGER)) > 0.5 FROM card_usage.customers;

-- claim: card-usage.model-tells
-- label: The model ranks card holders better than chance: the interval of the AUC is above 0.5, and so is the AUC on card holders that it has not seen
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_low' AND value IS NOT NULL
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc' AND value IS NOT NULL
SELECT min(value) > 0.5 FROM card_usage.risk_metrics WHERE model = 'honest' AND metric IN ('auc_low', 'cv_auc');

-- claim: card-usage.model-variables
-- label: Every variable is in the model but payments, minimum payments, the share paid in full and purchases
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest'
-- figures: card-usage.risk.predictors
SELECT bool_and((name IN (SELECT term FROM card_usage.risk_coefficients WHERE model = 'honest')) = (name NOT IN ('payments', 'minimum_payments', 'full_payment_share', 'purchases'))) FROM card_usage.variables;

-- claim: card-usage.holds-unseen
-- label: The AUC on card holders whom the model has not seen is less than 0.02 below that on those it has
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc'
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc'
SELECT (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc') < 0.02;

-- claim: card-usage.leakage
-- label: A model that sees the payments is nearly perfect (AUC above 0.98)
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'leaking' AND metric = 'auc'
SELECT value > 0.98 FROM card_usage.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- claim: card-usage.collinear-vif
-- label: With purchases added, the variance inflation of purchases is above 10,000
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'purchases' AND vif IS NOT NULL
SELECT vif > 10000 FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'purchases';

-- claim: card-usage.collinear-unsure
-- label: With purchases added, the intervals of all three amounts include no effect
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'collinear' AND term IN ('purchases', 'one_off_purchases', 'installment_purchases')
SELECT bool_and(coefficient_low < 0 AND coefficient_high > 0) FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term IN ('purchases', 'one_off_purchases', 'installment_purchases');

-- claim: card-usage.collinear-same-auc
-- label: Leaving purchases out lowers the AUC by less than 0.001
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc'
-- about: card_usage.risk_metrics WHERE model = 'collinear' AND metric = 'auc'
SELECT (SELECT value FROM card_usage.risk_metrics WHERE model = 'collinear' AND metric = 'auc') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc') < 0.001;

-- claim: card-usage.vif-frequencies
-- label: The largest variance inflation that remains is that of a purchase frequency
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND vif IS NOT NULL
-- figures: card-usage.risk.vif-without
SELECT max(vif) FILTER (term IN ('purchases_frequency', 'one_off_purchases_frequency', 'installment_purchases_frequency'))
  > max(vif) FILTER (term NOT IN ('purchases_frequency', 'one_off_purchases_frequency', 'installment_purchases_frequency')) FROM card_usage.risk_coefficients WHERE model = 'honest' AND vif IS NOT NULL;

-- claim: card-usage.balance-raises
-- label: A higher balance goes with paying less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance'
SELECT coefficient_low > 0 FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- claim: card-usage.limit-lowers
-- label: A higher limit goes with paying the minimum
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND term = 'credit_limit'
SELECT coefficient_high < 0 FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'credit_limit';

-- claim: card-usage.balance-strongest
-- label: Of all variables in the model, the balance has the largest coefficient per standard deviation
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance'
SELECT abs(coefficient) > (SELECT max(abs(coefficient)) FROM card_usage.risk_coefficients WHERE model = 'honest' AND term NOT IN ('balance', '(intercept)'))
FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- claim: card-usage.minimum-rises
-- label: Where a minimum is stated, its rank correlation with the balance is above 0.5
-- evidence: description
-- about: card_usage.customers WHERE NOT minimum_payments_imputed
SELECT corr(b, m) > 0.5 FROM (SELECT rank() OVER (ORDER BY balance) AS b, rank() OVER (ORDER BY minimum_payments) AS m FROM card_usage.customers WHERE NOT minimum_payments_imputed);

-- claim: card-usage.little-over-baseline
-- label: Saying that everybody paid the minimum is right less often than the model, by less than eight percentage points
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy'
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline'
SELECT (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy') - (SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline') BETWEEN 0 AND 0.08;

-- claim: card-usage.calibrated
-- label: Predicted and observed shares differ by less than ten percentage points in every tenth
-- evidence: proxy, no default observed
-- about: card_usage.calibration WHERE model = 'honest'
SELECT bool_and(abs(predicted - observed) < 0.1) FROM card_usage.calibration WHERE model = 'honest';

-- claim: card-usage.top-tenth-rich
-- label: The tenth that the model rates highest holds more than twice its share of those who paid less than the minimum
-- evidence: proxy, no default observed
-- about: card_usage.risk_lift WHERE model = 'honest' AND decile = 1 AND share_found IS NOT NULL
-- figures: card-usage.risk.top-tenth
SELECT share_found > 2 * share_contacted FROM card_usage.risk_lift WHERE model = 'honest' AND decile = 1;
