-- Claims of the pages on risk and on the model. Each is one truth value from the published tables.

-- claim: alllife.leakage
-- label: The model that sees the limit has an AUC above 0.99
-- about: alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT value > 0.99 FROM alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc';

-- claim: alllife.honest-lower
-- label: The interval of the AUC without the limit lies wholly below that of the AUC with it
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_high' AND value IS NOT NULL
-- about: alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc_low' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT h.value < l.value FROM alllife.risk_metrics h, alllife.risk_metrics l
WHERE h.model = 'honest' AND h.metric = 'auc_high' AND l.model = 'leaking' AND l.metric = 'auc_low';

-- claim: alllife.risk-better-than-chance
-- label: The interval of the AUC without the limit lies wholly above 0.5, and the AUC is above 0.5 on customers that the model has not seen
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_low' AND value IS NOT NULL
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT min(value) > 0.5 FROM alllife.risk_metrics WHERE model = 'honest' AND metric IN ('auc_low', 'cv_auc');

-- claim: alllife.risk-little-gain
-- label: Cross-validated, the model gets three to ten more customers in a hundred right than flagging everybody does
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy' AND value IS NOT NULL
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'prevalence' AND value >= 0.5
-- evidence: policy, no default observed
SELECT a.value - b.value BETWEEN 0.03 AND 0.1 FROM alllife.risk_metrics a JOIN alllife.risk_metrics b USING (model) WHERE model = 'honest' AND a.metric = 'cv_accuracy' AND b.metric = 'accuracy_baseline';

-- claim: alllife.risk-not-overfitted
-- label: Cross-validated, the AUC of the model without the limit falls by less than 0.02
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc' AND value IS NOT NULL
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'cv_auc' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT a.value - b.value < 0.02 FROM alllife.risk_metrics a JOIN alllife.risk_metrics b USING (model) WHERE model = 'honest' AND a.metric = 'auc' AND b.metric = 'cv_auc';

-- claim: alllife.risk-cards-lower
-- label: More cards go with lower odds of the flag: the whole interval is below one
-- about: alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards' AND separation = 'none' AND coefficient IS NOT NULL
-- evidence: policy, no default observed
SELECT odds_ratio_high < 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards';

-- claim: alllife.risk-calls-higher
-- label: More calls go with higher odds of the flag: the whole interval is above one
-- about: alllife.risk_coefficients WHERE model = 'honest' AND term = 'calls' AND separation = 'none' AND coefficient IS NOT NULL
-- evidence: policy, no default observed
SELECT odds_ratio_low > 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'calls';

-- claim: alllife.risk-online-lower
-- label: More online visits go with lower odds of the flag: the whole interval is below one
-- about: alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits' AND separation = 'none' AND coefficient IS NOT NULL
-- evidence: policy, no default observed
SELECT odds_ratio_high < 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits';

-- claim: alllife.risk-online-close
-- label: The interval of the factor for online visits ends between 0.9 and one
-- about: alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits' AND separation = 'none' AND coefficient IS NOT NULL
-- evidence: policy, no default observed
SELECT odds_ratio_high BETWEEN 0.9 AND 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits';

-- claim: alllife.risk-branch-undecided
-- label: The interval of the factor for branch visits includes one
-- about: alllife.risk_coefficients WHERE model = 'honest' AND term = 'branch_visits' AND separation = 'none' AND coefficient IS NOT NULL
-- evidence: policy, no default observed
SELECT odds_ratio_low < 1 AND odds_ratio_high > 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'branch_visits';

-- claim: alllife.risk-collinearity
-- label: No variance inflation factor reaches five
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'largest_vif' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT value < 5 FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'largest_vif';

-- claim: alllife.risk-separated
-- label: The limit separates flagged from unflagged customers without error
-- about: alllife.risk_coefficients WHERE model = 'leaking'
-- evidence: policy, no default observed
SELECT bool_and(separation = 'complete') FROM alllife.risk_coefficients WHERE model = 'leaking';

-- claim: alllife.risk-penalised
-- label: The model that sees the limit is fitted with a penalty
-- about: alllife.risk_coefficients WHERE model = 'leaking'
-- evidence: policy, no default observed
SELECT min(penalty) > 0 FROM alllife.risk_coefficients WHERE model = 'leaking';

-- claim: alllife.risk-unpenalised
-- label: The model without the limit is fitted without penalty
-- about: alllife.risk_coefficients WHERE model = 'honest'
-- evidence: policy, no default observed
SELECT max(penalty) = 0 FROM alllife.risk_coefficients WHERE model = 'honest';

