/** Every reader there is, in the order in which they are asked; the generic one knows every page. */
import { bahamut } from "./bahamut.ts";
import { bluesky } from "./bluesky.ts";
import { dcard } from "./dcard.ts";
import { discord } from "./discord.ts";
import { facebook } from "./facebook.ts";
import { googleDrive, mega } from "./file-shares.ts";
import { generic } from "./generic.ts";
import { instagram } from "./instagram.ts";
import { lineVoom } from "./line-voom.ts";
import { mastodon } from "./mastodon.ts";
import { mobile01 } from "./mobile01.ts";
import { plurk } from "./plurk.ts";
import { ptt } from "./ptt.ts";
import { reddit } from "./reddit.ts";
import { telegram } from "./telegram.ts";
import { threads } from "./threads.ts";
import { tiktok } from "./tiktok.ts";
import { videoHosts } from "./video-hosts.ts";
import { weibo } from "./weibo.ts";
import { x } from "./x.ts";
import { xiaohongshu } from "./xiaohongshu.ts";
import { youtube } from "./youtube.ts";
import type { Platform } from "./platform.ts";

export const platforms: readonly Platform[] = [
  x,
  facebook,
  instagram,
  threads,
  tiktok,
  youtube,
  reddit,
  bluesky,
  telegram,
  discord,
  lineVoom,
  dcard,
  ptt,
  plurk,
  bahamut,
  mobile01,
  weibo,
  xiaohongshu,
  googleDrive,
  mega,
  videoHosts,
  mastodon,
  generic,
];

export function platformFor(url: URL): Platform | null {
  return platforms.find((platform) => platform.match(url)) ?? null;
}
