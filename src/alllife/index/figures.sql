-- Figures of the page Summary. Each is one value from the published tables; pages quote it as {{id}} or {{id:format}}.

-- each segment: premium branch phone

-- figure: alllife.{segment}.median-limit
-- label: Segment {segment}: median credit limit
-- unit: $
-- format: $,.0f
SELECT median FROM alllife.segment_profiles WHERE segment = '{segment}' AND variable = 'credit_limit';

-- figure: alllife.segments
-- label: Segments
-- unit: segments
-- format: words
SELECT count(*) FROM alllife.segments;

-- figure: alllife.input.edition
-- label: Edition: the first digits of the input's SHA-256
-- unit: text
SELECT left(sha256, 8) FROM alllife.input_file;

-- figure: alllife.input.as-of
-- label: Day or period that the file describes, as its definition declares
-- unit: text
SELECT coalesce(as_of, CASE WHEN synthetic THEN 'none, the sample is made up' ELSE 'not stated in the file' END) FROM alllife.input_file;

-- figure: alllife.author
-- label: Who answers for the chapter, as its definition names them
-- unit: text
SELECT author FROM alllife.chapter;
