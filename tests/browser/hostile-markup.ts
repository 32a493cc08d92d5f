/** Fifteen ways in which markup calls home or goes away, each to an address of its own. */

/** `origin` of the server that listens; `delay` in seconds before the page would go elsewhere by itself. */
export function hostileMarkup(origin: string, delay: number): string {
  const to = (name: string) => `${origin}/beacon-${name}`;
  return `
    <meta http-equiv="refresh" content="${delay};url=${to("refresh")}">
    <link rel="stylesheet" href="${to("style")}">
    <link rel="prefetch" href="${to("prefetch")}"><link rel="dns-prefetch" href="${to("dns")}">
    <style>@import url("${to("import")}"); body { background: url("${to("background")}") }</style>
    <style>p { background-image: -webkit-image-set("${to("image-set")}" 1x); list-style: u\\72l(${to("escaped")}) }</style>
    <script src="${to("script")}"></script>
    <img src="${to("image")}" srcset="${to("srcset")} 2x" onerror="location = '${to("error")}'">
    <div style="background: url(${to("inline")})">還讀得到</div>
    <p>一段</p>
    <iframe src="${to("frame")}"></iframe>
    <video src="${to("film")}" poster="${to("poster")}" autoplay></video>
    <audio src="${to("sound")}" autoplay></audio>
    <object data="${to("object")}"></object><embed src="${to("embed")}">
    <svg><image href="${to("svg")}" /><use href="${to("use")}#a" /></svg>
    <form action="${to("form")}"><input autofocus onfocus="this.form.submit()"></form>`;
}
