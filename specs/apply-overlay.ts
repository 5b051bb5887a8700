import { openapiOverlay as untypedOpenapiOverlay } from "openapi-format";
import { isTree, type Tree } from "./read-document.ts";
import { SpecError } from "./spec-error.ts";

interface OverlayAction {
  readonly target: string;
  readonly description: string;
}

interface OverlayOutcome {
  readonly data: Tree;
  readonly resultData: { readonly unusedActions: readonly { readonly target: string }[] };
}

// openapi-format types what goes in and out as loose records (`unusedActions` is `unknown[]` there). This states
// what version 1.33 does: it returns the changed document and the very actions of the overlay that changed nothing.
const openapiOverlay = untypedOpenapiOverlay as unknown as (
  document: Tree,
  options: { readonly overlaySet: Tree },
) => Promise<OverlayOutcome>;

/** The description with an OpenAPI Overlay 1.0.0 laid over it. The description itself stays as it was. */
export async function applyOverlay(
  description: Tree,
  overlay: Tree,
  vendor: string,
  file: string,
): Promise<Tree> {
  checkActions(overlay, vendor, file);
  const { data, resultData } = await openapiOverlay(structuredClone(description), { overlaySet: overlay });
  const idle = resultData.unusedActions.map((action) => action.target);
  if (idle.length > 0) {
    throw new SpecError({
      vendor,
      file,
      place: idle.join(" and "),
      reason: "the target matches nothing in the description",
      remedy: "Correct the target, or remove the action if the vendor has mended this itself",
    });
  }
  return data;
}

/** Checked here because openapi-format only prints such faults and goes on. */
function checkActions(overlay: Tree, vendor: string, file: string): void {
  const refuse = (place: string, reason: string, remedy: string): never => {
    throw new SpecError({ vendor, file, place, reason, remedy });
  };
  if (overlay["overlay"] !== "1.0.0") {
    refuse("overlay", "the version of the overlay is not 1.0.0", 'Write "overlay: 1.0.0" at its top');
  }
  const actions = overlay["actions"];
  if (!Array.isArray(actions)) return refuse("actions", "it is not a list", "Write a list of actions");
  for (const [index, action] of actions.entries()) {
    const place = `actions[${index}]`;
    if (!isAction(action)) {
      return refuse(
        place,
        "it lacks a target that starts with $ or a description",
        "Say what it changes and why",
      );
    }
    if (!Object.hasOwn(action, "update") && action["remove"] !== true) {
      refuse(`${place} ${action.target}`, "it changes nothing", 'Give it "update" or "remove: true"');
    }
  }
}

function isAction(action: unknown): action is OverlayAction & Tree {
  return (
    isTree(action) &&
    typeof action["target"] === "string" &&
    action["target"].startsWith("$") &&
    typeof action["description"] === "string" &&
    action["description"].length > 0
  );
}
