/** Texts joined into pieces of about a million characters: few to write, and none longer than a string can be. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

const pieceLength = 1_000_000;

/** Bytes, in UTF-8, of texts that may be more together than one string can hold. */
export function bytesOfTexts(texts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const parts = Array.from(inPieces(texts), (piece) => encoder.encode(piece));
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
