-- Claims of the page on risk. Each is one truth value from the published tables.

-- claim: alllife.risk-better-than-chance
-- label: The model without the limit ranks better than chance
-- evidence: policy, no default observed
SELECT value > 0.5 FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc_low';

-- claim: alllife.risk-little-gain
-- label: Cross-validated, the model tells three to ten customers in a hundred more right than flagging everybody
-- evidence: policy, no default observed
SELECT a.value - b.value BETWEEN 0.03 AND 0.1 FROM alllife.risk_metrics a, alllife.risk_metrics b WHERE a.model = 'honest' AND b.model = 'honest' AND a.metric = 'cv_accuracy' AND b.metric = 'accuracy_baseline';

-- claim: alllife.risk-not-overfitted
-- label: Cross-validated, the AUC of the model without the limit falls by less than 0.02
-- evidence: policy, no default observed
SELECT a.value - b.value < 0.02 FROM alllife.risk_metrics a, alllife.risk_metrics b WHERE a.model = 'honest' AND b.model = 'honest' AND a.metric = 'auc' AND b.metric = 'cv_auc';

-- claim: alllife.risk-cards-lower
-- label: More cards go with lower odds of the flag, beyond doubt
-- evidence: policy, no default observed
SELECT odds_ratio_high < 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards';

-- claim: alllife.risk-calls-higher
-- label: More calls go with higher odds of the flag, beyond doubt
-- evidence: policy, no default observed
SELECT odds_ratio_low > 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'calls';

-- claim: alllife.risk-online-lower
-- label: More online visits go with lower odds of the flag, just beyond doubt
-- evidence: policy, no default observed
SELECT odds_ratio_high BETWEEN 0.9 AND 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits';

-- claim: alllife.risk-branch-undecided
-- label: Branch visits say nothing certain about the flag
-- evidence: policy, no default observed
SELECT odds_ratio_low < 1 AND odds_ratio_high > 1 FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'branch_visits';

-- claim: alllife.risk-collinearity
-- label: No variance inflation factor reaches five
-- evidence: policy, no default observed
SELECT value < 5 FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'largest_vif';

-- claim: alllife.risk-separated
-- label: The model with the limit tells the flag without error, the one without does not
-- evidence: policy, no default observed
SELECT min(separation) FILTER (model = 'leaking') = 'complete' AND max(separation) FILTER (model = 'honest') = 'none' FROM alllife.risk_coefficients;

-- claim: alllife.risk-brier-better
-- label: The probabilities are better than saying one share of everybody
-- evidence: policy, no default observed
SELECT a.value < 0.8 * b.value FROM alllife.risk_metrics a, alllife.risk_metrics b WHERE a.model = 'honest' AND b.model = 'honest' AND a.metric = 'brier_score' AND b.metric = 'brier_baseline';

-- claim: alllife.risk-calibrated
-- label: In most tenths of the customers the share flagged agrees with the probability, in some it does not
-- evidence: policy, no default observed
SELECT count(*) FILTER (predicted BETWEEN observed_low AND observed_high) BETWEEN 6 AND 9 FROM alllife.calibration WHERE model = 'honest';

-- claim: alllife.risk-lift-small
-- label: The top tenth is nearly all flagged, which is less than one and a half times the share of all
-- evidence: policy, no default observed
SELECT positives / customers > 0.9 AND lift < 1.5 FROM alllife.risk_lift WHERE model = 'honest' AND decile = 1;

-- claim: alllife.risk-below-source
-- label: The model without the limit reaches neither the accuracy nor the AUC that the source reports
-- evidence: policy, no default observed
SELECT max(value) FILTER (metric = 'cv_accuracy') < 0.85 AND max(value) FILTER (metric = 'auc_high') < 0.88 FROM alllife.risk_metrics WHERE model = 'honest';

-- claim: alllife.risk-above-source
-- label: The model with the limit exceeds both
-- evidence: policy, no default observed
SELECT max(value) FILTER (metric = 'cv_accuracy') > 0.85 AND max(value) FILTER (metric = 'auc_low') > 0.88 FROM alllife.risk_metrics WHERE model = 'leaking';

