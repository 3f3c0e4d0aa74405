/**
 * The text of a file that somebody wrote by hand. Windows' editors begin it with a byte order mark, which JSON does not
 * allow, and PowerShell's `>` writes UTF-16; the decoder takes the mark off.
 */
export const textOfFile = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
