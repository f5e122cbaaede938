import {describe, expect, test} from "vitest";
import {hitSentence, textFragment} from "../../../../src/lib/search/hitSentence.js";
import type {SearchedPage} from "../../../../src/lib/search/passage.js";
import {searchPassages} from "../../../../src/lib/search/searchPassages.js";

function page(title: string, weight: number, ...texts: string[]): SearchedPage {
  return {
    path: title.toLowerCase(),
    title,
    part: "",
    weight,
    passages: texts.map((text) => ({text, anchor: "", heading: title})),
  };
}

const search = searchPassages([
  page("Review", 0.4, "The mean silhouette of the groups"),
  page("Clustering", 1, "The mean silhouette of the groups", "Ward's tree joins groups.", "Déjà vu"),
  page("Summary", 3, "The mean silhouette of the groups"),
  page("Exploration", 1, "The principal components hold most of the variation"),
]);

describe("searchPassages", () => {
  test("answers with the summary first, and with lists for review last", () => {
    expect(search("mean silh").map(({page: {title}}) => title)).toEqual(["Summary", "Clustering", "Review"]);
  });

  test("wants all words, and only where no passage has all of them some, or words spelt alike", () => {
    expect(search("ward groups").map(({passage}) => passage.text)).toEqual(["Ward's tree joins groups."]);
    expect(search("silhouete").length).toBe(3);
    expect(search("nothing whatever")).toEqual([]);
  });

  test("knows the trade's words, and does not mind accents", () => {
    expect(search("PCA")[0].page.title).toBe("Exploration");
    expect(search("hierarchical")[0].passage.text).toContain("Ward");
    expect(search("deja")[0].words).toEqual(["deja"]);
  });
});

describe("hitSentence", () => {
  test("is the sentence with most of the words, and marks them", () => {
    const {text, marks} = hitSentence("One tree. Two trees and a house. Three.", ["trees", "house"]);
    expect(text).toBe("Two trees and a house.");
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["trees", "house"]);
  });

  test("is cut around the first word where it is long, at spaces", () => {
    const long = `${"before ".repeat(40)}elbow ${"after ".repeat(40)}`.trim();
    const {text, marks} = hitSentence(long, ["elbow"]);
    expect(text).toMatch(/^… (before )+elbow (after )+…$/);
    expect(text.length).toBeLessThanOrEqual(164);
    expect(text.slice(...marks[0])).toBe("elbow");
  });
});

test("textFragment names a sentence by its ends, so that a browser finds it", () => {
  expect(textFragment("It's well-known")).toBe(":~:text=It%27s%20well%2Dknown");
  expect(textFragment("… one two three four five six seven, eight nine …")).toBe(
    ":~:text=one%20two%20three%20four,six%20seven%2C%20eight%20nine",
  );
});