-- claim: alllife.risk-wider-limit
-- label: There are limits above the source's range
-- evidence: description
SELECT max(credit_limit) > 100000 FROM alllife.customers;

-- claim: alllife.risk-wider-cards
-- label: There are customers with more cards than the source's range
-- evidence: description
SELECT max(credit_cards) > 7 FROM alllife.customers;

-- claim: alllife.risk-wider-branch
-- label: There are customers with more branch visits than the source's range
-- evidence: description
SELECT max(branch_visits) > 2 FROM alllife.customers;

-- claim: alllife.risk-wider-online
-- label: There are customers with more and with fewer online visits than the source's range
-- evidence: description
SELECT max(online_visits) > 12 AND min(online_visits) < 1 FROM alllife.customers;

-- claim: alllife.risk-wider-calls
-- label: There are customers with more calls than the source's range
-- evidence: description
SELECT max(calls) > 9 FROM alllife.customers;

-- claim: alllife.risk-source-line-all
-- label: More than nine customers in ten have a limit below the source's $100,000
-- evidence: description
SELECT avg(CAST(credit_limit < 100000 AS INTEGER)) > 0.9 FROM alllife.customers;

-- claim: alllife.risk-share-as-source
-- label: The policy flags about the 70 % that the source flags
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) BETWEEN 0.69 AND 0.71 FROM alllife.customers;

-- claim: alllife.risk-contacts-alike
-- label: Flagged customers make more contacts than the others, not fewer
-- evidence: policy, no default observed
SELECT avg(engagement_score) FILTER (high_risk) > avg(engagement_score) FILTER (NOT high_risk) FROM alllife.customers;

-- claim: alllife.risk-not-rare-visitors
-- label: Most flagged customers come to a branch more than once a year
-- evidence: policy, no default observed
SELECT avg(CAST(branch_visits <= 1 AS INTEGER)) < 0.5 FROM alllife.customers WHERE high_risk;

-- claim: alllife.risk-more-calls
-- label: Flagged customers call more
-- evidence: policy, no default observed
SELECT avg(calls) FILTER (high_risk) > avg(calls) FILTER (NOT high_risk) FROM alllife.customers;

-- claim: alllife.risk-fewer-online
-- label: Flagged customers log in less
-- evidence: policy, no default observed
SELECT avg(online_visits) FILTER (high_risk) < avg(online_visits) FILTER (NOT high_risk) FROM alllife.customers;

-- claim: alllife.risk-fewer-branch
-- label: Flagged customers come to a branch less, by less than half a visit a year
-- evidence: policy, no default observed
SELECT avg(branch_visits) FILTER (NOT high_risk) - avg(branch_visits) FILTER (high_risk) BETWEEN 0 AND 0.5 FROM alllife.customers;

-- claim: alllife.risk-precise-start
-- label: Until half of the flagged customers are found, more than nine in ten of those called are right
-- evidence: policy, no default observed
SELECT min(precision) > 0.9 FROM alllife.precision_recall WHERE model = 'honest' AND recall <= 0.5;

-- claim: alllife.risk-flat-middle
-- label: From the fifth to the ninth tenth the lift differs by less than a quarter
-- evidence: policy, no default observed
SELECT max(lift) - min(lift) < 0.25 FROM alllife.risk_lift WHERE model = 'honest' AND decile BETWEEN 5 AND 9;

-- claim: alllife.risk-visits-all
-- label: At every number of branch visits more than half of the customers are flagged
-- evidence: description
SELECT min(share) > 0.5 FROM (SELECT avg(CAST(high_risk AS INTEGER)) AS share FROM alllife.customers GROUP BY branch_visits);

-- claim: alllife.risk-visits-none
-- label: Customers who come to no branch are flagged most often
-- evidence: description
SELECT first(branch_visits ORDER BY share DESC) = 0 FROM (SELECT branch_visits, avg(CAST(high_risk AS INTEGER)) AS share FROM alllife.customers GROUP BY branch_visits);

-- claim: alllife.risk-fewer-cards
-- label: Flagged customers hold fewer cards than others
-- evidence: description
SELECT median(credit_cards) FILTER (high_risk) < median(credit_cards) FILTER (NOT high_risk) FROM alllife.customers;
