-- Figures of the page on risk. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: alllife.risk.baseline
-- label: Share told right by flagging everybody
-- unit: %
-- format: .1%
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'accuracy_baseline';

-- figure: alllife.risk.cv-accuracy
-- label: Cross-validated share told right by the model without the limit
-- unit: %
-- format: .1%
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy';

-- figure: alllife.risk.cv-accuracy-sd
-- label: Standard deviation of that share between folds
-- unit: percentage points
-- format: .1%
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy_sd';

-- figure: alllife.risk.cv-auc
-- label: Cross-validated AUC of the model without the limit
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc';

-- figure: alllife.risk.cv-auc-leaking
-- label: Cross-validated AUC of the model with the limit
-- unit: 
-- format: .4f
SELECT value FROM alllife.risk_metrics WHERE model = 'leaking' AND metric = 'cv_auc';

-- figure: alllife.risk.folds
-- label: Folds of the cross-validation
-- unit: folds
-- format: words
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'folds';

-- figure: alllife.risk.gini
-- label: Gini coefficient of the model without the limit
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'gini';

-- figure: alllife.risk.ks
-- label: Kolmogorov–Smirnov statistic of the model without the limit
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'ks';

-- figure: alllife.risk.ks-threshold
-- label: Probability at which the Kolmogorov–Smirnov statistic is reached
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'ks_threshold';

-- figure: alllife.risk.brier
-- label: Brier score of the model without the limit
-- unit: 
-- format: .3f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'brier_score';

-- figure: alllife.risk.brier-baseline
-- label: Brier score of saying the same share of everybody
-- unit: 
-- format: .3f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'brier_baseline';

-- figure: alllife.risk.average-precision
-- label: Average precision of the model without the limit
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'average_precision';

-- figure: alllife.risk.largest-vif
-- label: Largest variance inflation factor of the model without the limit
-- unit: 
-- format: .1f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'largest_vif';

-- figure: alllife.risk.cards-odds
-- label: Factor of the odds for one standard deviation more cards
-- unit: 
-- format: .3~r
SELECT odds_ratio FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards';

-- figure: alllife.risk.cards-scale
-- label: One standard deviation of the number of cards
-- unit: cards
-- format: .1f
SELECT scale FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards';

-- figure: alllife.risk.calls-odds
-- label: Factor of the odds for one standard deviation more calls
-- unit: 
-- format: .3~r
SELECT odds_ratio FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'calls';

-- figure: alllife.risk.calls-scale
-- label: One standard deviation of the number of calls
-- unit: calls a year
-- format: .1f
SELECT scale FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'calls';

-- figure: alllife.risk.online-odds
-- label: Factor of the odds for one standard deviation more online visits
-- unit: 
-- format: .3~r
SELECT odds_ratio FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits';

-- figure: alllife.risk.online-odds-high
-- label: Upper end of the interval of that factor
-- unit: 
-- format: .3~r
SELECT odds_ratio_high FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits';

-- figure: alllife.risk.branch-odds-low
-- label: Factor of the odds for one standard deviation more branch visits: lower end
-- unit: 
-- format: .3~r
SELECT odds_ratio_low FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'branch_visits';

-- figure: alllife.risk.branch-odds-high
-- label: Factor of the odds for one standard deviation more branch visits: upper end
-- unit: 
-- format: .3~r
SELECT odds_ratio_high FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'branch_visits';

-- figure: alllife.risk.top-tenth-lift
-- label: Lift of the tenth with the highest probabilities
-- unit: 
-- format: .2f
SELECT lift FROM alllife.risk_lift WHERE model = 'honest' AND decile = 1;

-- figure: alllife.risk.most-lift
-- label: Highest lift that the share of flagged customers allows
-- unit: 
-- format: .2f
SELECT 1 / value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'prevalence';

-- figure: alllife.risk.top-three-found
-- label: Share of the flagged customers in the three tenths with the highest probabilities
-- unit: %
-- format: .0%
SELECT share_found FROM alllife.risk_lift WHERE model = 'honest' AND decile = 3;

-- figure: alllife.risk.range-cards
-- label: Range of cards
-- unit: cards
-- format: 
SELECT CAST(min(credit_cards) AS INTEGER) || ' to ' || CAST(max(credit_cards) AS INTEGER) FROM alllife.customers;

-- figure: alllife.risk.range-branch
-- label: Range of branch visits
-- unit: visits a year
-- format: 
SELECT CAST(min(branch_visits) AS INTEGER) || ' to ' || CAST(max(branch_visits) AS INTEGER) FROM alllife.customers;

-- figure: alllife.risk.range-online
-- label: Range of online visits
-- unit: visits a year
-- format: 
SELECT CAST(min(online_visits) AS INTEGER) || ' to ' || CAST(max(online_visits) AS INTEGER) FROM alllife.customers;

