// Read by the analyzer itself, which knows no TypeScript configuration.
export default { globs: ['src/**/*.element.ts'], litelement: true, packagejson: false, quiet: true };
