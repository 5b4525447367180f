// How the bundler names a worker it has built.
declare module '*?worker&url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler writes this module
  export default address;
}
