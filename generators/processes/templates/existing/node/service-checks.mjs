// Each takes in the code's own client not before it is asked: it may read what is set first.
// <%- checks %>
