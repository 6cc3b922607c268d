/** Files that the build gives an address. */
declare module '*?url' {
  const address: string;
  export default address;
}
