/** A page as people keep them: posts of many words, and photos that are drawn in the page and packed as JPEG. */

export interface Feed {
  posts: number;
  /** CSS pixels of its one column. */
  width: number;
  /** Of the posts, those with a photo: 0 to 1. */
  photos: number;
}

/** Its title becomes this once every photo is there. */
export const feedReady = "就緒";

/** Runs in the page, as text. The same numbers give the same page: discs of colour with the grain of a camera. */
const drawFeed = `async ({ posts, width, photos, ready }) => {
  let seed = 7;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const letters = "今天天氣很好我們一起去河邊散步看見樹葉落下來顏色變了遠處有人在放風箏孩子跑過草地晚上回家煮湯";
  const words = (length) => Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("");
  const colour = (opacity) => "hsl(" + random() * 360 + " 50% 50% / " + opacity + ")";
  const photo = (across, down) => {
    const context = new OffscreenCanvas(across, down).getContext("2d");
    context.fillStyle = colour(1);
    context.fillRect(0, 0, across, down);
    for (let disc = 0; disc < 60; disc += 1) {
      context.fillStyle = colour(0.3);
      context.beginPath();
      context.arc(random() * across, random() * down, random() * 90, 0, 7);
      context.fill();
    }
    const image = context.getImageData(0, 0, across, down);
    for (let at = 0; at < image.data.length; at += 4) {
      const grain = (random() + random() + random() - 1.5) * 16;
      for (let channel = at; channel < at + 3; channel += 1) image.data[channel] += grain;
    }
    context.putImageData(image, 0, 0);
    return context.canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
  };
  for (let post = 0; post < posts; post += 1) {
    const article = document.createElement("article");
    const name = Object.assign(document.createElement("h2"), { textContent: "測試帳號" + post });
    article.append(name, Object.assign(document.createElement("p"), { textContent: words(60 + random() * 200) }));
    if (random() < photos) {
      const [across, down] = [width - 24, Math.round((width - 24) * 0.7)];
      const picture = new Image(across, down);
      picture.src = URL.createObjectURL(await photo(across, down));
      await picture.decode();
      article.append(picture);
    }
    document.querySelector("main").append(article);
  }
  document.title = ready;
}`;

export function feedPage(feed: Feed): string {
  return `<!doctype html><meta charset="utf-8"><title>範例社群</title>
<style>body{margin:0;font:16px/1.6 sans-serif;background:#f0f2f5}main{width:${feed.width}px;margin:0 auto}
article{background:#fff;margin:12px 0;padding:12px;border-radius:8px;box-shadow:0 1px 2px #0003}
h2{font-size:15px;margin:0}img{width:100%;display:block}</style><main></main>
<script>(${drawFeed})(${JSON.stringify({ ...feed, ready: feedReady })})</script>`;
}
