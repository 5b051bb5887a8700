// Prints what is left at two vendors, and ends with 1 when one of them cannot be read.
import { flexpriceAccount, formatAmount, readBalances, telnyxAccount } from "@openbalance/normalize";

const report = await readBalances([
  telnyxAccount({ apiKey: process.env.TELNYX_API_KEY ?? "" }),
  flexpriceAccount({
    apiKey: process.env.FLEXPRICE_API_KEY ?? "",
    walletId: process.env.FLEXPRICE_WALLET_ID ?? "",
    region: "us",
  }),
]);

for (const result of report.results) {
  if (!result.ok) {
    console.error(result.error.message);
    continue;
  }
  for (const { asset, available } of result.snapshot.balances) {
    // Absent is not zero: the vendor did not say.
    const amount = available === undefined ? "not stated" : formatAmount(available, asset, { locale: "en" });
    console.log(`${result.account.vendor}: ${amount}`);
  }
  for (const issue of result.snapshot.issues) console.error(`${result.account.vendor}: ${issue.message}`);
}
if (!report.complete) process.exitCode = 1;
