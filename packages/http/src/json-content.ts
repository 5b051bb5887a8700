import type { AttemptResult } from "./attempt.ts";
import { nestsDeeperThan } from "./json-depth.ts";
import { problemFromCode, problemFromStatus, type TextReply } from "./problem.ts";

const deepestNesting = 1_000;

/** A success must hold one JSON document under a JSON media type; a refusal may hold anything. */
export function judgeContent(reply: TextReply): AttemptResult {
  const { text, headers, status } = reply;
  const succeeded = problemFromStatus(status) === undefined;
  const refuse = (reason: string): AttemptResult =>
    succeeded ? { reply, problem: problemFromCode("bad_response", { reason }) } : { reply };

  // Gateways label a refusal as they like; only an answer has to be what it says.
  if (succeeded && !isJsonMediaType(headers["content-type"])) {
    return refuse("the body is not JSON by its content type");
  }
  if (text.trim() === "") return refuse("the body is empty");
  if (nestsDeeperThan(deepestNesting, text)) {
    return refuse(`the body nests deeper than ${deepestNesting} levels`);
  }
  try {
    return { reply: { ...reply, body: JSON.parse(text) } };
  } catch {
    // The parser's message quotes the body, so it is left out.
    return refuse("the body is not valid JSON");
  }
}

/** Without a content type the body itself has to prove it; a header sent twice must say JSON twice. */
function isJsonMediaType(contentType = "application/json"): boolean {
  return contentType
    .split(",")
    .every((type) => /^\s*(application|text)\/([\w.+-]+\+)?json\s*(;|$)/i.test(type));
}
