/** The programs of others that judge a bundle in the tests: each must be here, from its Debian package if need be. */
import { installDebian } from "./install-debian.mjs";
import { askQuietly, whereIs } from "./run-program.mjs";
import { PlainRefusal, sayPlainly } from "./say-plainly.mjs";

const judges = [
  { isHere: () => whereIs("hashdeep") !== null, package: "hashdeep" },
  { isHere: () => whereIs("pngcheck") !== null, package: "pngcheck" },
  { isHere: () => whereIs("7z") !== null, package: "p7zip-full" },
  { isHere: () => whereIs("unzip") !== null, package: "unzip" },
  { isHere: () => whereIs("openssl") !== null, package: "openssl" },
  { isHere: () => whereIs("sha256sum") !== null, package: "coreutils" },
  { isHere: () => whereIs("python3") !== null, package: "python3" },
  { isHere: () => whereIs("qpdf") !== null, package: "qpdf" },
  { isHere: () => whereIs("pdftoppm") !== null, package: "poppler-utils" },
  { isHere: () => whereIs("bsdtar") !== null, package: "libarchive-tools" },
  { isHere: () => whereIs("zbarimg") !== null, package: "zbar-tools" },
  { isHere: () => findFirefox() !== null, package: "firefox-esr" },
  { isHere: hasChineseType, package: "fonts-noto-cjk" },
];

/** Large, and needed by the long run alone. */
const longJudges = [{ isHere: () => whereIs("soffice") !== null, package: "libreoffice-calc" }];

/** The program of Firefox, or null. */
export function findFirefox() {
  return process.env["KEEPLEAF_FIREFOX"] ?? whereIs("firefox-esr") ?? whereIs("firefox");
}

/** Only Linux lacks Chinese type; there fontconfig knows. */
function hasChineseType() {
  return process.platform !== "linux" || Boolean(askQuietly("fc-list", [":lang=zh-tw"])?.trim());
}

/** @param {boolean} isLong */
export function findJudges(isLong) {
  const needed = isLong ? [...judges, ...longJudges] : judges;
  const missing = needed.filter((judge) => !judge.isHere()).map((judge) => judge.package);
  if (missing.length === 0 || installDebian(missing)) return;
  const chinese = `測試要用的程式還缺：${missing.join("、")}。裝好以後再執行一次。`;
  const english = `The tests need these programs: ${missing.join(", ")}. Install them and run this again.`;
  if (process.env["CI"]) throw new PlainRefusal(chinese, english);
  sayPlainly(chinese, english);
}
