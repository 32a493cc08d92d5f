/** Lets the browser's own decoder look at a picture: no decoder of ours, nothing drawn, nothing kept. */

/** Its size; null when the browser cannot decode it. */
export async function measurePicture(picture: Blob): Promise<{ width: number; height: number } | null> {
  try {
    const bitmap = await createImageBitmap(picture);
    const { width, height } = bitmap;
    bitmap.close();
    return { width, height };
  } catch {
    return null;
  }
}
