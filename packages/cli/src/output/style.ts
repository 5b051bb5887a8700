import { styleText } from "node:util";
import type { OutputStream } from "../runtime/command-context.ts";

type Format = Parameters<typeof styleText>[0];

/** Styles text for one stream, or leaves it as it is. */
export type Style = (format: Format, text: string) => string;

type Variables = Readonly<Partial<Record<string, string>>>;

/** Whether a stream is to get colours: a terminal does. https://no-color.org and https://force-color.org */
export function hasColors(stream: OutputStream, variables: Variables): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = variables;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  if (refused !== undefined && refused !== "") return false;
  return stream.isTTY === true && terminal !== "dumb";
}

/** A style for a stream. */
export function createStyle(stream: OutputStream, variables: Variables): Style {
  if (!hasColors(stream, variables)) return (_format, text) => text;
  return (format, text) => styleText(format, text, { validateStream: false });
}