-- figure: alllife.risk.range-calls
-- label: Range of calls
-- unit: calls a year
-- format: 
SELECT CAST(min(calls) AS INTEGER) || ' to ' || CAST(max(calls) AS INTEGER) FROM alllife.customers;

-- figure: alllife.risk.range-limit-low
-- label: Lowest credit limit
-- unit: $
-- format: $,.0f
SELECT min(credit_limit) FROM alllife.customers;

-- figure: alllife.risk.range-limit-high
-- label: Highest credit limit
-- unit: $
-- format: $,.0f
SELECT max(credit_limit) FROM alllife.customers;

-- figure: alllife.risk.below-source-line
-- label: Share of customers with a limit below the source's $100,000
-- unit: %
-- format: .0%
SELECT avg(CAST(credit_limit < 100000 AS INTEGER)) FROM alllife.customers;

-- figure: alllife.risk.contacts-flagged
-- label: Contacts a year of a flagged customer, mean
-- unit: contacts a year
-- format: .1f
SELECT avg(engagement_score) FROM alllife.customers WHERE high_risk;

-- figure: alllife.risk.contacts-others
-- label: Contacts a year of a customer who is not flagged, mean
-- unit: contacts a year
-- format: .1f
SELECT avg(engagement_score) FROM alllife.customers WHERE NOT high_risk;

-- figure: alllife.risk.rare-visitors
-- label: Share of the flagged customers with one branch visit a year at most
-- unit: %
-- format: .0%
SELECT avg(CAST(branch_visits <= 1 AS INTEGER)) FROM alllife.customers WHERE high_risk;

-- figure: alllife.risk.calls-flagged
-- label: Calls a year of a flagged customer, mean
-- unit: calls a year
-- format: .1f
SELECT avg(calls) FROM alllife.customers WHERE high_risk;

-- figure: alllife.risk.calls-others
-- label: Calls a year of a customer who is not flagged, mean
-- unit: calls a year
-- format: .1f
SELECT avg(calls) FROM alllife.customers WHERE NOT high_risk;

-- figure: alllife.card.predictors
-- label: Variables of the risk model
-- unit: variables
-- format: words
SELECT count(*) FROM alllife.risk_coefficients WHERE model = 'honest' AND term <> '(intercept)' AND coefficient IS NOT NULL;

-- figure: alllife.card.threshold
-- label: Probability from which a customer is flagged
-- unit: 
-- format: .1f
SELECT value FROM alllife.parameters WHERE name = 'flag_threshold';

-- each cell: true-positives false-positives false-negatives true-negatives

-- figure: alllife.risk.{cell}
-- label: Confusion matrix of the model without the limit at the flag's probability: {cell}
-- unit: customers
-- format: ,d
SELECT CASE '{cell}' WHEN 'true-positives' THEN true_positives WHEN 'false-positives' THEN false_positives
  WHEN 'false-negatives' THEN false_negatives ELSE true_negatives END
FROM alllife.risk_confusion
WHERE model = 'honest' AND abs(threshold - (SELECT value FROM alllife.parameters WHERE name = 'flag_threshold')) < 0.001;

-- figure: alllife.risk.median-cards-flagged
-- label: Median cards of flagged customers
-- unit: cards
-- format: words
SELECT median(credit_cards) FROM alllife.customers WHERE high_risk;

-- figure: alllife.risk.median-cards-others
-- label: Median cards of customers who are not flagged
-- unit: cards
-- format: words
SELECT median(credit_cards) FROM alllife.customers WHERE NOT high_risk;

-- each segment: premium branch phone

-- figure: alllife.{segment}.flagged
-- label: Segment {segment}: share with a limit below the policy line
-- unit: %
-- format: .1%
SELECT avg(CAST(high_risk AS INTEGER)) FROM alllife.customers WHERE segment = '{segment}';

-- figure: alllife.risk.line
-- label: Credit limit below which the policy flags a customer
-- unit: $
-- format: $,.0f
SELECT value FROM alllife.parameters WHERE name = 'risk_line';

-- figure: alllife.risk.flagged
-- label: Customers whom the policy flags
-- unit: customers
-- format: ,d
SELECT count(*) FROM alllife.customers WHERE high_risk;

-- figure: alllife.risk.share
-- label: Share of customers whom the policy flags
-- unit: %
-- format: .1%
SELECT avg(CAST(high_risk AS INTEGER)) FROM alllife.customers;

-- figure: alllife.risk.auc-honest
-- label: AUC of the model without the limit
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc';

-- figure: alllife.risk.auc-leaking
-- label: AUC of the model with the limit
-- unit: 
-- format: .4f
SELECT value FROM alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- figure: alllife.risk.auc-low
-- label: AUC of the model without the limit: lower end of the interval
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_low';

-- figure: alllife.risk.auc-high
-- label: AUC of the model without the limit: upper end of the interval
-- unit: 
-- format: .2f
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_high';
