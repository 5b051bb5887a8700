/** What a reader needs to mend a spec: whose it is, where the fault stands, what is wrong and what to do. */
export interface SpecFault {
  readonly vendor: string;
  /** File name inside the vendor's folder. */
  readonly file: string;
  /** Where in the file: a JSONPath, a JSON Pointer or a line. */
  readonly place?: string;
  readonly reason: string;
  readonly remedy: string;
}

/** A spec folder that cannot be loaded. The message says all of the fault. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly fault: SpecFault;

  constructor(fault: SpecFault, options?: ErrorOptions) {
    const place = fault.place === undefined ? "" : `, ${fault.place}`;
    super(`specs/${fault.vendor}/${fault.file}${place}: ${fault.reason}. ${fault.remedy}.`, options);
    this.fault = fault;
  }
}
