/** Answers one message: envelope, then sender, then schema, then the handler. Errors travel as data. */
import { codeOf, failureCodes } from "../base/failure.ts";
import { z } from "../base/schema.ts";
import { contract, type Kind, type MessageSender } from "./contract.ts";

export const Envelope = z.object({ keepleaf: z.literal(1), kind: z.string(), request: z.unknown() });

export const Reply = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), response: z.unknown() }),
  z.object({ ok: z.literal(false), code: z.enum(failureCodes), message: z.string() }),
]);
export type Reply = z.infer<typeof Reply>;

type AnyHandler = (request: never, sender: MessageSender) => Promise<unknown>;

/** Null means "not for me": another message, or a kind that somebody else answers. */
export function answer(
  handlers: Partial<Record<Kind, AnyHandler>>,
  raw: unknown,
  sender: MessageSender,
): Promise<Reply> | null {
  const envelope = Envelope.safeParse(raw);
  if (!envelope.success) return null;
  const kind = knownKind(envelope.data.kind);
  const handler = kind && handlers[kind];
  if (!kind || !handler) return null;
  if (!(contract[kind].from as readonly string[]).includes(sender.sender)) {
    return Promise.resolve(refusal(`${kind} is not for ${sender.sender}`));
  }
  const request = contract[kind].request.safeParse(envelope.data.request);
  if (!request.success) return Promise.resolve(refusal(`${kind} does not fit its schema`));
  return reply(
    handler as (request: unknown, sender: MessageSender) => Promise<unknown>,
    request.data,
    sender,
  );
}

function knownKind(kind: string): Kind | null {
  return Object.hasOwn(contract, kind) ? (kind as Kind) : null;
}

function refusal(message: string): Reply {
  return { ok: false, code: "message-refused", message };
}

async function reply(
  handler: (request: unknown, sender: MessageSender) => Promise<unknown>,
  request: unknown,
  sender: MessageSender,
): Promise<Reply> {
  try {
    return { ok: true, response: await handler(request, sender) };
  } catch (error) {
    return {
      ok: false,
      code: codeOf(error),
      message: error instanceof Error ? error.message : "unknown error",
    };
  }
}
