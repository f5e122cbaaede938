-- Benchmarks: our values beside those that other software computed from the same files, or that were published.
-- `sample: kept` says that the synthetic sample keeps the statistic, `sample: 0.01` that it keeps it within so much;
-- without it the statistic is compared only where the report is built from the real file.

-- benchmark: alllife.rows
-- label: AllLife: customers
-- unit: customers
-- format: ,d
-- published: 660
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT count(*) FROM alllife.customers;

-- benchmark: alllife.mean-credit-limit
-- label: AllLife, credit limit: mean
-- format: ,.4f
-- published: 34574.242424
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT avg(credit_limit) FROM alllife.customers;

-- benchmark: alllife.sd-credit-limit
-- label: AllLife, credit limit: standard deviation (n − 1)
-- format: ,.4f
-- published: 37625.487804
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT stddev_samp(credit_limit) FROM alllife.customers;

-- benchmark: alllife.q25-credit-limit
-- label: AllLife, credit limit: lower quartile
-- format: ,.2~f
-- published: 10000
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(credit_limit, 0.25) FROM alllife.customers;

-- benchmark: alllife.q50-credit-limit
-- label: AllLife, credit limit: median
-- format: ,.2~f
-- published: 18000
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(credit_limit, 0.5) FROM alllife.customers;

-- benchmark: alllife.q75-credit-limit
-- label: AllLife, credit limit: upper quartile
-- format: ,.2~f
-- published: 48000
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(credit_limit, 0.75) FROM alllife.customers;

-- benchmark: alllife.mean-credit-cards
-- label: AllLife, credit cards: mean
-- format: ,.4f
-- published: 4.706061
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT avg(credit_cards) FROM alllife.customers;

-- benchmark: alllife.sd-credit-cards
-- label: AllLife, credit cards: standard deviation (n − 1)
-- format: ,.4f
-- published: 2.167835
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT stddev_samp(credit_cards) FROM alllife.customers;

-- benchmark: alllife.q25-credit-cards
-- label: AllLife, credit cards: lower quartile
-- format: ,.2~f
-- published: 3
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(credit_cards, 0.25) FROM alllife.customers;

-- benchmark: alllife.q50-credit-cards
-- label: AllLife, credit cards: median
-- format: ,.2~f
-- published: 5
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(credit_cards, 0.5) FROM alllife.customers;

-- benchmark: alllife.q75-credit-cards
-- label: AllLife, credit cards: upper quartile
-- format: ,.2~f
-- published: 6
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(credit_cards, 0.75) FROM alllife.customers;

-- benchmark: alllife.mean-branch-visits
-- label: AllLife, branch visits: mean
-- format: ,.4f
-- published: 2.40303
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT avg(branch_visits) FROM alllife.customers;

-- benchmark: alllife.sd-branch-visits
-- label: AllLife, branch visits: standard deviation (n − 1)
-- format: ,.4f
-- published: 1.631813
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT stddev_samp(branch_visits) FROM alllife.customers;

-- benchmark: alllife.q25-branch-visits
-- label: AllLife, branch visits: lower quartile
-- format: ,.2~f
-- published: 1
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(branch_visits, 0.25) FROM alllife.customers;

-- benchmark: alllife.q50-branch-visits
-- label: AllLife, branch visits: median
-- format: ,.2~f
-- published: 2
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(branch_visits, 0.5) FROM alllife.customers;

-- benchmark: alllife.q75-branch-visits
-- label: AllLife, branch visits: upper quartile
-- format: ,.2~f
-- published: 4
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(branch_visits, 0.75) FROM alllife.customers;

-- benchmark: alllife.mean-online-visits
-- label: AllLife, online visits: mean
-- format: ,.4f
-- published: 2.606061
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT avg(online_visits) FROM alllife.customers;

-- benchmark: alllife.sd-online-visits
-- label: AllLife, online visits: standard deviation (n − 1)
-- format: ,.4f
-- published: 2.935724
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT stddev_samp(online_visits) FROM alllife.customers;

-- benchmark: alllife.q25-online-visits
-- label: AllLife, online visits: lower quartile
-- format: ,.2~f
-- published: 1
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(online_visits, 0.25) FROM alllife.customers;

-- benchmark: alllife.q50-online-visits
-- label: AllLife, online visits: median
-- format: ,.2~f
-- published: 2
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(online_visits, 0.5) FROM alllife.customers;

-- benchmark: alllife.q75-online-visits
-- label: AllLife, online visits: upper quartile
-- format: ,.2~f
-- published: 4
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(online_visits, 0.75) FROM alllife.customers;

-- benchmark: alllife.mean-calls
-- label: AllLife, calls: mean
-- format: ,.4f
-- published: 3.583333
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT avg(calls) FROM alllife.customers;

-- benchmark: alllife.sd-calls
-- label: AllLife, calls: standard deviation (n − 1)
-- format: ,.4f
-- published: 2.865317
-- tolerance: 1e-06
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT stddev_samp(calls) FROM alllife.customers;

-- benchmark: alllife.q25-calls
-- label: AllLife, calls: lower quartile
-- format: ,.2~f
-- published: 1
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(calls, 0.25) FROM alllife.customers;

-- benchmark: alllife.q50-calls
-- label: AllLife, calls: median
-- format: ,.2~f
-- published: 3
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(calls, 0.5) FROM alllife.customers;

