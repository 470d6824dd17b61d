/* What the form needs once there is something to fill in: its fields, and checks that need no library.
   Who only looks at the page does without. */

export { makeForm, suggestions, today, valuesOf } from "./proposal-form.js";
export { missing } from "./proposal-place.js";
