import { replyJson, startFaultServer, startMock } from "@openbalance/testing";
import { describe, expect, it } from "vitest";
import { readBalance, type BalanceSnapshot } from "../../src/index.ts";
import { issuesOf } from "../vendors/snapshot-views.ts";
import { wireVendors, type WireVendor } from "./wire-vendors.ts";

/** What an account makes of a reply that comes over a socket byte for byte. */
async function readReply({ account }: WireVendor, body: string): Promise<BalanceSnapshot> {
  await using server = await startFaultServer(replyJson(body));
  // Awaited here, or the server would be closed first.
  return await readBalance(account(server.url));
}

describe.each(wireVendors)("$vendor", (vendor) => {
  it.each([
    ["90071992547409931.10", "90071992547409931.1"],
    ["123456789012345678901234567890.5", "123456789012345678901234567890.5"],
    ["0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
    ["1e-30", "0.000000000000000000000000000001"],
    ["1.50E+3", "1500"],
    ["-0", "0"],
    ["-0.0", "0"],
    ['"1e3"', "1000"],
    ["9e307", `9${"0".repeat(307)}`],
  ])("[row 43] reads %s to the last digit", async (literal, total) => {
    const [balance] = (await readReply(vendor, vendor.reply(literal, "-1"))).balances;
    expect(balance?.total).toBe(total);
    expect(balance?.provenance["/total"]).toMatchObject({
      path: vendor.totalAt,
      text: literal.replaceAll('"', ""),
      precision: "source",
    });
  });

  it.each(["1e400", "-1e400", "1.797e308", "1e-400", '"1e999999999"', "1e999999999"])(
    "[row 43] leaves out %s, which is beyond a double, and says so",
    async (literal) => {
      const snapshot = await readReply(vendor, vendor.reply(literal, "1"));
      expect(snapshot.balances[0]).not.toHaveProperty("total");
      expect(snapshot.balances[0]).toHaveProperty("available", "1");
      expect(issuesOf(snapshot)).toContain(`bad_number ${vendor.totalAt}`);
    },
  );

  it.each(["", " 1", "1 ", "1,000.00", "0x10", "NaN", "Infinity", "٣", "+1", ".5", "1.", "abc"])(
    "[row 44] leaves out the text %j, which is no number, and says so",
    async (text) => {
      const snapshot = await readReply(vendor, vendor.reply(JSON.stringify(text), '"1"'));
      expect(snapshot.balances[0]).not.toHaveProperty("total");
      expect(snapshot.balances[0]).not.toHaveProperty("held");
      expect(issuesOf(snapshot)).toContain(`bad_number ${vendor.totalAt}`);
    },
  );

  it.each([
    ["null", "null_field"],
    ["true", "bad_number"],
    ["{}", "bad_number"],
    ['[{"amount":"5"}]', "bad_number"],
  ])("[row 45] leaves out %s, which is of the wrong type, and says so", async (literal, code) => {
    const snapshot = await readReply(vendor, vendor.reply("1", literal));
    expect(snapshot.balances[0]).not.toHaveProperty("available");
    expect(snapshot.balances[0]).toHaveProperty("total", "1");
    expect(issuesOf(snapshot)).toContain(`${code} ${vendor.availableAt}`);
  });

  it("[row 45] leaves out a field that is missing, and says so", async () => {
    const body = vendor.reply("1", "2").replace(/,"[A-Za-z_]+":2/, "");
    const snapshot = await readReply(vendor, body);
    expect(snapshot.balances[0]).not.toHaveProperty("available");
    expect(issuesOf(snapshot)).toContain(`missing_field ${vendor.availableAt}`);
  });

  it("[row 46] takes no notice of members that it does not know", async () => {
    const others = '"is_new":{"balance":"7"},"__proto__":{"total":9},"constructor":1,';
    const snapshot = await readReply(vendor, vendor.reply("5", "4", others));
    const plain = await readReply(vendor, vendor.reply("5", "4"));
    expect(snapshot.balances).toEqual(plain.balances);
    expect(snapshot.issues).toEqual(plain.issues);
  });
});

it.each([
  ["telnyx", '{"data":{"balance":"n/a","available_credit":null}}'],
  ["flexprice", '{"id":"wallet_1","balance":true,"conversion_rate":"1"}'],
  ["bytenite", '{"totalBalance":"","amountDue":"0x10"}'],
  ["glyphrun", '{"wallet":{"balance":" 1","pendingLocks":{"run_a":"n/a"}}}'],
  ["bitfront", '{"statusCode":1000,"responseData":[{"currency":"BTC","balance":"n/a"}]}'],
])("[row 45] refuses a reply of %s that has no amount left", async (name, body) => {
  const vendor = wireVendors.find((each) => each.vendor === name) as WireVendor;
  await expect(readReply(vendor, body)).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
});

it("[row 46] keeps a state that it does not know, and says so", async () => {
  const flexprice = wireVendors.find(({ vendor }) => vendor === "flexprice") as WireVendor;
  const snapshot = await readReply(flexprice, flexprice.reply("1", "1").replace('"active"', '"paused"'));
  expect(snapshot.state).toBe("paused");
  expect(issuesOf(snapshot)).toContain("unknown_enum /wallet_status");
});

it.each(["bytenite", "flexprice"])(
  "[row 49] makes no balance of what a mock of %s makes up from types",
  async (name) => {
    await using mock = await startMock(name, { examples: false });
    const vendor = wireVendors.find((each) => each.vendor === name) as WireVendor;
    const reading = readBalance(vendor.account(mock.url));
    await expect(reading).rejects.toMatchObject({ code: "bad_response", httpStatus: 200 });
  },
);
