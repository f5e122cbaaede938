-- Claims of the model card of card usage.

-- claim: card-usage.card-weak-segments
-- label: The silhouette of the segments is below 0.25, which is weak
-- evidence: description
SELECT silhouette < 0.25 FROM card_usage.kmeans_sweep WHERE chosen;

-- claim: card-usage.card-brier-better
-- label: The probabilities are better than saying one share of everybody
-- evidence: proxy, no default observed
SELECT a.value < b.value FROM card_usage.risk_metrics a, card_usage.risk_metrics b WHERE a.model = 'honest' AND b.model = 'honest' AND a.metric = 'brier_score' AND b.metric = 'brier_baseline';
