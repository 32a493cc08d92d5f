/** Addresses in style values, as the browser writes them out and as a page wrote them. */
import { expect, test } from "vitest";
import { addressesInStyle } from "../../../../src/capture/views/style-addresses.ts";

test.each<[string, string[]]>([
  ['url("https://a.example/1")', ["https://a.example/1"]],
  ['url("a\\"b")', ['a"b']],
  ["url( /p.png?x=1 )", ["/p.png?x=1"]],
  ["url('a.png') no-repeat, url(b\\)c.png)", ["a.png", "b)c.png"]],
  ['url("#filter"), url(#other), url(""), url()', []],
  ["none", []],
  ['image-set(url("a.png") 1x, url("b.png") 2x)', ["a.png", "b.png"]],
])("%s names %j", (value, addresses) => {
  expect(addressesInStyle(value)).toEqual(addresses);
});
