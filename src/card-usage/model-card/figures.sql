-- Figures of the page Model card. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- figure: card-usage.card.brier
-- label: Brier score of the model
-- unit: 
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'brier_score';

-- figure: card-usage.card.brier-baseline
-- label: Brier score of giving everybody the same probability
-- unit: 
-- format: .3f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'brier_baseline';

-- figure: card-usage.card.ks
-- label: Kolmogorov–Smirnov statistic of the model
-- unit: 
-- format: .2f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'ks';

-- figure: card-usage.card.gini
-- label: Gini coefficient of the model
-- unit: 
-- format: .2f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'gini';

-- figure: card-usage.card.average-precision
-- label: Average precision of the model
-- unit: 
-- format: .2f
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'average_precision';

-- figure: card-usage.card.cv-accuracy
-- label: Share classified correctly, cross-validated
-- unit: %
-- format: .1%
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'cv_accuracy';

-- figure: card-usage.card.threshold
-- label: Probability from which a card holder is flagged
-- unit: 
-- format: .1f
SELECT value FROM card_usage.parameters WHERE name = 'flag_threshold';

-- figure: card-usage.card.weakly-placed
-- label: Card holders nearer to another segment than to their own
-- unit: card holders
-- format: ,d
SELECT count(*) FROM card_usage.customers WHERE silhouette < 0;
