/** Its message goes after the file's name. */
export class EncodingError extends Error {}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/**
 * The text of a file that somebody wrote by hand. Windows' editors begin it with a byte order mark, which JSON does not
 * allow, and PowerShell's `>` writes UTF-16; the decoder takes the mark off.
 * @throws {EncodingError} where it is in another encoding: its accents would be published as "\ufffd"
 */
export function textOfFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new EncodingError('not UTF-8; save it as UTF-8.', { cause });
  }
}
