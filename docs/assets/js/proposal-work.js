/* What the form needs once there is something to fill in: fields, checks, the page, the file. It is most
   of the form, with two libraries, and who only looks at the page does without. */

export { makeForm, suggestions, today, valuesOf } from "./proposal-form.js";
export { missing } from "./proposal-place.js";
export { preview } from "./proposal-preview.js";
export { faults } from "./proposal-prose.js";
export { edit, fromYaml, toYaml } from "./proposal-yaml.js";
