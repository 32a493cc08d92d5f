/** Who may send what, and that nothing else gets through. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { answer } from "../../../src/protocol/answer.ts";
import { connect } from "../../../src/protocol/connect.ts";
import {
  contract,
  type Handlers,
  type Kind,
  type MessageSender,
  senders,
} from "../../../src/protocol/contract.ts";

const caseId = "11111111-1111-4111-8111-111111111111";
const ui: MessageSender = { sender: "ui", tabId: null, documentId: null };

function handlersThatCount() {
  const seen: string[] = [];
  const handlers: Pick<Handlers<"worker">, "capture.start" | "capture.note"> = {
    "capture.start": async ({ tabId }) => {
      seen.push(`start ${tabId}`);
      return { kind: "started", captureId: caseId };
    },
    "capture.note": async () => {
      throw new Failure("nothing-kept", "no address");
    },
  };
  return { seen, handlers };
}

describe("a message", () => {
  it("reaches its handler and comes back typed", async () => {
    const { seen, handlers } = handlersThatCount();
    const send = connect(async (envelope) => answer(handlers, envelope, ui));
    expect(await send("capture.start", { tabId: 7, caseId })).toEqual({ kind: "started", captureId: caseId });
    expect(seen).toEqual(["start 7"]);
  });

  it("brings a failure back with its code", async () => {
    const send = connect(async (envelope) => answer(handlersThatCount().handlers, envelope, ui));
    await expect(send("capture.note", { tabId: 7, caseId })).rejects.toMatchObject({ code: "nothing-kept" });
  });

  it("is refused when nobody answers or the answer is out of shape", async () => {
    const lost = connect(async () => undefined);
    const odd = connect(async () => ({ ok: true, response: { kind: "perhaps" } }));
    await expect(lost("capture.start", { tabId: 7, caseId })).rejects.toMatchObject({
      code: "message-refused",
    });
    await expect(odd("capture.start", { tabId: 7, caseId })).rejects.toMatchObject({
      code: "message-refused",
    });
  });
});

describe("the contract", () => {
  const kinds = Object.keys(contract) as Kind[];

  it.each(kinds)("%s is refused from everyone it is not for", async (kind) => {
    const strangers = senders.filter(
      (sender) => !(contract[kind].from as readonly string[]).includes(sender),
    );
    const calls: string[] = [];
    const handlers = { [kind]: async () => calls.push(kind) };
    for (const sender of strangers) {
      const reply = await answer(handlers, { keepleaf: 1, kind, request: null }, { ...ui, sender });
      expect(reply).toMatchObject({ ok: false, code: "message-refused" });
    }
    expect(calls).toEqual([]);
  });

  it("lets no random or mutated message through to a handler", async () => {
    const { seen, handlers } = handlersThatCount();
    const request = fc.oneof(fc.anything(), fc.record({ tabId: fc.anything(), caseId: fc.string() }));
    const envelope = fc.record({
      keepleaf: fc.constantFrom(1, 2, "1"),
      kind: fc.constantFrom(...kinds, "x", "__proto__"),
      request,
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), envelope), async (raw) => {
        await answer({ "capture.start": handlers["capture.start"] }, raw, ui);
      }),
      { numRuns: 10_000 },
    );
    expect(seen).toEqual([]);
  });
});
