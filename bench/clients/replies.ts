/** The vendors' replies with the amount left open: a JSON literal, so also one in quotes. */
export function telnyxReply(amount: string): string {
  return `{"data":{"record_type":"balance","balance":${amount},"credit_limit":"100.00","available_credit":"400.00","pending":"10.00","currency":"USD"}}`;
}

export function flexpriceReply(amount: string): string {
  const ids = `"id":"wallet_01J9ZQ4N","customer_id":"cust_01J9ZQ3M","name":"Prepaid Wallet - USD"`;
  const kind = `"currency":"usd","wallet_type":"PRE_PAID","wallet_status":"active","conversion_rate":"1","topup_conversion_rate":"1"`;
  const live = `"real_time_balance":"87.5","real_time_credit_balance":"87.5","current_period_usage":"12.5","unpaid_invoices_amount":"2.5"`;
  const times = `"balance_updated_at":"2026-11-20T08:30:00Z","created_at":"2026-01-05T09:00:00Z","updated_at":"2026-11-20T08:30:00Z"`;
  return `{${ids},${kind},"balance":${amount},"credit_balance":"100",${live},${times},"is_cached_fallback":false}`;
}

export function byteniteReply(amount: string): string {
  return `{"accountId":"acc_01J9","totalBalance":${amount},"availableBalance":18000.25,"amountDue":12.5}`;
}

export function glyphrunReply(amount: string): string {
  const amounts = `"availableBalance":95.00,"pendingLocks":{"run_01J9":5.50},"totalLocked":5.50,"totalDeposited":500.00,"totalSpent":399.50`;
  return `{"wallet":{"userId":"did:privy:01J9","walletAddress":"0x52908400098527886E0F7030069857D2E4169EE7","balance":${amount},${amounts}}}`;
}

export function bitfrontReply(amount: string): string {
  const rows = [bitfrontRow("BTC", amount), bitfrontRow("ETH", "12.000000000000000001")];
  return `{"responseTime":1795305600000,"statusCode":"1000","responseData":[${rows.join(",")}]}`;
}

function bitfrontRow(currency: string, total: string): string {
  return `{"currency":"${currency}","balance":${total},"availableBalance":0.5}`;
}

export function stripeReply(amount: string): string {
  return `{"object":"balance","available":[{"amount":${amount},"currency":"usd"}],"livemode":false,"pending":[{"amount":1000,"currency":"usd"}]}`;
}

export function openaiReply(amount: string): string {
  return `{"id":"balance","object":"model","created":${amount},"owned_by":"openbalance"}`;
}
