// Text files that the bundler puts into the script as strings.
declare module "*.tsv" {
  const text: string;
  export default text;
}
declare module "*.csv" {
  const text: string;
  export default text;
}
