import type { WitnessSettings } from "./witness-servers.ts";

/** Something that runs JavaScript, in which the packed packages are tried. */
export interface Runtime {
  readonly name: string;
  /** Whether `npm test` tries it too, which has to stay quick on a machine that has nothing yet. */
  readonly quick: boolean;
  /** Gets it ready, or says why it cannot be had here; then it counts as not run, never as passed. */
  prepare(): Promise<Prepared | NotRun>;
}

export interface NotRun {
  readonly notRun: string;
}

export interface Prepared {
  /** As the runtime itself says. */
  readonly version: string;
  /** Runs the witness in a project that has the packages, and gives the JSON it wrote. */
  witness(project: string, settings: WitnessSettings): Promise<string>;
}
