-- Claims of the page Model card. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: card-usage.model-unpenalised
-- label: The model is fitted without a penalty: its label does not separate
-- evidence: proxy, no default observed
-- about: card_usage.risk_coefficients WHERE model = 'honest'
-- figures: card-usage.risk.predictors
SELECT bool_and(penalty = 0 AND separation = 'none') FROM card_usage.risk_coefficients WHERE model = 'honest';

-- claim: card-usage.card-weak-segments
-- label: The silhouette of the segments is below 0.25, which is weak
-- evidence: description
-- about: card_usage.kmeans_sweep WHERE chosen AND silhouette IS NOT NULL
SELECT silhouette < 0.25 FROM card_usage.kmeans_sweep WHERE chosen;

-- claim: card-usage.card-brier-better
-- label: The model's Brier score is lower than that of giving everybody the same probability
-- evidence: proxy, no default observed
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'brier_score'
-- about: card_usage.risk_metrics WHERE model = 'honest' AND metric = 'brier_baseline'
SELECT a.value < b.value FROM card_usage.risk_metrics a, card_usage.risk_metrics b WHERE a.model = 'honest' AND b.model = 'honest' AND a.metric = 'brier_score' AND b.metric = 'brier_baseline';
