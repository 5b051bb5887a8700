import { expect, test } from "vitest";
import { applyOverlay } from "../apply-overlay.ts";
import type { Tree } from "../read-document.ts";
import { SpecError } from "../load-spec.ts";

const DOCUMENT = {
  info: { title: "Acme", version: "1" },
  tags: ["a"],
  parameters: [{ name: "x-key", in: "header" }, { name: "page", in: "query" }, { $ref: "#/P" }],
  schemas: { "money.v1/Amount": { type: "object", enum: ["x"] }, Source: { type: "string" }, Sink: {} },
};

function apply(action: Tree, overlay = "1.1.0"): Tree {
  const actions = [{ description: "Seen on the wire.", ...action }];
  return applyOverlay(DOCUMENT, { overlay, actions }, "acme", "overlay.yaml");
}

function fault(action: Tree, overlay?: string): SpecError["fault"] {
  try {
    apply(action, overlay);
  } catch (error) {
    if (error instanceof SpecError) return error.fault;
  }
  throw new Error("it was not refused with a SpecError");
}

test("an update of the root adds to the document", () => {
  expect(apply({ target: "$", update: { servers: [] } })).toEqual({ ...DOCUMENT, servers: [] });
});

test("an update of a text replaces it", () => {
  expect(apply({ target: "$.info.title", update: "Other" })["info"]).toEqual({
    title: "Other",
    version: "1",
  });
});

test.each([
  ["a list", ["b", "c"], ["a", "b", "c"]],
  ["a single value", "b", ["a", "b"]],
])("an update of a list with %s appends it", (_name, update, expected) => {
  expect(apply({ target: "$.tags", update })["tags"]).toEqual(expected);
});

test("a removal of several elements of one list removes exactly these", () => {
  expect(apply({ target: "$.parameters[?@.in]", remove: true })["parameters"]).toEqual([{ $ref: "#/P" }]);
  expect(apply({ target: "$.parameters[*]", remove: true })["parameters"]).toEqual([]);
});

test("a name with dots and slashes is reached in brackets", () => {
  const { schemas } = apply({ target: "$.schemas['money.v1/Amount'].enum", remove: true });
  expect(schemas).toHaveProperty(["money.v1/Amount"], { type: "object" });
});

test("a copy merges the one place it names into the target, and the two share nothing", () => {
  const { schemas } = apply({ target: "$.schemas.Sink", copy: "$.schemas.Source" });
  expect(schemas).toMatchObject({ Sink: { type: "string" }, Source: { type: "string" } });
  expect(Reflect.get(schemas as object, "Sink")).not.toBe(Reflect.get(schemas as object, "Source"));
});

test.each([
  ["a copy from nowhere", { target: "$.schemas.Sink", copy: "$.schemas.Gone" }, "leads to 0"],
  ["a copy from several places", { target: "$.schemas.Sink", copy: "$.schemas.*" }, "leads to 3"],
  ["a copy to nowhere", { target: "$.schemas.New", copy: "$.schemas.Source" }, "matches nothing"],
  ["an update of nothing", { target: "$.schemas.New", update: {} }, "matches nothing"],
  ["a removal of nothing", { target: "$.schemas.New", remove: true }, "matches nothing"],
  ["a removal of everything", { target: "$", remove: true }, "removes the whole description"],
  ["a root that becomes a text", { target: "$", update: "x" }, "replaced the whole description"],
  ["a path that is none", { target: "$.info[", update: {} }, "not a JSONPath"],
  ["two changes at once", { target: "$.info", update: {}, remove: true }, "update and remove at once"],
])("%s is refused", (_name, action, reason) => {
  expect(fault(action).reason).toContain(reason);
});

test("a copy in an overlay 1.0 is refused, for there is none in that version", () => {
  expect(fault({ target: "$.schemas.Sink", copy: "$.schemas.Source" }, "1.0.0").reason).toContain("1.1");
});

test("the description laid under it stays as it was", () => {
  const before = structuredClone(DOCUMENT);
  apply({ target: "$..*", update: {} });
  apply({ target: "$.schemas.*", remove: true });
  expect(DOCUMENT).toEqual(before);
});
