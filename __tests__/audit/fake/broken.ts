const flag = process.argv.find((word) => word.startsWith('--broken='));
const names = new Set((flag ?? '').slice('--broken='.length).split(','));

/** Whether this run of the app was told to break that promise. */
export function broken(name: string): boolean {
  return names.has(name);
}