-- benchmark: alllife.q75-calls
-- label: AllLife, calls: upper quartile
-- format: ,.2~f
-- published: 5
-- tolerance: 0
-- software: pandas, as printed in the AllLife segmentation report (document 004)
-- sample: kept
SELECT quantile_cont(calls, 0.75) FROM alllife.customers;

-- benchmark: alllife.corr-credit-limit-credit-cards
-- label: AllLife: correlation of credit limit and credit cards
-- format: .4f
-- published: 0.6088604935524955
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(credit_limit, credit_cards) FROM alllife.customers;

-- benchmark: alllife.corr-credit-limit-branch-visits
-- label: AllLife: correlation of credit limit and branch visits
-- format: .4f
-- published: -0.10031230969327048
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(credit_limit, branch_visits) FROM alllife.customers;

-- benchmark: alllife.corr-credit-limit-online-visits
-- label: AllLife: correlation of credit limit and online visits
-- format: .4f
-- published: 0.5513845236894899
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(credit_limit, online_visits) FROM alllife.customers;

-- benchmark: alllife.corr-credit-limit-calls
-- label: AllLife: correlation of credit limit and calls
-- format: .4f
-- published: -0.41435189347604706
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(credit_limit, calls) FROM alllife.customers;

-- benchmark: alllife.corr-credit-cards-branch-visits
-- label: AllLife: correlation of credit cards and branch visits
-- format: .4f
-- published: 0.3157960523707892
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(credit_cards, branch_visits) FROM alllife.customers;

-- benchmark: alllife.corr-credit-cards-online-visits
-- label: AllLife: correlation of credit cards and online visits
-- format: .4f
-- published: 0.16775829968144587
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(credit_cards, online_visits) FROM alllife.customers;

-- benchmark: alllife.corr-credit-cards-calls
-- label: AllLife: correlation of credit cards and calls
-- format: .4f
-- published: -0.6512514976054076
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(credit_cards, calls) FROM alllife.customers;

-- benchmark: alllife.corr-branch-visits-online-visits
-- label: AllLife: correlation of branch visits and online visits
-- format: .4f
-- published: -0.5518614016610989
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(branch_visits, online_visits) FROM alllife.customers;

-- benchmark: alllife.corr-branch-visits-calls
-- label: AllLife: correlation of branch visits and calls
-- format: .4f
-- published: -0.5060158522291968
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(branch_visits, calls) FROM alllife.customers;

-- benchmark: alllife.corr-online-visits-calls
-- label: AllLife: correlation of online visits and calls
-- format: .4f
-- published: 0.12729938302104357
-- tolerance: 1e-09
-- software: SciPy 1.10.1
-- sample: 0.01
SELECT corr(online_visits, calls) FROM alllife.customers;

-- benchmark: alllife.inertia-2
-- label: AllLife: inertia of k-means with k = 2
-- format: ,.3f
-- published: 2040.9898164784945
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 2;

-- benchmark: alllife.inertia-3
-- label: AllLife: inertia of k-means with k = 3
-- format: ,.3f
-- published: 933.0437490000536
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
-- sample: 0.001
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 3;

-- benchmark: alllife.inertia-4
-- label: AllLife: inertia of k-means with k = 4
-- format: ,.3f
-- published: 780.7736895551766
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 4;

-- benchmark: alllife.inertia-5
-- label: AllLife: inertia of k-means with k = 5
-- format: ,.3f
-- published: 704.4759188657507
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 5;

-- benchmark: alllife.inertia-6
-- label: AllLife: inertia of k-means with k = 6
-- format: ,.3f
-- published: 642.1490713311521
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 6;

-- benchmark: alllife.inertia-7
-- label: AllLife: inertia of k-means with k = 7
-- format: ,.3f
-- published: 600.1256266575331
-- tolerance: 0.5
-- software: scikit-learn 1.2.1
-- note: Both search from random starts; ours may find a lower inertia where k is large.
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 7;

-- benchmark: alllife.inertia-8
-- label: AllLife: inertia of k-means with k = 8
-- format: ,.3f
-- published: 563.2165029448737
-- tolerance: 0.5
-- software: scikit-learn 1.2.1
-- note: Both search from random starts; ours may find a lower inertia where k is large.
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 8;

-- benchmark: alllife.inertia-9
-- label: AllLife: inertia of k-means with k = 9
-- format: ,.3f
-- published: 534.3421966610634
-- tolerance: 0.5
-- software: scikit-learn 1.2.1
-- note: Both search from random starts; ours may find a lower inertia where k is large.
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 9;

-- benchmark: alllife.inertia-10
-- label: AllLife: inertia of k-means with k = 10
-- format: ,.3f
-- published: 505.71203496875717
-- tolerance: 0.5
-- software: scikit-learn 1.2.1
-- note: Both search from random starts; ours may find a lower inertia where k is large.
SELECT inertia FROM alllife.kmeans_sweep WHERE k = 10;

-- benchmark: alllife.silhouette-2
-- label: AllLife: mean silhouette with k = 2
-- format: .4f
-- published: 0.41842496663215445
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT silhouette FROM alllife.kmeans_sweep WHERE k = 2;

