/** Files for which the build makes a URL. */
declare module '*?url' {
  const address: string;
  export default address;
}
