/** `static properties` with `state: true`, `#x` and private members are no one's API: leave them out. */
const onlyPublic = {
  name: 'only-public',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules)
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter((m) => m.privacy !== 'private' && m.privacy !== 'protected' && !m.name.startsWith('#'));
        const fields = new Set(declaration.members?.map((m) => m.name));
        declaration.attributes = declaration.attributes?.filter((a) => !a.fieldName || fields.has(a.fieldName));
      }
  },
};
export default { globs: ['src/elements/**/*.ts'], outdir: 'dist', litelement: true, packagejson: false, plugins: [onlyPublic] };
