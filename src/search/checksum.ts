/** Checksums by which an index is compared with the store. They find accidents, not forgeries. */

/** FNV-1a over UTF-16 units, 32 bits. */
export function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
