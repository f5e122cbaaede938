-- Claims of the page Summary. Each is one truth value; a page's sentence rests on it as [sentence](claim:id).

-- claim: alllife.one-channel-leads
-- label: Each segment leads the others in one channel: premium customers log in most, branch visitors visit branches most, phone callers call most
-- about: alllife.customers WHERE segment = 'premium'
-- about: alllife.customers WHERE segment = 'branch'
-- about: alllife.customers WHERE segment = 'phone'
-- evidence: description
SELECT bool_and(own > others) FROM (
  SELECT max(p.mean) FILTER (p.segment = leads.segment) AS own, max(p.mean) FILTER (p.segment <> leads.segment) AS others
  FROM (VALUES ('online_visits', 'premium'), ('branch_visits', 'branch'), ('calls', 'phone')) AS leads(variable, segment)
  JOIN alllife.segment_profiles p ON p.variable = leads.variable
  GROUP BY leads.variable
);

-- claim: alllife.phone-most-calls
-- label: Phone callers make more than half of the calls
-- about: alllife.customers WHERE segment = 'phone'
-- about: alllife.customers WHERE calls > 0
-- evidence: description
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) > 0.5 FROM alllife.segments WHERE segment = 'phone';

-- claim: alllife.policy-flags-most
-- label: The rule flags more than half of all customers
-- about: alllife.customers WHERE high_risk
-- evidence: policy, no default observed
SELECT avg(CAST(high_risk AS INTEGER)) > 0.5 FROM alllife.customers;
