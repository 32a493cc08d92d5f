/**
 * How a PDF shows a picture with alpha whose packed pixels go in unchanged: as inks, one of which is alpha, which a reader
 * lays on white by itself (ISO 32000-1, 8.6.6.5 and 7.10.5). So nothing here decodes it, and every byte can be held
 * against the original.
 */

/** Red, green, blue and alpha of 0 to 1 become red, green and blue over white. */
export const alphaOnWhite = "{dup 1 exch sub%% pop pop}".replace(
  "%%",
  " 3 -1 roll 2 index mul 1 index add 5 1 roll".repeat(3),
);

/** Grey and alpha become grey over white. */
export const greyOnWhite = "{dup 3 1 roll mul exch 1 exch sub add}";

export interface InksOnWhite {
  inks: readonly string[];
  /** Of what the program gives back. */
  space: "DeviceRGB" | "DeviceGray";
  program: string;
}

export const inksOnWhite: Readonly<Record<"rgb-alpha" | "grey-alpha", InksOnWhite>> = {
  "rgb-alpha": { inks: ["Red", "Green", "Blue", "Alpha"], space: "DeviceRGB", program: alphaOnWhite },
  "grey-alpha": { inks: ["Grey", "Alpha"], space: "DeviceGray", program: greyOnWhite },
};
