// The vendors' side of the benchmark, in a process of its own: one reply for each vendor, at a path of its name.
import { replyJson, startFaultServer, type Fault } from "@openbalance/testing";
import { wireVendors } from "../test/faults/wire-vendors.ts";

const faults = new Map(
  wireVendors.map(({ vendor, reply }) => [vendor, replyJson(reply("1250.75", "1000.25"))]),
);

const answer: Fault = (exchange) => faults.get(exchange.request.rawUrl.split("/")[1] ?? "")?.(exchange);

const server = await startFaultServer(answer);
process.send?.(server.url);
process.once("disconnect", () => void server.close());
