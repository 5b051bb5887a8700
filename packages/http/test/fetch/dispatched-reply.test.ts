import { expect, it, vi } from "vitest";
import { DispatchedReply } from "../../src/fetch/dispatched-reply.ts";

function replyUnderWay(): {
  readonly reply: DispatchedReply;
  readonly controller: AbortController;
  readonly settled: Promise<unknown>;
} {
  const controller = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  return { reply: new DispatchedReply(controller.signal, resolve, reject), controller, settled: promise };
}

const bytes = new Uint8Array(8);

it("rejects with the reason of an abort before there is a connection, and ends the one that comes", async () => {
  const { reply, controller, settled } = replyUnderWay();
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(settled).rejects.toBe(reason);
  const abort = vi.fn<(reason?: unknown) => void>();
  reply.onConnect(abort);
  expect(abort).toHaveBeenCalledWith(reason);
});

it("rejects what is read when it is aborted in the body", async () => {
  const { reply, controller } = replyUnderWay();
  const abort = vi.fn<(reason?: unknown) => void>();
  reply.onConnect(abort);
  reply.onHeaders(200, [], () => undefined);
  const reading = reply.body.getReader().read();
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(reading).rejects.toBe(reason);
  expect(abort).toHaveBeenCalledExactlyOnceWith(reason);
});

it("asks for a pause while nobody reads, and goes on when somebody does", async () => {
  const { reply } = replyUnderWay();
  const resume = vi.fn<() => void>();
  reply.onConnect(() => undefined);
  reply.onHeaders(200, [], resume);
  expect(reply.onData(bytes)).toBe(false);
  const reader = reply.body.getReader();
  expect(await reader.read()).toEqual({ done: false, value: bytes });
  expect(resume).not.toHaveBeenCalled();
  const next = reader.read();
  expect(resume).toHaveBeenCalledOnce();
  expect(reply.onData(bytes)).toBe(true);
  expect(await next).toEqual({ done: false, value: bytes });
  reply.onComplete();
  expect(await reader.read()).toEqual({ done: true });
});

it("ends its connection when its body is not wanted", async () => {
  const { reply } = replyUnderWay();
  const abort = vi.fn<(reason?: unknown) => void>();
  reply.onConnect(abort);
  reply.onHeaders(302, [], () => undefined);
  await reply.body.cancel();
  expect(abort).toHaveBeenCalledOnce();
});

it("refuses a server that leaves HTTP", async () => {
  const { reply, settled } = replyUnderWay();
  reply.onConnect((reason) => reply.onError(reason));
  reply.onUpgrade();
  await expect(settled).rejects.toMatchObject({ message: "fetch failed" });
});

it("leaves no listener on the signal of a call that is over", () => {
  const { reply, controller } = replyUnderWay();
  const remove = vi.spyOn(controller.signal, "removeEventListener");
  reply.onHeaders(200, [], () => undefined);
  reply.onComplete();
  expect(remove).toHaveBeenCalledOnce();
});
