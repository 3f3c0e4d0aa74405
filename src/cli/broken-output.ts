/**
 * What is printed may have nowhere to go: a full disk, a pipe that was closed. Node.js shows a stack for some of it and nothing
 * at all for the rest; here it is said once, and the exit status is that of what could not be done.
 */
export function tellBrokenOutput({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>): void {
  // Nowhere to say that.
  stderr.on('error', () => undefined);
  let isTold = false;
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (isTold) return;
    isTold = true;
    // `| head` has read what it wanted: nothing to say.
    if (code !== 'EPIPE') console.error(`sentier\u00a0: la sortie ne peut pas être écrite (${message}).`);
    // Over what the command itself says at its end.
    process.once('exit', () => (process.exitCode = 2));
  });
}
