import type { OperationName } from "../intake/choose-operations.ts";
import type { HeaderCredential } from "../intake/credential.ts";
import type { CallParameter } from "./call-parameters.ts";
import type { VendorName } from "./vendor-name.ts";

/** A credential under the name that the vendor has for it. */
export interface NamedCredential extends Omit<HeaderCredential, "option"> {
  readonly option: string;
}

/** What the template has to know of a vendor. */
export interface VendorFacts {
  readonly name: VendorName;
  readonly operation: OperationName;
  readonly baseUrl?: string | undefined;
  readonly credential?: NamedCredential | undefined;
  readonly parameters: readonly CallParameter[];
  /** Whether the client has to write parameters, those included that may be left out. */
  readonly takesParameters: boolean;
  /** The media type of a success where it is not `application/json`; else empty. */
  readonly accept: string;
  /** Whether the description shows a success. */
  readonly documented: boolean;
}
