import { readFile } from "node:fs/promises";
import type { BalanceResult } from "@openbalance/normalize";
import { decodeBitfrontBalance } from "@openbalance/normalize/bitfront";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatExposition } from "../src/commands/serve/exposition.ts";
import { parseThreshold } from "../src/config/threshold.ts";
import { metricsOf } from "../src/commands/serve/metrics.ts";
import { parseExposition } from "./parse-exposition.ts";
import { dollars, pooled, read } from "./rows.ts";

const fetchedAt = "2026-11-22T00:00:00Z";

function reading(body: object, ref: string): Parameters<typeof metricsOf>[0][number] {
  const snapshot = decodeBitfrontBalance({ status: 200, text: JSON.stringify(body), fetchedAt }, { ref });
  const result: BalanceResult = { ok: true, account: { vendor: "bitfront", ref }, snapshot };
  return { result, durationMs: 12.3456, lastSuccessMs: Date.parse(fetchedAt), failures: { timeout: 2 } };
}

function spendable(fields: object): string | undefined {
  const result = read([dollars({ total: "5" })], fields);
  const readings = [{ result, durationMs: 1, lastSuccessMs: 0, failures: {} }];
  const parsed = parseExposition(
    formatExposition(metricsOf(readings, { thresholds: [], pending: 0, version: "1.0.0" })),
  );
  return parsed.get("openbalance_spendable")?.samples[0]?.value;
}

