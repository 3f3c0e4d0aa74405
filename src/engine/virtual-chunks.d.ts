/** Made by the build (.config/rollup-plugins.mjs): a word for each chunk, its files without ".js", itself first: "help-x,lit-y". */
declare module 'virtual:chunks' {
  export const CHUNKS: string;
}

/** Made by the build: what the script lends to its chunks. */
declare module 'virtual:lent' {
  export const LENT: readonly unknown[];
}
