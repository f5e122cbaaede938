-- Figures of the page Risk. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.paid-nothing
-- label: Card holders without a stated minimum payment who paid nothing
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE minimum_payments_imputed AND payments = 0;

-- figure: card-usage.risk.stated
-- label: Card holders with a stated minimum
-- unit: customers
-- format: ,d
SELECT count(high_risk) FROM card_usage.customers;

-- figure: card-usage.risk.flagged
-- label: Card holders who paid less than the minimum
-- unit: customers
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE high_risk;

-- figure: card-usage.risk.share
-- label: Share who paid less than the minimum, of those with a stated one
-- unit: %
-- format: .1%
SELECT avg(CAST(high_risk AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.risk.paid
-- label: Share who paid the minimum or more, of those with a stated one
-- unit: %
-- format: .1%
SELECT 1 - avg(CAST(high_risk AS INTEGER)) FROM card_usage.customers;

-- figure: card-usage.risk.rows
-- label: Card holders in the model
-- unit: customers
-- format: ,d
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'rows';

-- figure: card-usage.risk.auc
-- label: AUC of the model
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc';

-- figure: card-usage.risk.auc-low
-- label: AUC of the model: lower end of the interval
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_low';

-- figure: card-usage.risk.auc-high
-- label: AUC of the model: upper end of the interval
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc_high';

-- figure: card-usage.risk.cv-auc
-- label: AUC on customers whom the model has not seen
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc';

-- figure: card-usage.risk.baseline
-- label: Share classified correctly by assuming that everybody paid the minimum
-- unit: %
-- format: .1%
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline';

-- figure: card-usage.risk.auc-leaking
-- label: AUC of a model that sees the payments
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- figure: card-usage.risk.auc-collinear
-- label: AUC with purchases added
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'collinear' AND metric = 'auc';

-- figure: card-usage.risk.predictors
-- label: Variables in the model
-- unit: variables
-- format: words
SELECT count(*) - 1 FROM card_usage.risk_coefficients WHERE model = 'honest';

-- figure: card-usage.risk.vif-with
-- label: Variance inflation of purchases, with the two that add up to it
-- format: ,.0f
SELECT vif FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'purchases';

-- figure: card-usage.risk.vif-without
-- label: Largest variance inflation once purchases are left out
-- format: .1f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'largest_vif';

-- figure: card-usage.risk.error-with
-- label: Standard error of one-off purchases beside purchases
-- format: .2f
SELECT std_error FROM card_usage.risk_coefficients WHERE model = 'collinear' AND term = 'one_off_purchases';

-- figure: card-usage.risk.error-without
-- label: Standard error of one-off purchases without purchases
-- format: .2f
SELECT std_error FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'one_off_purchases';

-- figure: card-usage.risk.odds-balance
-- label: Odds ratio of balance
-- format: .2~r
SELECT odds_ratio FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- figure: card-usage.risk.top-tenth
-- label: Share of those who paid less than the minimum in the tenth that the model rates highest
-- unit: %
-- format: .0%
SELECT share_found FROM card_usage.risk_lift WHERE model = 'honest' AND decile = 1;
