/** What a witness has to say in every runtime, to the digit. */
export const expectedOutcome: object = {
  balances: {
    bytenite: [
      ["bytenite:BYC", "total 1250.75", "available 1000.25", "held 250.5"],
      ["iso4217:USD", "due 12.5"],
    ],
    flexprice: [["iso4217:USD", "total 100", "available 87.5", "due 2.5"]],
    telnyx: [["iso4217:USD", "total 300", "available 400", "pending 10"]],
    glyphrun: [
      [
        "eip155:8453/erc20:0x833589fcd6edb6e08f4c7c32d4f71b54bda02913",
        "total 100.5",
        "available 95",
        "held 5.5",
      ],
    ],
    bitfront: [
      ["bitfront:BCH", "total 1000000000", "available 1000000000", "held 0"],
      ["bitfront:XRP", "total 1000003043.7", "available 1000002063.7", "held 980"],
      ["bitfront:ETH", "total 1000107794.9999858", "available 1000107794.9999858", "held 0"],
      ["bitfront:BTC", "total 3999974992.35615", "available 3999970806.72614", "held 4185.63001"],
      ["bitfront:USDT", "total 1000000000", "available 999998671.673", "held 1328.327"],
    ],
  },
  exact: [
    "90071992547409931.1 0.000000000000000000000000000001 90071992547409931.099999999999999999999999999999",
  ],
  errors: {
    refused: "network",
    reset: "network",
    stalled: "timeout",
    truncated: "network",
    redirecting: "redirect",
    html: "bad_response",
    huge: "too_large",
    aborted: "aborted",
  },
};
