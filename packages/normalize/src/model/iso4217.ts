// Active codes of ISO 4217 (list one, amendments up to 180): https://www.six-group.com/en/products-services/financial-information/data-standards.html
// Left out are metals, bond units, and the codes for tests and for no currency (XAU, XBA, XTS, XXX …): no
// balance is held in them.
// Written small, since every bundle holds it: a first letter, and the other two of each code that begins with it.
const activeCodes =
  "AedfnllmdoarsudwgznBambddthdifmdndobovrlsdtnwpynzdCaddfhehfhwlflpnyopourcupvezkDjfkkopzdEgprntbur" +
  "FjdkpGbpelhsipmdnftqydHkdnltgufIdrlsnrqdrrskJmdodpyKesgshrmfpwrwwdydztLakbpkrrdslyd" +
  "MaddlgakdmkntopruurvrwkxnxvyrznNadgniookprzdOmrPabengkhpkrlnygQarRonsdubwf" +
  "SarbdcrdgekgdhpleosrdsptnvcypzlThbjsmtndoprytdwdzsUahgxsdsnyiyuywzsVedesnduvWstXadafcdcgdrofpfsuua" +
  "YerZarmwwg";

/** Tells an active currency code of ISO 4217, in upper case. */
export function isIso4217(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false;
  const others = code.slice(1).toLowerCase();
  let at = activeCodes.indexOf(code.charAt(0)) + 1;
  // A capital ends the codes of the letter before it.
  while (/[a-z]/.test(activeCodes.charAt(at)) && !activeCodes.startsWith(others, at)) at += 2;
  return activeCodes.startsWith(others, at);
}
