// For workerd: the settings are a binding, the outcome is the reply.
import { witness } from "./witness.mjs";

const worker = {
  async fetch(_request, environment) {
    return Response.json(await witness(environment.WITNESS_SETTINGS));
  },
};

// oxlint-disable-next-line import/no-default-export -- workerd looks for a worker there
export default worker;
