/** What stops packing before anything is given back: nothing half or changed leaves, and no picture that was not masked. */
import { expect, test } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { packBundle } from "../../../src/bundle/pack-bundle.ts";
import { packInput, type SampleCase, sampleCase } from "./sample-case.ts";
import { sampleMedia } from "./sample-item.ts";

async function refusal(
  change: (sample: SampleCase) => Partial<ReturnType<typeof packInput>> | undefined,
): Promise<unknown> {
  const sample = await sampleCase();
  const input = { ...packInput(sample), ...change(sample) };
  return packBundle(input).catch((error: unknown) => error);
}

function expectFailure(thrown: unknown, code: Failure["code"], place: string): void {
  expect(thrown).toBeInstanceOf(Failure);
  expect(thrown).toMatchObject({ code, message: expect.stringContaining(place) });
}

const secondText = "22222222-2222-4222-8222-000000000002/text.txt";

test("a missing file stops packing and is named", async () => {
  const thrown = await refusal((sample) => {
    sample.files.delete(secondText);
    return undefined;
  });
  expectFailure(thrown, "read-back-differs", "c0002/text.txt: is missing");
});

test("a changed file stops packing and is named", async () => {
  const thrown = await refusal((sample) => {
    sample.files.set(secondText, new Blob(["測試貼文內溶\n"]));
    return undefined;
  });
  expectFailure(thrown, "read-back-differs", "c0002/text.txt");
});

test("a file that cannot be read stops packing and keeps the cause", async () => {
  const cause = new Error("disk");
  const thrown = await refusal(() => ({ readFile: () => Promise.reject(cause) }));
  expectFailure(thrown, "read-back-differs", "c0001/");
  expect((thrown as Failure).cause).toBe(cause);
});

test("an item that the log does not know stops packing", async () => {
  const thrown = await refusal(({ items }) => ({
    items: items.map((item) => ({ ...item, isMasked: true, number: item.number + 5 })),
  }));
  expectFailure(thrown, "read-back-differs", "the log does not know");
});

test("a log that does not chain stops packing", async () => {
  const thrown = await refusal(({ log }) => ({ log: log.toSpliced(2, 1) }));
  expectFailure(thrown, "read-back-differs", "log line 3");
});

test("a picture that was not masked never leaves a case that must be masked", async () => {
  const thrown = await refusal(({ items }) => ({
    items: items.map((item) => ({ ...item, isMasked: false })),
  }));
  expectFailure(thrown, "mask-not-confirmed", "c0001");
});

test.each([
  ["a page's text", { text: "<img src=data:image/png;base64,iVBORw0KGgo=>" }],
  ["an address of a picture", { media: [sampleMedia("data:image/gif;base64,R0lGOD")] }],
  ["a title", { title: "data:image/webp;base64,UklGRg==" }],
])("a picture written into %s never leaves a case that must be masked", async (_, sketch) => {
  const thrown = await packBundle(packInput(await sampleCase({ items: [sketch] }))).catch(
    (error: unknown) => error,
  );
  expectFailure(thrown, "mask-not-confirmed", "c0001");
});

test("stopping stops, with the reason given", async () => {
  const stop = new AbortController();
  const input = {
    ...packInput(await sampleCase()),
    signal: stop.signal,
    onProgress: () => stop.abort(new Error("enough")),
  };
  await expect(packBundle(input)).rejects.toThrow("enough");
});

test("two items of one number, or a file with the name of another, stop packing", async () => {
  const twice = await refusal(({ items }) => ({ items: [...items, ...items] }));
  expectFailure(twice, "read-back-differs", "two items have this number");
  const [item] = (await sampleCase()).items;
  const doubled = await refusal(() => ({
    items: item ? [{ ...item, files: [...item.files, ...item.files] }] : [],
  }));
  expectFailure(doubled, "read-back-differs", "no file may have this name");
});

test("a suffix or a version that is not one plain word is refused", async () => {
  const input = packInput(await sampleCase());
  await expect(packBundle({ ...input, suffix: "../../" })).rejects.toThrow(TypeError);
  const forged = { extensionVersion: "0.1.0\nRecipient: self", buildId: "test-build" };
  await expect(packBundle({ ...input, tool: forged })).rejects.toThrow();
});
