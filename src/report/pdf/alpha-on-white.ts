/**
 * How a PDF shows a picture with alpha whose packed pixels go in unchanged: as four inks, which a reader lays on white by
 * itself (ISO 32000-1, 8.6.6.5 and 7.10.5). So nothing here decodes it, and every byte can be held against the original.
 */

/** Red, green, blue and alpha of 0 to 1 become red, green and blue over white. */
export const alphaOnWhite = "{dup 1 exch sub%% pop pop}".replace(
  "%%",
  " 3 -1 roll 2 index mul 1 index add 5 1 roll".repeat(3),
);

/** Of a picture with alpha, its last entry names the function above. */
export const alphaInks = ["DeviceN", ["Red", "Green", "Blue", "Alpha"], "DeviceRGB"] as const;
