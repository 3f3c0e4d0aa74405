/** Made by the build (.config/rollup-plugins.mjs): the files of each chunk without ".js", itself first. */
declare module 'virtual:chunks' {
  export const CHUNKS: Readonly<Record<string, readonly string[]>>;
}

/** Made by the build: what the script lends to its chunks. */
declare module 'virtual:lent' {
  export const LENT: readonly unknown[];
}
