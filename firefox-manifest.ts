/** The manifest for Firefox, made from the one there is: no second list of permissions that could grow by itself. */
import type { ManifestV3Export } from "@crxjs/vite-plugin";
import type manifest from "./manifest.json";

/**
 * Firefox has no offscreen pages and no page archives, runs the worker in a page, and puts the button behind a menu
 * unless told otherwise. Nothing is asked for that the other manifest does not ask for.
 */
export function forFirefox({
  minimum_chrome_version: _version,
  ...chromium
}: typeof manifest): ManifestV3Export {
  return {
    ...chromium,
    permissions: chromium.permissions.filter((name) => name !== "offscreen"),
    optional_permissions: [],
    action: { ...chromium.action, default_area: "navbar" },
    background: { scripts: [chromium.background.service_worker], type: "module" },
    browser_specific_settings: {
      gecko: {
        id: "keepleaf@keepleaf.invalid",
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  } as unknown as ManifestV3Export;
}
