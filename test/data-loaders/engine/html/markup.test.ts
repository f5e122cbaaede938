import fc from "fast-check";
import {JSDOM} from "jsdom";
import {expect, test} from "vitest";
import {html, joined, markupFrom} from "../../../../data-loaders/engine/html/markup.js";

const {document} = new JSDOM("").window;

/** Text as a browser takes it: without NUL, and with one kind of line end. */
const text = fc
  .string({unit: "grapheme"})
  .map((value) => value.replaceAll("\0", "").replaceAll(/\r\n?/g, "\n"));

test("whatever is put in is text to a browser, in content and in attributes", () => {
  fc.assert(
    fc.property(text, (value) => {
      document.body.innerHTML = String(html`<p title="${value}">${value}</p>`);
      const [paragraph] = document.body.children;
      expect(document.body.children).toHaveLength(1);
      expect(paragraph.childElementCount).toBe(0);
      expect(paragraph.getAttribute("title")).toBe(value);
      expect(paragraph.textContent).toBe(value);
    }),
  );
});

test("markup is put in as it is, and lists of it one after another", () => {
  const items = ["a < b", "c & d"].map((each) => html`<li>${each}</li>`);
  expect(String(html`<ul>${items}</ul>`)).toBe("<ul><li>a &lt; b</li><li>c &amp; d</li></ul>");
  expect(String(html`${markupFrom("<svg></svg>")}${3}${[]}`)).toBe("<svg></svg>3");
  expect(String(joined(items, html`<br>`))).toBe("<li>a &lt; b</li><br><li>c &amp; d</li>");
});

test("markup that has become text is text", () => {
  expect(String(html`<p>${`${html`<b>x</b>`}`}</p>`)).toBe("<p>&lt;b&gt;x&lt;/b&gt;</p>");
});
