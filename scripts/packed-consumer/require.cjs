const { isBalanceError, parseDecimal } = require("@openbalance/normalize");
const { createTelnyxClient } = require("@openbalance/telnyx");

if (parseDecimal("90071992547409931.10") !== "90071992547409931.1") throw new Error("digits are lost");
try {
  createTelnyxClient({ apiKey: "" });
  throw new Error("an empty key was accepted");
} catch (error) {
  if (!isBalanceError(error) || error.code !== "config") throw error;
}
console.log("packed packages: required from CommonJS");
