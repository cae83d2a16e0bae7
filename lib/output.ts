/** Whoever reads the output may stop reading: what was asked for is done all the same. */
export function outliveReader(): void {
  if (process.stdout.listeners('error').includes(tell)) return;
  process.stdout.on('error', tell);
}

function tell({ code }: NodeJS.ErrnoException): void {
  if (code !== 'EPIPE') console.error(`imagine: the output can't be written: ${code}`);
}
