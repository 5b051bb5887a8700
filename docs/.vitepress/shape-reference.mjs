import { Converter, ReflectionKind } from "typedoc";

/**
 * Calls the modules of the reference what people import (`@openbalance/telnyx`, not `telnyx/src`), and leaves out the
 * members of generated types: they are long, and the vendor's own page says what they mean.
 * @param {import("typedoc").Application} app
 */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      module.name = module.name
        .replace(/^cli\/src\/config\/define-config$/, "@openbalance/cli/config")
        .replace(/^normalize\/src\/conformance$/, "@openbalance/normalize/conformance")
        .replace(/^([\w-]+)\/src$/, "@openbalance/$1");
      for (const declaration of module.children ?? []) {
        const generated = declaration.sources?.some(({ fileName }) => fileName.includes("/generated/"));
        if (generated !== true) continue;
        // A copy: removing a member takes it out of the list that is walked.
        for (const member of declaration.children?.slice() ?? []) project.removeReflection(member);
      }
    }
  });
}
