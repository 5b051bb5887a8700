// Stands in for Flexprice with as many wallets as are asked for: a process of its own, which prints its address.
// One request in 200 is answered with 503, and one wallet in 1,000 does not exist.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsAt, walletAmount } from "./wallet-amount.ts";

let requests = 0;
const server = createServer((request, response) => {
  const [, number] = /^\/wallets\/wallet_(\d+)\/balance\/real-time/.exec(request.url ?? "") ?? [];
  requests += 1;
  response.setHeader("content-type", "application/json");
  if (number === undefined)
    response.writeHead(400).end('{"code":"validation_error","message":"no such path"}');
  else if (requests % 200 === 0)
    response.writeHead(503).end('{"code":"service_unavailable","message":"busy"}');
  else if (!existsAt(Number(number)))
    response.writeHead(404).end('{"code":"not_found","message":"no such wallet"}');
  else response.end(JSON.stringify(walletOf(number)));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
process.once("SIGTERM", () => {
  console.log(requests);
  server.close();
  server.closeAllConnections();
});

function walletOf(number: string): object {
  const amount = walletAmount(Number(number));
  return {
    id: `wallet_${number}`,
    currency: "usd",
    wallet_status: "active",
    wallet_type: "PRE_PAID",
    conversion_rate: "1",
    balance: amount,
    credit_balance: amount,
    real_time_balance: amount,
    real_time_credit_balance: amount,
    current_period_usage: "0",
    is_cached_fallback: false,
  };
}
