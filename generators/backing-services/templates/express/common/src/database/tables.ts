// <%- imports %>

/** Every table of the database, by name. */
export interface Tables {
  // <%- tables %>
}
