/** A chapter of the report: its charts' ids begin with its id, and their queries ask the tables of its schema. */
export interface Chapter {
  id: string;
  schema: string;
}
