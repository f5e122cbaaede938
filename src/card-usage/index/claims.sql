-- Claims of the page Summary. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: card-usage.instalment-buys-most
-- label: Instalment buyers make more of the purchases than any other segment
-- evidence: description
-- about: card_usage.segments WHERE segment = 'instalment'
-- about: card_usage.segments WHERE segment <> 'instalment'
-- about: card_usage.customers WHERE purchases > 0
SELECT total_purchases > (SELECT max(total_purchases) FROM card_usage.segments WHERE segment <> 'instalment') FROM card_usage.segments WHERE segment = 'instalment';

-- claim: card-usage.low-buys-little
-- label: The largest segment makes less than a fifth of the purchases
-- evidence: description
-- about: card_usage.segments
-- about: card_usage.customers WHERE purchases > 0
SELECT max(total_purchases) FILTER (customers = (SELECT max(customers) FROM card_usage.segments)) < 0.2 * sum(total_purchases) FROM card_usage.segments;