-- claim: alllife.risk-all-variables
-- label: The model without the limit keeps cards, branch visits, online visits and calls
-- about: alllife.risk_coefficients WHERE model = 'honest'
-- evidence: policy, no default observed
SELECT count(*) FILTER (term IN ('credit_cards', 'branch_visits', 'online_visits', 'calls') AND coefficient IS NOT NULL) = 4 FROM alllife.risk_coefficients WHERE model = 'honest';

-- claim: alllife.risk-brier-better
-- label: The Brier score is less than four fifths of that of giving everybody the same probability
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'brier_score' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT a.value < 0.8 * b.value FROM alllife.risk_metrics a JOIN alllife.risk_metrics b USING (model) WHERE model = 'honest' AND a.metric = 'brier_score' AND b.metric = 'brier_baseline';

-- claim: alllife.risk-calibrated
-- label: In more than half of the tenths, but not in all, the mean probability lies within the interval of the share flagged
-- about: alllife.calibration WHERE model = 'honest'
-- evidence: policy, no default observed
SELECT count(*) FILTER (predicted BETWEEN observed_low AND observed_high) > count(*) / 2 AND count(*) FILTER (predicted BETWEEN observed_low AND observed_high) < count(*) FROM alllife.calibration WHERE model = 'honest';

-- claim: alllife.risk-top-tenth
-- label: More than nine in ten customers of the tenth with the highest probabilities are flagged
-- about: alllife.risk_lift WHERE model = 'honest' AND decile = 1
-- evidence: policy, no default observed
SELECT positives / customers > 0.9 FROM alllife.risk_lift WHERE model = 'honest' AND decile = 1;

-- claim: alllife.risk-below-source
-- label: The model without the limit reaches neither the accuracy nor the AUC that the source reports
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy' AND value IS NOT NULL
-- about: alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_high' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT max(value) FILTER (metric = 'cv_accuracy') < 0.85 AND max(value) FILTER (metric = 'auc_high') < 0.88 FROM alllife.risk_metrics WHERE model = 'honest';

-- claim: alllife.risk-above-source
-- label: The model with the limit exceeds both
-- about: alllife.risk_metrics WHERE model = 'leaking' AND metric = 'cv_accuracy' AND value IS NOT NULL
-- about: alllife.risk_metrics WHERE model = 'leaking' AND metric = 'auc_low' AND value IS NOT NULL
-- evidence: policy, no default observed
SELECT max(value) FILTER (metric = 'cv_accuracy') > 0.85 AND max(value) FILTER (metric = 'auc_low') > 0.88 FROM alllife.risk_metrics WHERE model = 'leaking';

-- claim: alllife.risk-wider-limit
-- label: There are limits above the source's range
-- about: alllife.customers
-- evidence: comparison with a source
SELECT max(credit_limit) > 100000 FROM alllife.customers;

-- claim: alllife.risk-wider-cards
-- label: There are customers with more cards than the source's range
-- about: alllife.customers
-- evidence: comparison with a source
SELECT max(credit_cards) > 7 FROM alllife.customers;

-- claim: alllife.risk-wider-branch
-- label: There are customers with more branch visits than the source's range
-- about: alllife.customers
-- evidence: comparison with a source
SELECT max(branch_visits) > 2 FROM alllife.customers;

-- claim: alllife.risk-wider-online
-- label: There are customers with more online visits than the source's range, and with none
-- about: alllife.customers
-- evidence: comparison with a source
SELECT max(online_visits) > 12 AND min(online_visits) < 1 FROM alllife.customers;

-- claim: alllife.risk-wider-calls
-- label: There are customers with more calls than the source's range
-- about: alllife.customers
-- evidence: comparison with a source
SELECT max(calls) > 9 FROM alllife.customers;

-- claim: alllife.risk-source-line-all
-- label: More than nine customers in ten have a limit below the source's $100,000
-- about: alllife.customers
-- evidence: comparison with a source
SELECT avg(CAST(credit_limit < 100000 AS INTEGER)) > 0.9 FROM alllife.customers;

-- claim: alllife.risk-share-as-source
-- label: The rule flags between 69% and 71% of the customers; the source flags 70%
-- about: alllife.customers WHERE high_risk
-- evidence: comparison with a source
SELECT avg(CAST(high_risk AS INTEGER)) BETWEEN 0.69 AND 0.71 FROM alllife.customers;

