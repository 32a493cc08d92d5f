/** Sends typed messages over any transport and checks what comes back. */
import { Failure } from "../base/failure.ts";
import { Reply } from "./answer.ts";
import { contract, type Kind, type Request, type Response } from "./contract.ts";

/** Carries an envelope to the other side; resolves with the raw reply, `undefined` when nobody answered. */
export type Transport = (envelope: unknown) => Promise<unknown>;

export type Send = <K extends Kind>(kind: K, request: Request<K>) => Promise<Response<K>>;

/** @throws Failure with the code the other side gave, or `message-refused` when nothing sensible came back. */
export function connect(transport: Transport): Send {
  return async (kind, request) => {
    const reply = Reply.safeParse(await transport({ keepleaf: 1, kind, request }));
    if (!reply.success) throw new Failure("message-refused", `${kind} was not answered`);
    if (!reply.data.ok) throw new Failure(reply.data.code, `${kind}: ${reply.data.message}`);
    const response = contract[kind].response.safeParse(reply.data.response);
    if (!response.success) throw new Failure("message-refused", `${kind} was answered out of shape`);
    return response.data as Response<typeof kind>;
  };
}
