import { describeLaws } from "./describe-laws.ts";
import { elevenlabs } from "./shapes/elevenlabs.ts";

describeLaws(elevenlabs);
