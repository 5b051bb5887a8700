// Reads once through the proxy that the environment names, and prints the error.
import { createAcmeClient, failureOf } from "./acme.ts";

const error = await failureOf(createAcmeClient({ retry: false }).GET("/balance"));
console.log(JSON.stringify(error));
