/** `{{id}}` or `{{id:format}}`. */
export const figurePattern = /\{\{\s*([\w.-]+)\s*(?::([^{}]*))?\}\}/;
