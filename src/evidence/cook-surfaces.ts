/** From frames to recipes: lays every surface and says which part of which frame stands where. */
import type { Frame } from "../capture/frame.ts";
import { laySurfaces } from "../capture/lay-surfaces.ts";
import type { CookedSurface } from "../capture/make-proof.ts";
import { makeRecipe } from "../capture/recipe.ts";

export function cookSurfaces(frames: readonly Frame[]): CookedSurface[] {
  return laySurfaces(frames).map((surface) => ({ ...surface, ...makeRecipe(surface) }));
}
