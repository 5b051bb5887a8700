/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      comment: "Move what both files need into a file of its own, which imports neither.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // Imports of types, and `import()`, count like any other.
    tsPreCompilationDeps: true,
    moduleSystems: ["es6"],
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules|dist)/" },
  },
};
