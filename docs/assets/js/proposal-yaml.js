/* The YAML of an entry, for the form: written, read and edited. Fetched by the form only. */

export { edit } from "./proposal-editing.js";
export { fromYaml } from "./proposal-reading.js";
export { tidy, toYaml } from "./proposal-writing.js";
