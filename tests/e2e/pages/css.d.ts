/** The bundler of the pages hands style sheets over as text. */
declare module '*.css' {
  const sheet: string;
  export default sheet;
}
