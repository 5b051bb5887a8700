/**
 * A copy of the members that the caller gave. Whatever else in the process wrote on `Object.prototype`, for instance a
 * `baseUrl`, is nobody's wish and is not read. What is no object comes back as it is, for a check to refuse.
 */
export function ownOptions<Options>(options: Options): Options {
  if (typeof options !== "object" || options === null || Array.isArray(options)) return options;
  // The members are those of the options; only the prototype is gone.
  return Object.assign(Object.create(null) as Options & object, options);
}
