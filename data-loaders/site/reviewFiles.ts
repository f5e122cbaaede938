/** Files of the review in the site's data folder, beside those of the data sets. */
export const reviewFiles = ["evidence.json", "changes.json"];
