/** The forms of a vendor's name, all made of its id: `acme-pay`. */
export interface VendorName {
  readonly vendor: string;
  /** `AcmePay`, in the names of types and functions. */
  readonly pascal: string;
  /** `acmePay`. */
  readonly camel: string;
  /** `ACME_PAY`, before the names of variables. */
  readonly upper: string;
  /** `Acme Pay`, for people. */
  readonly title: string;
}

/** Undefined where the text is not kebab-case. */
export function vendorName(vendor: string, title?: string): VendorName | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(vendor) || vendor.length > 40) return undefined;
  const words = vendor.split("-").map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  const pascal = words.join("");
  return {
    vendor,
    pascal,
    camel: `${pascal.charAt(0).toLowerCase()}${pascal.slice(1)}`,
    upper: vendor.toUpperCase().replaceAll("-", "_"),
    title: title ?? words.join(" "),
  };
}

/** The forms of the name of a vendor whose folder is there. */
export function namesOf(vendor: string): VendorName {
  const names = vendorName(vendor);
  if (names === undefined) throw new Error(`specs/${vendor}: its name is not kebab-case`);
  return names;
}
