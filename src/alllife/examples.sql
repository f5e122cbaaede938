-- Questions that readers may begin with, on the page that explores the tables. Each query is below its question.

-- example: Segments side by side
SELECT
  name,
  customers,
  round(100 * share, 1) AS "% of customers",
  round(100 * total_credit_limit / sum(total_credit_limit) OVER (), 1) AS "% of credit",
  round(total_branch_visits / customers, 1) AS "branch visits each",
  round(total_online_visits / customers, 1) AS "online visits each",
  round(total_calls / customers, 1) AS "calls each"
FROM alllife.segments
ORDER BY position

-- example: What another limit line would flag
SELECT
  line AS "flagged below",
  count(*) FILTER (credit_limit < line) AS flagged,
  round(100 * avg(CAST(credit_limit < line AS INTEGER)), 1) AS "% of customers"
FROM alllife.customers, (SELECT unnest([10000, 20000, 30000, 40000, 60000, 100000]) AS line)
GROUP BY line
ORDER BY line

-- example: Who calls often
SELECT customer_id, segment, calls, online_visits, branch_visits, credit_limit
FROM alllife.customers
ORDER BY calls DESC, online_visits DESC, row_number
LIMIT 25

-- example: Customers between two segments
-- A silhouette near zero: the customer is as close to another segment as to its own.
SELECT customer_id, segment, ward_cluster, kmeans_cluster, round(silhouette, 3) AS silhouette
FROM alllife.customers
WHERE silhouette < 0.2 OR kmeans_cluster <> ward_cluster
ORDER BY silhouette
