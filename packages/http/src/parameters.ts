import { checkObject } from "./check-object.ts";
import { fillPath } from "./path-parameter.ts";
import { writeQuery } from "./query.ts";

/** Makes the path of a call, its query included, of a template and what the caller gave as `params`. */
export type WriteParameters = (vendor: string, template: string, params: unknown) => string;

/** Fills in the path's parameters and adds the query; a `config` error names what is missing or wrong. */
export const writeParameters: WriteParameters = (vendor, template, params = {}) => {
  const { path = {}, query = {} } = checkObject(vendor, "`params`", params, ["path", "query"]);
  const filled = fillPath(vendor, template, checkObject(vendor, "`params.path`", path));
  return filled + writeQuery(vendor, checkObject(vendor, "`params.query`", query));
};
