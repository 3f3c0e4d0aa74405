import { open, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: what stood there stays until the new one is on the disk. A plan is often the one that was
 * read, and the only copy; a full disk must not leave half of it.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  // A link goes on leading to where it led.
  const target = await realpath(file).catch(() => file);
  const known = await stat(target).catch(() => undefined);
  // A terminal, a pipe: nothing stands there.
  if (known && !known.isFile()) return writeFile(target, text);
  const passing = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const handle = await open(passing, 'w');
    try {
      await handle.writeFile(text);
      if (known) await handle.chmod(known.mode & 0o777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(passing, target);
  } catch (error) {
    await unlink(passing).catch(() => undefined);
    throw error;
  }
}
