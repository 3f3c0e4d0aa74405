/** Made by the build (.config/rollup-plugins.mjs): the folder of the chunks, beside the script. */
declare module 'virtual:chunks' {
  export const FOLDER: string;
}

/** Made by the build: what the script lends to its chunks. */
declare module 'virtual:lent' {
  export const LENT: readonly unknown[];
}
