/* What comes of what is filled in: the page as it will look, the file, and what is wrong with a text.
   It is most of the form, with two libraries, and comes as soon as someone uses the form. */

export { preview } from "./proposal-preview.js";
export { faults } from "./proposal-prose.js";
export { edit, fromYaml, toYaml } from "./proposal-yaml.js";
