import { Stripe } from "stripe";

export const read = (url) => {
  const { hostname: host, port } = new URL(url);
  const options = { host, port, protocol: "http", maxNetworkRetries: 0, telemetry: false };
  return new Stripe("sk_test_demo_stripe", options).balance.retrieve();
};
