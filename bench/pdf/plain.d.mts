export function plainText(bytes: Uint8Array): Promise<{ pages: number; letters: number }>;
