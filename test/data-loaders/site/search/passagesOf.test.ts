import {expect, test} from "vitest";
import {passagesOf} from "../../../../data-loaders/site/search/passagesOf.js";

test("a page's passages have their text as read, the heading above, and the nearest id", () => {
  const html = `<p>Before &amp; after</p>
<h2 id="trees"><a href="#trees">Ward's <b>tree</b></a></h2>
<p>It is <data value="3">three</data><br>groups&#8203;&nbsp;wide.</p>
<figure><figcaption>Joinings</figcaption><svg><text>axis</text></svg><details><p>no data</p></details></figure>
<ul><li id="own">An item<ul><li>within it</li></ul></li></ul>
<table><tr><td>12.5</td></tr><tr id="row"><td><strong>Share of calls</strong><br><code>a.b</code></td><td>40%</td><td>left out</td></tr></table>`;
  expect(passagesOf(html)).toEqual([
    {text: "Before & after", anchor: "", heading: ""},
    {text: "Ward's tree", anchor: "trees", heading: ""},
    {text: "It is three groups wide.", anchor: "trees", heading: "Ward's tree"},
    {text: "Joinings", anchor: "trees", heading: "Ward's tree"},
    {text: "An item", anchor: "own", heading: "Ward's tree"},
    {text: "within it", anchor: "trees", heading: "Ward's tree"},
    {text: "Share of calls a.b · 40%", anchor: "row", heading: "Ward's tree"},
  ]);
});