-- benchmark: alllife.silhouette-3
-- label: AllLife: mean silhouette with k = 3
-- format: .4f
-- published: 0.5157182558881063
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT silhouette FROM alllife.kmeans_sweep WHERE k = 3;

-- benchmark: alllife.silhouette-4
-- label: AllLife: mean silhouette with k = 4
-- format: .4f
-- published: 0.3556670619372605
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT silhouette FROM alllife.kmeans_sweep WHERE k = 4;

-- benchmark: alllife.silhouette-5
-- label: AllLife: mean silhouette with k = 5
-- format: .4f
-- published: 0.2717470361089752
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT silhouette FROM alllife.kmeans_sweep WHERE k = 5;

-- benchmark: alllife.davies-bouldin
-- label: AllLife: Davies–Bouldin index with k = 3
-- format: .4f
-- published: 0.679698688143959
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT davies_bouldin FROM alllife.kmeans_sweep WHERE k = 3;

-- benchmark: alllife.calinski-harabasz
-- label: AllLife: Calinski–Harabasz index with k = 3
-- format: ,.3f
-- published: 833.3426265239772
-- tolerance: 0.0001
-- software: scikit-learn 1.2.1
-- sample: 0.001
SELECT calinski_harabasz FROM alllife.kmeans_sweep WHERE k = 3;

-- benchmark: alllife.size-premium
-- label: AllLife, segment premium: customers
-- unit: customers
-- format: ,d
-- published: 50
-- tolerance: 0
-- software: scikit-learn 1.2.1
-- sample: kept
SELECT customers FROM alllife.segments WHERE segment = 'premium';

-- benchmark: alllife.size-branch
-- label: AllLife, segment branch: customers
-- unit: customers
-- format: ,d
-- published: 386
-- tolerance: 0
-- software: scikit-learn 1.2.1
-- sample: kept
SELECT customers FROM alllife.segments WHERE segment = 'branch';

-- benchmark: alllife.size-phone
-- label: AllLife, segment phone: customers
-- unit: customers
-- format: ,d
-- published: 224
-- tolerance: 0
-- software: scikit-learn 1.2.1
-- sample: kept
SELECT customers FROM alllife.segments WHERE segment = 'phone';

-- benchmark: alllife.centroid-branch-credit-limit
-- label: AllLife, segment branch: centroid in credit limit
-- format: +.4f
-- published: -0.021062
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'credit_limit';

-- benchmark: alllife.centroid-branch-credit-cards
-- label: AllLife, segment branch: centroid in credit cards
-- format: +.4f
-- published: 0.37369
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'credit_cards';

-- benchmark: alllife.centroid-branch-branch-visits
-- label: AllLife, segment branch: centroid in branch visits
-- format: +.4f
-- published: 0.666395
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'branch_visits';

-- benchmark: alllife.centroid-branch-online-visits
-- label: AllLife, segment branch: centroid in online visits
-- format: +.4f
-- published: -0.553672
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'online_visits';

-- benchmark: alllife.centroid-branch-calls
-- label: AllLife, segment branch: centroid in calls
-- format: +.4f
-- published: -0.553005
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'branch' AND variable = 'calls';

-- benchmark: alllife.centroid-phone-credit-limit
-- label: AllLife, segment phone: centroid in credit limit
-- format: +.4f
-- published: -0.595796
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'credit_limit';

-- benchmark: alllife.centroid-phone-credit-cards
-- label: AllLife, segment phone: centroid in credit cards
-- format: +.4f
-- published: -1.059623
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'credit_cards';

-- benchmark: alllife.centroid-phone-branch-visits
-- label: AllLife, segment phone: centroid in branch visits
-- format: +.4f
-- published: -0.901518
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'branch_visits';

-- benchmark: alllife.centroid-phone-online-visits
-- label: AllLife, segment phone: centroid in online visits
-- format: +.4f
-- published: 0.322997
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'online_visits';

-- benchmark: alllife.centroid-phone-calls
-- label: AllLife, segment phone: centroid in calls
-- format: +.4f
-- published: 1.148109
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'phone' AND variable = 'calls';

-- benchmark: alllife.centroid-premium-credit-limit
-- label: AllLife, segment premium: centroid in credit limit
-- format: +.4f
-- published: 2.831764
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'credit_limit';

-- benchmark: alllife.centroid-premium-credit-cards
-- label: AllLife, segment premium: centroid in credit cards
-- format: +.4f
-- published: 1.862226
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'credit_cards';

-- benchmark: alllife.centroid-premium-branch-visits
-- label: AllLife, segment premium: centroid in branch visits
-- format: +.4f
-- published: -1.105763
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'branch_visits';

-- benchmark: alllife.centroid-premium-online-visits
-- label: AllLife, segment premium: centroid in online visits
-- format: +.4f
-- published: 2.827319
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'online_visits';

-- benchmark: alllife.centroid-premium-calls
-- label: AllLife, segment premium: centroid in calls
-- format: +.4f
-- published: -0.87433
-- tolerance: 1e-06
-- software: scikit-learn, as printed in the AllLife segmentation report (document 004)
-- sample: kept
-- note: The source prints six decimals.
SELECT centroid FROM alllife.segment_profiles WHERE segment = 'premium' AND variable = 'calls';

