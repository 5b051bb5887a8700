import { applyOverlay } from "@openbalance/specs/apply-overlay";
import { isTree, type Tree } from "@openbalance/specs/read-document";
import { compareDescriptions } from "./compare-facts.ts";

/** The targets of actions that changed something before and change nothing any more: the vendor has mended it. */
export function findIdleActions(vendor: string, overlay: Tree, before: Tree, after: Tree): readonly string[] {
  const actions = Array.isArray(overlay["actions"]) ? overlay["actions"] : [];
  return actions.flatMap((action: unknown, index) => {
    const single = { ...overlay, actions: actions.slice(0, index + 1) };
    const earlier = { ...overlay, actions: actions.slice(0, index) };
    const changes = (description: Tree): number => {
      const [without, with_] = [earlier, single].map((each) =>
        applyOverlay(description, each, vendor, "overlay.yaml"),
      );
      return compareDescriptions(without ?? {}, with_ ?? {}).filter(({ weight }) => weight !== "cosmetic")
        .length;
    };
    if (!isTree(action) || changes(before) === 0 || changes(after) > 0) return [];
    return [`actions[${index}] ${String(action["target"])}`];
  });
}
