export * from "./core.ts";
export * from "./generated/vendors.ts";