-- benchmark: alllife.cophenetic-ward
-- label: AllLife: cophenetic correlation of ward linkage
-- format: .4f
-- published: 0.7415156284827493
-- tolerance: 1e-06
-- software: SciPy 1.10.1
SELECT cophenetic_correlation FROM alllife.linkages WHERE method = 'ward';

-- benchmark: alllife.cophenetic-average
-- label: AllLife: cophenetic correlation of average linkage
-- format: .4f
-- published: 0.8977080867389373
-- tolerance: 0.005
-- software: SciPy 1.10.1
-- note: Equal distances are common in whole-number data; this linkage depends on which of them is joined first.
SELECT cophenetic_correlation FROM alllife.linkages WHERE method = 'average';

-- benchmark: alllife.cophenetic-complete
-- label: AllLife: cophenetic correlation of complete linkage
-- format: .4f
-- published: 0.8599730607972423
-- tolerance: 0.005
-- software: SciPy 1.10.1
-- note: Equal distances are common in whole-number data; this linkage depends on which of them is joined first.
SELECT cophenetic_correlation FROM alllife.linkages WHERE method = 'complete';

-- benchmark: alllife.cophenetic-single
-- label: AllLife: cophenetic correlation of single linkage
-- format: .4f
-- published: 0.7391220243806552
-- tolerance: 1e-06
-- software: SciPy 1.10.1
SELECT cophenetic_correlation FROM alllife.linkages WHERE method = 'single';

-- benchmark: alllife.ward-height-1
-- label: AllLife: height of the top merge of Ward's tree
-- format: ,.4f
-- published: 50.16298665830233
-- tolerance: 1e-06
-- software: SciPy 1.10.1
SELECT height FROM alllife.ward_merges ORDER BY step DESC LIMIT 1 OFFSET 0;

-- benchmark: alllife.ward-height-2
-- label: AllLife: height of the second merge of Ward's tree
-- format: ,.4f
-- published: 47.06715339012147
-- tolerance: 1e-06
-- software: SciPy 1.10.1
SELECT height FROM alllife.ward_merges ORDER BY step DESC LIMIT 1 OFFSET 1;

-- benchmark: alllife.ward-height-3
-- label: AllLife: height of the third merge of Ward's tree
-- format: ,.4f
-- published: 16.84480373647496
-- tolerance: 0.01
-- software: SciPy 1.10.1
-- note: Many customers are equally far apart, and the order of joining them decides. SciPy itself gives this height for a table stored by column, and 14.62 for the same table stored by row.
SELECT height FROM alllife.ward_merges ORDER BY step DESC LIMIT 1 OFFSET 2;

-- benchmark: alllife.ward-size-premium
-- label: AllLife: customers in Ward's cluster premium
-- unit: customers
-- format: ,d
-- published: 50
-- tolerance: 0
-- software: SciPy 1.10.1 and document 004
SELECT sum(a.customers) FROM alllife.cluster_agreement a JOIN alllife.segments s ON s.position = a.ward_cluster WHERE s.segment = 'premium';

-- benchmark: alllife.ward-size-branch
-- label: AllLife: customers in Ward's cluster branch
-- unit: customers
-- format: ,d
-- published: 385
-- tolerance: 0
-- software: SciPy 1.10.1 and document 004
SELECT sum(a.customers) FROM alllife.cluster_agreement a JOIN alllife.segments s ON s.position = a.ward_cluster WHERE s.segment = 'branch';

-- benchmark: alllife.ward-size-phone
-- label: AllLife: customers in Ward's cluster phone
-- unit: customers
-- format: ,d
-- published: 225
-- tolerance: 0
-- software: SciPy 1.10.1 and document 004
SELECT sum(a.customers) FROM alllife.cluster_agreement a JOIN alllife.segments s ON s.position = a.ward_cluster WHERE s.segment = 'phone';

-- benchmark: alllife.adjusted-rand
-- label: AllLife: adjusted Rand index of k-means and Ward
-- format: .4f
-- published: 0.9943663300699038
-- tolerance: 1e-09
-- software: scikit-learn 1.2.1
SELECT value FROM alllife.parameters WHERE name = 'adjusted_rand_kmeans_ward';

-- benchmark: alllife.component-1
-- label: AllLife: share of variance of principal component 1
-- format: .4f
-- published: 0.4573657823707941
-- tolerance: 1e-09
-- software: scikit-learn 1.2.1
-- sample: 0.01
SELECT share FROM alllife.components WHERE component = 1;

-- benchmark: alllife.component-2
-- label: AllLife: share of variance of principal component 2
-- format: .4f
-- published: 0.37426482651437304
-- tolerance: 1e-09
-- software: scikit-learn 1.2.1
-- sample: 0.01
SELECT share FROM alllife.components WHERE component = 2;

-- benchmark: alllife.component-3
-- label: AllLife: share of variance of principal component 3
-- format: .4f
-- published: 0.06401348169884022
-- tolerance: 1e-09
-- software: scikit-learn 1.2.1
-- sample: 0.01
SELECT share FROM alllife.components WHERE component = 3;

-- benchmark: alllife.coefficient-intercept
-- label: AllLife, limit below the line: coefficient of intercept
-- format: +.4f
-- published: 1.199562917202433
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM alllife.risk_coefficients WHERE model = 'honest' AND term = '(intercept)';