describe("the metrics", () => {
  it("keep two balances of one asset apart, since no two series may have the same labels", () => {
    const responseData = [
      { currency: "BTC", balance: 1, availableBalance: 1 },
      { currency: "BTC", balance: 2, availableBalance: 2 },
    ];
    const metrics = metricsOf([reading({ statusCode: 1000, responseData }, "a")], {
      thresholds: [],
      pending: 0,
      version: "1.0.0",
    });
    const parsed = parseExposition(formatExposition(metrics));
    const totals = parsed
      .get("openbalance_balance")
      ?.samples.filter(({ labels }) => labels["kind"] === "total");
    expect(totals?.map(({ labels, value }) => [labels["row"], value])).toEqual([
      [undefined, "1"],
      ["2", "2"],
    ]);
    expect(parsed.get("openbalance_issues")?.samples[0]?.value).toBe("1");
  });

  it("keep pools of one asset apart, a threshold at the row that it speaks of", () => {
    const result = { result: read(pooled), durationMs: 1, lastSuccessMs: 0, failures: {} };
    const threshold = {
      vendor: "pots",
      asset: "USD",
      pool: "issuing",
      field: "available",
      amount: "20",
      origin: "--below pots:USD@issuing:available=20",
    } as const;
    const parsed = parseExposition(
      formatExposition(metricsOf([result], { thresholds: [threshold], pending: 0, version: "1.0.0" })),
    );
    const available = parsed
      .get("openbalance_balance")
      ?.samples.filter(({ labels }) => labels["kind"] === "available");
    expect(available?.map(({ labels, value }) => [labels["pool"], labels["row"], value])).toEqual([
      [undefined, undefined, "90"],
      ["issuing", undefined, "5"],
      ["promotion:0", undefined, "7"],
    ]);
    const { kind: _kind, ...row } = available?.[1]?.labels ?? {};
    const labels = { ...row, field: "available", below: "20" };
    expect(parsed.get("openbalance_threshold")?.samples).toEqual([{ labels, value: "20" }]);
    expect(parsed.get("openbalance_verdict")?.samples).toEqual([
      { labels: { ...labels, verdict: "fine" }, value: "0" },
      { labels: { ...labels, verdict: "below" }, value: "1" },
      { labels: { ...labels, verdict: "refused" }, value: "0" },
      { labels: { ...labels, verdict: "unknown" }, value: "0" },
    ]);
  });

  it("say what is left of every balance: what can be spent, else the total, and of an allowance what is not used", () => {
    const rows = [
      dollars({ total: "100", available: "90" }),
      dollars({ total: "50", pool: { id: "issuing" } }),
      dollars({ kind: "allowance", quota: { limit: "10", used: "4" }, pool: { id: "key" } }),
      dollars({ kind: "allowance", unlimited: ["quota.limit"], pool: { id: "open" } }),
      dollars({ kind: "test", available: "7", pool: { id: "test" } }),
      dollars({ due: "3", pool: { id: "due" } }),
    ];
    const readings = [{ result: read(rows), durationMs: 1, lastSuccessMs: 0, failures: {} }];
    const parsed = parseExposition(
      formatExposition(metricsOf(readings, { thresholds: [], pending: 0, version: "1.0.0" })),
    );
    const left = parsed.get("openbalance_left")?.samples;
    expect(left?.map(({ labels, value }) => [labels["pool"], labels["kind"], value])).toEqual([
      [undefined, "funds", "90"],
      ["issuing", "funds", "50"],
      ["key", "allowance", "6"],
      ["open", "allowance", "+Inf"],
      ["test", "test", "7"],
    ]);
  });

  it("show what is not seen in a label as its escape, so that two labels stay two", () => {
    const names = ["a", "a\u200b", "a\u001b[2J", "a\nb"];
    const rows = names.map((id) => dollars({ total: "1", pool: { id } }));
    const readings = [{ result: read(rows), durationMs: 1, failures: {} }];
    const text = formatExposition(metricsOf(readings, { thresholds: [], pending: 0, version: "1.0.0" }));
    expect(text).not.toMatch(/[^\n -~]/);
    const pools = parseExposition(text)
      .get("openbalance_left")
      ?.samples.map(({ labels }) => labels["pool"]);
    expect(pools).toEqual(["a", String.raw`a\u200b`, String.raw`a\u001b[2J`, "a\nb"]);
  });

  it("export a threshold once that is named in two ways, and one that cannot be judged", () => {
    const readings = [
      { result: read([dollars({ total: "5" })]), durationMs: 1, lastSuccessMs: 0, failures: {} },
    ];
    const thresholds = ["pots=20", "pots:USD=20", "pots:USD@cards=1"].map(parseThreshold);
    const text = formatExposition(
      metricsOf(readings, { thresholds: thresholds, pending: 0, version: "1.0.0" }),
    );
    const verdicts = parseExposition(text).get("openbalance_verdict")?.samples ?? [];
    const current = verdicts.filter(({ value }) => value === "1");
    expect(current.map(({ labels }) => [labels["below"], labels["verdict"]])).toEqual([
      ["20", "below"],
      ["1", "unknown"],
    ]);
  });

  it("say that calls are not served, by the vendor's word or by the state of the account", () => {
    expect([{}, { state: "active" }, { state: "frozen" }, { state: "odd" }].map(spendable)).toEqual([
      undefined,
      "1",
      "0",
      undefined,
    ]);
    expect(spendable({ state: "frozen", spendable: true })).toBe("0");
    expect(spendable({ state: "odd", spendable: true })).toBe("1");
  });

  it("show an allowance, a bound that is not there, and the vendor's own word, each only where it is said", () => {
    const monthly = { limit: "100", used: "25", every: "monthly" } as const;
    const quota = dollars({ quota: monthly, unlimited: ["creditLimit"] });
    const endless = dollars({ pool: { id: "key" }, quota: { used: "3" }, unlimited: ["quota.limit"] });
    const result = read([quota, endless], { spendable: false });
    const readings = [{ result, durationMs: 1, lastSuccessMs: 0, failures: {} }];
    const parsed = parseExposition(
      formatExposition(metricsOf(readings, { thresholds: [], pending: 0, version: "1.0.0" })),
    );
    const samples = (name: string): readonly string[] =>
      (parsed.get(name)?.samples ?? []).map(({ labels, value }) => `${labels["kind"] ?? ""} ${value}`);
    expect(samples("openbalance_quota")).toEqual(["limit 100", "used 25", "limit +Inf", "used 3"]);
    const periods = parsed.get("openbalance_quota")?.samples.map(({ labels }) => labels["every"]);
    expect(periods).toEqual(["monthly", "monthly", undefined, undefined]);
    expect(samples("openbalance_balance")).toEqual(["credit_limit +Inf"]);
    expect(samples("openbalance_spendable")).toEqual([" 0"]);
    const usual = metricsOf([reading({ statusCode: 1000, responseData: [] }, "a")], {
      thresholds: [],
      pending: 0,
      version: "1.0.0",
    });
    expect(formatExposition(usual)).not.toMatch(/openbalance_(quota|spendable)/);
  });

  it("keep labels whole, whatever stands in them", () => {
    const hostile = 'a "quoted" \\ back\nslash, {brace}';
    const responseData = [{ currency: hostile, balance: 1 }];
    const metrics = metricsOf([reading({ statusCode: 1000, responseData }, hostile)], {
      thresholds: [],
      pending: 0,
      version: "1.0.0",
    });
    const [sample] = parseExposition(formatExposition(metrics)).get("openbalance_balance")?.samples ?? [];
    expect(sample?.labels).toMatchObject({ account: hostile, asset: hostile });
  });
});

describe("the monitoring files", () => {
  const known = new Set(metricsOf([], { thresholds: [], pending: 0, version: "1" }).map(({ name }) => name));
  const folder = new URL("../monitoring/", import.meta.url);

  it("alert on metrics that there are, each with a summary and a severity", async () => {
    const { groups } = parse(await readFile(new URL("alerts.yml", folder), "utf8")) as {
      groups: { rules: { alert: string; expr: string; labels: object; annotations: object }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(4);
    for (const { expr, labels, annotations } of rules) {
      for (const name of metricNames(expr)) expect(known).toContain(name);
      expect(labels).toHaveProperty("severity");
      expect(annotations).toHaveProperty("summary");
    }
  });

  it("draw metrics that there are, on panels that do not lie over each other", async () => {
    const dashboard = JSON.parse(await readFile(new URL("grafana-dashboard.json", folder), "utf8")) as {
      uid: string;
      panels: {
        id: number;
        gridPos: { x: number; y: number; w: number; h: number };
        targets: { expr: string }[];
      }[];
    };
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const names = panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => metricNames(expr)));
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(known).toContain(name);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)} ${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});

function metricNames(text: string): readonly string[] {
  return text.match(/\bopenbalance_\w+/g) ?? [];
}
