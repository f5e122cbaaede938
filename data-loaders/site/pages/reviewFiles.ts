import {siteAddress} from "../../publish/siteAddress.js";

/** Files of the review in the site's data folder, beside those of the data sets. */
export const reviewFiles = ["evidence.json", "sentences.json", "changes.json", "bom.json", "licences.txt"];

/** What a preparation writes beside the data sets' files. */
export const preparedFiles = [
  "evidence.json",
  "review.json",
  "failing.json",
  ...reviewFiles.map(siteAddress),
];
