// Active codes of ISO 4217 (list one, amendments up to 180): https://www.six-group.com/en/products-services/financial-information/data-standards.html
// Left out are metals, bond units, and the codes for tests and for no currency (XAU, XBA, XTS, XXX …): no
// balance is held in them.
const activeCodes =
  "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCLFCLPCNYCOPCOUCRC" +
  "CUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMDJODJPYKES" +
  "KGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZD" +
  "OMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTD" +
  "TWDTZSUAHUGXUSDUSNUYIUYUUYWUZSVEDVESVNDVUVWSTXADXAFXCDXCGXDRXOFXPFXSUXUAYERZARZMWZWG";

/** Tells an active currency code of ISO 4217, in upper case. */
export function isIso4217(code: string): boolean {
  if (!/^[A-Z]{3}$/.test(code)) return false;
  for (let at = activeCodes.indexOf(code); at !== -1; at = activeCodes.indexOf(code, at + 1)) {
    if (at % 3 === 0) return true;
  }
  return false;
}