-- claim: alllife.risk-contacts-alike
-- label: Flagged customers have more contacts than the others, on average
-- about: alllife.customers WHERE high_risk
-- about: alllife.customers WHERE NOT high_risk
-- evidence: policy, no default observed
SELECT avg(engagement_score) FILTER (high_risk) > avg(engagement_score) FILTER (NOT high_risk) FROM alllife.customers;

-- claim: alllife.risk-more-calls
-- label: Flagged customers call more than the others, on average
-- about: alllife.customers WHERE high_risk
-- about: alllife.customers WHERE NOT high_risk
-- evidence: policy, no default observed
SELECT avg(calls) FILTER (high_risk) > avg(calls) FILTER (NOT high_risk) FROM alllife.customers;

-- claim: alllife.risk-fewer-online
-- label: Flagged customers log in less than the others, on average
-- about: alllife.customers WHERE high_risk
-- about: alllife.customers WHERE NOT high_risk
-- evidence: policy, no default observed
SELECT avg(online_visits) FILTER (high_risk) < avg(online_visits) FILTER (NOT high_risk) FROM alllife.customers;

-- claim: alllife.risk-fewer-branch
-- label: Flagged customers come to a branch less than the others, by less than half a visit a year on average
-- about: alllife.customers WHERE high_risk
-- about: alllife.customers WHERE NOT high_risk
-- evidence: policy, no default observed
SELECT avg(branch_visits) FILTER (NOT high_risk) > avg(branch_visits) FILTER (high_risk) AND avg(branch_visits) FILTER (NOT high_risk) - avg(branch_visits) FILTER (high_risk) < 0.5 FROM alllife.customers;

-- claim: alllife.risk-fewer-cards
-- label: The median number of cards of flagged customers is below that of the others
-- about: alllife.customers WHERE high_risk
-- about: alllife.customers WHERE NOT high_risk
-- evidence: policy, no default observed
SELECT median(credit_cards) FILTER (high_risk) < median(credit_cards) FILTER (NOT high_risk) FROM alllife.customers;

-- claim: alllife.risk-not-rare-visitors
-- label: More than half of the flagged customers come to a branch more than once a year
-- about: alllife.customers WHERE high_risk
-- evidence: policy, no default observed
SELECT avg(CAST(branch_visits > 1 AS INTEGER)) > 0.5 FROM alllife.customers WHERE high_risk;

-- claim: alllife.risk-precise-start
-- label: Until half of the flagged customers are found, precision is above nine tenths
-- about: alllife.precision_recall WHERE model = 'honest' AND recall <= 0.5
-- evidence: policy, no default observed
SELECT min(precision) > 0.9 FROM alllife.precision_recall WHERE model = 'honest' AND recall <= 0.5;

-- claim: alllife.risk-flat-middle
-- label: From the fifth to the ninth tenth the lift differs by less than a quarter
-- about: alllife.risk_lift WHERE model = 'honest' AND decile BETWEEN 5 AND 9
-- evidence: policy, no default observed
SELECT max(lift) - min(lift) < 0.25 FROM alllife.risk_lift WHERE model = 'honest' AND decile BETWEEN 5 AND 9;

-- claim: alllife.risk-visits-all
-- label: At every number of branch visits more than half of the customers are flagged
-- about: alllife.customers WHERE high_risk
-- about: alllife.variables WHERE name = 'branch_visits' AND in_distances
-- evidence: policy, no default observed
SELECT min(share) > 0.5 FROM (SELECT avg(CAST(high_risk AS INTEGER)) AS share FROM alllife.customers GROUP BY branch_visits);

-- claim: alllife.risk-visits-none
-- label: Customers who never come to a branch are flagged most often
-- about: alllife.customers WHERE branch_visits = 0
-- about: alllife.customers WHERE branch_visits > 0
-- evidence: policy, no default observed
SELECT max(share) FILTER (branch_visits = 0) > max(share) FILTER (branch_visits > 0)
FROM (SELECT branch_visits, avg(CAST(high_risk AS INTEGER)) AS share FROM alllife.customers GROUP BY branch_visits);

-- claim: alllife.policy-phone
-- label: The rule flags more than 95% of phone callers and no premium customer
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE segment = 'premium'
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'phone') > 0.95
  AND avg(CAST(high_risk AS INTEGER)) FILTER (segment = 'premium') = 0 FROM alllife.customers;
