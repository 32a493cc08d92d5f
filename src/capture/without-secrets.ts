/** Page data carries the viewer's own keys to the site: none of them may be kept. */

/** Ends of names under which sites keep what opens a session. */
const names =
  "[tT]oken|TOKEN|[sS]ession|SESSION|[aA]uth|AUTH|[jJ]wt|JWT|[bB]earer|[nN]once|csrf|CSRF|xsrf|[sS]ecret|[pP]assw(?:or)?d|[sS]ession_?[iI][dD]|[sS]ession[kK]ey|dtsg|DTSG|[cC]ookie|[aA]uthorization|[cC]redential|[aA]pi_?[kK]ey|jazoest|lsd|[eE]mail|[pP]hone(?:_?[nN]umber)?";

/** Also where JSON stands in JSON: quotes may have backslashes. */
const secret = new RegExp(String.raw`((?:${names})s?\\*["']\s*:\s*\\*["'])(?:[^"'\\]|\\+[/u])+`, "g");

/** The text with the values of such names taken out; the names stay, so that it shows that something was there. */
export function withoutSecrets(text: string): string {
  return text.replace(secret, "$1(left out)");
}

const secretName = /token|csrf|xsrf|secret|nonce|passw|authori[sz]|oauth|session|dtsg|email|phone/i;

/** `xsec_token` is part of an address that anybody may have, and opens it. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}
