/** A document that cannot be taken in. The message says where, why and what to do. */
export class IntakeError extends Error {
  override readonly name = "IntakeError";

  constructor(place: string, reason: string, remedy: string, options?: ErrorOptions) {
    super(`${place}: ${reason}. ${remedy}.`, options);
  }
}