-- benchmark: alllife.error-intercept
-- label: AllLife, limit below the line: standard error of intercept
-- format: .4f
-- published: 0.125282421652793
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT std_error FROM alllife.risk_coefficients WHERE model = 'honest' AND term = '(intercept)';

-- benchmark: alllife.coefficient-credit-cards
-- label: AllLife, limit below the line: coefficient of credit cards
-- format: +.4f
-- published: -1.018417320540659
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards';

-- benchmark: alllife.error-credit-cards
-- label: AllLife, limit below the line: standard error of credit cards
-- format: .4f
-- published: 0.157545634492489
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT std_error FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'credit_cards';

-- benchmark: alllife.coefficient-branch-visits
-- label: AllLife, limit below the line: coefficient of branch visits
-- format: +.4f
-- published: 0.132654248202764
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'branch_visits';

-- benchmark: alllife.error-branch-visits
-- label: AllLife, limit below the line: standard error of branch visits
-- format: .4f
-- published: 0.140631687217949
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT std_error FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'branch_visits';

-- benchmark: alllife.coefficient-online-visits
-- label: AllLife, limit below the line: coefficient of online visits
-- format: +.4f
-- published: -0.350855614434455
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits';

-- benchmark: alllife.error-online-visits
-- label: AllLife, limit below the line: standard error of online visits
-- format: .4f
-- published: 0.15903284420309
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT std_error FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'online_visits';

-- benchmark: alllife.coefficient-calls
-- label: AllLife, limit below the line: coefficient of calls
-- format: +.4f
-- published: 0.816502800043212
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'calls';

-- benchmark: alllife.error-calls
-- label: AllLife, limit below the line: standard error of calls
-- format: .4f
-- published: 0.165215028643493
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT std_error FROM alllife.risk_coefficients WHERE model = 'honest' AND term = 'calls';

-- benchmark: alllife.deviance
-- label: AllLife, limit below the line: deviance
-- format: ,.3f
-- published: 593.377644835627
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'deviance';

-- benchmark: alllife.null-deviance
-- label: AllLife, limit below the line: null deviance
-- format: ,.3f
-- published: 804.639061020402
-- tolerance: 1e-06
-- software: R 4.2.2, glm
-- sample: kept
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'null_deviance';

-- benchmark: alllife.auc
-- label: AllLife, limit below the line: area under the ROC curve
-- format: .4f
-- published: 0.804053239192641
-- tolerance: 1e-06
-- software: R 4.2.2, glm
-- sample: 0.01
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'auc';

-- benchmark: alllife.accuracy
-- label: AllLife, limit below the line: accuracy
-- format: .4f
-- published: 0.759090909090909
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM alllife.risk_metrics WHERE model = 'honest' AND metric = 'accuracy';

-- benchmark: card-usage.rows
-- label: Card usage: card holders
-- unit: card holders
-- format: ,d
-- published: 8950
-- tolerance: 0
-- software: scikit-learn 1.2.1
-- sample: kept
SELECT count(*) FROM card_usage.customers;

-- benchmark: card-usage.mean-balance
-- label: Card usage, balance: mean
-- format: ,.4f
-- published: 1564.4748276781006
-- tolerance: 0.0015644748276781005
-- software: pandas
-- sample: 31.29
SELECT avg(balance) FROM card_usage.customers;

