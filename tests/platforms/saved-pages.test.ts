/** Pages nobody here wrote give exactly what they say, read by the reader that ships. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Field, Fields, postFieldNames, type PostRecord } from "../../src/platforms/field.ts";
import { readFields } from "../../src/platforms/read-fields.ts";
import { isSameInstant } from "../../src/platforms/same-instant.ts";
import { readSavedFile } from "../fakes/saved-page.ts";
import { projectRoot } from "../source/read-source.ts";
import { type ExpectedPost, savedPages } from "./saved-pages.ts";

const folder = join(projectRoot, "tests", "pages", "saved");
/** Given by their beginning. */
const long = new Set(["postText", "postedAtRange", "postTitle", "availability"]);

describe.each(savedPages)("$file at $url", ({ file, url, platform, kind, fields, ...more }) => {
  const { quoted, posts, hasChanged = false } = more;
  test("says exactly this", { timeout: 60_000 }, async () => {
    const found = readFields(await readSavedFile(join(folder, file), url), null);
    expect(Fields.safeParse(found).success).toBe(true);
    expect([found.platform.value, found.pageKind?.value]).toEqual([platform, kind]);
    expectPost(found, fields);
    if (quoted) expectPost(found.quoted ?? {}, quoted);
    else expect(found.quoted).toBeUndefined();
    expect(found.posts?.length ?? 0).toBe(posts?.count ?? 0);
    for (const [index, first] of (posts?.first ?? []).entries())
      expectPost(found.posts?.[index] ?? {}, first);
    expect(found.health?.hasChanged ?? false).toBe(hasChanged);
  });
});

/** Nothing else than expected, and everything that is; no two sources of the page disagree. */
function expectPost(post: PostRecord, expected: ExpectedPost): void {
  for (const name of postFieldNames) {
    const field = post[name];
    const value = field?.value ?? null;
    const wanted = expected[name] ?? null;
    const shown = `${name}: ${value}`;
    if (wanted === null) expect(value, shown).toBeNull();
    else if (/^(?:posted|edited)At$/.test(name)) expect(isSameInstant(value ?? "", wanted), shown).toBe(true);
    else if (long.has(name)) expect(value?.startsWith(wanted), shown).toBe(true);
    else expect(value, name).toBe(wanted);
    expect(field?.state, shown).not.toBe("conflict");
    expectTraced(field);
  }
  if (expected.media) expect(post.media?.map(({ value }) => value)).toEqual(expected.media);
}

/** Every value has a candidate that says where it is from. */
function expectTraced(field: Field | undefined): void {
  if (!field || field.value === null) return;
  const source = field.candidates.find(({ value }) => value === field.value);
  expect(source?.locator).toBeTruthy();
  expect(source?.raw).toBeTruthy();
}

test("pages with many posts list every one of them once, with its own time", async () => {
  const [page] = savedPages.filter(({ file }) => file === "facebook-page-posts-2019-pl.html");
  const { posts = [] } = readFields(
    await readSavedFile(join(folder, page?.file ?? ""), page?.url ?? ""),
    null,
  );
  const seconds = posts.map(({ postedAt }) => Date.parse(postedAt?.value ?? "") / 1_000);
  expect(seconds).toEqual([
    1562160573, 1563883027, 1563869152, 1563025708, 1562936915, 1562856474, 1562771399, 1562595849,
    1561900524, 1561639211, 1561376258, 1561297183, 1561205318, 1560623524, 1559985730, 1559822687,
    1559402930, 1559387087, 1558799401,
  ]);
});

test("who forwarded a message is not who wrote it", async () => {
  const file = join(folder, "telegram-tme-s-messages.excerpt.html");
  const post = readFields(await readSavedFile(file, "https://t.me/tchantest/89"), null);
  expect([post.posterHandle.value, post.quoted?.posterName?.value, post.quoted?.posterHandle?.value]).toEqual(
    ["tchantest", "Some user", "some_user"],
  );
});
