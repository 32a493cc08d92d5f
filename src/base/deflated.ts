/** Packs bytes as zlib does (RFC 1950), with what the platform has: its memory is not this thread's. */
export async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const compression = new CompressionStream("deflate");
  const writer = compression.writable.getWriter();
  const [packed] = await Promise.all([
    new Response(compression.readable).arrayBuffer(),
    writer.write(bytes),
    writer.close(),
  ]);
  return new Uint8Array(packed);
}