-- benchmark: card-usage.median-balance
-- label: Card usage, balance: median
-- format: ,.4f
-- published: 873.385231
-- tolerance: 0.0008733852309999999
-- software: pandas
-- sample: 17.47
SELECT quantile_cont(balance, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-balance-frequency
-- label: Card usage, balance frequency: mean
-- format: ,.4f
-- published: 0.8772707255865921
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.01755
SELECT avg(balance_frequency) FROM card_usage.customers;

-- benchmark: card-usage.median-balance-frequency
-- label: Card usage, balance frequency: median
-- format: ,.4f
-- published: 1.0
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.02
SELECT quantile_cont(balance_frequency, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-purchases
-- label: Card usage, purchases: mean
-- format: ,.4f
-- published: 1003.2048335195531
-- tolerance: 0.001003204833519553
-- software: pandas
-- sample: 20.06
SELECT avg(purchases) FROM card_usage.customers;

-- benchmark: card-usage.median-purchases
-- label: Card usage, purchases: median
-- format: ,.4f
-- published: 361.28
-- tolerance: 0.00036127999999999996
-- software: pandas
-- sample: 7.226
SELECT quantile_cont(purchases, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-one-off-purchases
-- label: Card usage, one off purchases: mean
-- format: ,.4f
-- published: 592.4373709497207
-- tolerance: 0.0005924373709497207
-- software: pandas
-- sample: 11.85
SELECT avg(one_off_purchases) FROM card_usage.customers;

-- benchmark: card-usage.median-one-off-purchases
-- label: Card usage, one off purchases: median
-- format: ,.4f
-- published: 38.0
-- tolerance: 3.7999999999999995e-05
-- software: pandas
-- sample: 0.76
SELECT quantile_cont(one_off_purchases, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-installment-purchases
-- label: Card usage, installment purchases: mean
-- format: ,.4f
-- published: 411.0676446927374
-- tolerance: 0.0004110676446927374
-- software: pandas
-- sample: 8.221
SELECT avg(installment_purchases) FROM card_usage.customers;

-- benchmark: card-usage.median-installment-purchases
-- label: Card usage, installment purchases: median
-- format: ,.4f
-- published: 89.0
-- tolerance: 8.9e-05
-- software: pandas
-- sample: 1.78
SELECT quantile_cont(installment_purchases, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-cash-advance
-- label: Card usage, cash advance: mean
-- format: ,.4f
-- published: 978.8711124654749
-- tolerance: 0.0009788711124654747
-- software: pandas
-- sample: 19.58
SELECT avg(cash_advance) FROM card_usage.customers;

-- benchmark: card-usage.median-cash-advance
-- label: Card usage, cash advance: median
-- format: ,.4f
-- published: 0.0
-- tolerance: 1e-06
-- software: pandas
-- sample: 1e-06
SELECT quantile_cont(cash_advance, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-purchases-frequency
-- label: Card usage, purchases frequency: mean
-- format: ,.4f
-- published: 0.49035054837988823
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.009807
SELECT avg(purchases_frequency) FROM card_usage.customers;

-- benchmark: card-usage.median-purchases-frequency
-- label: Card usage, purchases frequency: median
-- format: ,.4f
-- published: 0.5
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.01
SELECT quantile_cont(purchases_frequency, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-one-off-purchases-frequency
-- label: Card usage, one off purchases frequency: mean
-- format: ,.4f
-- published: 0.202457683575419
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.004049
SELECT avg(one_off_purchases_frequency) FROM card_usage.customers;

-- benchmark: card-usage.median-one-off-purchases-frequency
-- label: Card usage, one off purchases frequency: median
-- format: ,.4f
-- published: 0.083333
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.001667
SELECT quantile_cont(one_off_purchases_frequency, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-installment-purchases-frequency
-- label: Card usage, installment purchases frequency: mean
-- format: ,.4f
-- published: 0.3644373415642458
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.007289
SELECT avg(installment_purchases_frequency) FROM card_usage.customers;

-- benchmark: card-usage.median-installment-purchases-frequency
-- label: Card usage, installment purchases frequency: median
-- format: ,.4f
-- published: 0.166667
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.003333
SELECT quantile_cont(installment_purchases_frequency, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-cash-advance-frequency
-- label: Card usage, cash advance frequency: mean
-- format: ,.4f
-- published: 0.13514420033519556
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.002703
SELECT avg(cash_advance_frequency) FROM card_usage.customers;

-- benchmark: card-usage.median-cash-advance-frequency
-- label: Card usage, cash advance frequency: median
-- format: ,.4f
-- published: 0.0
-- tolerance: 1e-06
-- software: pandas
-- sample: 1e-06
SELECT quantile_cont(cash_advance_frequency, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-cash-advance-transactions
-- label: Card usage, cash advance transactions: mean
-- format: ,.4f
-- published: 3.2488268156424582
-- tolerance: 3.248826815642458e-06
-- software: pandas
-- sample: 0.06498
SELECT avg(cash_advance_transactions) FROM card_usage.customers;

-- benchmark: card-usage.median-cash-advance-transactions
-- label: Card usage, cash advance transactions: median
-- format: ,.4f
-- published: 0.0
-- tolerance: 1e-06
-- software: pandas
-- sample: 1e-06
SELECT quantile_cont(cash_advance_transactions, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-purchase-transactions
-- label: Card usage, purchase transactions: mean
-- format: ,.4f
-- published: 14.709832402234637
-- tolerance: 1.4709832402234637e-05
-- software: pandas
-- sample: 0.2942
SELECT avg(purchase_transactions) FROM card_usage.customers;

-- benchmark: card-usage.median-purchase-transactions
-- label: Card usage, purchase transactions: median
-- format: ,.4f
-- published: 7.0
-- tolerance: 7e-06
-- software: pandas
-- sample: 0.14
SELECT quantile_cont(purchase_transactions, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-credit-limit
-- label: Card usage, credit limit: mean
-- format: ,.4f
-- published: 4494.449450364621
-- tolerance: 0.004494449450364621
-- software: pandas
-- sample: 89.89
-- note: Without the missing values, which are imputed by the median.
SELECT (sum(c.credit_limit) - any_value(p.value) * any_value(s.median)) / (count(*) - any_value(p.value)) FROM card_usage.customers c, card_usage.parameters p, card_usage.variable_summary s WHERE p.name = 'imputed_credit_limit' AND s.variable = 'credit_limit';

-- benchmark: card-usage.median-credit-limit
-- label: Card usage, credit limit: median
-- format: ,.4f
-- published: 3000.0
-- tolerance: 0.003
-- software: pandas
-- sample: 60
SELECT quantile_cont(credit_limit, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-payments
-- label: Card usage, payments: mean
-- format: ,.4f
-- published: 1733.1438520248046
-- tolerance: 0.0017331438520248046
-- software: pandas
-- sample: 34.66
SELECT avg(payments) FROM card_usage.customers;

-- benchmark: card-usage.median-payments
-- label: Card usage, payments: median
-- format: ,.4f
-- published: 856.901546
-- tolerance: 0.000856901546
-- software: pandas
-- sample: 17.14
SELECT quantile_cont(payments, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-minimum-payments
-- label: Card usage, minimum payments: mean
-- format: ,.4f
-- published: 864.2065423050828
-- tolerance: 0.0008642065423050829
-- software: pandas
-- sample: 17.28
-- note: Without the missing values, which are imputed by the median.
SELECT (sum(c.minimum_payments) - any_value(p.value) * any_value(s.median)) / (count(*) - any_value(p.value)) FROM card_usage.customers c, card_usage.parameters p, card_usage.variable_summary s WHERE p.name = 'imputed_minimum_payments' AND s.variable = 'minimum_payments';

-- benchmark: card-usage.median-minimum-payments
-- label: Card usage, minimum payments: median
-- format: ,.4f
-- published: 312.343947
-- tolerance: 0.000312343947
-- software: pandas
-- sample: 6.247
SELECT quantile_cont(minimum_payments, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-full-payment-share
-- label: Card usage, full payment share: mean
-- format: ,.4f
-- published: 0.15371464849162012
-- tolerance: 1e-06
-- software: pandas
-- sample: 0.003074
SELECT avg(full_payment_share) FROM card_usage.customers;

-- benchmark: card-usage.median-full-payment-share
-- label: Card usage, full payment share: median
-- format: ,.4f
-- published: 0.0
-- tolerance: 1e-06
-- software: pandas
-- sample: 1e-06
SELECT quantile_cont(full_payment_share, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.mean-tenure
-- label: Card usage, tenure: mean
-- format: ,.4f
-- published: 11.51731843575419
-- tolerance: 1.1517318435754189e-05
-- software: pandas
-- sample: 0.2303
SELECT avg(tenure) FROM card_usage.customers;

-- benchmark: card-usage.median-tenure
-- label: Card usage, tenure: median
-- format: ,.4f
-- published: 12.0
-- tolerance: 1.2e-05
-- software: pandas
-- sample: 0.24
SELECT quantile_cont(tenure, 0.5) FROM card_usage.customers;

-- benchmark: card-usage.inertia-three
-- label: Card usage: inertia of k-means with k = 3
-- format: ,.1f
-- published: 111973.37522398689
-- tolerance: 1
-- software: scikit-learn 1.2.1
-- note: The best of many starts; the two may stop a few customers apart.
SELECT inertia FROM card_usage.kmeans_sweep WHERE k = 3;

-- benchmark: card-usage.silhouette-three
-- label: Card usage: mean silhouette with k = 3
-- format: .4f
-- published: 0.250477190217718
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
SELECT silhouette FROM card_usage.kmeans_sweep WHERE k = 3;

-- benchmark: card-usage.inertia
-- label: Card usage: inertia of k-means with k = 4
-- format: ,.1f
-- published: 99061.71617451498
-- tolerance: 1
-- software: scikit-learn 1.2.1
-- note: The best of many starts; the two may stop a few customers apart.
SELECT inertia FROM card_usage.kmeans_sweep WHERE k = 4;

-- benchmark: card-usage.silhouette
-- label: Card usage: mean silhouette with k = 4
-- format: .4f
-- published: 0.19800837476732736
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
SELECT silhouette FROM card_usage.kmeans_sweep WHERE k = 4;

-- benchmark: card-usage.davies-bouldin
-- label: Card usage: Davies–Bouldin index with k = 4
-- format: .4f
-- published: 1.573526150820407
-- tolerance: 0.001
-- software: scikit-learn 1.2.1
SELECT davies_bouldin FROM card_usage.kmeans_sweep WHERE k = 4;

-- benchmark: card-usage.calinski-harabasz
-- label: Card usage: Calinski–Harabasz index with k = 4
-- format: ,.2f
-- published: 1598.0872175554275
-- tolerance: 0.05
-- software: scikit-learn 1.2.1
SELECT calinski_harabasz FROM card_usage.kmeans_sweep WHERE k = 4;

-- benchmark: card-usage.size-low-spenders
-- label: Card usage, segment low-spenders: card holders
-- unit: card holders
-- format: ,d
-- published: 3984
-- tolerance: 10
-- software: scikit-learn 1.2.1
-- sample: 120
-- note: A few card holders lie on the border of two segments.
SELECT customers FROM card_usage.segments WHERE segment = 'low-spenders';

-- benchmark: card-usage.size-instalment
-- label: Card usage, segment instalment: card holders
-- unit: card holders
-- format: ,d
-- published: 3369
-- tolerance: 10
-- software: scikit-learn 1.2.1
-- sample: 101
-- note: A few card holders lie on the border of two segments.
SELECT customers FROM card_usage.segments WHERE segment = 'instalment';

-- benchmark: card-usage.size-cash-advance
-- label: Card usage, segment cash-advance: card holders
-- unit: card holders
-- format: ,d
-- published: 1196
-- tolerance: 10
-- software: scikit-learn 1.2.1
-- sample: 36
-- note: A few card holders lie on the border of two segments.
SELECT customers FROM card_usage.segments WHERE segment = 'cash-advance';

-- benchmark: card-usage.size-big-spenders
-- label: Card usage, segment big-spenders: card holders
-- unit: card holders
-- format: ,d
-- published: 401
-- tolerance: 10
-- software: scikit-learn 1.2.1
-- sample: 12
-- note: A few card holders lie on the border of two segments.
SELECT customers FROM card_usage.segments WHERE segment = 'big-spenders';

-- benchmark: card-usage.component-1
-- label: Card usage: share of variance of principal component 1
-- format: .4f
-- published: 0.27297671346777996
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT share FROM card_usage.components WHERE component = 1;

-- benchmark: card-usage.component-2
-- label: Card usage: share of variance of principal component 2
-- format: .4f
-- published: 0.20313779614506605
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT share FROM card_usage.components WHERE component = 2;

-- benchmark: card-usage.component-3
-- label: Card usage: share of variance of principal component 3
-- format: .4f
-- published: 0.0881318170190687
-- tolerance: 1e-06
-- software: scikit-learn 1.2.1
SELECT share FROM card_usage.components WHERE component = 3;

-- benchmark: card-usage.cophenetic-ward
-- label: Card usage: cophenetic correlation of Ward's tree
-- format: .4f
-- published: 0.34575432685806684
-- tolerance: 1e-06
-- software: SciPy 1.10.1
SELECT cophenetic_correlation FROM card_usage.linkages WHERE method = 'ward';

-- benchmark: card-usage.coefficient-intercept
-- label: Card usage, paid less than the minimum: coefficient of intercept
-- format: +.4f
-- published: -1.4513834737501488
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = '(intercept)';

-- benchmark: card-usage.coefficient-balance
-- label: Card usage, paid less than the minimum: coefficient of balance
-- format: +.4f
-- published: 1.661534637541137
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance';

-- benchmark: card-usage.coefficient-balance-frequency
-- label: Card usage, paid less than the minimum: coefficient of balance frequency
-- format: +.4f
-- published: 0.257565990376984
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'balance_frequency';

-- benchmark: card-usage.coefficient-one-off-purchases
-- label: Card usage, paid less than the minimum: coefficient of one off purchases
-- format: +.4f
-- published: -0.4785812459395999
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'one_off_purchases';

-- benchmark: card-usage.coefficient-installment-purchases
-- label: Card usage, paid less than the minimum: coefficient of installment purchases
-- format: +.4f
-- published: -0.4420573126356003
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'installment_purchases';

-- benchmark: card-usage.coefficient-cash-advance
-- label: Card usage, paid less than the minimum: coefficient of cash advance
-- format: +.4f
-- published: -0.3959657728854887
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'cash_advance';

-- benchmark: card-usage.coefficient-purchases-frequency
-- label: Card usage, paid less than the minimum: coefficient of purchases frequency
-- format: +.4f
-- published: -0.0152876464134938
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'purchases_frequency';

-- benchmark: card-usage.coefficient-one-off-purchases-frequency
-- label: Card usage, paid less than the minimum: coefficient of one off purchases frequency
-- format: +.4f
-- published: -0.2741498481239329
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'one_off_purchases_frequency';

-- benchmark: card-usage.coefficient-installment-purchases-frequency
-- label: Card usage, paid less than the minimum: coefficient of installment purchases frequency
-- format: +.4f
-- published: -0.1734189997937452
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'installment_purchases_frequency';

-- benchmark: card-usage.coefficient-cash-advance-frequency
-- label: Card usage, paid less than the minimum: coefficient of cash advance frequency
-- format: +.4f
-- published: -0.2459152041276797
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'cash_advance_frequency';

-- benchmark: card-usage.coefficient-cash-advance-transactions
-- label: Card usage, paid less than the minimum: coefficient of cash advance transactions
-- format: +.4f
-- published: 0.0963474792880606
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'cash_advance_transactions';

-- benchmark: card-usage.coefficient-purchase-transactions
-- label: Card usage, paid less than the minimum: coefficient of purchase transactions
-- format: +.4f
-- published: 0.1152830881730247
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'purchase_transactions';

-- benchmark: card-usage.coefficient-credit-limit
-- label: Card usage, paid less than the minimum: coefficient of credit limit
-- format: +.4f
-- published: -1.159078791992885
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'credit_limit';

-- benchmark: card-usage.coefficient-tenure
-- label: Card usage, paid less than the minimum: coefficient of tenure
-- format: +.4f
-- published: -0.2564180180435615
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT coefficient FROM card_usage.risk_coefficients WHERE model = 'honest' AND term = 'tenure';

-- benchmark: card-usage.deviance
-- label: Card usage, paid less than the minimum: deviance
-- format: ,.3f
-- published: 7898.65892613778
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'deviance';

-- benchmark: card-usage.null-deviance
-- label: Card usage, paid less than the minimum: null deviance
-- format: ,.3f
-- published: 10137.6491213362
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'null_deviance';

-- benchmark: card-usage.auc
-- label: Card usage, paid less than the minimum: area under the ROC curve
-- format: .4f
-- published: 0.818176128319348
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'auc';

-- benchmark: card-usage.accuracy
-- label: Card usage, paid less than the minimum: accuracy
-- format: .4f
-- published: 0.78056970819824
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'accuracy';

-- benchmark: card-usage.positives
-- label: Card usage, paid less than the minimum: positives
-- format: ,d
-- published: 2364
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'positives';

-- benchmark: card-usage.rows-with-label
-- label: Card usage, paid less than the minimum: card holders with a label
-- format: ,d
-- published: 8636
-- tolerance: 1e-06
-- software: R 4.2.2, glm
SELECT value FROM card_usage.risk_metrics WHERE model = 'honest' AND metric = 'rows';
