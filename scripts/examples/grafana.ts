import { access, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { runTool } from "../run-tool.ts";
import { expectIn, type Example } from "./surroundings.ts";

interface Compose {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly image: string;
        readonly volumes?: readonly string[];
        readonly depends_on?: readonly string[];
      }
    >
  >;
  readonly volumes: Readonly<Record<string, unknown>>;
}

export const grafana: Example = async () => {
  const example = fileURLToPath(new URL("../../examples/grafana/", import.meta.url));
  // There is no Docker here: what is written is held against what it names.
  const { services, volumes } = parse(await readFile(`${example}compose.yaml`, "utf8")) as Compose;
  for (const { image, volumes: mounts = [], depends_on: needed = [] } of Object.values(services)) {
    expectIn("grafana", /^[\w./-]+:[\w.-]+$/.test(image), true);
    expectIn(
      "grafana",
      needed.filter((name) => !(name in services)),
      [],
    );
    for (const mount of mounts) {
      const [source = ""] = mount.split(":");
      if (source.startsWith(".")) await access(`${example}${source}`);
      else expectIn("grafana", source in volumes, true);
    }
  }
  const files = await Promise.all(
    ["prometheus.yml", "datasource.yml", "dashboards.yml"].map((file) =>
      readFile(`${example}${file}`, "utf8"),
    ),
  );
  const [prometheus] = files.map(
    (text) => parse(text) as { scrape_configs?: readonly { static_configs: unknown }[] },
  );
  expectIn("grafana", prometheus?.scrape_configs?.[0]?.static_configs, [{ targets: ["openbalance:9780"] }]);
  const judged = await judgeWithPromtool(`${example}prometheus.yml`);
  return `examples/grafana: the files fit together; promtool ${judged}`;
};

async function judgeWithPromtool(file: string): Promise<string> {
  const version = await runTool("promtool", ["--version"], "/").catch(() => undefined);
  if (version === undefined) return "was not run: there is none";
  await runTool("promtool", ["check", "config", "--syntax-only", file], "/");
  return "is content";
}
