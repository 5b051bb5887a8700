import type { Random } from "./random.ts";

/** What JSON and numbers are made of, and what tempts a reader of either. */
const pieces: readonly Buffer[] = [
  '" \\ \\\\ { } [ ] , : - + . e E 0 1 9 \\u0031 null true false {} [] \uFEFF \0',
  "1e400 -0 1e-7 5.00 1E+2 1e999999999 0.1000000000000000055 90071992547409931.10",
  '"5" "1e3" "NaN" "٣" "__proto__":1, "balance":"7", "total":7,',
]
  .flatMap((line) => line.split(" "))
  .concat(" ", "\n")
  .map((text) => Buffer.from(text));

/** The bytes with one to three places changed. */
export function mutateBytes(bytes: Buffer, others: readonly Buffer[], random: Random): Buffer {
  let mutated = bytes;
  for (let left = 1 + random(3); left > 0; left -= 1) mutated = mutateOnce(mutated, others, random);
  return mutated;
}

function mutateOnce(bytes: Buffer, others: readonly Buffer[], random: Random): Buffer {
  const at = random(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + random(8));
  const piece = pieces[random(pieces.length)] ?? Buffer.alloc(0);
  switch (random(10)) {
    case 0:
      return replace(bytes, at, Math.min(bytes.length, at + 1), Buffer.from([random(256)]));
    case 1:
      return replace(bytes, at, end, Buffer.alloc(0));
    case 2:
      return replace(bytes, at, at, bytes.subarray(at, end));
    case 3:
      return replace(bytes, at, at, piece);
    case 4:
      return replace(bytes, at, end, piece);
    case 5:
      return replaceNumber(bytes, at, piece, random);
    case 6:
    case 7:
    case 8:
      return replaceNumber(bytes, at, Buffer.from(randomNumber(random)), random);
    default: {
      const other = others[random(others.length)] ?? bytes;
      return replace(bytes, at, bytes.length, other.subarray(random(other.length + 1)));
    }
  }
}

/** Puts something in the place of the first number from a byte on, so that the text stays JSON more often. */
function replaceNumber(bytes: Buffer, from: number, by: Buffer, random: Random): Buffer {
  const text = bytes.toString("latin1");
  const numbers = [...text.matchAll(/"?-?\d[\d.eE+-]*"?/g)];
  const number = numbers.find(({ index }) => index >= from) ?? numbers[random(Math.max(1, numbers.length))];
  if (number === undefined) return bytes;
  return replace(bytes, number.index, number.index + number[0].length, by);
}

function randomNumber(random: Random): string {
  const digits = (most: number): string => Array.from({ length: random(most) }, () => random(10)).join("");
  const whole = digits(25).replace(/^0+/, "") || "0";
  const fraction = random(2) === 0 ? "" : `.${digits(25)}${random(10)}`;
  const exponent = random(3) === 0 ? `e${random(700) - 350}` : "";
  const number = `${random(3) === 0 ? "-" : ""}${whole}${fraction}${exponent}`;
  return random(2) === 0 ? number : `"${number}"`;
}

function replace(bytes: Buffer, start: number, end: number, by: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)]);
}
