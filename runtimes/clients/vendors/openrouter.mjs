import { OpenRouter } from "@openrouter/sdk";

export const read = (serverURL) => {
  const options = { apiKey: "sk-or-v1-demo", serverURL, timeoutMs: 10_000 };
  return new OpenRouter({ ...options, retryConfig: { strategy: "none" } }).credits.getCredits();
};
