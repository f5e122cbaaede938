-- Figures of the page Segments. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- each segment: premium branch phone

-- figure: alllife.{segment}.share
-- label: Segment {segment}: share of customers
-- unit: %
-- format: .1%
SELECT share FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-credit
-- label: Segment {segment}: share of all credit
-- unit: %
-- format: .0%
SELECT total_credit_limit / (SELECT sum(total_credit_limit) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-branch-visits
-- label: Segment {segment}: share of all branch visits
-- unit: %
-- format: .0%
SELECT total_branch_visits / (SELECT sum(total_branch_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-online-visits
-- label: Segment {segment}: share of all online visits
-- unit: %
-- format: .0%
SELECT total_online_visits / (SELECT sum(total_online_visits) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.share-of-calls
-- label: Segment {segment}: share of all calls
-- unit: %
-- format: .0%
SELECT total_calls / (SELECT sum(total_calls) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.mean-branch-visits
-- label: Segment {segment}: mean branch visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'branch_visits';

-- figure: alllife.{segment}.mean-online-visits
-- label: Segment {segment}: mean online visits a year
-- unit: visits a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'online_visits';

-- figure: alllife.{segment}.mean-calls
-- label: Segment {segment}: mean calls a year
-- unit: calls a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'calls';

-- figure: alllife.{segment}.engagement
-- label: Segment {segment}: mean contacts a year
-- unit: contacts a year
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'engagement_score';

-- figure: alllife.{segment}.share-of-contacts
-- label: Segment {segment}: share of all contacts
-- unit: %
-- format: .0%
SELECT total_engagement_score / (SELECT sum(total_engagement_score) FROM alllife.segments) FROM alllife.segments WHERE segment = '{segment}';

-- figure: alllife.{segment}.mean-limit
-- label: Segment {segment}: mean credit limit
-- unit: $
-- format: $,.0f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'credit_limit';

-- figure: alllife.{segment}.mean-cards
-- label: Segment {segment}: mean number of cards
-- unit: cards
-- format: .1f
SELECT mean FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'credit_cards';

-- figure: alllife.{segment}.typical-limit
-- label: Segment {segment}: credit limit of the customer closest to the means
-- unit: $
-- format: $,.0f
SELECT credit_limit FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-cards
-- label: Segment {segment}: credit cards of the customer closest to the means
-- unit: cards
-- format: ,d
SELECT credit_cards FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-visits
-- label: Segment {segment}: branch visits of the customer closest to the means
-- unit: visits a year
-- format: times
SELECT branch_visits FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-online
-- label: Segment {segment}: online visits of the customer closest to the means
-- unit: visits a year
-- format: times
SELECT online_visits FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.{segment}.typical-calls
-- label: Segment {segment}: calls of the customer closest to the means
-- unit: calls a year
-- format: times
SELECT calls FROM alllife.customers c WHERE segment = '{segment}' ORDER BY (
  SELECT sum(((CASE variable WHEN 'credit_limit' THEN c.credit_limit WHEN 'credit_cards' THEN c.credit_cards WHEN 'branch_visits' THEN c.branch_visits WHEN 'online_visits' THEN c.online_visits ELSE c.calls END - p.mean) / v.sd) ** 2)
  FROM alllife.segment_profiles p JOIN alllife.variable_summary v USING (variable) WHERE p.segment = '{segment}' AND variable <> 'engagement_score'
), row_number LIMIT 1;

-- figure: alllife.credit
-- label: Credit limits added up
-- unit: $
-- format: $,.3s
-- definition: Sum over customers of their average credit limit.
SELECT sum(credit_limit) FROM alllife.customers;

-- figure: alllife.groups
-- label: The groups by the names that fit them, with their customers
-- unit: text
SELECT string_agg(format('“{}” with {:,}', name, customers), ', ' ORDER BY position) FROM alllife.segments;
