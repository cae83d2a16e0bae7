/** Tells on a terminal what takes long, in words; nothing where the output is piped. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
